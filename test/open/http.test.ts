/** Servers as they are, good and bad: each a real one. */
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import {
  CorruptIndexError,
  IndexSearcher,
  InvalidOptionError,
  QueryAbortedError,
  RangeNotSupportedError,
  RequestFailedError,
  type SearchClient,
  StaleIndexError,
} from '../../src/index.ts'
import { buildParagraphs, type Paragraph } from '../support/articles.ts'
import { openRanges } from '../support/open-ranges.ts'
import { type Behaviour, type RangeServer, serve, whole } from '../support/range-server.ts'

const file = buildParagraphs()
const ASKED = 'Haftar Tripoli cessez-le-feu'
const expected = IndexSearcher.fromBytes<Paragraph>(file).search(ASKED)

let server: RangeServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(behaviour: Partial<Behaviour> = {}): Promise<RangeServer> {
  server = await serve({ bytes: file, ...behaviour })
  return server
}

async function expectRightAnswer(index: SearchClient<Paragraph>): Promise<void> {
  expect(await index.search(ASKED)).toEqual({ ...expected, tookMs: expect.any(Number) })
}

/** `instead` for the requests from number `from` on, `times` of them. */
const later =
  (from: number, instead: NonNullable<Behaviour['instead']>, times = 1000): NonNullable<Behaviour['instead']> =>
  (response, range, n) =>
    n >= from && n < from + times && instead(response, range, n)

const part = ({ start, end }: { start: number; end: number }, total = file.length) => ({
  'Content-Range': `bytes ${start}-${end - 1}/${total}`,
})

describe('a server that gives ranges', () => {
  test('is asked for single ranges, the first 12 KiB first', async () => {
    const { url, received } = await start()
    const index = await openRanges<Paragraph>(url)
    expect(received[0].range).toBe('bytes=0-12287')
    await expectRightAnswer(index)
    for (const { range, headers } of received) {
      expect(range).toMatch(/^bytes=\d+-\d+$/)
      expect(headers['if-match'] ?? headers['if-range'] ?? headers['if-none-match']).toBeUndefined()
      expect(headers['accept-encoding'], 'so that nobody packs a part').toBe('identity')
    }
    expect(received.length).toBeLessThan(file.length / 4096 / 2)
  })

  test('gets the headers that were given, and the fetch that was given', async () => {
    const { url, received } = await start()
    let asked = 0
    const counting: typeof fetch = (...inputs) => {
      asked++
      return fetch(...inputs)
    }
    const index = await openRanges(new URL(url), {
      headers: { 'X-Cle': 'secret' },
      fetch: counting,
      credentials: 'omit',
    })
    await index.search(ASKED)
    expect(received.every(({ headers }) => headers['x-cle'] === 'secret')).toBe(true)
    expect(asked).toBe(received.length)
  })

  test('is asked nothing twice', async () => {
    const { url, received } = await start()
    const index = await openRanges<Paragraph>(url)
    await index.search(ASKED)
    const before = received.length
    await expectRightAnswer(index)
    expect(received.length).toBe(before)
  })

  test('may hide its headers from other origins: the file says its own length', async () => {
    const { url } = await start({
      instead: (response, { start, end }) => {
        response.writeHead(206)
        response.end(file.subarray(start, end))
        return true
      },
    })
    await expectRightAnswer(await openRanges<Paragraph>(url))
  })

  test('a file shorter than the first request comes with it', async () => {
    const short = new Uint8Array(file.subarray(0, 40))
    const { url } = await start({ bytes: short })
    await expect(openRanges(url)).rejects.toThrow(CorruptIndexError)
  })
})

describe('a server without ranges', () => {
  test.each([false, true])('whose whole file is taken, packed by gzip: %s', async gzip => {
    const { url, received } = await start({ instead: whole(file, gzip) })
    const index = await openRanges<Paragraph>(url)
    await expectRightAnswer(index)
    expect(received.length).toBe(1)
  })

  test('whose file is longer than the cache is refused', async () => {
    const { url } = await start({ instead: whole(file) })
    await expect(openRanges(url, { cache: { bytes: file.length - 1 } })).rejects.toThrow(RangeNotSupportedError)
  })

  test('that gives ranges first and then the whole: taken as far as the cache goes', async () => {
    const { url } = await start({ instead: later(1, whole(file)) })
    await expectRightAnswer(await openRanges<Paragraph>(url))
    const small = await start({ instead: later(1, whole(file)) })
    await expect(
      openRanges(small.url, { cache: { bytes: 20_000 } }).then(index => index.search(ASKED)),
    ).rejects.toThrow(RangeNotSupportedError)
    await small.close()
  })

  test.each<[string, NonNullable<Behaviour['instead']>]>([
    [
      'packs parts',
      (response, range) => {
        response.writeHead(206, { ...part(range), 'Content-Encoding': 'gzip' })
        response.end(gzipSync(file.subarray(range.start, range.end)))
        return true
      },
    ],
    [
      'gives another part than was asked for',
      (response, { start, end }) => {
        response.writeHead(206, part({ start: start + 1, end }))
        response.end(file.subarray(start + 1, end))
        return true
      },
    ],
    [
      'says nonsense of the part',
      (response, { start, end }) => {
        response.writeHead(206, { 'Content-Range': 'octets quelques-uns' })
        response.end(file.subarray(start, end))
        return true
      },
    ],
    [
      'gives more than was asked for',
      (response, range) => {
        response.writeHead(206, part(range))
        response.end(Buffer.concat([file.subarray(range.start, range.end), Buffer.alloc(9)]))
        return true
      },
    ],
    [
      'gives parts of several',
      response => {
        response.writeHead(206, { 'Content-Type': 'multipart/byteranges; boundary=X' })
        response.end('--X--')
        return true
      },
    ],
  ])('or one that %s is refused, at first and later', async (_, instead) => {
    const { url, behaviour } = await start({ instead })
    await expect(openRanges(url)).rejects.toThrow(RangeNotSupportedError)
    behaviour.instead = undefined
    const index = await openRanges(url)
    behaviour.instead = instead
    await expect(index.search(ASKED)).rejects.toThrow(RangeNotSupportedError)
  })
})

describe('a file that changes', () => {
  const fewer = buildParagraphs(120)
  const expectedOfFewer = IndexSearcher.fromBytes<Paragraph>(fewer).search(ASKED)

  test.each<[string, Behaviour, Behaviour]>([
    ['its strong ETag', { bytes: file, headers: { ETag: '"a"' } }, { bytes: fewer, headers: { ETag: '"b"' } }],
    [
      'its Last-Modified',
      { bytes: file, headers: { 'Last-Modified': 'Mon, 18 Nov 2019 10:00:00 GMT' } },
      { bytes: fewer, headers: { 'Last-Modified': 'Mon, 18 Nov 2019 10:00:01 GMT' } },
    ],
    ['its length', { bytes: file }, { bytes: fewer }],
  ])('is known by %s, and the next query is answered by the new one', async (_, before, after) => {
    const { url, ...served } = await start(before)
    const index = await openRanges<Paragraph>(url)
    served.behaviour.bytes = after.bytes
    served.behaviour.headers = after.headers
    expect(await index.search(ASKED)).toEqual({ ...expectedOfFewer, tookMs: expect.any(Number) })
    expect(await index.size()).toBe(120)
  })

  test('a file shorter than what was opened has no range to give', async () => {
    const { url, behaviour } = await start()
    const index = await openRanges<Paragraph>(url)
    behaviour.bytes = buildParagraphs(2)
    expect((await index.search(ASKED)).total).toBeLessThanOrEqual(2)
  })

  test('a weak ETag says nothing', async () => {
    const { url, behaviour } = await start({ headers: { ETag: 'W/"a"' } })
    const index = await openRanges<Paragraph>(url)
    behaviour.headers = { ETag: 'W/"b"' }
    await expectRightAnswer(index)
  })

  test('another file is known by its header, if the server shows nothing else', async () => {
    let bytes = fewer
    const { url, received } = await start({
      instead: (response, { start, end }) => {
        response.writeHead(206).end(bytes.subarray(start, end))
        return true
      },
    })
    const index = await openRanges<Paragraph>(url)
    const opened = received.length
    bytes = file
    await expectRightAnswer(index)
    const ranges = received.slice(opened).map(({ range }) => range)
    expect(ranges, 'its header was asked for').toContain('bytes=0-47')
  })

  test('one that changes with every answer is an error, once for each query', async () => {
    const { url, behaviour } = await start({ headers: { ETag: '"x"' } })
    const index = await openRanges<Paragraph>(url)
    behaviour.instead = (response, _, n) => {
      response.setHeader('ETag', `"${n}"`)
      return false
    }
    await expect(index.search(ASKED)).rejects.toThrow(StaleIndexError)
    behaviour.instead = undefined
    await expectRightAnswer(index)
  })

  test('damage is no change, and is not kept', async () => {
    const { url, behaviour } = await start()
    const index = await openRanges<Paragraph>(url)
    behaviour.bytes = file.map((byte, i) => (i < 12_288 ? byte : byte ^ 1))
    await expect(index.search(ASKED)).rejects.toThrow(CorruptIndexError)
    behaviour.bytes = file
    await expectRightAnswer(index)
  })
})

describe('a server that fails', () => {
  test.each([404, 403, 500])('with status %i: an error that says so, and nothing kept', async status => {
    const fail: Behaviour['instead'] = response => {
      response.writeHead(status).end('non')
      return true
    }
    const { url, behaviour, received } = await start({ instead: fail })
    await expect(openRanges(url)).rejects.toMatchObject({ name: 'RequestFailedError', status, url })
    expect(received.length, 'asked again only if it is busy').toBe(status === 503 ? 3 : 1)
    behaviour.instead = undefined
    const index = await openRanges<Paragraph>(url)
    behaviour.instead = fail
    await expect(index.search(ASKED)).rejects.toThrow(RequestFailedError)
    behaviour.instead = undefined
    await expectRightAnswer(index)
  })

  const hangUp: NonNullable<Behaviour['instead']> = response => {
    response.destroy()
    return true
  }
  const breakOff: NonNullable<Behaviour['instead']> = (response, range) => {
    response.writeHead(206, { ...part(range), 'Content-Length': String(range.end - range.start) })
    response.write(file.subarray(range.start, range.start + 7), () => response.destroy())
    return true
  }
  const endEarly: NonNullable<Behaviour['instead']> = (response, range) => {
    response.writeHead(206, part(range))
    response.end(file.subarray(range.start, range.end - 1))
    return true
  }
  const endEarlyUnseen: NonNullable<Behaviour['instead']> = (response, range) => {
    response.writeHead(206)
    response.end(file.subarray(range.start, range.end - 1))
    return true
  }

  test.each<[string, NonNullable<Behaviour['instead']>]>([
    ['hangs up', hangUp],
    ['breaks off in the middle', breakOff],
    ['ends too early', endEarly],
    ['ends too early without saying so', endEarlyUnseen],
  ])('once, because it %s, is asked again; twice is an error', async (_, instead) => {
    const { url, behaviour } = await start({ instead: later(0, instead, 1) })
    const index = await openRanges<Paragraph>(url)
    behaviour.instead = instead
    await expect(index.search(ASKED)).rejects.toThrow(RequestFailedError)
    await expect(openRanges(url)).rejects.toMatchObject({ name: 'RequestFailedError', status: undefined })
    behaviour.instead = undefined
    await expectRightAnswer(index)
  })

  test('that is not there', async () => {
    const { url, close } = await start()
    await close()
    await expect(openRanges(url)).rejects.toThrow(RequestFailedError)
    server = undefined
  })

  test('an empty file is no index, and a page in its place says so', async () => {
    const { url, behaviour } = await start({ bytes: new Uint8Array(0) })
    await expect(openRanges(url)).rejects.toThrow(CorruptIndexError)
    behaviour.instead = whole(Buffer.from('<!doctype html><title>Introuvable</title>'))
    await expect(openRanges(url)).rejects.toMatchObject({ name: 'RequestFailedError', status: 200 })
    await expect(openRanges(url)).rejects.toThrow(/an HTML page/)
  })
})

describe('a slow server', () => {
  test('is waited for, and a signal stops the waiting', async () => {
    const slow: Behaviour['instead'] = (response, range) => {
      response.writeHead(206, part(range))
      response.write(file.subarray(range.start, range.start + 10))
      wait(300).then(() => response.end(file.subarray(range.start + 10, range.end)))
      return true
    }
    const { url, behaviour } = await start({ instead: slow })
    await expect(openRanges(url, { signal: AbortSignal.timeout(50) })).rejects.toThrow(QueryAbortedError)
    behaviour.instead = undefined
    const index = await openRanges<Paragraph>(url)
    behaviour.instead = slow
    await expect(index.search(ASKED, { signal: AbortSignal.timeout(50) })).rejects.toThrow(QueryAbortedError)
    await expectRightAnswer(index)
  })

  test('one question that is stopped stops no other', async () => {
    const { url, behaviour } = await start()
    const index = await openRanges<Paragraph>(url)
    behaviour.instead = (response, range) => {
      wait(30).then(() => response.writeHead(206, part(range)).end(file.subarray(range.start, range.end)))
      return true
    }
    const stop = new AbortController()
    const stopped = index.search(ASKED, { signal: stop.signal })
    const other = expectRightAnswer(index)
    stop.abort('plus besoin')
    await expect(stopped).rejects.toMatchObject({ name: 'QueryAbortedError', cause: 'plus besoin' })
    await other
  })

  test('a signal that has fired stops all before it starts', async () => {
    const { url, received } = await start()
    await expect(openRanges(url, { signal: AbortSignal.abort() })).rejects.toThrow(QueryAbortedError)
    expect(received.length).toBe(0)
    const index = await openRanges(url)
    await expect(index.search(ASKED, { signal: AbortSignal.abort() })).rejects.toThrow(QueryAbortedError)
    await expect(index.has('x', { signal: AbortSignal.abort() })).rejects.toThrow(QueryAbortedError)
  })
})

test.each<[unknown, object, string]>([
  ['http://[', {}, 'url'],
  ['/relative.trv', {}, 'url'],
  [42, {}, 'source'],
  [{ byteLength: 12 }, {}, 'source'],
  ['http://localhost/a', { cache: 5 }, 'cache'],
  ['http://localhost/a', { cache: { bytes: -1 } }, 'cache.bytes'],
  ['http://localhost/a', { cache: { taille: 1 } }, 'cache.taille'],
  ['http://localhost/a', { cache: { persistent: 'oui' } }, 'cache.persistent'],
  ['http://localhost/a', { fetch: 'non' }, 'fetch'],
  ['http://localhost/a', { headers: { 'é\n': '' } }, 'headers'],
  ['http://localhost/a', { credentials: 'toujours' }, 'credentials'],
  ['http://localhost/a', { signal: true }, 'signal'],
  ['http://localhost/a', { langue: 'fr' }, 'langue'],
])('open(%o, %o) names the option at fault: %s', async (source, options, option) => {
  const opening = openRanges(source as string, options)
  await expect(opening).rejects.toThrow(InvalidOptionError)
  await expect(opening).rejects.toMatchObject({ option })
})
