/** What becomes of requests if a proxy, a full disk or a busy cluster answers: without a cluster. */
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { BulkWriter, type Fate } from '../../src/opensearch/bulk-writer.ts'
import { Cluster } from '../../src/opensearch/cluster.ts'
import { FetchTransport } from '../../src/opensearch/fetch-transport.ts'
import type { ClusterRequest, ClusterResponse } from '../../src/opensearch/transport.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

interface Seen {
  url: string | undefined
  authorization: string | undefined
}

/** A node that closes a connection instead of answering a second request on it, as a load balancer may. */
async function forgetfulNode() {
  const seen: Seen[] = []
  const used = new Map<Socket, number>()
  const server = createServer((request, response) => {
    const count = (used.get(request.socket) ?? 0) + 1
    used.set(request.socket, count)
    if (count > 1) return void request.socket.destroy()
    seen.push({ url: request.url, authorization: request.headers.authorization })
    request.resume()
    response.writeHead(200).end('{"ok":true}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, seen }
}

describe('addresses', () => {
  test('a path before the requests, a user name and a password', async () => {
    const { port, seen } = await forgetfulNode()
    const transport = new FetchTransport([`http://%C3%A9lise:mot%3Apasse@127.0.0.1:${port}/search/v2/`])
    await transport.request({ method: 'GET', path: '/articles/_mapping' })
    const authorization = `Basic ${Buffer.from('élise:mot:passe').toString('base64')}`
    expect(seen).toEqual([{ url: '/search/v2/articles/_mapping', authorization }])
  })

  test('errors do not show the password', async () => {
    const transport = new FetchTransport(['http://admin:secret@127.0.0.1:9'])
    const failure = await transport.request({ method: 'GET', path: '/' }).catch((error: Error) => error)
    expect(failure).toMatchObject({ code: 'REQUEST_FAILED', url: 'http://127.0.0.1:9' })
    expect((failure as Error).message).not.toContain('secret')
  })

  test.each(['http://127.0.0.1:9200/?pretty', 'http://127.0.0.1:9200/#a', 'ftp://127.0.0.1', 'http://'])(
    'refuses %s',
    node => {
      expect(() => new FetchTransport([node])).toThrow(expect.objectContaining({ option: 'nodes' }))
    },
  )
})

test('a request on a connection that was closed meanwhile is sent again', async () => {
  const { port, seen } = await forgetfulNode()
  const transport = new FetchTransport([`http://127.0.0.1:${port}`])
  for (let i = 0; i < 4; i++) {
    const answer = await transport.request({ method: 'POST', path: `/${i}`, body: '{}' })
    expect(answer).toEqual({ status: 200, body: { ok: true } })
  }
  expect(seen.map(({ url }) => url)).toEqual(['/0', '/1', '/2', '/3'])
})

test('a node that is too slow is said to be', async () => {
  const server = createServer(() => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const transport = new FetchTransport([`http://127.0.0.1:${port}`], { timeout: 50 })
  await expect(transport.request({ method: 'GET', path: '/' })).rejects.toThrow('no response within 50 ms')
})

/** A cluster that gives these answers, the last one again and again. */
function answering(...answers: ((request: ClusterRequest) => ClusterResponse)[]) {
  const requests: ClusterRequest[] = []
  const cluster = new Cluster({
    request: async request => {
      requests.push(request)
      return answers[Math.min(requests.length, answers.length) - 1](request)
    },
  })
  return { cluster, requests }
}

describe('Cluster', () => {
  test('says what a proxy says', async () => {
    const page = '<html><body><h1>401 Authorization Required</h1></body></html>'
    const { cluster } = answering(() => ({ status: 401, body: page }))
    await expect(cluster.ask('GET', '/')).rejects.toMatchObject({
      code: 'CLUSTER_REQUEST',
      status: 401,
      message: expect.stringContaining('401 Authorization Required'),
    })
  })

  test.each([undefined, null, '', [], { error: null }])('an error with the body %j has its status', async body => {
    const { cluster } = answering(() => ({ status: 403, body }))
    await expect(cluster.ask('GET', '/')).rejects.toMatchObject({ code: 'CLUSTER_REQUEST', status: 403 })
  })

  test('a load balancer without a node is asked again', async () => {
    const { cluster, requests } = answering(
      () => ({ status: 502, body: 'Bad Gateway' }),
      () => ({ status: 200, body: {} }),
    )
    await cluster.ask('GET', '/')
    expect(requests.length).toBe(2)
  })

  const whole = { _shards: { total: 2, successful: 2 }, hits: { hits: [] } }
  const refused = { status: 429, error: { type: 'search_phase_execution_exception', reason: 'all shards failed' } }
  const failures = [{ reason: { type: 'opensearch_rejected_execution_exception', reason: 'queue' } }]
  test.each([
    ['a search', refused],
    ['a shard', { ...whole, _shards: { total: 2, successful: 1, failures } }],
  ])('if it is too busy for %s, the searches are sent again', async (_, busy) => {
    const { cluster, requests } = answering(
      () => ({ status: 200, body: { responses: [whole, busy] } }),
      () => ({ status: 200, body: { responses: [whole, whole] } }),
    )
    expect(await cluster.search([{}, {}, {}, {}])).toEqual({ responses: [whole, whole] })
    expect(requests.length).toBe(2)
  })

  test('a shard that has no copy is not waited for', async () => {
    const partial = { ...whole, _shards: { total: 2, successful: 1 } }
    const { cluster, requests } = answering(() => ({ status: 200, body: { responses: [partial] } }))
    await cluster.search([{}, {}])
    expect(requests.length).toBe(1)
  })
})

describe('BulkWriter', () => {
  const counted = ({ body = '' }: ClusterRequest) => body.split('\n').length >> 1
  const items = (request: ClusterRequest, item: object) => ({
    status: 200,
    body: { items: Array.from({ length: counted(request) }, () => ({ index: item })) },
  })
  const limits = (patience: number) => ({ concurrency: 1, maxBytes: 1, patience, refusals: { since: undefined } })

  async function fatesOf(cluster: Cluster, count: number, patience: number): Promise<Fate[]> {
    const fates: Fate[] = []
    const writer = new BulkWriter(cluster, limits(patience))
    for (let i = 0; i < count; i++) await writer.add({ index: { _id: `${i}` } }, '{}', fate => fates.push(fate))
    await writer.end()
    return fates
  }

  test('an index that is gone has not taken a document; one that was not there is removed', async () => {
    const error = { type: 'index_not_found_exception', reason: 'no such index' }
    const gone = answering(request => items(request, { status: 404, error }))
    expect(await fatesOf(gone.cluster, 1, 1000)).toEqual([
      { kind: 'rejected', reason: 'no such index', type: 'index_not_found_exception' },
    ])
    const absent = answering(request => items(request, { status: 404, result: 'not_found' }))
    expect(await fatesOf(absent.cluster, 1, 1000)).toEqual([{ kind: 'done', isRetried: false }])
  })

  test('a disk that stays full costs patience once, not for each batch', async () => {
    const error = { type: 'cluster_block_exception', reason: 'disk usage exceeded flood-stage watermark' }
    const { cluster, requests } = answering(request => items(request, { status: 429, error }))
    const fates = await fatesOf(cluster, 20, 300)
    expect(fates.length).toBe(20)
    expect(fates.every(fate => fate.kind === 'rejected' && /watermark/.test(fate.reason))).toBe(true)
    // The first batch is sent until patience is over; each of the others once.
    const first = requests.filter(({ body = '' }) => body.includes('"_id":"0"')).length
    expect(first).toBeGreaterThan(1)
    expect(requests.length - first).toBe(19)
  })

  test('patience begins again once the cluster has taken something', async () => {
    const full = (request: ClusterRequest) => items(request, { status: 429, error: { type: 'full', reason: 'full' } })
    const taken = (request: ClusterRequest) => items(request, { status: 201 })
    let over = false
    const { cluster } = answering(request => {
      const { body = '' } = request
      if (body.includes('"_id":"0"')) return full(request)
      if (body.includes('"_id":"1"')) return taken(request)
      if (over) return taken(request)
      over = true
      return full(request)
    })
    expect((await fatesOf(cluster, 3, 300)).map(({ kind }) => kind)).toEqual(['rejected', 'done', 'done'])
  })

  test('what is no answer of OpenSearch is sent again', async () => {
    const page = { status: 200, body: '<html>Sign in</html>' }
    const { cluster, requests } = answering(
      () => page,
      request => items(request, { status: 201 }),
    )
    expect(await fatesOf(cluster, 1, 10_000)).toEqual([{ kind: 'done', isRetried: true }])
    expect(requests.length).toBe(2)
  })
})
