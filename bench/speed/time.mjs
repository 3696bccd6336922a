/**
 * The process that times an engine that runs in Node: `build PEER documents.tsv index [columns]`, `ask PEER index index-with-columns queries.tsv
 * warm-up-ms passes budget-ms` and `start PEER index`, as LuceneSpeed.java and tantivy's speed.py have them.
 */

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import { loadPeer } from '../peers/index.mjs'

/**
 * @typedef {import('../peers/peer.mjs').Peer<unknown>} Peer
 * @typedef {import('./kinds.mjs').Kind} Kind
 * @typedef {import('./kinds.mjs').Query} Query
 * @typedef {{ wallMs: number[], cpuMs: number[], meanCpuMs: number, hits: number }} Times
 *   an entry per query, the least of its passes; `meanCpuMs`: of the whole process, collecting garbage and compiling included; `hits`: returned, on average
 * @typedef {(query: Query) => readonly unknown[] | Promise<readonly unknown[]>} Answer
 */

const TOP = 10
const OPENINGS = 7
const LEAST_PASSES = 2

const [task, name, ...rest] = process.argv.slice(2)
const peer = await loadPeer(name)
if (!('build' in peer)) throw new TypeError(`${name} does not run inside Node.`)
if (task === 'start') await start(peer, rest[0])
else console.log(JSON.stringify(await (task === 'build' ? build(peer, rest) : ask(peer, rest))))

/** @param {Peer} peer @param {string[]} rest */
async function build({ build, save, columns }, [documents, file, withColumns]) {
  const start = performance.now()
  const rows = readFileSync(documents, 'utf8').trimEnd().split('\n')
  const articles = rows.map(row => {
    const [id, title, text, code, series, part, length] = row.split('\t')
    return withColumns ? { id, title, text, code, series, part, length: Number(length) } : { id, title, text }
  })
  // @ts-expect-error Only rows with columns are given to `columns.build`.
  const index = await (withColumns ? columns?.build(articles) : build(articles))
  if (index === undefined) return {}
  writeFileSync(file, await save(index))
  const { maxRSS } = process.resourceUsage()
  return {
    buildSeconds: (performance.now() - start) / 1000,
    buildCpuSeconds: processCpuMs() / 1000,
    bytes: statSync(file).size,
    buildPeakBytes: maxRSS * 1024,
  }
}

/** @param {Peer} peer @param {string[]} rest */
async function ask(peer, [file, withColumns, queries, warmUpMs, passes, budgetMs]) {
  // Read anew for each opening and not kept here, so that an engine that keeps the bytes pays for them and others do not.
  const fileBytes = () => new Uint8Array(readFileSync(file))
  const before = await memory()
  const start = performance.now()
  const index = await peer.load(fileBytes())
  const loadMs = [performance.now() - start]
  for (let n = 1; n < OPENINGS; n++) {
    const bytes = fileBytes()
    const start = performance.now()
    await peer.load(bytes)
    loadMs.push(performance.now() - start)
  }
  const kinds = queriesByKind(queries)
  for (const { text } of kinds.get('long') ?? []) await peer.search(index, text, TOP)
  const heapBytes = (await memory()) - before

  const filtered = peer.columns && existsSync(withColumns) ? await peer.load(readFileSync(withColumns)) : undefined
  const answers = answersOf(peer, index, filtered, [...kinds.keys()])
  await warmUp(kinds, answers, Number(warmUpMs))
  /** @type {Partial<Record<Kind, Times>>} */
  const times = {}
  for (const [kind, answer] of answers) {
    times[kind] = await timesOf(kinds.get(kind) ?? [], answer, Number(passes), Number(budgetMs))
  }
  return { loadMs, kinds: times, heapBytes, peakBytes: process.resourceUsage().maxRSS * 1024 }
}

/** The process is measured from outside: from its start until it has printed the answer. @param {Peer} peer @param {string} file */
async function start({ load, search }, file) {
  const index = await load(new Uint8Array(readFileSync(file)))
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  await search(index, (await lines.next()).value, TOP)
  process.stdout.write('answered\n')
  await lines.next()
}

/** @param {string} file @returns {Map<Kind, Query[]>} */
function queriesByKind(file) {
  /** @type {Map<Kind, Query[]>} */
  const kinds = new Map()
  for (const row of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const [name, text, code, leastLength] = row.split('\t')
    const kind = /** @type {Kind} */ (name)
    const queries = kinds.get(kind) ?? []
    queries.push({ text, code, leastLength: Number(leastLength) })
    kinds.set(kind, queries)
  }
  return kinds
}

/**
 * How each kind is answered; kinds that the engine does not know are left out.
 * @param {Peer} peer
 * @param {unknown} index
 * @param {unknown} filtered the index with columns
 * @param {readonly Kind[]} kinds
 * @returns {Map<Kind, Answer>}
 */
function answersOf({ search, asks = {}, columns }, index, filtered, kinds) {
  /** @type {Map<Kind, Answer>} */
  const answers = new Map()
  for (const kind of kinds) {
    const special = asks[kind]
    if (kind === 'long' || kind === 'short') answers.set(kind, ({ text }) => search(index, text, TOP))
    else if (special) answers.set(kind, ({ text }) => special(index, text, TOP))
    else if (kind === 'filter' && columns && filtered) answers.set(kind, query => columns.filter(filtered, query, TOP))
  }
  return answers
}

/** All kinds in turn, as they come to a server: what the compiler sees first is not one kind alone. @param {Map<Kind, Query[]>} kinds @param {Map<Kind, Answer>} answers @param {number} ms */
async function warmUp(kinds, answers, ms) {
  const end = performance.now() + ms
  for (let i = 0; performance.now() < end; i++) {
    for (const [kind, answer] of answers) {
      const queries = kinds.get(kind) ?? []
      const value = answer(queries[i % queries.length])
      if (value instanceof Promise) await value
    }
  }
}

/**
 * The least wall and CPU time of the passes over all queries: what a garbage collection or the machine adds to one of them is not the query's doing.
 * @param {readonly Query[]} queries
 * @param {Answer} answer
 * @param {number} passes
 * @param {number} budgetMs no further pass is begun after that
 * @returns {Promise<Times>}
 */
async function timesOf(queries, answer, passes, budgetMs) {
  const wallMs = queries.map(() => Number.POSITIVE_INFINITY)
  const cpuMs = queries.map(() => Number.POSITIVE_INFINITY)
  const began = performance.now()
  const used = processCpuMs()
  let pass = 0
  for (; pass < passes && (pass < LEAST_PASSES || performance.now() - began < budgetMs); pass++) {
    for (const [i, query] of queries.entries()) {
      const cpuStart = threadCpuMs()
      const start = performance.now()
      const value = answer(query)
      // Not awaited if the engine answers at once: a turn of the queue would be charged to fast engines alone.
      if (value instanceof Promise) await value
      wallMs[i] = Math.min(wallMs[i], performance.now() - start)
      cpuMs[i] = Math.min(cpuMs[i], threadCpuMs() - cpuStart)
    }
  }
  const meanCpuMs = (processCpuMs() - used) / pass / queries.length
  let hits = 0
  for (const query of queries) hits += (await answer(query)).length
  return { wallMs, cpuMs, meanCpuMs, hits: hits / queries.length }
}

/** The thread's, if this Node tells it; else the process's, which is hardly more in the best of several passes. */
function threadCpuMs() {
  // @ts-expect-error Node's types of version 20 lack it.
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage)()
  return (user + system) / 1000
}

function processCpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
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
