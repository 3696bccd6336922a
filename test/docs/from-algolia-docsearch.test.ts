/** The examples of docs/from-algolia-docsearch.md give what they say. */
import { testExamples } from '../support/page-examples.ts'

testExamples('from-algolia-docsearch.md', 1)
