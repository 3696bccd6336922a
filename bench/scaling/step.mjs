/** The child process that builds one file, or opens it and asks: its peak of memory is that of the one work. */

import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { seededRandom } from '../random.mjs'
import { distFolder } from '../snapshot.mjs'
import { percentile } from '../speed/summarise.mjs'

/**
 * @typedef {{ phase: 'build' | 'ask', documents: string, questionFile: string, index: string, questions: number }} Job
 * @typedef {{
 *   size: number, textBytes: number, buildSeconds: number, buildPeakBytes: number, bytes: number, words: number,
 *   openMs: number, heapBytes: number, p50Ms: number, p99Ms: number
 * }} Step `heapBytes`: JavaScript objects that opening made, the bytes of the file not counted
 */

const TOP = 10
const OPENINGS = 7
/** One alone is lost in what the collector leaves. */
const OPENED = 50
const WARM_UP_MS = 1500
const PASSES = 3

const { buildIndexFile } = await import(pathToFileURL(join(distFolder(), 'node.js')).href)
const { SearchIndex } = await import(pathToFileURL(join(distFolder(), 'index.js')).href)

/** @type {Job} */
const job = JSON.parse(process.argv[2])
process.send?.(await (job.phase === 'build' ? build(job) : ask(job)))
process.disconnect?.()

/** @param {Job} job */
async function build({ documents, index }) {
  async function* articles() {
    for await (const line of createInterface({ input: createReadStream(documents) })) yield JSON.parse(line)
  }
  const start = performance.now()
  const { bytes, words } = await buildIndexFile(index, articles(), { fields: ['title', 'text'] })
  const buildSeconds = (performance.now() - start) / 1000
  return { buildSeconds, bytes, words, buildPeakBytes: process.resourceUsage().maxRSS * 1024 }
}

/** @param {Job} job */
async function ask({ questionFile, index, questions }) {
  const bytes = new Uint8Array(readFileSync(index))
  const opened = SearchIndex.fromBytes(bytes)
  const before = await heap()
  const others = Array.from({ length: OPENED }, () => SearchIndex.fromBytes(bytes))
  const heapBytes = ((await heap()) - before) / others.length
  const openMs = median(Array.from({ length: OPENINGS }, () => milliseconds(() => SearchIndex.fromBytes(bytes))))

  const asked = sample(JSON.parse(readFileSync(questionFile, 'utf8')), questions)
  const ask = (/** @type {string} */ question) => opened.search(question, { limit: TOP })
  const warmUntil = performance.now() + WARM_UP_MS
  for (let i = 0; performance.now() < warmUntil; i++) ask(asked[i % asked.length])
  // A question's time is the median of its passes: what a garbage collection adds to one of them is the process's doing.
  const times = asked.map(question => median(Array.from({ length: PASSES }, () => milliseconds(() => ask(question)))))
  return { openMs, heapBytes, p50Ms: median(times), p99Ms: percentile(times, 99) }
}

/** @param {() => unknown} work */
function milliseconds(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** @param {readonly number[]} values */
function median(values) {
  return percentile(values, 50)
}

/** Bytes of JavaScript objects in use. */
async function heap() {
  for (let n = 0; n < 5; n++) {
    globalThis.gc?.()
    await setImmediate()
  }
  return process.memoryUsage().heapUsed
}

/**
 * The same in every run.
 * @param {readonly string[]} questions
 * @param {number} count
 */
function sample(questions, count) {
  const random = seededRandom(1)
  return Array.from({ length: count }, () => questions[Math.floor(random() * questions.length)])
}
