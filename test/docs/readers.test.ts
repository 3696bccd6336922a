/** The examples of docs/readers.md give what they say. */
import * as readers from '../../src/readers/index.ts'
import { testExamples } from '../support/page-examples.ts'

testExamples('readers.md', 6, readers)
