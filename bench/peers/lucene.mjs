/** Lucene, if Java and its jars are available: it indexes and answers in a process of its own. */

import { execFileSync } from 'node:child_process'
import { compileJava } from '../lucene/compile.mjs'
import { rankInProgram } from './batch.mjs'

/**
 * @typedef {import('./batch.mjs').BatchPeer} BatchPeer
 */

const SOURCE = new URL('../lucene/LuceneRun.java', import.meta.url)
/** `CombinedFieldQuery` is built in another way in each. */
const COMBINED_FIELDS = new Map([
  [10, new URL('../lucene/10/CombinedFields.java', import.meta.url)],
  [9, new URL('../lucene/9/CombinedFields.java', import.meta.url)],
])
const NEEDED = ['lucene-core', 'lucene-analysis-common']
/** How the names of the engines end. */
const SUFFIXES = { 'one-field': '', 'two-fields': '-fields', bm25f: '-bm25f' }

/**
 * @param {'french' | 'snowball' | 'english' | 'snowball-english'} analysis the stock analyzer of a language, or standard tokens with what people put in its place: for
 *   French elision, Snowball and folding, for English possessives and Snowball
 * @param {keyof typeof SUFFIXES} fields title and text as one; apart with the title's score doubled; or BM25F, the title counted twice
 * @returns {BatchPeer}
 */
export function lucenePeer(analysis, fields) {
  const { java, classPath, version } = compileJava('LuceneRun', NEEDED, lucene => [
    SOURCE,
    COMBINED_FIELDS.get(lucene) ?? SOURCE,
  ])
  /** @type {import('./batch.mjs').Program} */
  const run = (documents, index, task) => {
    const program = ['-Xmx4g', '-cp', classPath, 'LuceneRun', analysis, fields, documents, index, ...task]
    // What Java prints to the error stream (warnings, most of all) is in the error if there is one.
    execFileSync(java, program, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })
  }
  return {
    name: `lucene-${analysis}${SUFFIXES[fields]}`,
    version,
    rank: (collection, tasks) => rankInProgram(run, collection, tasks),
  }
}
