/** A `Client` of `@opensearch-project/opensearch` as transport: whatever the cluster answers, refusals and failures too, is what `fetch` gives. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openSearchClient } from '../../scripts/cluster/opensearch-client.mjs'
import {
  type ClusterIndex,
  type ClusterRequest,
  type ClusterTransport,
  FetchTransport,
  openCluster,
} from '../../src/opensearch/index.ts'
import { checkTransport } from '../../src/opensearch/transport.ts'
import {
  type Article,
  articleSchema,
  articles,
  articlesIndex,
  QUERIES,
  timeless,
  WAYS,
} from '../support/index-contract.ts'

const { url } = inject('cluster')
const NOBODY = 'http://127.0.0.1:9'
const Client = openSearchClient()
const client = new Client({ node: url })
const byFetch = new FetchTransport([url])
const byClient = checkTransport(client)

/** Answers 429 to whatever is asked, as often as it is told to, and passes the rest on. */
let refusals = 0
let gate: Server
let gateUrl = ''
beforeAll(async () => {
  gate = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    response.setHeader('content-type', 'application/json; charset=UTF-8')
    if (refusals-- > 0) {
      response.statusCode = 429
      return void response.end('{"error":{"type":"rejected_execution_exception","reason":"busy"},"status":429}')
    }
    const body = Buffer.concat(chunks)
    const { method = 'GET', headers } = request
    const answer = await fetch(url + request.url, {
      method,
      headers: { 'content-type': headers['content-type'] ?? 'application/json' },
      ...(body.length > 0 && { body }),
    })
    response.statusCode = answer.status
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>(resolve => gate.listen(0, '127.0.0.1', resolve))
  gateUrl = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise(resolve => gate.close(resolve))
  gate.closeAllConnections()
  await client.close()
  await fetch(`${url}/by-client-*`, { method: 'DELETE' })
})

/** Without what differs from one request to the next. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => name !== 'took')
  return Object.fromEntries(entries.map(([name, inner]) => [name, plain(inner)]))
}

const json = (value: unknown) => JSON.stringify(value)
const lines = (...values: unknown[]) => `${values.map(json).join('\n')}\n`
const REQUESTS: [what: string, request: ClusterRequest][] = [
  ['the server', { method: 'GET', path: '/' }],
  ['no index', { method: 'GET', path: '/nowhere/_mapping' }],
  ['no document', { method: 'GET', path: '/by-client-raw/_doc/absent' }],
  ['a document with accents in its id', { method: 'GET', path: `/by-client-raw/_doc/${encodeURIComponent('é/1')}` }],
  ['a query that is wrong', { method: 'POST', path: '/by-client-raw/_search', body: json({ query: { nothing: {} } }) }],
  ['no JSON', { method: 'POST', path: '/by-client-raw/_search', body: '{' }],
  [
    'a search',
    {
      method: 'POST',
      path: '/by-client-raw/_search?track_total_hits=true',
      body: json({ query: { match: { t: 'été' } } }),
    },
  ],
  [
    'several, one of them wrong',
    {
      method: 'POST',
      path: '/_msearch?filter_path=responses.hits.total,responses.error.type,responses.status',
      body: lines({ index: 'by-client-raw' }, { size: 0 }, { index: 'nowhere' }, { size: 0 }),
      isLines: true,
    },
  ],
  ['a method that is not allowed', { method: 'PUT', path: '/_msearch', body: '{}' }],
  ['a body to delete with', { method: 'DELETE', path: '/_search/point_in_time', body: json({ pit_id: ['wrong'] }) }],
  ['a list', { method: 'GET', path: '/_cat/indices/by-client-raw?format=json&h=index' }],
]

test('each answer is that of fetch', async () => {
  const bulk = lines({ index: { _id: 'é/1' } }, { t: 'un été', n: 12345678901234 })
  const written = await byClient.request({
    method: 'POST',
    path: '/by-client-raw/_bulk?refresh=true',
    body: bulk,
    isLines: true,
  })
  expect(written).toMatchObject({ status: 200, body: { errors: false } })
  for (const [what, request] of REQUESTS) {
    const [there, here] = [await byFetch.request(request), await byClient.request(request)]
    expect(plain(here), what).toEqual(plain(there))
  }
  const statuses = await Promise.all(REQUESTS.map(async ([, request]) => (await byClient.request(request)).status))
  expect(statuses).toEqual([200, 404, 404, 200, 400, expect.any(Number), 200, 200, 405, expect.any(Number), 200])
})

test('a node that has no memory for a request refuses it with 429', async () => {
  // The node of the tests takes 1 MB at a time.
  const body = lines({ index: { _index: 'by-client-raw' } }, { t: 'x'.repeat(2_000_000) })
  for (const transport of [byFetch, byClient]) {
    expect(await transport.request({ method: 'POST', path: '/_bulk', body, isLines: true })).toMatchObject({
      status: 429,
      body: { error: { type: 'rejected_execution_exception' } },
    })
  }
})

test('an index that is written and searched by a client answers as in memory', async () => {
  const options = { name: 'by-client', ...articleSchema(), replicas: 0 }
  const index = await openCluster<Article>({ ...options, transport: client })
  expect(await index.addAll(articles, { maxBytes: 50_000 })).toMatchObject({ added: articles.length, rejected: [] })
  await index.refresh()
  const other = await openCluster<Article>({ ...options, nodes: url })
  for (const [name, way] of WAYS) {
    for (const query of QUERIES.slice(0, 2)) {
      const found = timeless(await index.search(query, way as never))
      expect(found, `${name}: ${query}`).toEqual(timeless(await other.search(query, way as never)))
      expect(found.hits.map(({ id }) => id)).toEqual(articlesIndex.search(query, way).hits.map(({ id }) => id))
    }
  }
  expect(await index.get('absent')).toBeUndefined()
  expect(await index.has(articles[0].id)).toBe(true)
  expect(await index.suggest('trip')).toEqual(await other.suggest('trip'))
  const pages = await index.search('paix ville', { pointInTime: '1m', limit: 3 })
  expect(
    timeless(await index.search('paix ville', { pointInTime: '1m', limit: 3, after: pages.next })).hits,
  ).toHaveLength(3)
  const { previous, documents } = await index.rebuild({ shards: 2 })
  expect(documents).toBe(articles.length)
  await index.drop(previous)
  await index.removeAll([articles[0].id, 'absent'])
  await index.refresh()
  expect(await index.size()).toBe(articles.length - 1)
  expect(await index.health()).toMatchObject({ status: 'green', shards: { unassigned: 0 } })
})

/** The same index by either way. */
const ways: [name: string, open: (nodes: string[]) => Promise<ClusterIndex<Article>>, transport: ClusterTransport][] = [
  ['fetch', nodes => openCluster<Article>({ name: 'by-client', nodes }), byFetch],
  ['a client', nodes => openCluster<Article>({ name: 'by-client', transport: new Client({ nodes }) }), byClient],
]

test.each(ways)('by %s, 429 is tried again, and told if it does not pass', async (_, open) => {
  const index = await open([gateUrl])
  refusals = 2
  expect((await index.search('paix')).total).toBe(articlesIndex.search('paix').total)
  refusals = Number.POSITIVE_INFINITY
  const refused = { code: 'CLUSTER_REQUEST', status: 429, type: 'rejected_execution_exception' }
  await expect(index.search('guerre')).rejects.toMatchObject(refused)
  const patient = { patience: 500 }
  await expect(index.replace(articles[1], patient)).rejects.toMatchObject({ code: 'CLUSTER_REQUEST' })
  refusals = 0
  expect((await index.search('guerre')).total).toBe(articlesIndex.search('guerre').total)
})

test.each(ways)('by %s, an index that is gone is told', async (_, __, transport) => {
  await expect(openCluster({ name: 'by-client-gone', transport })).rejects.toMatchObject({ code: 'INVALID_OPTION' })
  const other = await openCluster<Article>({ name: 'by-client-gone', nodes: url, ...articleSchema(), replicas: 0 })
  const gone = await openCluster<Article>({ name: 'by-client-gone', transport })
  await other.addAll(articles.slice(0, 2))
  await fetch(`${url}/by-client-gone-1,by-client-gone-1-words`, { method: 'DELETE' })
  const missing = { code: 'CLUSTER_REQUEST', status: 404, type: 'index_not_found_exception' }
  await expect(gone.get(articles[0].id)).rejects.toMatchObject(missing)
  await expect(gone.search('paix')).rejects.toMatchObject(missing)
})

test.each(ways)('by %s, a node that refuses connections is skipped, and all of them are an error', async (_, open) => {
  const index = await open([NOBODY, url])
  expect((await index.search('paix')).total).toBe(articlesIndex.search('paix').total)
  await expect(open([NOBODY])).rejects.toMatchObject({ code: 'REQUEST_FAILED' })
})

test.each(ways)('by %s, a signal stops a request', async (_, open, transport) => {
  const index = await open([url])
  const controller = new AbortController()
  const search = index.search('paix', { signal: controller.signal })
  controller.abort()
  await expect(search).rejects.toMatchObject({ code: 'QUERY_ABORTED' })
  const stopped = new AbortController()
  const request = transport.request({ method: 'GET', path: '/_cat/indices', signal: stopped.signal })
  stopped.abort()
  await expect(request).rejects.toMatchObject({ code: 'QUERY_ABORTED' })
})
