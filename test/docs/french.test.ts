/** The examples of docs/french.md give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('french.md', 11)
