/** One collection in `trouvaille/opensearch` and in OpenSearch's own French, on one node: what writing and asking cost, and how well both rank. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { meanScores, scoreRun } from '../measure.mjs'
import { distFolder } from '../snapshot.mjs'
import { percentile } from '../speed/summarise.mjs'

const load = (/** @type {string} */ entry) => import(pathToFileURL(join(distFolder(), entry)).href)
const { SearchIndex } = await load('index.js')
const { FetchTransport, openCluster } = await load('opensearch.js')

/**
 * @typedef {'fast' | 'exact'} Ranking
 * @typedef {{ requests: number, up: number, down: number }} Traffic bytes sent and received
 * @typedef {Traffic & { p50: number, p95: number }} PerQuery means of the traffic, times in ms
 * @typedef {{ ranking: Ranking, ndcg: number, sameTen: number, cold: PerQuery, warm: PerQuery }} RankingResult
 *   `sameTen`: how many queries have the ten hits of an index in memory, in their order; `warm`: the same query again
 * @typedef {{ added: number, rejected: number, docsPerSecond: number, cpuMs: number, sent: number, indexBytes: number }} Writing
 *   `cpuMs`: of the client, per document; `sent`: bytes in all
 * @typedef {{ type: string, ndcg: number, p50: number, p95: number }} FrenchResult
 */

const FRENCH_TYPES = ['most_fields', 'best_fields', 'cross_fields']
const SCHEMA = { fields: { title: {}, text: {} }, storeFields: ['title', 'text'] }
const BULK = 500

/**
 * @param {string} url of the node
 * @param {import('../collections.mjs').Collection} collection
 * @param {readonly Ranking[]} rankings
 */
export async function measureCluster(url, collection, rankings) {
  /** @type {Traffic} */
  const traffic = { requests: 0, up: 0, down: 0 }
  const transport = new FetchTransport([url], {
    fetch: async (/** @type {string} */ address, /** @type {{ body?: string | Uint8Array }} */ options) => {
      const response = await fetch(address, /** @type {RequestInit} */ (options))
      const bytes = await response.arrayBuffer()
      traffic.requests++
      traffic.up += options.body?.length ?? 0
      traffic.down += bytes.byteLength
      return new Response(bytes, { status: response.status })
    },
  })
  const index = await openCluster({ transport, name: `bench-${collection.name}`, ...SCHEMA, replicas: 0 })
  const start = performance.now()
  const cpu = process.cpuUsage()
  const { added, rejected } = await index.addAll(collection.documents)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const sent = traffic.up
  await index.refresh()
  await post(url, '/_forcemerge?max_num_segments=1')
  await post(url, '/_flush')
  const { bytes: indexBytes } = await index.health()
  /** @type {Writing} */
  const writing = {
    added,
    rejected: rejected.length,
    docsPerSecond: Math.round(added / seconds),
    cpuMs: (user + system) / 1000 / added,
    sent,
    indexBytes,
  }

  const memory = new SearchIndex(SCHEMA)
  memory.addAll(collection.documents)
  const expected = new Map(collection.questions.map(({ id, text }) => [id, idsOf(memory.search(text))]))
  /** @type {RankingResult[]} */
  const results = []
  for (const ranking of rankings) {
    await index.refresh()
    const run = new Map()
    const costs = { cold: costsOfQueries(), warm: costsOfQueries() }
    for (const { id, text } of collection.questions) {
      for (const way of /** @type {const} */ (['cold', 'warm'])) {
        Object.assign(traffic, { requests: 0, up: 0, down: 0 })
        const begin = performance.now()
        run.set(id, idsOf(await index.search(text, { ranking })))
        costs[way].add(performance.now() - begin, traffic)
      }
    }
    const sameTen = [...run].filter(([id, ids]) => ids.join('\n') === expected.get(id)?.join('\n')).length
    const { ndcg } = meanScores(scoreRun(collection.judgements, run).values())
    results.push({ ranking, ndcg, sameTen, cold: costs.cold.mean(), warm: costs.warm.mean() })
  }
  const inMemory = meanScores(scoreRun(collection.judgements, expected).values()).ndcg
  return { writing, inMemory, rankings: results }
}

/**
 * OpenSearch's own French analyser, with each of the query types that are usual.
 * @param {string} url
 * @param {import('../collections.mjs').Collection} collection
 * @returns {Promise<FrenchResult[]>}
 */
export async function measureFrenchAnalyser(url, { name, documents, questions, judgements }) {
  const index = `/french-${name}`
  const text = { type: 'text', analyzer: 'french' }
  await post(
    url,
    index,
    { settings: { number_of_replicas: 0 }, mappings: { properties: { title: text, text } } },
    'PUT',
  )
  for (let i = 0; i < documents.length; i += BULK) {
    const lines = documents.slice(i, i + BULK).flatMap(({ id, ...rest }) => [{ index: { _id: id } }, rest])
    await post(url, `${index}/_bulk`, `${lines.map(line => JSON.stringify(line)).join('\n')}\n`)
  }
  await post(url, `${index}/_refresh`)
  await post(url, `${index}/_forcemerge?max_num_segments=1`)
  /** @type {FrenchResult[]} */
  const results = []
  for (const type of FRENCH_TYPES) {
    const run = new Map()
    const times = []
    for (const { id, text: query } of questions) {
      const start = performance.now()
      const { hits } = await post(url, `${index}/_search`, {
        size: 10,
        query: { multi_match: { query, type, fields: ['title^2', 'text'] } },
      })
      times.push(performance.now() - start)
      run.set(
        id,
        hits.hits.map((/** @type {{ _id: string }} */ { _id }) => _id),
      )
    }
    const { ndcg } = meanScores(scoreRun(judgements, run).values())
    results.push({ type, ndcg, p50: percentile(times, 50), p95: percentile(times, 95) })
  }
  return results
}

function costsOfQueries() {
  /** @type {number[]} */
  const times = []
  const sums = { requests: 0, up: 0, down: 0 }
  return {
    /** @param {number} time @param {Traffic} traffic */
    add(time, { requests, up, down }) {
      times.push(time)
      sums.requests += requests
      sums.up += up
      sums.down += down
    },
    /** @returns {PerQuery} */
    mean: () => ({
      requests: sums.requests / times.length,
      up: sums.up / times.length,
      down: sums.down / times.length,
      p50: percentile(times, 50),
      p95: percentile(times, 95),
    }),
  }
}

/** @param {{ hits: { id: unknown }[] }} answer @returns {string[]} */
const idsOf = ({ hits }) => hits.map(({ id }) => String(id))

/**
 * @param {string} url
 * @param {string} path
 * @param {string | object} [body]
 * @param {string} [method]
 */
async function post(url, path, body, method = 'POST') {
  const lines = typeof body === 'string'
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': lines ? 'application/x-ndjson' : 'application/json' },
    body: lines || body === undefined ? body : JSON.stringify(body),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 500)}`)
  return answer
}
