/** Servers that are busy for a moment, and servers that answer with a page where the index file was expected. */
import { afterEach, describe, expect, test } from 'vitest'
import { openIndex } from '../../src/open/search-client.ts'
import { IndexSearcher, QueryAbortedError, RequestFailedError } from '../../src/searcher.ts'
import { buildParagraphs, type Paragraph } from '../support/articles.ts'
import { openRanges } from '../support/open-ranges.ts'
import { type Behaviour, type RangeServer, serve, whole } from '../support/range-server.ts'

type Instead = NonNullable<Behaviour['instead']>

const file = buildParagraphs(120)
const QUERY = 'Haftar Tripoli cessez-le-feu'
const expected = IndexSearcher.fromBytes<Paragraph>(file).search(QUERY).hits
const PAGE = '<!doctype html>\n<html lang="fr"><title>Mon site</title><div id="app"></div></html>'

let server: RangeServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(instead?: Instead): Promise<RangeServer> {
  server = await serve({ bytes: file, instead })
  return server
}

/** Refuses the requests from number `from` on, `times` of them. */
function busy(status: number, from: number, times: number, headers: Record<string, string> = {}): Instead {
  return (response, _, n) => {
    if (n < from || n >= from + times) return false
    response.writeHead(status, headers).end('plus tard')
    return true
  }
}

describe('a busy server', () => {
  test.each([429, 503])('that answers %i twice is asked a third time, after growing pauses', async status => {
    const { url, received } = await start(busy(status, 0, 2))
    const begin = performance.now()
    const index = await openRanges<Paragraph>(url)
    expect(performance.now() - begin).toBeGreaterThan(300 + 900 - 10)
    expect(received.length).toBe(3)
    expect((await index.search(QUERY)).hits).toEqual(expected)
  })

  test('that refuses all requests of a step gets each of them again', async () => {
    const { url, behaviour, received } = await start()
    const index = await openRanges<Paragraph>(url)
    behaviour.instead = busy(429, received.length, 2)
    expect((await index.search(QUERY)).hits).toEqual(expected)
  })

  test('is not asked a fourth time', async () => {
    const { url, received } = await start(busy(503, 0, 1000))
    await expect(openRanges(url)).rejects.toMatchObject({ name: 'RequestFailedError', status: 503 })
    expect(received.length).toBe(3)
  })

  test.each([
    ['in seconds', () => '1'],
    ['as a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('is given the time it asks for, %s', async (_, time) => {
    const { url, received } = await start(busy(429, 0, 1, { 'Retry-After': time() }))
    const begin = performance.now()
    await openRanges(url)
    // A date has no fractions of seconds.
    expect(performance.now() - begin).toBeGreaterThan(900)
    expect(received.length).toBe(2)
  })

  test('that asks for more than five seconds is not asked again', async () => {
    const { url, received } = await start(busy(503, 0, 1000, { 'Retry-After': '120' }))
    await expect(openRanges(url)).rejects.toMatchObject({ status: 503 })
    expect(received.length).toBe(1)
  })

  test('a signal ends the pause', async () => {
    const { url, received } = await start(busy(503, 0, 1000, { 'Retry-After': '4' }))
    const begin = performance.now()
    await expect(openRanges(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(QueryAbortedError)
    expect(performance.now() - begin).toBeLessThan(3000)
    expect(received.length).toBe(1)
  })

  test('a whole file is asked for again too', async () => {
    const all = whole(file)
    const refuse = busy(503, 0, 1)
    const { url } = await start((...inputs) => refuse(...inputs) || all(...inputs))
    expect((await openIndex<Paragraph>(url, { load: 'whole' }).search(QUERY)).hits).toEqual(expected)
  })
})

/** Answers with a page, whatever was requested. */
function page(status: number, headers: Record<string, string>, text = PAGE): Instead {
  return (response, { start }) => {
    const bytes = Buffer.from(text)
    if (status === 206)
      response.setHeader('Content-Range', `bytes ${start}-${start + bytes.length - 1}/${start + bytes.length}`)
    response.writeHead(status, headers).end(bytes)
    return true
  }
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

describe('an HTML page instead of the file', () => {
  test.each<[string, Instead]>([
    ['by its type', page(200, HTML, 'Bonjour')],
    ['by its first bytes', page(200, {})],
    ['by its first bytes after a byte order mark and a comment', page(200, {}, '\ufeff\n <!-- bonjour --><p>Bonjour')],
    ['from a server that gives parts of it', page(206, HTML)],
    ['from a server that gives parts of it without a type', page(206, {})],
    ['as XHTML', page(200, { 'Content-Type': 'application/xhtml+xml' }, '<?xml version="1.0"?><html/>')],
  ])('is recognized %s', async (_, instead) => {
    const { url, received } = await start(instead)
    await expect(openRanges(url)).rejects.toThrow(RequestFailedError)
    await expect(openRanges(url)).rejects.toThrow(/the server sent an HTML page \(status 20[06]\)/)
    expect(received.length, 'not asked again').toBe(2)
  })

  test.each<[string, Instead]>([
    ['by its type', page(200, HTML)],
    ['by its first bytes', page(200, {})],
    ['by the type of a part', page(206, HTML)],
  ])('is recognized in the place of a part: %s; nothing of it is kept', async (_, instead) => {
    const { url, behaviour } = await start()
    const index = await openRanges<Paragraph>(url)
    behaviour.instead = instead
    await expect(index.search(QUERY)).rejects.toThrow(/sent an HTML page/)
    behaviour.instead = undefined
    expect((await index.search(QUERY)).hits).toEqual(expected)
  })

  test('is recognized if the whole file is loaded', async () => {
    const { url } = await start(page(200, HTML))
    await expect(openIndex(url, { load: 'whole' }).warmUp()).rejects.toThrow(/sent an HTML page/)
  })

  test('an index that the server declares as HTML is an index', async () => {
    const { url, behaviour } = await start()
    behaviour.headers = HTML
    const index = await openRanges<Paragraph>(url)
    expect((await index.search(QUERY)).hits).toEqual(expected)
    behaviour.instead = whole(file)
    expect((await openIndex<Paragraph>(url, { load: 'whole' }).search(QUERY)).hits).toEqual(expected)
  })

  test('a page that a server sends with an error status is that error', async () => {
    const { url } = await start(page(404, HTML))
    await expect(openRanges(url)).rejects.toThrow('the server answered with status 404')
  })
})
