/** Queries that are larger than what OpenSearch takes at a time (1,024 clauses, 65,536 values): nothing that is typed is refused, and counts say if they are not whole. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { SearchIndex, type SearchOptions } from '../../src/index.ts'
import { type ClusterIndex, openCluster } from '../../src/opensearch/index.ts'

const { url } = inject('cluster')

interface Page {
  id: number
  a: string
  b: string
  c: string
  d: string
  e: string
  section: string
}

/** Words that nobody writes: a number in syllables. */
const LETTERS = 'bcdfgklmnpqrstvz'
const wordOf = (n: number, start = 'xo') =>
  start + [...n.toString(16).padStart(5, '0')].map(digit => `${LETTERS[Number.parseInt(digit, 16)]}o`).join('')
const FIELDS = ['a', 'b', 'c', 'd', 'e'] as const
/** 60 documents; each of 300 words is in some of them, in one field or another. */
const pages: Page[] = Array.from({ length: 60 }, (_, id) => {
  const words = Array.from({ length: 300 }, (_, n) => n).filter(n => (n * 7 + id * 3) % 11 < 4)
  const inField = (field: number) =>
    words
      .filter(n => (n + id) % 5 === field)
      .map(n => wordOf(n))
      .join(' ')
  const [a, b, c, d, e] = FIELDS.map((_, field) => inField(field))
  return { id, a, b, c, d, e, section: `s${id % 3}` }
})
// One that has all.
pages.push({
  id: 60,
  a: '',
  b: Array.from({ length: 300 }, (_, n) => wordOf(n)).join(' '),
  c: '',
  d: '',
  e: '',
  section: 's0',
})

const schema = () => ({ fields: { a: {}, b: {}, c: {}, d: {}, e: {}, section: { type: 'keyword' as const } } })
const memory = new SearchIndex<Page>(schema())
memory.addAll(pages)
let index: ClusterIndex<Page>
beforeAll(async () => {
  index = await openCluster<Page>({ nodes: url, name: 'clauses', ...schema(), shards: 2, replicas: 0 })
  await index.addAll(pages)
  await index.refresh()
})
afterAll(async () => {
  await fetch(`${url}/clauses*`, { method: 'DELETE' })
})

const words = (count: number) => Array.from({ length: count }, (_, n) => wordOf(n))
const SOME = { fields: ['a', 'b', 'c', 'd'] } as const
const QUERIES: [name: string, query: string, options: SearchOptions<Page>][] = [
  ['256 words', words(300).join(' '), {}],
  ['256 words in four of five fields', words(300).join(' '), SOME],
  ['all of 256 words', words(256).join(' '), { match: 'all' }],
  ['half of 256 words', words(256).join(' '), { match: '50%' }],
  ['250 words with OU', words(250).join(' OU '), {}],
  ['250 words with OU in four fields', words(250).join(' OU '), SOME],
  ['250 words with ET', words(250).join(' ET '), {}],
  ['250 words with ET in four fields', words(250).join(' ET '), SOME],
  [
    '240 exclusions in four fields',
    `${wordOf(1)} ${words(240)
      .slice(20)
      .map(word => `-${word}`)
      .join(' ')}`,
    SOME,
  ],
  ['a phrase of 200 words', `"${words(200).join(' ')}"`, {}],
  ['a wish for a phrase among 200 words', `"${words(3).join(' ')}" ${words(200).join(' ')}`, SOME],
]

test.each(QUERIES)('%s: as in memory', async (_, query, options) => {
  for (const ranking of ['fast', 'exact'] as const) {
    const way = { ...options, facets: ['section'], limit: 5 } as const
    const { tookMs: _, next: __, ...found } = await index.search(query, { ...way, ranking } as never)
    const { tookMs: ___, next: ____, ...expected } = memory.search(query, way as never)
    // Hundreds of words, each in a choice of fields, are more than can be counted together.
    if (found.fullMatchesIsLowerBound) {
      expect(found.fullMatches).toBeLessThanOrEqual(expected.fullMatches)
      Object.assign(expected, { fullMatches: found.fullMatches, fullMatchesIsLowerBound: true })
    }
    expect(found, ranking).toEqual(expected)
  }
})

const LARGER: [name: string, query: string, options: SearchOptions<Page>][] = [
  ['all of 256 words in four fields', words(256).join(' '), { ...SOME, match: 'all' }],
  ['250 words near one another in five fields', `"${words(250).join(' ')}"~400`, {}],
]

test.each(LARGER)(
  '%s: those that are found match, and the count is said to be a lower bound',
  async (_, query, options) => {
    for (const ranking of ['fast', 'exact'] as const) {
      const found = await index.search(query, { ...options, facets: ['section'], ranking } as never)
      const expected = memory.search(query, options as never)
      expect(found.hits.map(({ id, score }) => [id, score])).toEqual(expected.hits.map(({ id, score }) => [id, score]))
      expect([found.totalIsLowerBound, found.inexactFacets]).toEqual([true, ['section']])
      expect(found.total).toBeLessThanOrEqual(expected.total)
    }
  },
)

test('a beginning that 70,000 words share', async () => {
  const many = Array.from({ length: 70 }, (_, id) => ({
    id,
    b: Array.from({ length: 1000 }, (_, n) => wordOf(id * 1000 + n, 'zu')).join(' '),
  }))
  const others = [
    { id: 70, b: 'zuave' },
    { id: 71, b: 'autre zuave' },
    { id: 72, b: 'autre chose' },
  ]
  const large = await openCluster<{ id: number; b: string }>({
    nodes: url,
    name: 'clauses-large',
    fields: ['b'],
    replicas: 0,
  })
  const here = new SearchIndex<{ id: number; b: string }>({ fields: ['b'] })
  here.addAll([...many, ...others])
  await large.addAll([...many, ...others], { maxBytes: 200_000 })
  await large.refresh()
  for (const query of ['autre -zu*', 'zub*', 'zu*', 'autre OU zuave', `${wordOf(3, 'zu')} -zuave`]) {
    const found = await large.search(query, { ranking: 'exact' })
    const expected = here.search(query)
    expect(found.total, query).toBe(expected.total)
    if (query !== 'zu*')
      expect(
        found.hits.map(({ id }) => id),
        query,
      ).toEqual(expected.hits.map(({ id }) => id))
  }
})
