/**
 * Measures `trouvaille/opensearch` beside OpenSearch's own French analyser, on one node of this machine: documents per second, sizes, requests, bytes and times per
 * query, and nDCG@10.
 *
 *     node bench/opensearch.mjs COLLECTION [queries] [--french] [--exact]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SearchIndex } from '../dist/index.js'
import { FetchTransport, openCluster } from '../dist/opensearch.js'
import { startCluster } from '../scripts/cluster/local-cluster.mjs'

const [name, most = '100'] = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const flags = new Set(process.argv.slice(2).filter(argument => argument.startsWith('--')))
const folder = process.env.TROUVAILLE_COLLECTIONS ?? join(import.meta.dirname, '../../shared/corpora')
const readLines = file =>
  readFileSync(join(folder, name, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
const documents = readLines('corpus.jsonl').map(({ id, title = '', text }) => ({ id: String(id), title, text }))
const judgments = new Map()
for (const line of readFileSync(join(folder, name, 'qrels.tsv'), 'utf8').split('\n')) {
  const [query, document, grade] = line.split('\t')
  if (!(Number(grade) > 0)) continue
  if (!judgments.has(query)) judgments.set(query, new Map())
  judgments.get(query).set(document, Number(grade))
}
const queries = readLines('queries.jsonl')
  .filter(({ id }) => judgments.has(String(id)))
  .slice(0, Number(most))

/** nDCG@10 of one query. */
function ndcg(query, ids) {
  const grades = judgments.get(String(query))
  const gain = (grade, i) => (2 ** grade - 1) / Math.log2(i + 2)
  const ideal = [...grades.values()]
    .sort((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, grade, i) => sum + gain(grade, i), 0)
  return ids.slice(0, 10).reduce((sum, id, i) => sum + gain(grades.get(id) ?? 0, i), 0) / ideal
}

const mean = list => list.reduce((sum, value) => sum + value, 0) / list.length
const quantile = (list, share) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))]
const rounded = (value, digits = 4) => Number(value.toFixed(digits))

const cluster = await startCluster({ heap: '1g' })
const [url] = cluster.urls
try {
  const traffic = { requests: 0, up: 0, down: 0 }
  const real = new FetchTransport([url], {
    fetch: async (address, options) => {
      const response = await fetch(address, options)
      const bytes = await response.arrayBuffer()
      traffic.requests++
      traffic.up += options.body?.length ?? 0
      traffic.down += bytes.byteLength
      return new Response(bytes, { status: response.status })
    },
  })
  const schema = { fields: { title: {}, text: {} }, storeFields: ['title', 'text'] }
  const index = await openCluster({ transport: real, name: 'bench', ...schema, replicas: 0 })
  const start = performance.now()
  const startCpu = process.cpuUsage()
  const report = await index.addAll(documents)
  const ms = performance.now() - start
  const cpu = process.cpuUsage(startCpu)
  const sent = traffic.up
  await index.refresh()
  await fetch(`${url}/_forcemerge?max_num_segments=1`, { method: 'POST' })
  await fetch(`${url}/_flush`, { method: 'POST' })
  const { bytes } = await index.health()
  console.log(
    JSON.stringify({
      collection: name,
      documents: report.added,
      rejected: report.rejected.length,
      docsPerSecond: Math.round((report.added / ms) * 1000),
      cpuMsPerDocument: rounded((cpu.user + cpu.system) / 1000 / report.added, 2),
      sentBytes: sent,
      indexBytes: bytes,
    }),
  )
  const memory = new SearchIndex(schema)
  memory.addAll(documents)
  await index.refresh()
  for (const ranking of flags.has('--exact') ? ['fast', 'exact'] : ['fast']) {
    const scores = []
    const own = []
    let same = 0
    const times = { cold: [], warm: [] }
    const totals = { cold: { requests: 0, up: 0, down: 0 }, warm: { requests: 0, up: 0, down: 0 } }
    await index.refresh()
    for (const { id, text } of queries) {
      let found
      for (const way of ['cold', 'warm']) {
        Object.assign(traffic, { requests: 0, up: 0, down: 0 })
        const begin = performance.now()
        found = await index.search(text, { ranking })
        times[way].push(performance.now() - begin)
        for (const what of ['requests', 'up', 'down']) totals[way][what] += traffic[what]
      }
      const ids = found.hits.map(hit => hit.id)
      const expected = memory.search(text).hits.map(hit => hit.id)
      if (JSON.stringify(ids) === JSON.stringify(expected)) same++
      scores.push(ndcg(id, ids))
      own.push(ndcg(id, expected))
    }
    const perQuery = way =>
      Object.fromEntries(Object.entries(totals[way]).map(([what, sum]) => [what, rounded(sum / queries.length, 1)]))
    console.log(
      JSON.stringify({
        ranking,
        queries: queries.length,
        ndcg: rounded(mean(scores)),
        inMemory: rounded(mean(own)),
        sameTenInOrder: same,
        cold: {
          ...perQuery('cold'),
          p50: rounded(quantile(times.cold, 0.5), 1),
          p95: rounded(quantile(times.cold, 0.95), 1),
        },
        warm: {
          ...perQuery('warm'),
          p50: rounded(quantile(times.warm, 0.5), 1),
          p95: rounded(quantile(times.warm, 0.95), 1),
        },
      }),
    )
  }
  if (flags.has('--french')) await french(url)
} finally {
  await cluster.stop()
}

/** OpenSearch's own French, with each of the query types that are usual. */
async function french(url) {
  const ask = async (method, path, body, type = 'application/json') =>
    (
      await fetch(url + path, {
        method,
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    ).json()
  const text = { type: 'text', analyzer: 'french' }
  await ask('PUT', '/french', { settings: { number_of_replicas: 0 }, mappings: { properties: { title: text, text } } })
  const begin = performance.now()
  for (let i = 0; i < documents.length; i += 500) {
    const lines = documents.slice(i, i + 500).flatMap(({ id, ...rest }) => [{ index: { _id: id } }, rest])
    await ask(
      'POST',
      '/french/_bulk',
      `${lines.map(line => JSON.stringify(line)).join('\n')}\n`,
      'application/x-ndjson',
    )
  }
  const ms = performance.now() - begin
  await ask('POST', '/french/_refresh', '')
  await ask('POST', '/french/_forcemerge?max_num_segments=1', '')
  await ask('POST', '/french/_flush', '')
  const stats = await ask('GET', '/french/_stats/store')
  console.log(
    JSON.stringify({
      french: 'index',
      docsPerSecond: Math.round((documents.length / ms) * 1000),
      indexBytes: stats.indices.french.total.store.size_in_bytes,
    }),
  )
  for (const type of ['most_fields', 'best_fields', 'cross_fields']) {
    const scores = []
    const times = []
    for (const { id, text: query } of queries) {
      const start = performance.now()
      const { hits } = await ask('POST', '/french/_search', {
        size: 10,
        query: { multi_match: { query, type, fields: ['title^2', 'text'] } },
      })
      times.push(performance.now() - start)
      scores.push(
        ndcg(
          id,
          hits.hits.map(({ _id }) => _id),
        ),
      )
    }
    console.log(
      JSON.stringify({
        french: type,
        ndcg: rounded(mean(scores)),
        p50: rounded(quantile(times, 0.5), 1),
        p95: rounded(quantile(times, 0.95), 1),
      }),
    )
  }
}
