/** The examples of docs/from-minisearch.md give what they say, before and after. */
import MiniSearch from 'minisearch'
import * as entry from '../../src/minisearch/index.ts'
import { testExamples } from '../support/page-examples.ts'

testExamples('from-minisearch.md', 8, { MiniSearch, ...entry })
