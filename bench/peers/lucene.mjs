/** Lucene, where Java and its jars are there: it indexes and answers in a process of its own. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEPTH } from '../depth.mjs'
import { findJdk, luceneFor } from '../lucene/java.mjs'

/**
 * An engine that takes a whole collection at once.
 * @typedef {{
 *   name: string, version: string,
 *   rank(collection: Collection, tasks: readonly { questions: readonly Question[], runFile: string }[]): void,
 *   time(collection: Collection, questions: readonly string[], folder: string): import('../speed/time.mjs').Timings
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
 * @param {'french' | 'snowball'} analysis the stock FrenchAnalyzer, or standard tokens with elision, Snowball and folding
 * @param {keyof typeof SUFFIXES} fields title and text as one; apart with the title's score doubled; or BM25F, the title counted twice
 * @returns {BatchPeer}
 */
export function lucenePeer(analysis, fields) {
  const { java, jars, classes, version } = findLucene()
  const classPath = [...jars, classes].join(delimiter)
  /**
   * @param {Collection} collection
   * @param {string} folder
   * @param {readonly string[]} task
   */
  const run = (collection, folder, task) => {
    const documents = join(folder, 'documents.tsv')
    writeFileSync(documents, table(collection.documents.map(({ id, title, text }) => [id, title, text])))
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
          writeFileSync(file, table(questions.map(({ id, text }) => [id, text])))
          return [file, `${tasks[i].runFile}.${process.pid}.tmp`]
        })
        run(collection, folder, ['rank', String(DEPTH), ...files])
        for (const { runFile } of tasks) renameSync(`${runFile}.${process.pid}.tmp`, runFile)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    time(collection, questions, parent) {
      const folder = mkdtempSync(join(parent, 'lucene-'))
      const file = join(folder, 'questions.tsv')
      writeFileSync(file, table(questions.map((text, i) => [String(i), text])))
      const unmeasured = { saveSeconds: 0, gzipBytes: Number.NaN, firstMs: Number.NaN, heapBytes: Number.NaN }
      return { ...unmeasured, ...JSON.parse(run(collection, folder, ['time', file])) }
    },
  }
}

/** @returns {{ java: string, jars: string[], classes: string, version: string }} */
function findLucene() {
  const jdk = findJdk()
  const { lucene, jars: folder } = luceneFor(jdk)
  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.jar')) : []
  const missing = NEEDED.filter(name => !files.some(file => file.startsWith(`${name}-${lucene}.`)))
  if (missing.length > 0) throw new Error(`No ${missing.join(' and no ')} jar: npm run lucene fetches them with Maven.`)
  const jars = files.sort().map(file => join(folder, file))
  const sources = [SOURCE, COMBINED_FIELDS.get(lucene) ?? SOURCE]
  return {
    java: jdk.program('java'),
    jars,
    classes: compiled(jdk, sources, jars),
    version: /lucene-core-([\d.]+)\.jar/.exec(files.join())?.[1] ?? 'unknown',
  }
}

/**
 * Compiles the Java sources, once for each state of them.
 * @param {import('../lucene/java.mjs').Jdk} jdk
 * @param {readonly URL[]} sources
 * @param {readonly string[]} jars
 * @returns {string} the folder of classes
 */
function compiled(jdk, sources, jars) {
  const state = createHash('sha256').update(`${jdk.major}\n${jars.join()}`)
  for (const source of sources) state.update(readFileSync(source))
  const folder = join(tmpdir(), 'trouvaille-bench', `lucene-${state.digest('hex').slice(0, 12)}`)
  if (!existsSync(join(folder, 'LuceneRun.class'))) {
    mkdirSync(folder, { recursive: true })
    const files = sources.map(source => fileURLToPath(source))
    execFileSync(jdk.program('javac'), ['-d', folder, '-cp', jars.join(delimiter), ...files], { stdio: 'inherit' })
  }
  return folder
}

/** @param {readonly (readonly string[])[]} rows */
const table = rows =>
  rows.map(row => `${row.map(cell => cell.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')).join('\t')}\n`).join('')
