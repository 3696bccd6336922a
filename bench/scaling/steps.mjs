/** One size after another: the documents are written once, then each engine builds and answers in processes of its own. */

import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { queriesOf, withColumns } from '../speed/kinds.mjs'
import { figuresOf } from '../speed/process.mjs'
import { queryLine } from '../speed/rounds.mjs'
import { percentile } from '../speed/summarise.mjs'
import { tsvLine } from '../tsv.mjs'
import { materialOf, recombined } from './texts.mjs'

/**
 * @typedef {import('../speed/engines.mjs').Engine} Engine
 * @typedef {import('./texts.mjs').Length} Length
 * @typedef {{ length: Length, size: number }} Size
 * @typedef {{ p50: number, p99: number }} Times CPU milliseconds
 * @typedef {Size & {
 *   engine: string, textBytes: number, buildSeconds: number, buildCpuSeconds: number, buildPeakBytes: number, bytes: number, segments?: number,
 *   words?: number, openMs: number, kinds: Partial<Record<import('../speed/kinds.mjs').Kind, Times>>
 * }} Step
 */

const KINDS = /** @type {const} */ (['long', 'short', 'phrase'])
/** Documents that phrases are taken from: they are in every size. */
const PHRASES_FROM = 1000
const LEAST_LONG_WORDS = 4
const BUILD = fileURLToPath(new URL('./build.mjs', import.meta.url))
/** The default of its Python binding. */
const TANTIVY = { TANTIVY_WRITER_BYTES: '128000000' }

/**
 * @param {readonly import('../collections.mjs').Collection[]} collections
 * @param {number} count of queries of each kind
 * @param {string} file
 */
export function writeQueries(collections, count, file) {
  const material = materialOf(collections.flatMap(({ documents }) => documents))
  const documents = [...recombined(material, PHRASES_FROM, 'long')].map(withColumns)
  const questions = collections.flatMap(collection => collection.questions.map(({ text }) => text))
  const queries = queriesOf(documents, questions.filter(isLong), count)
  writeFileSync(file, KINDS.flatMap(kind => queries[kind].map(query => queryLine(kind, query))).join(''))
}

/** @param {string} question */
const isLong = question => (question.match(/[\p{L}\p{N}]+/gu) ?? []).length >= LEAST_LONG_WORDS

/**
 * @param {Size} size
 * @param {readonly import('../collections.mjs').Collection[]} collections
 * @param {readonly Engine[]} engines those with the same index stand next to one another
 * @param {import('../speed/rounds.mjs').Effort} effort
 * @param {{ folder: string, queries: string }} files
 * @returns {AsyncGenerator<Step>}
 */
export async function* stepsOf(size, collections, engines, { warmUpMs, passes, budgetMs }, { folder, queries }) {
  const documents = join(folder, 'documents.tsv')
  const textBytes = writeDocuments(size, collections, documents)
  /** @type {{ of: string, path: string, figures: any } | undefined} */
  let index
  for (const engine of engines) {
    if (index?.of !== engine.index) {
      if (index) rmSync(index.path, { recursive: true })
      const path = join(folder, `${engine.index}.index`)
      index = { of: engine.index, path, figures: await figuresOf(builder(engine), 'build', [documents, path], TANTIVY) }
    }
    const asked = await figuresOf(engine, 'ask', [index.path, 'none', queries, warmUpMs, passes, budgetMs])
    const kinds = Object.fromEntries(KINDS.map(kind => [kind, timesOf(asked.kinds[kind].cpuMs)]))
    yield { ...size, engine: engine.name, textBytes, ...index.figures, openMs: percentile(asked.loadMs, 50), kinds }
  }
  if (index) rmSync(index.path, { recursive: true })
  rmSync(documents)
}

/** Trouvaille builds in bounded memory, as its program does. @param {Engine} engine @returns {Engine} */
function builder(engine) {
  return engine.index === 'trouvaille' ? { ...engine, argumentsFor: () => [BUILD] } : engine
}

/** @param {readonly number[]} cpuMs @returns {Times} */
const timesOf = cpuMs => ({ p50: percentile(cpuMs, 50), p99: percentile(cpuMs, 99) })

/**
 * @param {Size} size
 * @param {readonly import('../collections.mjs').Collection[]} collections
 * @param {string} file
 * @returns {number} bytes of titles and texts
 */
function writeDocuments({ size, length }, collections, file) {
  const material = materialOf(collections.flatMap(({ documents }) => documents))
  const handle = openSync(file, 'w')
  let textBytes = 0
  for (const { id, title, text } of recombined(material, size, length)) {
    textBytes += Buffer.byteLength(title) + Buffer.byteLength(text)
    writeSync(handle, tsvLine([id, title, text, '', '', '', 0]))
  }
  closeSync(handle)
  return textBytes
}
