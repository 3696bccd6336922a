/** The examples of docs/from-lunr.md give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('from-lunr.md', 5)
