/**
 * What a client promises wherever its index is: every method gives what the synchronous `IndexSearcher` gives on the same bytes. A new way to open an index
 * joins the list below. With TEST_ALL each query is tried in each way from each source.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defineLanguage, french, openIndex, parseQuery, SearchIndex } from '../../src/index.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { type IndexSource, memorySource } from '../../src/open/byte-source.ts'
import type { ClientOptions, MessageEnd } from '../../src/open/open-options.ts'
import { TokenKind } from '../../src/text/token.ts'
import { answerCalls } from '../../src/worker/index.ts'
import { importBuiltClient } from '../support/built-client.ts'
import { type Article, articles, articlesIndex as index, QUERIES, timeless, WAYS } from '../support/index-contract.ts'
import { type RangeServer, serve } from '../support/range-server.ts'
import { someFor } from '../support/runs.ts'

const bytes = index.toBytes()
const sync = IndexSearcher.fromBytes<Article>(bytes)
const [{ id }] = sync.search('Haftar').hits

let server: RangeServer
let folder: string
let built: Awaited<ReturnType<typeof importBuiltClient>>
beforeAll(async () => {
  built = await importBuiltClient()
  server = await serve({ bytes })
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-client-'))
  await writeFile(join(folder, 'articles.trv'), bytes)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
  await rm(built.folder, { recursive: true })
})

const SOURCES: [name: string, source: () => IndexSource, options: ClientOptions][] = [
  ['the bytes of an index', () => bytes, {}],
  ['a file in Node', () => pathToFileURL(join(folder, 'articles.trv')), {}],
  ['a ByteSource, read whole', () => memorySource(bytes), { load: 'whole' }],
  ['a ByteSource, read by ranges', () => memorySource(bytes), { load: 'ranges' }],
  ['a server, read whole', () => server.url, { load: 'whole' }],
  ['a server, read by ranges', () => server.url, { load: 'ranges' }],
  ['a server, of which nothing is kept', () => server.url, { load: 'ranges', cache: { bytes: 0 } }],
  ['a server, read by ranges in a worker', () => server.url, { load: 'ranges', worker: makeWorker() }],
  ['the bytes of an index, in a worker', () => bytes, { worker: makeWorker() }],
]

/** The other end answers as a worker does: all that crosses is cloned. */
function makeWorker(): MessageEnd {
  const { port1, port2 } = new MessageChannel()
  answerCalls(port2 as never)
  // Neither keeps the process from ending.
  ;(port1 as unknown as { unref(): void }).unref()
  ;(port2 as unknown as { unref(): void }).unref()
  return port1 as never
}

const CLIENTS: [name: string, open: () => typeof openIndex][] = [
  ['as written', () => openIndex],
  ['as shipped', () => built.client.openIndex],
]

/** What the synchronous index answers by what is asked, once for all sources. */
const answers = new Map<string, unknown>()
function once<T>(asked: string, ask: () => T): T {
  if (!answers.has(asked)) answers.set(asked, ask())
  return answers.get(asked) as T
}

const TYPED = [
  'cess',
  'trip',
  'élections mu',
  'saint-',
  'l’',
  'la ',
  'cessez-le-feu ',
  'haftar à',
  'haftar trip',
  '',
  'zzz',
]
const FREQUENT = [undefined, { limit: 5 }, { prefix: 'gla' }]

describe.each(
  CLIENTS.flatMap(([client, open], place) =>
    SOURCES.map(([name, ...others], i) => [`${name}, ${client}`, open, ...others, i + place] as const),
  ),
)('%s', (_, open, source, options, place) => {
  const client = () => open()<Article>(source(), options)

  test.each(WAYS.map((way, i) => [...way, i] as const))('search %s', async (name, way, i) => {
    const opened = client()
    for (const query of someFor(place + i, QUERIES)) {
      const expected = once(`${name}: ${query}`, () => timeless(sync.search(query, way)))
      expect(timeless(await opened.search(query, way)), query).toEqual(expected)
    }
  })

  test('search by a tree', async () => {
    const { tree } = parseQuery('title:Tripoli -"cessez-le-feu" trêve*', { fields: ['title'] })
    expect(timeless(await client().search(tree))).toEqual(timeless(sync.search(tree)))
  })

  test('search page after page', async () => {
    const opened = client()
    const pages: unknown[] = []
    const expected: unknown[] = []
    let after: string | undefined
    do {
      const page = await opened.search('libye tripoli paix', { limit: 2, after })
      pages.push(timeless(page))
      expected.push(timeless(sync.search('libye tripoli paix', { limit: 2, after })))
      after = page.next
    } while (after !== undefined && pages.length < 20)
    expect(pages).toEqual(expected)
    expect(pages.length).toBeGreaterThan(1)
  })

  test('suggest', async () => {
    const opened = client()
    const expected = once('suggest', () => TYPED.map(typed => sync.suggest(typed, { limit: 5 })))
    for (const [i, typed] of TYPED.entries()) expect(await opened.suggest(typed, { limit: 5 })).toEqual(expected[i])
  })

  test('similar', async () => {
    const opened = client()
    expect(timeless(await opened.similar(id, { limit: 4 }))).toEqual(timeless(sync.similar(id, { limit: 4 })))
    await expect(opened.similar('absent')).rejects.toMatchObject({ code: 'UNKNOWN_DOCUMENT', id: 'absent' })
  })

  test('get, has, size and fields', async () => {
    const opened = client()
    for (const wanted of [id, 'absent', 7]) {
      expect(await opened.get(wanted)).toEqual(sync.get(wanted))
      expect(await opened.has(wanted)).toBe(sync.has(wanted))
    }
    expect(await opened.size()).toBe(sync.size)
    expect(await opened.fields()).toEqual(sync.fields())
  })

  test('inspect, with frequent words', async () => {
    const { frequentWords, ...inspection } = await client().inspect()
    const [expected, ...expectedWords] = once('inspect', () => {
      const { frequentWords, ...expected } = sync.inspect()
      return [expected, ...FREQUENT.map(frequentWords)]
    })
    expect(inspection).toEqual(expected)
    for (const [i, wanted] of FREQUENT.entries()) expect(await frequentWords(wanted)).toEqual(expectedWords[i])
  })

  test('verify', async () => {
    await expect(client().verify()).resolves.toBeUndefined()
  })

  test('all at once', async () => {
    const opened = client()
    const query = 'Haftar Tripoli "cessez-le-feu"'
    const found = await Promise.all(WAYS.map(([, way]) => opened.search(query, way)))
    expect(found.map(timeless)).toEqual(once('all', () => WAYS.map(([, way]) => timeless(sync.search(query, way)))))
  })

  test('what it refuses, and why', async () => {
    const opened = client()
    const refused = (option: string) => ({ name: 'InvalidOptionError', option })
    await expect(opened.search('trêve', { limite: 3 } as never)).rejects.toMatchObject(refused('limite'))
    await expect(opened.search('trêve', { signal: 'stop' } as never)).rejects.toMatchObject(refused('signal'))
    await expect(opened.search(5 as never)).rejects.toMatchObject({ code: 'INVALID_OPTION' })
    await expect(opened.suggest(5 as never)).rejects.toMatchObject(refused('typed'))
    await expect(opened.get(id, { limit: 1 } as never)).rejects.toMatchObject(refused('limit'))
    await expect(opened.size({ limit: 1 } as never)).rejects.toMatchObject(refused('limit'))
    await expect(opened.warmUp({ limit: 1 } as never)).rejects.toMatchObject(refused('limit'))
    const { frequentWords } = await opened.inspect()
    await expect(frequentWords({ prefixe: 'a' } as never)).rejects.toMatchObject(refused('prefixe'))
    await expect(opened.search('trêve', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'QUERY_ABORTED',
    })
  })
})

describe.each(CLIENTS)('a client %s', (_, open) => {
  const documents = articles.slice(0, 12)
  const fields = ['title', 'body'] as const
  const stemmer = { name: 'tronqué', version: 1, stem: (word: string) => word.slice(0, 6) }
  const words = defineLanguage({
    definition: { name: 'mots', rules: 1, data: 1 },
    tokenize: (text, tokens) => {
      let position = 0
      for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
        tokens.push(word.toLowerCase(), index, index + word.length, position++, TokenKind.word)
      }
    },
    key: word => word,
  })

  test.each([
    [
      'French with synonyms and exceptions',
      french({ synonyms: [['trêve', 'cessez-le-feu']], exceptions: { blés: 'grain' } }),
      {},
    ],
    ['French with a stemmer of its own', french({ stemmer }), { stemmers: [stemmer] }],
    ['a language of its own', words, { language: words }],
    ['French, read with a language of its own', french(), { language: words }],
    ['French, given as a factory', french(), { languages: [french] }],
  ])('reads %s', async (_, language, options) => {
    const index = new SearchIndex<Article>({ fields, storeFields: fields, language })
    index.addAll(documents)
    const bytes = index.toBytes()
    const expected = IndexSearcher.fromBytes<Article>(bytes, options)
    for (const load of ['whole', 'ranges'] as const) {
      const opened = open()<Article>(memorySource(bytes), { ...options, load })
      for (const query of ['trêve blé', 'Tripoli OU prix', 'libyenne "le blé"', 'la']) {
        const way = { explain: true, highlight: { fields } }
        expect(timeless(await opened.search(query, way)), query).toEqual(timeless(expected.search(query, way)))
      }
    }
  })

  test('passes over documents of a large index', async () => {
    const index = new SearchIndex({ fields: ['title'], idField: 'id', memoryBudget: 2 ** 20 })
    index.addAll(Array.from({ length: 12_000 }, (_, id) => ({ id, title: `commune ${id % 7 === 0 ? 'libre' : id}` })))
    const bytes = index.toBytes()
    const results = await open()(memorySource(bytes), { load: 'ranges' }).search('commune libre')
    expect(timeless(results)).toEqual(timeless(IndexSearcher.fromBytes(bytes).search('commune libre')))
    expect(results.totalIsLowerBound).toBe(true)
  })

  test('reranks', async () => {
    const opened = open()<Article>(bytes)
    const { hits } = await opened.search('Haftar', { rerank: hits => hits.map((_, i) => i) })
    expect(hits.map(({ id }) => id)).toEqual(
      sync
        .search('Haftar', { limit: 50 })
        .hits.map(({ id }) => id)
        .reverse()
        .slice(0, 10),
    )
  })

  test('gives errors with their names, codes and places', async () => {
    const damaged = bytes.slice()
    damaged[damaged.length - 100] ^= 1
    const opened = open()(damaged)
    await expect(opened.verify()).rejects.toMatchObject({ name: 'CorruptIndexError', code: 'CORRUPT_INDEX' })
    await expect(opened.verify()).rejects.toMatchObject({
      section: expect.stringMatching(/^[a-z]+$/i),
      offset: expect.any(Number),
    })
    const missing = open()(pathToFileURL(join(folder, 'absent.trv')))
    await expect(missing.search('a')).rejects.toMatchObject({
      name: 'RequestFailedError',
      url: expect.stringMatching(/absent/),
    })
  })
})
