/** An index in a worker: aborts, queries that are given up before they begin, errors, options that cannot be sent, and pages without workers. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import {
  InvalidOptionError,
  openIndex,
  QueryAbortedError,
  RequestFailedError,
  SearchIndex,
  TrouvailleError,
  UnknownDocumentError,
} from '../../src/index.ts'
import type { MessageEnd } from '../../src/open/open-options.ts'
import { canBeSent, receiveError, sendError } from '../../src/open/worker-messages.ts'
import { answerCalls } from '../../src/worker/index.ts'

/** A server of one file, or of none while `file` returns undefined. */
async function serve(file: () => Uint8Array | undefined): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_, response) => {
    const bytes = file()
    if (bytes === undefined) response.writeHead(500).end()
    else response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/titles.trv`,
    close: () => new Promise(resolve => server.close(() => resolve()).closeAllConnections()),
  }
}

const index = new SearchIndex({ fields: ['title'], storeFields: ['title'] })
index.addAll(['Une trêve à Tripoli', 'Le prix du blé', 'La trêve des glaciers'].map((title, id) => ({ id, title })))
const bytes = index.toBytes()

/** Both ends of a line, and the messages that go to the worker. */
function makeWorker(): { worker: MessageEnd; sent: unknown[][]; close(): void } {
  const { port1, port2 } = new MessageChannel()
  answerCalls(port2 as never)
  const sent: unknown[][] = []
  const worker: MessageEnd = {
    postMessage: message => {
      sent.push(message as unknown[])
      port1.postMessage(message)
    },
    addEventListener: (type, listener) => port1.addEventListener(type as never, listener as never),
    start: () => port1.start(),
  }
  return { worker, sent, close: () => port1.close() }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

describe('calls', () => {
  test('an index is closed when no client can use it any more; a query that runs is answered', async () => {
    const { worker, sent, close } = makeWorker()
    const client = openIndex(bytes, { worker })
    await client.warmUp()
    const running = client.search('trêve')
    client.reopen()
    expect((await client.search('blé')).total).toBe(1)
    expect((await running).total).toBe(2)
    const [first] = sent.filter(([type]) => type === 'open').map(([, number]) => number)
    await vi.waitFor(() => {
      collectGarbage()
      expect(sent.filter(([type]) => type === 'close')).toEqual([['close', first]])
    })
    expect((await client.search('trêve')).total).toBe(2)
    close()
  })

  test('several indexes share a worker, and each has its own answers', async () => {
    const { worker, sent, close } = makeWorker()
    const other = new SearchIndex({ fields: ['title'], storeFields: ['title'] })
    other.add({ id: 9, title: 'Une trêve ailleurs' })
    const [first, second] = [openIndex(bytes, { worker }), openIndex(other.toBytes(), { worker })]
    const [a, b] = await Promise.all([first.search('trêve'), second.search('trêve')])
    expect([a.hits.map(({ id }) => id), b.hits.map(({ id }) => id)]).toEqual([[0, 2], [9]])
    expect(sent.map(([type]) => type)).toEqual(['open', 'open', 'call', 'call'])
    close()
  })

  test('a query that is aborted is rejected at once, and one that waits is not run', async () => {
    const { worker, sent, close } = makeWorker()
    const opened = openIndex(bytes, { worker })
    await opened.warmUp()
    const search = vi.spyOn(SearchIndex.prototype, 'search')
    const controller = new AbortController()
    const given = opened.search('trêve', { signal: controller.signal })
    await Promise.resolve()
    await Promise.resolve()
    controller.abort('assez')
    await expect(given).rejects.toMatchObject({ name: 'QueryAbortedError', cause: 'assez' })
    await expect(given).rejects.toBeInstanceOf(QueryAbortedError)
    expect((await opened.search('blé')).total).toBe(1)
    expect(sent.filter(([type]) => type === 'abort').length).toBeLessThanOrEqual(1)
    search.mockRestore()
    close()
  })

  test('functions among the options run on the page', async () => {
    const { worker, sent, close } = makeWorker()
    const opened = openIndex<{ id: number; title: string }>(bytes, { worker })
    const { hits } = await opened.search('trêve', { boostDocument: ({ id }) => (id === 2 ? 9 : 1) })
    expect(hits.map(({ id }) => id)).toEqual([2, 0])
    const reranked = await opened.search('trêve', { rerank: hits => hits.map((_, i) => i) })
    expect(reranked.hits.map(({ id }) => id)).toEqual([2, 0])
    expect(sent.map(([type]) => type)).toEqual(['open'])
    close()
  })
})

describe('where no worker can run, the page answers', () => {
  test.each([
    ['there are no workers', { worker: true }],
    ['a language is given as an object', { worker: makeWorker().worker, languages: [] }],
    ['fetch is a function', { worker: makeWorker().worker, fetch: globalThis.fetch }],
  ])('%s', async (_, options) => {
    const opened = openIndex(bytes, options)
    expect((await opened.search('trêve')).total).toBe(2)
  })

  test('the script cannot be loaded', async () => {
    const listeners: Record<string, (event: object) => void> = {}
    const worker: MessageEnd = {
      postMessage: () => setTimeout(() => listeners.error({})),
      addEventListener: (type, listener) => {
        listeners[type] = listener
      },
    }
    for (let i = 0; i < 2; i++) expect((await openIndex(bytes, { worker }).search('trêve')).total).toBe(2)
  })
})

describe('a worker whose work ends with an error of its own', () => {
  /** A worker that fails when the test says so. */
  const failing = () => {
    const { worker, close } = makeWorker()
    const listeners: ((event: object) => void)[] = []
    const addEventListener: MessageEnd['addEventListener'] = (type, listener) => {
      if (type === 'error') listeners.push(listener)
      else worker.addEventListener(type, listener)
    }
    return {
      worker: { ...worker, addEventListener },
      close,
      fail: () => listeners.forEach(listener => void listener({})),
    }
  }

  test('queries that wait for it, and later ones, are answered on the page', async () => {
    const { worker, close, fail } = failing()
    const opened = openIndex(bytes, { worker })
    await opened.warmUp()
    const running = opened.search('trêve')
    await vi.waitFor(() => expect(running).toBeDefined())
    await Promise.resolve()
    fail()
    expect((await running).total).toBe(2)
    expect((await opened.search('blé')).total).toBe(1)
    close()
  })

  test('the page that cannot open the index either tries again at the next query', async () => {
    const { worker, close } = makeWorker()
    let isGone = false
    const server = await serve(() => (isGone ? undefined : bytes))
    const opened = openIndex<{ id: number; title: string }>(server.url, { worker })
    await opened.warmUp()
    isGone = true
    const options = { boostDocument: () => 1 }
    await expect(opened.search('trêve', options)).rejects.toMatchObject({ code: 'REQUEST_FAILED' })
    isGone = false
    expect((await opened.search('trêve', options)).total).toBe(2)
    await server.close()
    close()
  })

  test('for the next index there is a new one', async () => {
    const workers: ReturnType<typeof failing>[] = []
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          const made = failing()
          workers.push(made)
          Object.assign(this, made.worker)
        }
      },
    )
    try {
      await openIndex(bytes, { worker: '/worker.js' }).search('trêve')
      workers[0].fail()
      expect((await openIndex(bytes, { worker: '/worker.js' }).search('trêve')).total).toBe(2)
      expect((await openIndex(bytes, { worker: '/worker.js' }).search('blé')).total).toBe(1)
      expect(workers.length).toBe(2)
    } finally {
      for (const { close } of workers) close()
      vi.unstubAllGlobals()
    }
  })
})

describe('errors keep their class, code and properties', () => {
  test.each([
    new InvalidOptionError('limit', 'x', 'a number'),
    new UnknownDocumentError(7),
    new RequestFailedError('/x.trv', 404, 'not found'),
    new TrouvailleError('MISSING_LANGUAGE', 'no'),
    new RangeError('other'),
  ])('%s', error => {
    const received = receiveError(structuredClone(sendError(error)))
    expect(received).toBeInstanceOf(error.constructor === RangeError ? Error : error.constructor)
    expect({ ...received, message: received.message, name: received.name }).toEqual({
      ...error,
      message: error.message,
      name: error.name,
    })
    expect(String(received)).toBe(String(error))
  })

  test.each(['text', undefined, null, 5])('%j, which is no error', thrown => {
    expect(receiveError(sendError(thrown)).message).toBe(String(thrown))
  })

  test('wrong calls are refused as on the page', async () => {
    const { worker, close } = makeWorker()
    const opened = openIndex(bytes, { worker })
    const wrong = opened.search('a', { limite: 3 } as never)
    await expect(wrong).rejects.toBeInstanceOf(InvalidOptionError)
    await expect(wrong).rejects.toMatchObject({ option: 'limite', code: 'INVALID_OPTION' })
    await expect(opened.similar('absent')).rejects.toBeInstanceOf(UnknownDocumentError)
    close()
  })
})

test.each([
  [{ a: [1, 'b', null, undefined, true] }, true],
  [new Uint8Array(3), true],
  [new Date(0), true],
  [Object.create(null), true],
  [() => {}, false],
  [{ a: { b: [() => {}] } }, false],
  [new Map(), false],
  [new (class Foo {})(), false],
])('%j can be sent: %s', (value, expected) => {
  expect(canBeSent(value)).toBe(expected)
})
