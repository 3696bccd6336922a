/** Measures an index of `trouvaille/opensearch`: writing it, its size, and queries whose words were counted before and not. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { meanScores, scoreRun } from '../measure.mjs'
import { distFolder } from '../snapshot.mjs'
import { countingFetch, cpuOf, Meter } from './costs.mjs'

/**
 * @typedef {{
 *   count: number, documents: () => Iterable<import('../collections.mjs').Article>, queries: readonly import('../collections.mjs').Question[],
 *   judgements: import('../collections.mjs').Judgements | undefined, isCompared: boolean
 * }} Measured
 * @typedef {{ documentsPerSecond: number, clientMs: number, nodeMs: number, sentBytes: number, indexBytes: number }} Writing CPU milliseconds and bytes sent a document
 * @typedef {{ ranking: string, ndcg?: number, inMemory?: number, same?: number, cold: import('./costs.mjs').Cost, warm: import('./costs.mjs').Cost }} Searching
 * @typedef {{ writing: Writing, searching: Searching[] }} OwnFigures
 */

const load = (/** @type {string} */ file) => import(pathToFileURL(join(distFolder(), file)).href)
const SCHEMA = { fields: ['title', 'text'], storeFields: ['title', 'text'] }
/** The JIT of a node that just started has compiled nothing. */
const WARMING_PASSES = 2

/**
 * @param {Measured} measured
 * @param {{ url: string, pid: number, rankings: readonly string[] }} options
 * @returns {Promise<OwnFigures>}
 */
export async function measureCluster({ count, documents, queries, judgements, isCompared }, { url, pid, rankings }) {
  const { SearchIndex } = await load('index.js')
  const { FetchTransport, openCluster } = await load('opensearch.js')
  const { traffic, counting } = countingFetch()
  const transport = new FetchTransport([url], { fetch: counting, timeout: 120_000 })
  const index = await openCluster({ transport, name: 'bench', ...SCHEMA, replicas: 0 })
  const start = performance.now()
  const client = process.cpuUsage()
  const node = cpuOf(pid)
  const report = await index.addAll(documents())
  await index.refresh()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(client)
  const nodeMs = cpuOf(pid) - node
  if (report.added !== count) throw new Error(`${count - report.added} documents were not added.`)
  const sentBytes = traffic.up
  await fetch(`${url}/_forcemerge?max_num_segments=1`, { method: 'POST' })
  await fetch(`${url}/_flush`, { method: 'POST' })
  const { bytes } = await index.health()
  const writing = {
    documentsPerSecond: count / seconds,
    clientMs: (user + system) / 1000 / count,
    nodeMs: nodeMs / count,
    sentBytes: sentBytes / count,
    indexBytes: bytes,
  }
  const memory = isCompared ? new SearchIndex(SCHEMA) : undefined
  memory?.addAll(documents())
  const idsOf = (/** @type {{ hits: readonly { id: string }[] }} */ { hits }) => hits.map(({ id }) => id)
  const expected = memory && new Map(queries.map(({ id, text }) => [id, idsOf(memory.search(text))]))
  /** @type {Searching[]} */
  const searching = []
  for (const ranking of rankings) {
    const cold = new Meter(traffic, pid)
    const warm = new Meter(traffic, pid)
    const run = new Map()
    for (let pass = 0; pass < WARMING_PASSES; pass++) {
      for (const { text } of queries) await index.search(text, { ranking })
    }
    for (const { id, text } of queries) {
      // Nothing is counted after a refresh.
      await index.refresh()
      await cold.measure(() => index.search(text, { ranking }))
      run.set(id, idsOf(await warm.measure(() => index.search(text, { ranking }))))
    }
    const of = judgements && new Map([...judgements].filter(([id]) => run.has(id)))
    const ndcg = (/** @type {Map<string, string[]>} */ run) => of && meanScores(scoreRun(of, run).values()).ndcg
    searching.push({
      ranking,
      ndcg: ndcg(run),
      ...(expected && {
        inMemory: ndcg(expected),
        same: queries.filter(({ id }) => String(run.get(id)) === String(expected.get(id))).length,
      }),
      cold: cold.cost(),
      warm: warm.cost(),
    })
  }
  return { writing, searching }
}
