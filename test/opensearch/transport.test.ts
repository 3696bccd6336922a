/** How requests reach a cluster, and what becomes of writes: without a cluster. The tests with one are in `test/cluster/`. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { BulkWriter, type Fate } from '../../src/opensearch/bulk-writer.ts'
import { Cluster, write } from '../../src/opensearch/cluster.ts'
import { FetchTransport } from '../../src/opensearch/fetch-transport.ts'
import { type ClusterResponse, transportOfClient } from '../../src/opensearch/transport.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A node that answers with a status, after a while. */
async function node(status: number, body: unknown = {}, after = 0) {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    request.resume()
    setTimeout(() => response.writeHead(status).end(JSON.stringify(body)), after)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

/** An address where nobody listens any more. */
async function nobodyThere(): Promise<string> {
  const { url } = await node(200)
  const close = closing.pop()
  close?.()
  return url
}

describe('FetchTransport', () => {
  test('a node that does not answer, is too slow or says 503 gives way to another', async () => {
    const good = await node(200, { good: true })
    const [busy, slow] = [await node(503), await node(200, {}, 5000)]
    for (const other of [await nobodyThere(), busy.url, slow.url]) {
      const transport = new FetchTransport([other, good.url], { timeout: 1000 })
      for (let i = 0; i < 3; i++) {
        expect(await transport.request({ method: 'GET', path: '/' })).toEqual({ status: 200, body: { good: true } })
      }
    }
    // After its time was up once, the slow one was left alone.
    expect(slow.seen.length).toBe(1)
  })

  test('without any node it says why, and an error status is an answer', async () => {
    const nobody = new FetchTransport([await nobodyThere()])
    await expect(nobody.request({ method: 'GET', path: '/' })).rejects.toMatchObject({
      code: 'REQUEST_FAILED',
      message: expect.stringContaining('ECONNREFUSED'),
    })
    const missing = await node(404, { found: false })
    expect(await new FetchTransport([missing.url]).request({ method: 'GET', path: '/x' })).toMatchObject({
      status: 404,
    })
  })

  test('sends user, headers and kinds of bodies', async () => {
    const { url, seen } = await node(200)
    const transport = new FetchTransport([`${url}/`], {
      auth: { username: 'élise', password: 'pass:mot' },
      headers: { 'x-tenant': 'a' },
    })
    await transport.request({ method: 'POST', path: '/_bulk', body: '{}\n', isLines: true })
    await transport.request({ method: 'POST', path: '/a/_search?b=c', body: '{}' })
    expect(seen.map(({ headers }) => headers['content-type'])).toEqual(['application/x-ndjson', 'application/json'])
    expect(seen[0].headers).toMatchObject({
      authorization: `Basic ${Buffer.from('élise:pass:mot').toString('base64')}`,
      'x-tenant': 'a',
    })
    expect(seen[1].url).toBe('/a/_search?b=c')
  })

  test('a signal stops it at once', async () => {
    const { url } = await node(200, {}, 5000)
    const controller = new AbortController()
    const request = new FetchTransport([url]).request({ method: 'GET', path: '/', signal: controller.signal })
    controller.abort()
    await expect(request).rejects.toMatchObject({ code: 'QUERY_ABORTED' })
  })

  test('refuses addresses that are none', () => {
    expect(() => new FetchTransport([])).toThrow(expect.objectContaining({ option: 'nodes' }))
    expect(() => new FetchTransport(['localhost:9200'])).toThrow(expect.objectContaining({ option: 'nodes' }))
  })
})

describe('a client of @opensearch-project/opensearch', () => {
  const clientOf = (answer: () => unknown) => {
    const seen: unknown[] = []
    const request = async (parameters: unknown) => {
      seen.push(parameters)
      return answer()
    }
    return { seen, transport: transportOfClient({ transport: { request } } as never) }
  }

  test('gets path, query string and lines apart, and its errors with a status are answers', async () => {
    const { seen, transport } = clientOf(() => ({ statusCode: 200, body: { ok: true } }))
    expect(await transport.request({ method: 'POST', path: '/_bulk?timeout=1s', body: '{}\n', isLines: true })).toEqual(
      { status: 200, body: { ok: true } },
    )
    expect(seen).toEqual([{ method: 'POST', path: '/_bulk', querystring: 'timeout=1s', bulkBody: '{}\n' }])
    const refusing = clientOf(() => {
      throw Object.assign(new Error('no'), { meta: { statusCode: 409, body: { error: 'conflict' } } })
    })
    expect(await refusing.transport.request({ method: 'GET', path: '/' })).toEqual({
      status: 409,
      body: { error: 'conflict' },
    })
    const gone = clientOf(() => {
      throw Object.assign(new Error('no living connections'), { meta: { statusCode: 0 } })
    })
    await expect(gone.transport.request({ method: 'GET', path: '/' })).rejects.toMatchObject({ code: 'REQUEST_FAILED' })
  })
})

test('a client that is told to stop gives a typed error, once', async () => {
  let stop = () => {}
  const sent = new Promise((_, reject) => {
    stop = () => reject(new Error('Request aborted'))
  })
  // As the real one: `abort` gives what the request gave, a promise that is rejected then.
  const abort = () => {
    stop()
    return sent
  }
  const request = () => Object.assign(sent, { abort })
  const controller = new AbortController()
  const transport = transportOfClient({ transport: { request } } as never)
  const answer = transport.request({ method: 'GET', path: '/', signal: controller.signal })
  controller.abort()
  await expect(answer).rejects.toMatchObject({ code: 'QUERY_ABORTED' })
  // Whatever the listener returned would be thrown now.
  await new Promise(resolve => setTimeout(resolve))
  await expect(transport.request({ method: 'GET', path: '/', signal: controller.signal })).rejects.toMatchObject({
    code: 'QUERY_ABORTED',
  })
})

describe('BulkWriter', () => {
  /** Answers each bulk request with the next of `answers`, for its items. */
  async function fatesOf(
    count: number,
    answers: ((items: number) => ClusterResponse)[],
    patience = 60_000,
  ): Promise<{ fates: Fate[]; sizes: number[] }> {
    const sizes: number[] = []
    const cluster = new Cluster({
      request: async ({ body = '' }) => {
        sizes.push(body.split('\n').length >> 1)
        const answer = answers.length > 1 ? answers.shift() : answers[0]
        return answer?.(body.split('\n').length >> 1) as ClusterResponse
      },
    })
    const fates: Fate[] = []
    const writer = new BulkWriter(cluster, { concurrency: 1, maxBytes: 1e6, patience, refusals: { since: undefined } })
    for (let i = 0; i < count; i++) await writer.add({ index: { _id: `${i}` } }, '{}', fate => fates.push(fate))
    await writer.end()
    return { fates, sizes }
  }
  const items = (...all: object[]) => ({ status: 200, body: { items: all.map(index => ({ index })) } })
  const all = (item: object) => (count: number) => items(...Array.from({ length: count }, () => item))
  const error = (status: number, type: string) => ({ status, error: { type, reason: type } })

  test('what passes is sent again, alone; the rest has its fate', async () => {
    const first = () =>
      items(
        { status: 201 },
        error(429, 'rejected_execution_exception'),
        error(400, 'mapper_parsing_exception'),
        error(409, 'version_conflict'),
      )
    const { fates, sizes } = await fatesOf(4, [first, all({ status: 201 })])
    expect(sizes).toEqual([4, 1])
    expect(fates).toEqual([
      { kind: 'done', isRetried: false },
      { kind: 'rejected', reason: 'mapper_parsing_exception', type: 'mapper_parsing_exception' },
      { kind: 'superseded', isRetried: false },
      { kind: 'done', isRetried: true },
    ])
  })

  test('a cluster that is short of memory gets smaller requests', async () => {
    const refuse = () => ({ status: 429, body: {} })
    const { fates, sizes } = await fatesOf(8, [refuse, refuse, refuse, all({ status: 201 })])
    expect(sizes.slice(0, 3)).toEqual([8, 4, 4])
    expect(Math.max(...sizes.slice(3))).toBe(2)
    expect(fates.length).toBe(8)
  })

  test('patience ends, and every item is told so', async () => {
    const { fates } = await fatesOf(3, [() => ({ status: 503, body: {} })], 0)
    expect(fates).toEqual(
      Array.from({ length: 3 }, () => ({
        kind: 'rejected',
        reason: 'the cluster answered with status 503',
        type: 'unavailable',
      })),
    )
  })
})

test('lone surrogates are replaced in JSON, and what only looks like one is not', () => {
  expect(JSON.parse(write({ a: 'x\ud800y', b: '\\ud800', c: '🙂' }))).toEqual({ a: 'x\ufffdy', b: '\\ud800', c: '🙂' })
})
