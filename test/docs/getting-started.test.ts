/** The examples of docs/getting-started.md and of its French sister give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('getting-started.md', 7)
testExamples('fr/premiers-pas.md', 7)
