/** What every way to have the word list promises: a query is corrected as by the synchronous index that has the whole list in memory. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIndex, SearchIndex, WordList } from '../../src/index.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { readWordListBy } from '../../src/languages/french/words/installed-word-list.ts'
import { type IndexSource, memorySource } from '../../src/open/byte-source.ts'
import type { ClientOptions } from '../../src/open/open-options.ts'
import { type Paragraph, readArticles } from '../support/articles.ts'
import { type Behaviour, type RangeServer, serve, whole } from '../support/range-server.ts'
import { someFor } from '../support/runs.ts'

const index = new SearchIndex<Paragraph>({ fields: ['title', 'body'] })
index.addAll(readArticles())
const bytes = index.toBytes()

/** Queries with words as they are, misspelt, glued and unknown; the words are those of the index, French ones that it lacks, and names. */
const indexed = [...new Set(readArticles().flatMap(({ title }) => title.split(/[^\p{L}]+/u)))].filter(
  word => word.length > 3,
)
const others = ['enjoliveurs', 'licenciement', 'Cassandre', 'Zorglub', 'préfecture', 'cueillerons', 'congé', 'payé']
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéè')
const word = fc.constantFrom(...indexed, ...others)
const misspelt = fc
  .tuple(word, fc.nat(12), letter, fc.constantFrom('insert', 'replace', 'drop', 'swap'))
  .map(([word, place, letter, edit]) => {
    const at = Math.min(place, word.length - 2)
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (edit === 'insert') return before + letter + after
    if (edit === 'replace') return before + letter + after.slice(1)
    return edit === 'drop' ? before + after.slice(1) : before + after[1] + after[0] + after.slice(2)
  })
const glued = fc
  .tuple(fc.constantFrom('l', 'd', 'qu', 'le', 'des', 'pour'), word)
  .map(parts => parts.join('').toLowerCase())
const twoWords = fc.tuple(word, word).map(parts => parts.join('').toLowerCase())
const query = fc
  .array(fc.oneof(word, misspelt, misspelt, glued, twoWords), { minLength: 1, maxLength: 4 })
  .map(words => words.join(' '))

const FIXED = ['Hafter Tripoli', 'lecole', 'licenciment', 'congépayé', 'Cesu ALUR', 'élections muncipales', 'Brexit']
const queries = [...FIXED, ...fc.sample(query, { numRuns: 120, seed: 16 })]

/** What must be the same: everything but the time. */
const searchAll = (search: (query: string) => { tookMs: number }) =>
  queries.map(query => {
    const { tookMs, ...results } = search(query)
    return { query, results }
  })
const sync = IndexSearcher.fromBytes<Paragraph>(bytes)
const expected = searchAll(query => sync.search(query, { limit: 3 }))

let list: Uint8Array
const servers: RangeServer[] = []
const serveList = async (instead?: Behaviour['instead']) => {
  const server = await serve({ bytes: list, instead })
  servers.push(server)
  return server
}
let folder: string
beforeAll(async () => {
  list = new Uint8Array(await readFile('index-data/french/word-list.bin'))
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-words-'))
  await writeFile(join(folder, 'words.bin'), list)
})
afterAll(async () => {
  readWordListBy(() => WordList.fromBytes(list))
  await Promise.all(servers.map(server => server.close()))
  await rm(folder, { recursive: true })
})

const WAYS: [name: string, isInstalled: boolean, list: () => Promise<ClientOptions>][] = [
  ['in memory', true, async () => ({})],
  ['a file of the disk', false, async () => ({ wordList: pathToFileURL(join(folder, 'words.bin')) })],
  ['a server, by ranges', false, async () => ({ wordList: (await serveList()).url })],
  ['a server without ranges', false, async () => ({ wordList: (await serveList(whole(list))).url })],
  [
    'a server that packs parts',
    false,
    async () => ({
      wordList: (
        await serveList((response, { start, end }) => {
          if (end - start === list.length) return false
          response.writeHead(206, {
            'Content-Encoding': 'gzip',
            'Content-Range': `bytes ${start}-${end - 1}/${list.length}`,
          })
          response.end(list.subarray(start, end))
          return true
        })
      ).url,
    }),
  ],
]
const INDEXES: [name: string, source: () => IndexSource, options: ClientOptions][] = [
  ['in memory', () => bytes, {}],
  ['read by ranges', () => memorySource(bytes), { load: 'ranges' }],
]

test('the queries try what there is: corrections, offers, split words, and words left alone', () => {
  const corrected = expected.filter(({ results }) => 'correction' in results && results.correction !== undefined)
  expect(corrected.length).toBeGreaterThan(30)
  expect(corrected.length).toBeLessThan(queries.length - 10)
  expect(expected.some(({ results }) => 'didYouMean' in results)).toBe(true)
  expect(expected.some(({ results }) => 'correction' in results && /’/.test(String(results.correction)))).toBe(true)
})

describe.each(WAYS.map((way, i) => [...way, i] as const))('the list %s', (_, isInstalled, options, place) => {
  describe.each(INDEXES.map((index, i) => [...index, i] as const))('the index %s', (_, source, indexOptions, i) => {
    test('corrects alike, one query after the other', async () => {
      readWordListBy(() => (isInstalled ? WordList.fromBytes(list) : (undefined as never)))
      const client = openIndex<Paragraph>(source(), { ...indexOptions, ...(await options()) })
      for (const { query, results } of someFor(place + i, expected)) {
        const { tookMs, ...actual } = await client.search(query, { limit: 3 })
        expect(actual, query).toEqual(results)
      }
    })

    test('corrects alike, all at once', async () => {
      readWordListBy(() => (isInstalled ? WordList.fromBytes(list) : (undefined as never)))
      const client = openIndex<Paragraph>(source(), { ...indexOptions, ...(await options()) })
      const asked = someFor(place + i + 1, expected)
      const answers = await Promise.all(asked.map(({ query }) => client.search(query, { limit: 3 })))
      expect(answers.map(({ tookMs, ...actual }) => actual)).toEqual(asked.map(({ results }) => results))
    })
  })
})

describe('a list that is elsewhere', () => {
  const open = (server: RangeServer, options: ClientOptions = {}) => {
    readWordListBy(() => undefined as never)
    return openIndex<Paragraph>(memorySource(bytes), { load: 'ranges', wordList: server.url, ...options })
  }
  const corrected = async (client: ReturnType<typeof open>, query: string, options = {}) => {
    const { correction, unavailable } = await client.search(query, options)
    return [correction, unavailable]
  }

  test('is not asked for by a query whose words the index has', async () => {
    const server = await serveList()
    const client = open(server)
    await client.search('Haftar Tripoli cessez-le-feu 2019')
    await client.search('de la le')
    expect(server.received).toEqual([])
  })

  test('gives its header and one block to a word that is not in the index, and nothing more if that is French', async () => {
    const server = await serveList()
    const client = open(server)
    await client.search('enjoliveurs')
    expect(server.received.length).toBe(2)
    await client.search('enjoliveurs enjoliveur')
    expect(server.received.length).toBe(2)
    expect(await corrected(client, 'Hafter Tripoli')).toEqual(['Haftar Tripoli', undefined])
    expect(server.received.length).toBeLessThanOrEqual(4)
  })

  test('is not asked for if nothing is to be corrected', async () => {
    const server = await serveList()
    const client = open(server)
    await client.search('Hafter', { fuzzy: false, split: false })
    expect(server.received).toEqual([])
  })

  test.each<[string, Behaviour['instead']]>([
    ['is gone', response => response.writeHead(404).end() !== undefined],
    [
      'has become an HTML page',
      response =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Accueil</title>') !==
        undefined,
    ],
    ['has become something else', response => response.writeHead(200).end('plus rien') !== undefined],
    [
      'is damaged',
      (response, { start, end }) => {
        response.writeHead(206, { 'Content-Range': `bytes ${start}-${end - 1}/${list.length}` })
        response.end(new Uint8Array(end - start))
        return true
      },
    ],
  ])('that %s: the query is answered uncorrected and says so, and the next one tries again', async (_, instead) => {
    const server = await serveList(instead)
    const client = open(server)
    expect(await corrected(client, 'Hafter Tripoli')).toEqual([undefined, ['corrections']])
    const uncorrected = sync.search('Hafter Tripoli', { fuzzy: false })
    const { hits } = await client.search('Hafter Tripoli')
    expect(hits).toEqual(uncorrected.hits)
    server.behaviour.instead = undefined
    expect(await corrected(client, 'Hafter Tripoli')).toEqual(['Haftar Tripoli', undefined])
  })

  test('that fails for one word is no loss to a query that needs another', async () => {
    const server = await serveList()
    const client = open(server)
    expect(await corrected(client, 'Hafter')).toEqual(['Haftar', undefined])
    server.behaviour.instead = response => response.writeHead(404).end() !== undefined
    expect(await corrected(client, 'Trippoli')).toEqual([undefined, ['corrections']])
    expect(await corrected(client, 'Hafter')).toEqual(['Haftar', undefined])
  })

  test('a query that is aborted while it comes is aborted, and the next one is answered', async () => {
    const server = await serveList()
    const client = open(server)
    await client.warmUp()
    const controller = new AbortController()
    const aborted = client.search('Hafter', { signal: controller.signal })
    setTimeout(() => controller.abort(), 1)
    await expect(aborted.catch(({ code }) => code)).resolves.toSatisfy(
      (value: unknown) => value === 'QUERY_ABORTED' || typeof value === 'object',
    )
    expect(await corrected(client, 'Hafter')).toEqual(['Haftar', undefined])
  })

  test('other than the one that the index names: nothing is corrected', async () => {
    const server = await serveList()
    server.behaviour.bytes = list.slice()
    // Another checksum of the header.
    server.behaviour.bytes[16] ^= 1
    expect(await corrected(open(server), 'Hafter')).toEqual([undefined, ['corrections']])
  })

  test('an address that is none is refused', async () => {
    const client = openIndex(bytes, { wordList: 'http://' })
    await expect(client.warmUp()).rejects.toMatchObject({ option: 'wordList' })
  })
})
