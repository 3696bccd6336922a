/** An index in several languages that is read by ranges: the same answers as in memory, and each step one round trip at most. */
import { expect, test } from 'vitest'
import { multilingual } from '../../src/language/multilingual.ts'
import { english } from '../../src/languages/english/english.ts'
import { french } from '../../src/languages/french/french.ts'
import type { ByteSource } from '../../src/open/byte-source.ts'
import { openIndex } from '../../src/open/search-client.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { openRanges } from '../support/open-ranges.ts'

const pages = Array.from({ length: 400 }, (_, i) =>
  i % 2 === 0
    ? {
        id: i,
        lang: 'fr',
        title: `La table numéro ${i}`,
        body: `Les enfants de la ville ${'lisent des livres '.repeat(i % 40)} à Tripoli.`,
      }
    : {
        id: i,
        lang: 'en',
        title: `The table number ${i}`,
        body: `The children of the town ${'are reading books '.repeat(i % 40)} in Tripoli.`,
      },
)
const index = SearchIndex.from(pages, {
  fields: ['title', 'body'],
  storeFields: ['title', 'body'],
  language: multilingual({ en: english(), fr: french() }),
})
const bytes = index.toBytes()
const opened = SearchIndex.fromBytes<(typeof pages)[number], 'title' | 'body'>(bytes)

class CountedSource implements ByteSource {
  readonly byteLength = bytes.length
  roundTrips = 0
  private underWay = 0

  async read(start: number, end: number): Promise<Uint8Array> {
    if (this.underWay++ === 0) this.roundTrips++
    await new Promise(resolve => setTimeout(resolve, 1))
    this.underWay--
    return bytes.slice(start, end)
  }
}

const QUERIES = ['table', 'les enfants de la ville', 'the children', 'Tripoli', '"the town"', 'lisent*', 'childrn']
const OPTIONS = { highlight: { fields: ['body'] as const }, explain: true, limit: 5 } as const

test.each(QUERIES)('%s', async query => {
  const source = new CountedSource()
  const client = await openRanges(source, {})
  const before = source.roundTrips
  const { tookMs: _, ...answer } = await client.search(query, OPTIONS as never)
  expect(source.roundTrips - before).toBeLessThanOrEqual(4)
  const { tookMs: __, ...expected } = opened.search(query, OPTIONS)
  expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(JSON.stringify(expected)))
  expect(await client.languages()).toEqual(['en', 'fr'])
})

test('one language, suggestions, passages and similar documents', async () => {
  const client = openIndex(bytes)
  const { hits } = await client.search('Tripoli', { language: 'en', limit: 100 } as never)
  expect(hits.every(({ id }) => Number(id) % 2 === 1)).toBe(true)
  expect(await client.suggest('chil')).toEqual(index.suggest('chil'))
  expect((await client.similar(3)).hits.map(({ id }) => id)).toEqual(index.similar(3).hits.map(({ id }) => id))
  expect((await client.passages('children reading')).passages).toEqual(index.passages('children reading').passages)
})
