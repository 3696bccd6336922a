/** The examples of docs/filters.md and of its French sister give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('filters.md', 10)
testExamples('fr/filtres.md', 10)
