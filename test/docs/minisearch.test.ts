/** The examples of docs/minisearch.md give what they say. */
import MiniSearch from 'minisearch'
import * as entry from '../../src/minisearch/index.ts'
import { testExamples } from '../support/page-examples.ts'

testExamples('minisearch.md', 7, { MiniSearch, ...entry })
