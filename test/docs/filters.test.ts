/** The examples of docs/filters.md give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('filters.md', 10)
