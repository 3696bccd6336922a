/** Measures OpenSearch's own `french` analyser over the same documents, with each of the query types that are usual. */
import { meanScores, scoreRun } from '../measure.mjs'
import { countingFetch, cpuOf, Meter } from './costs.mjs'

/**
 * @typedef {{ type: string, ndcg?: number, warm: import('./costs.mjs').Cost }} AnalyserSearching
 * @typedef {{ writing: import('./cluster.mjs').Writing, searching: AnalyserSearching[] }} AnalyserFigures
 */

const TYPES = ['most_fields', 'best_fields', 'cross_fields']
const BATCH = 500
const JSON_TYPE = 'application/json'

/**
 * @param {import('./cluster.mjs').Measured} measured
 * @param {{ url: string, pid: number }} options
 * @returns {Promise<AnalyserFigures>}
 */
export async function measureAnalyser({ count, documents, queries, judgements }, { url, pid }) {
  const { traffic, counting } = countingFetch()
  const ask = async (
    /** @type {string} */ method,
    /** @type {string} */ path,
    /** @type {unknown} */ body,
    type = JSON_TYPE,
  ) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await counting(url + path, { method, headers: { 'content-type': type }, body: text })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const text = { type: 'text', analyzer: 'french' }
  await ask('PUT', '/french', { settings: { number_of_replicas: 0 }, mappings: { properties: { title: text, text } } })
  const start = performance.now()
  const client = process.cpuUsage()
  const node = cpuOf(pid)
  /** @type {object[]} */
  let lines = []
  const send = async () => {
    const body = `${lines.map(line => JSON.stringify(line)).join('\n')}\n`
    lines = []
    await ask('POST', '/french/_bulk', body, 'application/x-ndjson')
  }
  for (const { id, ...rest } of documents()) {
    lines.push({ index: { _id: id } }, rest)
    if (lines.length === BATCH * 2) await send()
  }
  if (lines.length > 0) await send()
  await ask('POST', '/french/_refresh', '')
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(client)
  const nodeMs = cpuOf(pid) - node
  const sentBytes = traffic.up
  await ask('POST', '/french/_forcemerge?max_num_segments=1', '')
  await ask('POST', '/french/_flush', '')
  const stats = await ask('GET', '/french/_stats/store', undefined)
  const writing = {
    documentsPerSecond: count / seconds,
    clientMs: (user + system) / 1000 / count,
    nodeMs: nodeMs / count,
    sentBytes: sentBytes / count,
    indexBytes: stats.indices.french.total.store.size_in_bytes,
  }
  /** @type {AnalyserSearching[]} */
  const searching = []
  for (const type of TYPES) {
    const search = (/** @type {string} */ query) =>
      ask('POST', '/french/_search', {
        size: 10,
        query: { multi_match: { query, type, fields: ['title^2', 'text'] } },
      })
    for (let pass = 0; pass < 2; pass++) for (const { text } of queries) await search(text)
    const meter = new Meter(traffic, pid)
    const run = new Map()
    for (const { id, text } of queries) {
      const { hits } = await meter.measure(() => search(text))
      run.set(
        id,
        hits.hits.map((/** @type {{ _id: string }} */ { _id }) => _id),
      )
    }
    const of = judgements && new Map([...judgements].filter(([id]) => run.has(id)))
    searching.push({ type, ndcg: of && meanScores(scoreRun(of, run).values()).ndcg, warm: meter.cost() })
  }
  return { writing, searching }
}
