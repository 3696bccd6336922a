/** The examples of docs/french.md and of its French sister give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('french.md', 11)
testExamples('fr/francais.md', 11)
