/** What is kept of a file from one visit to the next: some pages an entry, of one version, and nothing that is damaged. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openFileBytes } from '../../src/format/file-reader.ts'
import { PagedBytes } from '../../src/format/paged-bytes.ts'
import { openRemote } from '../../src/open/open-remote.ts'
import { openPageStore, type PageStore } from '../../src/open/page-store.ts'
import { buildParagraphs, type Paragraph } from '../support/articles.ts'
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

  async put(key: string, response: Response): Promise<void> {
    this.entries.set(key, new Uint8Array(await response.arrayBuffer()))
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
  await vi.waitFor(async () => expect((await store.get([page])).size).toBe(1))
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
  expect(cache.entries.size).toBe(0)
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
    const index = await openRemote<Paragraph>(server.url, { cache: { persistent: true } })
    const { hits } = await index.search('Haftar Tripoli cessez-le-feu')
    return hits.map(({ id, score }) => ({ id, score }))
  }
  const expected = await ask()
  expect(expected.length).toBeGreaterThan(3)
  await vi.waitFor(async () => {
    expect(await ask()).toEqual(expected)
    expect(server.received.length).toBe(1)
  })
  for (const [key, kept] of cache.entries) {
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

test('a page of another length than its own is refused, and touches no other', () => {
  const file = buildParagraphs(10)
  const { source } = openFileBytes(file.slice(), PagedBytes)
  const { start, end } = source.extentOf(0)
  expect(() => source.put(0, file.slice(start, end + 8))).toThrow('has not the length')
  expect(() => source.put(0, file.slice(start, end - 8))).toThrow('has not the length')
  expect(source.has(0)).toBe(false)
})
