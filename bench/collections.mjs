/** A test collection on disk: documents, questions, and who judged which document good for which question. */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { evaluation } from './evaluation.mjs'

/**
 * @typedef {{ id: string, title: string, text: string }} Article
 * @typedef {{ id: string, text: string }} Question
 * @typedef {import('./measure.mjs').Judgements} Judgements
 * @typedef {{
 *   name: string, folder: string, documents: Article[], questions: Question[], judgements: Judgements,
 *   hash: string, textBytes: number
 * }} Collection
 */

const FILES = { documents: 'corpus.jsonl', questions: 'queries.jsonl', judgements: 'qrels.tsv' }

/**
 * The collections of a folder, by name: every subfolder that has the three files.
 * @param {string} folder
 * @returns {string[]}
 */
export function collectionNames(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => Object.values(FILES).every(file => existsSync(join(folder, entry.name, file))))
    .map(entry => entry.name)
    .sort()
}

/**
 * Reads one collection.
 * @param {string} folder the folder that holds the three files
 * @returns {Collection}
 */
export function readCollection(folder) {
  const corpus = readFileSync(join(folder, FILES.documents))
  const documents = parseLines(corpus.toString('utf8')).map(({ id, title, text }) => ({
    id: String(id),
    title: title ?? '',
    text: text ?? '',
  }))
  const questions = readQuestions(join(folder, FILES.questions))
  const file = join(folder, FILES.judgements)
  const judgements = evaluation.readJudgments(readFileSync(file, 'utf8'), { file })
  const textBytes = documents.reduce(
    (sum, { title, text }) => sum + Buffer.byteLength(title) + Buffer.byteLength(text),
    0,
  )
  const hash = createHash('sha256').update(corpus).digest('hex').slice(0, 16)
  return { name: basename(folder), folder, documents, questions, judgements, hash, textBytes }
}

/**
 * Reads `queries.jsonl`.
 * @param {string} file
 * @returns {Question[]}
 */
export function readQuestions(file) {
  return evaluation.readQuestions(readFileSync(file, 'utf8'), file)
}

/** @param {string} jsonLines */
function parseLines(jsonLines) {
  return jsonLines
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}
