/** What is kept of a file from one visit to the next: some pages an entry, of one version, and nothing that is damaged. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openFileBytes } from '../../src/format/file-reader.ts'
import { PagedBytes } from '../../src/format/paged-bytes.ts'
import { ENTRY_LIMIT, openPageStore, type PageStore } from '../../src/open/page-store.ts'
import { buildParagraphs, type Paragraph } from '../support/articles.ts'
import { openRanges } from '../support/open-ranges.ts'
import { serve } from '../support/range-server.ts'

const URL_OF_FILE = 'https://exemple.fr/recherche.trv'

/** As much of the platform's `Cache` as a store asks for. */
class MemoryCache {
  readonly entries = new Map<string, Uint8Array>()
  matches = 0

  async match(key: string): Promise<Response | undefined> {
    this.matches++
    const kept = this.entries.get(key)
    return kept && new Response(kept.slice())
  }

  /** As the standard says, an entry that is put again becomes the last. */
  async put(key: string, response: Response): Promise<void> {
    const bytes = new Uint8Array(await response.arrayBuffer())
    this.entries.delete(key)
    this.entries.set(key, bytes)
  }

  async keys(): Promise<{ url: string }[]> {
    return [...this.entries.keys()].map(url => ({ url }))
  }

  async delete(key: string): Promise<boolean> {
    return this.entries.delete(key)
  }
}

let cache: MemoryCache

beforeEach(() => {
  cache = new MemoryCache()
  vi.stubGlobal('caches', { open: async () => cache })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

async function open(version = 'a'): Promise<PageStore> {
  const store = await openPageStore(URL_OF_FILE, version)
  if (store === undefined) throw new Error('there is no store')
  return store
}

/** What is kept is written behind the answer. */
async function written(store: PageStore, page: number): Promise<void> {
  await vi.waitFor(async () => expect((await store.get([page])).size).toBe(1), 5000)
}

/** As much of the Web Locks of two tabs as a store asks for. */
function stubLocks(): void {
  let last = Promise.resolve()
  const request = (_: string, work: () => Promise<void>) => (last = last.then(work))
  vi.stubGlobal('navigator', { locks: { request } })
}

const bytesOf = (page: number) => new Uint8Array(512).fill(page)

test('pages come back at the next visit, whatever was put with them or after them', async () => {
  const store = await open()
  store.put(new Map([3, 4, 100].map(page => [page, bytesOf(page)])))
  store.put(new Map([[5, bytesOf(5)]]))
  await written(store, 5)
  const later = await open()
  const kept = await later.get([3, 5, 6, 100, 4000])
  expect([...kept].sort(([a], [b]) => a - b)).toEqual([3, 5, 100].map(page => [page, bytesOf(page)]))
})

test('neighbours are asked for at once', async () => {
  const store = await open()
  store.put(new Map(Array.from({ length: 32 }, (_, page) => [page, bytesOf(page)])))
  await written(store, 31)
  cache.matches = 0
  expect((await store.get(Array.from({ length: 32 }, (_, page) => page))).size).toBe(32)
  expect(cache.matches).toBe(1)
})

test('a page that was found wrong is forgotten until it comes again', async () => {
  const store = await open()
  store.put(new Map([[7, bytesOf(7)]]))
  await written(store, 7)
  store.drop(7)
  expect((await store.get([7])).size).toBe(0)
  store.put(new Map([[7, bytesOf(8)]]))
  await written(store, 7)
})

test('of another version of the file nothing is left', async () => {
  const store = await open('a')
  store.put(new Map([[7, bytesOf(7)]]))
  await written(store, 7)
  const other = await open('b')
  expect((await other.get([7])).size).toBe(0)
  await vi.waitFor(() => expect(cache.entries.size).toBe(0))
})

test('two tabs that add to the same entries at the same time lose nothing', async () => {
  stubLocks()
  const [one, two] = await Promise.all([open(), open()])
  for (let page = 0; page < 64; page++) (page % 2 === 0 ? one : two).put(new Map([[page, bytesOf(page)]]))
  await written(one, 62)
  await written(two, 63)
  const all = Array.from({ length: 64 }, (_, page) => page)
  const kept = await (await open()).get(all)
  expect([...kept].sort(([a], [b]) => a - b)).toEqual(all.map(page => [page, bytesOf(page)]))
})

test('without Web Locks two tabs may lose pages, and mix none', async () => {
  vi.stubGlobal('navigator', undefined)
  const [one, two] = await Promise.all([open(), open()])
  for (let page = 0; page < 64; page++) (page % 2 === 0 ? one : two).put(new Map([[page, bytesOf(page)]]))
  await vi.waitFor(() => expect(cache.entries.size).toBe(2), 5000)
  await new Promise(resolve => setTimeout(resolve, 300))
  const kept = await (await open()).get(Array.from({ length: 64 }, (_, page) => page))
  expect(kept.size).toBeGreaterThanOrEqual(32)
  for (const [page, bytes] of kept) expect(bytes).toEqual(bytesOf(page))
})

test('two tabs with two versions of the file keep their pages apart, and the older does not delete the newer', async () => {
  const older = await open('a')
  older.put(new Map([[7, bytesOf(1)]]))
  await written(older, 7)
  const newer = await open('b')
  newer.put(new Map([[7, bytesOf(2)]]))
  await written(newer, 7)
  older.put(new Map([[40, bytesOf(3)]]))
  await written(older, 40)
  expect(await newer.get([7, 40])).toEqual(new Map([[7, bytesOf(2)]]))
  expect(await (await open('b')).get([7, 40])).toEqual(new Map([[7, bytesOf(2)]]))
})

test('the version may arrive later; if it never does, there is no store', async () => {
  expect(await openPageStore(URL_OF_FILE, Promise.resolve('a'))).toBeDefined()
  expect(await openPageStore(URL_OF_FILE, Promise.resolve(undefined))).toBeUndefined()
  expect(await openPageStore(URL_OF_FILE, Promise.reject(new Error('introuvable')))).toBeUndefined()
})

test('beyond the limit, the entries that were unused for longest are deleted', async () => {
  const store = await open()
  const firstOf = (entry: number) => entry * 32
  const put = (from: number, to: number) => {
    const pages = Array.from({ length: to - from }, (_, i) => firstOf(from + i))
    store.put(new Map(pages.map(page => [page, bytesOf(page)])))
    return written(store, firstOf(to - 1))
  }
  await put(0, ENTRY_LIMIT)
  // The first is used again, and becomes the last to go.
  const later = await open()
  expect((await later.get([0])).size).toBe(1)
  await vi.waitFor(() => expect([...cache.entries.keys()].at(-1)).toMatch(/-0$/), 5000)
  await put(ENTRY_LIMIT, ENTRY_LIMIT + 2)
  expect(cache.entries.size).toBe(ENTRY_LIMIT)
  const kept = await (await open()).get([0, 1, 2, 3, ENTRY_LIMIT + 1].map(firstOf))
  expect([...kept.keys()].sort((a, b) => a - b)).toEqual([0, 3, ENTRY_LIMIT + 1].map(firstOf))
})

test('without a Cache there is no store, and with one that refuses there is one that keeps nothing', async () => {
  cache.put = () => Promise.reject(new Error('the disk is full'))
  const store = await open()
  store.put(new Map([[7, bytesOf(7)]]))
  store.put(new Map([[8, bytesOf(8)]]))
  expect((await store.get([7, 8])).size).toBe(0)
  vi.stubGlobal('caches', undefined)
  expect(await openPageStore(URL_OF_FILE, 'a')).toBeUndefined()
})

test('an index finds again what it kept; entries that were cut, lengthened or changed do no harm', async () => {
  const file = buildParagraphs(120)
  const server = await serve({ bytes: file })
  const ask = async () => {
    server.received.length = 0
    const index = await openRanges<Paragraph>(server.url, { cache: { persistent: true } })
    const { hits } = await index.search('Haftar Tripoli cessez-le-feu')
    return hits.map(({ id, score }) => ({ id, score }))
  }
  const expected = await ask()
  expect(expected.length).toBeGreaterThan(3)
  await vi.waitFor(async () => {
    expect(await ask()).toEqual(expected)
    expect(server.received.length).toBe(1)
  }, 5000)
  for (const [key, kept] of [...cache.entries]) {
    const damaged = [
      kept.slice(0, -20),
      Uint8Array.of(...kept, 1, 2, 3),
      kept.map((byte, i) => (i % 97 === 5 ? byte ^ 1 : byte)),
    ]
    for (const bytes of damaged) {
      cache.entries.set(key, bytes)
      expect(await ask()).toEqual(expected)
    }
    cache.entries.set(key, kept)
  }
  await server.close()
})

test.each([
  [{ 'Cache-Control': 'private, no-store' }, {}, 0],
  [{ 'Cache-Control': 'no-cache' }, { persistent: false }, 0],
  [{ 'Cache-Control': 'no-cache' }, {}, 1],
])('with %o and the option %o, something is stored: %i', async (headers, options, stored) => {
  const server = await serve({ bytes: buildParagraphs(120), headers: headers as Record<string, string> })
  const index = await openRanges<Paragraph>(server.url, { cache: options })
  await index.search('Haftar Tripoli cessez-le-feu')
  if (stored > 0) await vi.waitFor(() => expect(cache.entries.size).toBeGreaterThan(0), 5000)
  else await new Promise(resolve => setTimeout(resolve, 400))
  expect(Math.sign(cache.entries.size)).toBe(stored)
  await server.close()
})

test('a page of another length than its own is refused, and touches no other', () => {
  const file = buildParagraphs(10)
  const { source } = openFileBytes(file.slice(), PagedBytes)
  const { start, end } = source.extentOf(0)
  expect(() => source.put(0, file.slice(start, end + 8))).toThrow('has not the length')
  expect(() => source.put(0, file.slice(start, end - 8))).toThrow('has not the length')
  expect(source.has(0)).toBe(false)
})
