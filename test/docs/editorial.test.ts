/** The example of docs/editorial.md gives what it says. */
import { testExamples } from '../support/page-examples.ts'

testExamples('editorial.md', 1)
