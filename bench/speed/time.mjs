/** The child process that times one engine once: build, save, load, questions. */

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readCollection } from '../collections.mjs'
import { loadPeer } from '../peers/index.mjs'
import { seededRandom } from '../random.mjs'

/**
 * @typedef {{ peer: string, folder: string, questions: number, indexFolder: string }} Job `indexFolder`: where index files go
 * @typedef {{
 *   buildSeconds: number, saveSeconds: number, bytes: number, gzipBytes: number, loadMs: number[], firstMs: number,
 *   questionMs: number[], heapBytes: number
 * }} Timings
 *   `loadMs`: one entry per load; `firstMs`: the first question after the first load; `questionMs`: one entry per question;
 *   `heapBytes`: what a loaded index adds to the memory of the process, typed arrays included
 */

const TOP = 10
const LOADS = 7
const WARM_UP_MS = 1500
const PASSES = 3

/** @type {Job} */
const job = JSON.parse(process.argv[2])
process.send?.(await timings(job))
process.disconnect?.()

/** @param {Job} job @returns {Promise<Timings>} */
async function timings({ peer: name, folder, questions: count, indexFolder }) {
  const peer = await loadPeer(name)
  const collection = readCollection(folder)
  const questions = sample(
    collection.questions.map(({ text }) => text),
    count,
  )
  if (!('build' in peer)) return peer.time(collection, questions, indexFolder)

  const { buildSeconds, saveSeconds, file } = await buildFile(peer, collection.documents, indexFolder)
  // Read anew for each load and not kept here, so that an engine that keeps the bytes pays for them and others do not.
  const fileBytes = () => new Uint8Array(readFileSync(file))

  const before = memory()
  const first = await timed(peer.load, fileBytes())
  const { seconds: firstSeconds } = await timed(peer.search, first.value, questions[0], TOP)
  const loadMs = [first.seconds * 1000]
  for (let n = 1; n < LOADS; n++) loadMs.push((await timed(peer.load, fileBytes())).seconds * 1000)

  // Questions go to the index as loaded, which is what a reader of the file gets.
  const index = first.value
  const warmUntil = performance.now() + WARM_UP_MS
  for (const question of questions) {
    if (performance.now() > warmUntil) break
    await peer.search(index, question, TOP)
  }
  // A question's time is the median of its passes: what a garbage collection adds to one of them is the process's doing.
  /** @type {number[][]} */
  const passes = questions.map(() => [])
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [i, question] of questions.entries()) {
      passes[i].push((await timed(peer.search, index, question, TOP)).seconds * 1000)
    }
  }
  const heapBytes = memory() - before
  // Used after the measurement, so that the collector cannot have taken the index before it.
  await peer.search(index, questions[0], TOP)
  const questionMs = passes.map(times => times.sort((a, b) => a - b)[Math.floor(times.length / 2)])
  return {
    buildSeconds,
    saveSeconds,
    bytes: statSync(file).size,
    gzipBytes: gzipSync(fileBytes()).byteLength,
    loadMs,
    firstMs: firstSeconds * 1000,
    questionMs,
    heapBytes,
  }
}

/**
 * @param {import('../peers/peer.mjs').Peer<unknown>} peer
 * @param {import('../collections.mjs').Article[]} documents
 * @param {string} indexFolder
 */
async function buildFile(peer, documents, indexFolder) {
  const { seconds: buildSeconds, value: index } = await timed(peer.build, documents)
  const { seconds: saveSeconds, value: bytes } = await timed(peer.save, index)
  const file = join(indexFolder, peer.name)
  writeFileSync(file, bytes)
  return { buildSeconds, saveSeconds, file }
}

/**
 * Not awaited where the engine answers at once: a turn of the queue would be charged to fast engines alone.
 * @template {unknown[]} Inputs
 * @template T
 * @param {(...inputs: Inputs) => T | Promise<T>} work
 * @param {Inputs} inputs
 * @returns {Promise<{ seconds: number, value: T }>}
 */
async function timed(work, ...inputs) {
  const start = performance.now()
  let value = work(...inputs)
  if (value instanceof Promise) value = await value
  return { seconds: (performance.now() - start) / 1000, value }
}

/** Bytes in use after a garbage collection: JavaScript objects and the buffers beside them. */
function memory() {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/**
 * @param {readonly string[]} questions
 * @param {number} count
 * @returns {string[]} all, or as many drawn with a fixed seed, in their order
 */
function sample(questions, count) {
  const random = seededRandom(1)
  return questions
    .map((text, i) => ({ text, i, draw: random() }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, count)
    .sort((a, b) => a.i - b.i)
    .map(({ text }) => text)
}
