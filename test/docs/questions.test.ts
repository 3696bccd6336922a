/** The examples of docs/questions.md give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('questions.md', 8)
