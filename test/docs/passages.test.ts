/** The example of docs/passages.md gives what it says. */
import { testExamples } from '../support/page-examples.ts'

testExamples('passages.md', 1)
