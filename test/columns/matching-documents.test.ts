/** A search with a filter gives the hits of the search without it that the filter admits, in any cut; an empty question gives all that it admits. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SearchIndex } from '../../src/search-index.ts'
import { question } from '../support/arbitrary.ts'
import { type ColumnDocument, columnCollection, columnSchema, filterCase } from '../support/columns.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(100), { maxLength: 4 })

/** An index cut at `cuts`, without its first document. */
function makeIndex(documents: readonly ColumnDocument[], cuts: readonly number[]) {
  const list = buildSegments(cutAt(documents, cuts), language, 3, columnSchema)
  if (documents.length > 0) list.remove('d0')
  return new SearchIndex<ColumnDocument>(list as never)
}

test('hits are those without the filter that a look at each document admits', () => {
  fc.assert(
    fc.property(columnCollection(28), question, places, filterCase, (documents, asked, cuts, { filter, admits }) => {
      const index = makeIndex(documents, cuts)
      const admitted = new Set(documents.filter(admits).map(({ id }) => id))
      const shown = ({ id, score }: { id: unknown; score: number }) => ({ id, score })
      const expected = index.search(asked, { limit: 100 }).hits.filter(({ id }) => admitted.has(String(id)))
      const found = index.search(asked, { limit: 100, filter })
      if (asked !== '') {
        expect(found.hits.map(shown)).toEqual(expected.map(shown))
        expect(found.total).toBe(expected.length)
      }
      const all = documents.filter(({ id }) => id !== 'd0' && admitted.has(id))
      const browsed = index.search('', { limit: 100, filter })
      expect(browsed.hits.map(shown)).toEqual(all.map(({ id }) => ({ id, score: 0 })))
      expect(browsed.total).toBe(all.length)
      index.compact()
      expect(index.search(asked, { limit: 100, filter }).hits.map(shown)).toEqual(found.hits.map(shown))
    }),
    { numRuns: runs(400) },
  )
})

const articles = [
  { id: 1, title: 'Trêve à Tripoli', section: ['monde', 'libye'], published: '2019-11-26', views: 120 },
  { id: 2, title: 'Élections', section: 'politique', published: '2019-11-30T22:15:00+01:00', views: 0 },
  { id: 3, title: 'Sans rubrique', views: 3.5 },
]

function articleIndex() {
  const index = new SearchIndex({
    fields: { title: {}, section: { type: 'keyword' }, published: { type: 'date' }, views: { type: 'number' } },
  })
  index.addAll(articles)
  return index
}

const browse = (filter: object) =>
  articleIndex()
    .search('', { filter: filter as never })
    .hits.map(({ id }) => id)

test('an empty filter browses the whole index; `undefined` asks nothing', () => {
  expect(browse({})).toEqual([1, 2, 3])
  expect(browse({ section: undefined, views: { gt: undefined } })).toEqual([1, 2, 3])
  expect(articleIndex().search('', {}).total).toBe(0)
})

test('a date names its whole period; documents without a value are in no range, and in what is not', () => {
  expect(browse({ published: '2019-11' })).toEqual([1, 2])
  expect(browse({ published: { lte: '2019-11-30' } })).toEqual([1, 2])
  expect(browse({ published: { lt: '2019-11-30' } })).toEqual([1])
  expect(browse({ published: { gt: '2019-11-26' } })).toEqual([2])
  expect(browse({ published: new Date('2019-11-26') })).toEqual([1])
  expect(browse({ published: { gte: Date.UTC(2019, 10, 30, 22, 15) } })).toEqual([2])
  expect(browse({ section: { not: 'monde' } })).toEqual([2, 3])
  expect(browse({ not: { views: { gte: 1 } } })).toEqual([2])
  expect(browse({ section: { all: ['libye', 'monde'] } })).toEqual([1])
  expect(browse({ section: [] })).toEqual([])
})

test.each<[object, string]>([
  [{ rubrique: 'monde' }, 'filter'],
  [{ title: 'Trêve' }, 'filter'],
  [{ section: 3 }, 'filter.section'],
  [{ section: null }, 'filter.section'],
  [{ section: ['monde', 3] }, 'filter.section'],
  [{ section: { any: ['monde'] } }, 'filter.section.any'],
  [{ section: { all: 'monde' } }, 'filter.section.all'],
  [{ section: { not: 4 } }, 'filter.section.not'],
  [{ views: '10' }, 'filter.views'],
  [{ views: { gt: Number.NaN } }, 'filter.views.gt'],
  [{ views: { above: 3 } }, 'filter.views.above'],
  [{ views: [1, 2] }, 'filter.views'],
  [{ published: 'hier' }, 'filter.published'],
  [{ published: { gte: '2019-02-30' } }, 'filter.published.gte'],
  [{ published: new Date(Number.NaN) }, 'filter.published'],
  [{ and: { section: 'monde' } }, 'filter.and'],
  [{ or: ['monde'] }, 'filter.or[0]'],
  [{ not: [{ section: 'monde' }] }, 'filter.not'],
  [['monde'], 'filter'],
])('%j is refused, and %s named', (filter, option) => {
  expect(() => browse(filter)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', option }))
})

test('a filter nested without end is refused', () => {
  const filter: Record<string, unknown> = {}
  filter.not = filter
  expect(() => browse(filter)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', option: 'filter' }))
})

test('whatever comes as filter, facets or sort is answered or refused as an option', () => {
  const index = articleIndex()
  const names = fc.constantFrom(
    'section',
    'published',
    'views',
    'and',
    'or',
    'not',
    'gte',
    'all',
    'limit',
    'ranges',
    'field',
    'order',
  )
  const value: fc.Arbitrary<unknown> = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true, withTypedArray: true, maxDepth: 1 }),
      fc.constantFrom('monde', '2019-11', 3, 'score', 'desc'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(names, tie('value'), { maxKeys: 3 }),
    ),
  })).value
  fc.assert(
    fc.property(fc.constantFrom('filter', 'facets', 'sort'), value, (option, said) => {
      try {
        expect(index.search('trêve', { [option]: said }).total).toBeLessThanOrEqual(1)
      } catch (error) {
        expect(error).toMatchObject({ code: 'INVALID_OPTION' })
      }
    }),
    { numRuns: runs(3000) },
  )
})
