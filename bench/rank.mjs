/** The child process that builds one engine's index and writes its runs; the job comes in on standard input. */

import { readFileSync } from 'node:fs'
import { readCollection } from './collections.mjs'
import { DEPTH } from './depth.mjs'
import { loadPeer } from './peers/index.mjs'
import { writeRun } from './runs.mjs'

/** @type {{ peer: string, folder: string, tasks: import('./runs.mjs').Task[] }} */
const job = JSON.parse(readFileSync(0, 'utf8'))
const peer = await loadPeer(job.peer)
if (!('build' in peer)) throw new TypeError(`${job.peer} does not run inside Node.`)

const index = await peer.build(readCollection(job.folder).documents)
for (const { questions, runFile } of job.tasks) {
  /** @type {[string, import('./peers/peer.mjs').Hit[]][]} */
  const rankings = []
  for (const { id, text } of questions) rankings.push([id, await peer.search(index, text, DEPTH)])
  writeRun(runFile, rankings)
}
