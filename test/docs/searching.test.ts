/** The examples of docs/searching.md give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('searching.md', 9)
