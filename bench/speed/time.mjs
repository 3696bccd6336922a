/** The child process that times one engine once: first one that builds and saves, then a fresh one that opens and asks. */

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { readCollection, readQuestions } from '../collections.mjs'
import { loadPeer } from '../peers/index.mjs'
import { seededRandom } from '../random.mjs'
import { KINDS, questionsOf } from './kinds.mjs'

/**
 * @typedef {{ phase: 'build' | 'ask', peer: string, folder: string, questions: number, phrases: readonly string[], indexFolder: string }} Job
 *   `indexFolder`: where the index file goes
 * @typedef {{
 *   buildSeconds: number, saveSeconds: number, bytes: number, gzipBytes: number, loadMs: number[], firstMs: number,
 *   questionMs: number[], kindMs: Partial<Record<import('./kinds.mjs').Kind, number[]>>, heapBytes: number
 * }} Timings
 *   `loadMs`: one entry per load; `firstMs`: the first question after the first load; `questionMs`: one entry per question, `kindMs` the same for questions of other kinds;
 *   `heapBytes`: what a loaded index adds to the memory of the process, typed arrays included
 * @typedef {import('../peers/peer.mjs').Peer<unknown>} Peer
 */

const TOP = 10
const LOADS = 7
const WARM_UP_MS = 1500
const PASSES = 3

/** @type {Job} */
const job = JSON.parse(process.argv[2])
process.send?.(await timings(job))
process.disconnect?.()

/** @param {Job} job @returns {Promise<Partial<Timings>>} */
async function timings({ phase, peer: name, folder, questions: count, phrases, indexFolder }) {
  const peer = await loadPeer(name)
  const file = join(indexFolder, name)
  const questions = sample(
    readQuestions(join(folder, 'queries.jsonl')).map(({ text }) => text),
    count,
  )
  if (!('build' in peer)) return phase === 'build' ? peer.time(readCollection(folder), questions, indexFolder) : {}
  return phase === 'build' ? build(peer, readCollection(folder).documents, file) : ask(peer, file, questions, phrases)
}

/**
 * @param {Peer} peer
 * @param {import('../collections.mjs').Article[]} documents
 * @param {string} file
 */
async function build(peer, documents, file) {
  const { seconds: buildSeconds, value: index } = await timed(peer.build, documents)
  const { seconds: saveSeconds, value: bytes } = await timed(peer.save, index)
  writeFileSync(file, bytes)
  return { buildSeconds, saveSeconds, bytes: statSync(file).size, gzipBytes: gzipSync(bytes).byteLength }
}

/**
 * In a process that has built nothing: what building leaves in memory would be counted, and its compiled code would help.
 * @param {Peer} peer
 * @param {string} file
 * @param {readonly string[]} questions
 * @param {readonly string[]} phrases
 */
async function ask(peer, file, questions, phrases) {
  // Read anew for each load and not kept here, so that an engine that keeps the bytes pays for them and others do not.
  const fileBytes = () => new Uint8Array(readFileSync(file))

  const before = await memory()
  const { seconds: openSeconds, value: index } = await timed(peer.load, fileBytes())
  const { seconds: firstSeconds } = await timed(peer.search, index, questions[0], TOP)
  const loadMs = [openSeconds * 1000]
  for (let n = 1; n < LOADS; n++) loadMs.push((await timed(peer.load, fileBytes())).seconds * 1000)

  const questionMs = await timeQuestions(questions, question => peer.search(index, question, TOP))
  const heapBytes = (await memory()) - before
  // Used after the measurement, so that the collector cannot have taken the index before it.
  await peer.search(index, questions[0], TOP)
  /** @type {Timings['kindMs']} */
  const kindMs = {}
  for (const kind of KINDS) {
    const search = peer.asks?.[kind]
    if (search === undefined) continue
    kindMs[kind] = await timeQuestions(questionsOf(kind, questions, phrases), question => search(index, question, TOP))
  }
  return { loadMs, firstMs: firstSeconds * 1000, questionMs, kindMs, heapBytes }
}

/**
 * @param {readonly string[]} questions
 * @param {(question: string) => unknown} search
 * @returns {Promise<number[]>} milliseconds, one entry per question
 */
async function timeQuestions(questions, search) {
  const warmUntil = performance.now() + WARM_UP_MS
  while (performance.now() < warmUntil) {
    for (const question of questions) {
      await search(question)
      if (performance.now() > warmUntil) break
    }
  }
  // A question's time is the median of its passes: what a garbage collection adds to one of them is the process's doing.
  /** @type {number[][]} */
  const passes = questions.map(() => [])
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [i, question] of questions.entries()) passes[i].push((await timed(search, question)).seconds * 1000)
  }
  return passes.map(times => times.sort((a, b) => a - b)[Math.floor(times.length / 2)])
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

/** Bytes in use: JavaScript objects and the buffers beside them. Buffers are freed some turns after their owners. */
async function memory() {
  for (let n = 0; n < 5; n++) {
    globalThis.gc?.()
    await setImmediate()
  }
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
