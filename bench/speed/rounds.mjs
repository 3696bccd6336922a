/** Rounds of the engines over one collection: each builds, starts and answers in processes of its own, in turn. */

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readCollection } from '../collections.mjs'
import { tsvLine } from '../tsv.mjs'
import { KINDS, queriesOf, withColumns } from './kinds.mjs'
import { figuresOf, startOf } from './process.mjs'

/**
 * @typedef {import('./engines.mjs').Engine} Engine
 * @typedef {{
 *   buildSeconds: number, buildCpuSeconds: number, buildPeakBytes: number, bytes: number, gzipBytes: number, segments?: number
 * }} Build
 * @typedef {Build & {
 *   loadMs: number[], startMs: number, startCpuMs: number, heapBytes?: number, peakBytes: number,
 *   kinds: Partial<Record<import('./kinds.mjs').Kind, import('./time.mjs').Times>>
 * }} Round
 * @typedef {{ warmUpMs: number, passes: number, budgetMs: number }} Effort
 * @typedef {{ folder: string, documents: string, queries: string, question: string }} Inputs the folder, and the files in it
 */

/** @type {Effort} */
export const USUAL_EFFORT = { warmUpMs: 8000, passes: 7, budgetMs: 4000 }
/** @type {Effort} */
export const SMOKE_EFFORT = { warmUpMs: 100, passes: 2, budgetMs: 100 }

/**
 * Writes what all engines read: documents and queries.
 * @param {string} collectionFolder
 * @param {number} count of queries of each kind
 * @param {string} folder where the files go
 */
export function writeInputs(collectionFolder, count, folder) {
  const { name, documents, questions, textBytes } = readCollection(collectionFolder)
  const rows = documents.map(withColumns)
  const queries = queriesOf(
    rows,
    questions.map(({ text }) => text),
    count,
  )
  /** @type {Inputs} */
  const inputs = {
    folder,
    documents: join(folder, 'documents.tsv'),
    queries: join(folder, 'queries.tsv'),
    question: queries.long[0].text,
  }
  const documentLines = rows.map(row =>
    tsvLine([row.id, row.title, row.text, row.code, row.series, row.part, row.length]),
  )
  writeFileSync(inputs.documents, documentLines.join(''))
  writeFileSync(inputs.queries, KINDS.flatMap(kind => queries[kind].map(query => queryLine(kind, query))).join(''))
  return { inputs, about: { collection: name, documents: documents.length, textBytes, questions: queries.long.length } }
}

/**
 * @param {string} kind
 * @param {import('./kinds.mjs').Query} query
 * @returns {string}
 */
export const queryLine = (kind, { text, code = '', leastLength = 0 }) => tsvLine([kind, text, code, leastLength])

/**
 * One round of each engine. Engines with the same index share its build.
 * @param {readonly Engine[]} engines
 * @param {Inputs} inputs
 * @param {Effort} effort
 * @returns {AsyncGenerator<{ engine: Engine, round: Round }>}
 */
export async function* roundOf(engines, { folder, documents, queries, question }, { warmUpMs, passes, budgetMs }) {
  /** @type {Map<string, { build: Build, index: string, columns: string }>} */
  const indexes = new Map()
  for (const engine of engines) {
    const built = indexes.get(engine.index) ?? (await buildIndexes(engine, documents, folder))
    indexes.set(engine.index, built)
    const start = await startOf(engine, built.index, question)
    const asked = await figuresOf(engine, 'ask', [built.index, built.columns, queries, warmUpMs, passes, budgetMs])
    yield { engine, round: { ...built.build, ...start, ...asked } }
  }
}

/**
 * The index that is measured, and one with columns for filters and facets.
 * @param {Engine} engine
 * @param {string} documents
 * @param {string} folder
 */
async function buildIndexes(engine, documents, folder) {
  const path = join(folder, `${engine.index}-${process.hrtime.bigint()}`)
  const index = `${path}.index`
  const columns = `${path}.columns`
  const figures = await figuresOf(engine, 'build', [documents, index])
  await figuresOf(engine, 'build', [documents, columns, 'columns'])
  return { build: { ...figures, gzipBytes: gzipBytes(index) }, index, columns }
}

/** @param {string} path of a file, or a folder of files @returns {number} */
function gzipBytes(path) {
  const files = statSync(path).isDirectory() ? readdirSync(path).map(file => join(path, file)) : [path]
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).byteLength, 0)
}
