/** Engines that take a whole collection at once, in a program of another language: their texts and questions go to it in files. */

import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEPTH } from '../depth.mjs'
import { tsvLine } from '../tsv.mjs'

/**
 * @typedef {{
 *   name: string, version: string,
 *   rank(collection: Collection, tasks: readonly { questions: readonly Question[], runFile: string }[]): void
 * }} BatchPeer
 * @typedef {import('../collections.mjs').Collection} Collection
 * @typedef {import('../collections.mjs').Question} Question
 * @typedef {(documents: string, index: string, task: readonly string[]) => void} Program
 *   runs the engine over a table of documents, with an empty folder for its index, and the depth, questions and runs of `task`
 */

/**
 * Has a program answer all questions. Runs are written whole or not at all.
 * @param {Program} program
 * @param {Collection} collection
 * @param {readonly { questions: readonly Question[], runFile: string }[]} tasks
 */
export function rankInProgram(program, collection, tasks) {
  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-batch-'))
  try {
    const documents = join(folder, 'documents.tsv')
    writeFileSync(documents, collection.documents.map(({ id, title, text }) => tsvLine([id, title, text])).join(''))
    const files = tasks.flatMap(({ questions, runFile }, i) => {
      const file = join(folder, `questions-${i}.tsv`)
      writeFileSync(file, questions.map(({ id, text }) => tsvLine([id, text])).join(''))
      return [file, unfinished(runFile)]
    })
    program(documents, mkdtempSync(join(folder, 'index-')), [String(DEPTH), ...files])
    for (const { runFile } of tasks) renameSync(unfinished(runFile), runFile)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} runFile */
const unfinished = runFile => `${runFile}.${process.pid}.tmp`
