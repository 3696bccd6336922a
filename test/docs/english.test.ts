/** The examples of docs/english.md give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('english.md', 3)
