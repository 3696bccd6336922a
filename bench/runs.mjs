/** Runs: what an engine answers to every question, kept under the temporary folder so that only what changed runs again. */

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { adapterSource, loadPeer } from './peers/index.mjs'

/**
 * @typedef {import('./collections.mjs').Collection} Collection
 * @typedef {import('./collections.mjs').Question} Question
 * @typedef {{ questions: readonly Question[], runFile: string }} Task
 * @typedef {Map<string, string[]>} Run question → documents, best first
 */

/**
 * The runs of one engine over a collection, one for each set of questions. The index is built once for those that are
 * not kept from earlier; Trouvaille's are never kept, because its version does not change with its source.
 * @param {string} peerName
 * @param {Collection} collection
 * @param {readonly (readonly Question[])[]} questionSets
 * @returns {Promise<Run[]>}
 */
export async function runsOf(peerName, collection, questionSets) {
  const peer = await loadPeer(peerName)
  const folder = join(tmpdir(), 'trouvaille-bench', `${collection.name}-${collection.hash}`)
  mkdirSync(folder, { recursive: true })
  const key = hash(`${peer.version}\n${adapterSource(peerName)}`)
  const tasks = questionSets.map(questions => ({
    questions,
    runFile: join(folder, `${peerName}-${key}-${hash(JSON.stringify(questions))}.tsv`),
  }))
  const missing = tasks.filter(({ runFile }) => peerName.startsWith('trouvaille') || !existsSync(runFile))
  if (missing.length > 0) {
    if ('rank' in peer) await peer.rank(collection, missing)
    else await runInChild({ peer: peerName, folder: collection.folder, tasks: missing })
  }
  return tasks.map(({ runFile }) => readRun(runFile))
}

/**
 * Reads a run file: question, document, rank, score, separated by tabs.
 * @param {string} file
 * @returns {Run}
 */
export function readRun(file) {
  /** @type {Run} */
  const run = new Map()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const [question, document] = line.split('\t')
    const ranking = run.get(question)
    if (ranking) ranking.push(document)
    else run.set(question, [document])
  }
  return run
}

/**
 * Writes a run file whole or not at all, so that a run cut short is never taken for an answer.
 * @param {string} file
 * @param {Iterable<readonly [string, readonly import('./peers/peer.mjs').Hit[]]>} rankings
 */
export function writeRun(file, rankings) {
  const lines = [...rankings].flatMap(([question, hits]) =>
    hits.map(({ id, score }, i) => `${question}\t${id}\t${i + 1}\t${score}\n`),
  )
  const unfinished = `${file}.${process.pid}.tmp`
  writeFileSync(unfinished, lines.join(''))
  renameSync(unfinished, file)
}

/**
 * A process of its own for each engine: a heap of its own, and nothing that one engine leaves behind disturbs the next.
 * @param {{ peer: string, folder: string, tasks: readonly Task[] }} job
 * @returns {Promise<void>}
 */
function runInChild(job) {
  const program = fileURLToPath(new URL('./rank.mjs', import.meta.url))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=8192', program], {
      stdio: ['pipe', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error(`${job.peer} failed on ${job.folder}.`))))
    child.stdin.end(JSON.stringify(job))
  })
}

/** @param {string} text */
const hash = text => createHash('sha256').update(text).digest('hex').slice(0, 12)
