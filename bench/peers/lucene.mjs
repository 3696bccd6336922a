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
/** Where Debian's liblucene8-java puts its jars; the variable is for those who have them elsewhere. */
const JARS = process.env.LUCENE_JARS ?? '/usr/share/java'
const NEEDED = ['lucene-core', 'lucene-analyzers-common']

/**
 * @param {'french' | 'snowball'} analysis the stock FrenchAnalyzer, or standard tokens with elision, Snowball and folding
 * @param {'one-field' | 'two-fields'} fields title and text as one, or apart with the title's score doubled
 * @returns {BatchPeer}
 */
export function lucenePeer(analysis, fields) {
  const { jars, version } = findLucene()
  const classPath = [...jars, compiled(jars)].join(delimiter)
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
    return execFileSync('java', program, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] })
  }
  return {
    name: `lucene-${analysis}${fields === 'two-fields' ? '-fields' : ''}`,
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

/** @returns {{ jars: string[], version: string }} */
function findLucene() {
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' })
  } catch {
    throw new Error('There is no Java compiler (javac) here.')
  }
  const files = existsSync(JARS) ? readdirSync(JARS) : []
  const found = NEEDED.map(name => files.find(file => new RegExp(`^${name}-8\\.[\\d.]+\\.jar$`).test(file)))
  const missing = NEEDED.filter((_, i) => found[i] === undefined)
  if (missing.length > 0) {
    throw new Error(`${JARS} has no ${missing.join(' and no ')} 8.x jar: install liblucene8-java, or set LUCENE_JARS.`)
  }
  const jars = found.map(file => join(JARS, file ?? ''))
  return { jars, version: /-([\d.]+)\.jar$/.exec(jars[0])?.[1] ?? 'unknown' }
}

/**
 * Compiles the Java source, once for each state of it.
 * @param {readonly string[]} jars
 * @returns {string} the folder of classes
 */
function compiled(jars) {
  const key = createHash('sha256').update(readFileSync(SOURCE)).update(jars.join()).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), 'trouvaille-bench', `lucene-${key}`)
  if (!existsSync(join(folder, 'LuceneRun.class'))) {
    mkdirSync(folder, { recursive: true })
    execFileSync('javac', ['-d', folder, '-cp', jars.join(delimiter), fileURLToPath(SOURCE)], { stdio: 'inherit' })
  }
  return folder
}

/** @param {readonly (readonly string[])[]} rows */
const table = rows =>
  rows.map(row => `${row.map(cell => cell.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')).join('\t')}\n`).join('')
