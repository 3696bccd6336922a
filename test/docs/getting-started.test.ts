/** The examples of docs/getting-started.md give what it says. */
import { testExamples } from '../support/page-examples.ts'

testExamples('getting-started.md', 6)
