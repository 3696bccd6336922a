/** Lucene, where Java and its jars are there: it indexes and answers in a process of its own. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEPTH } from '../depth.mjs'
import { compileJava } from '../lucene/compile.mjs'
import { tsvLine } from '../tsv.mjs'

/**
 * An engine that takes a whole collection at once.
 * @typedef {{
 *   name: string, version: string,
 *   rank(collection: Collection, tasks: readonly { questions: readonly Question[], runFile: string }[]): void
 * }} BatchPeer
 * @typedef {import('../collections.mjs').Collection} Collection
 * @typedef {import('../collections.mjs').Question} Question
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
  /**
   * @param {Collection} collection
   * @param {string} folder
   * @param {readonly string[]} task
   */
  const run = (collection, folder, task) => {
    const documents = join(folder, 'documents.tsv')
    writeFileSync(documents, collection.documents.map(({ id, title, text }) => tsvLine([id, title, text])).join(''))
    const index = mkdtempSync(join(folder, 'index-'))
    const program = ['-Xmx4g', '-cp', classPath, 'LuceneRun', analysis, fields, documents, index, ...task]
    // What Java prints to the error stream (warnings, most of all) is in the error if there is one.
    return execFileSync(java, program, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })
  }
  return {
    name: `lucene-${analysis}${SUFFIXES[fields]}`,
    version,
    rank(collection, tasks) {
      const folder = mkdtempSync(join(tmpdir(), 'trouvaille-lucene-'))
      try {
        const files = tasks.flatMap(({ questions }, i) => {
          const file = join(folder, `questions-${i}.tsv`)
          writeFileSync(file, questions.map(({ id, text }) => tsvLine([id, text])).join(''))
          return [file, `${tasks[i].runFile}.${process.pid}.tmp`]
        })
        run(collection, folder, [String(DEPTH), ...files])
        for (const { runFile } of tasks) renameSync(`${runFile}.${process.pid}.tmp`, runFile)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}
