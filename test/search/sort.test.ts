/** Hits stand in the order of the fields asked for, then in that of insertion, in any cut. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textToSortBy } from '../../src/columns/keyword-column.ts'
import type { SortField } from '../../src/schema/sort.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { question } from '../support/arbitrary.ts'
import { type ColumnDocument, columnCollection, columnSchema, sectionsOf, timeOf, viewsOf } from '../support/columns.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(100), { maxLength: 4 })
const order = fc.constantFrom('asc' as const, 'desc' as const, undefined)
const field = fc.constantFrom('section' as const, 'published' as const, 'views' as const)
const fields = fc.array(fc.record({ field, order }), { minLength: 1, maxLength: 3 })

function fieldOf(document: ColumnDocument, field: string): string | number | undefined {
  if (field === 'published') return timeOf(document)
  if (field === 'views') return viewsOf(document)
  const [first] = sectionsOf(document)
  return first === undefined ? undefined : textToSortBy(first)
}

function compare(a: ColumnDocument, b: ColumnDocument, sort: readonly SortField[]): number {
  for (const { field, order } of sort) {
    const [x, y] = [fieldOf(a, field), fieldOf(b, field)]
    if (x === y) continue
    if (x === undefined || y === undefined) return x === undefined ? 1 : -1
    return x < y === (order === 'desc') ? 1 : -1
  }
  return 0
}

test('any page of a sorted search is that page of the sorted documents', () => {
  const pages = fc.record({ offset: fc.nat(5), limit: fc.nat(30) })
  fc.assert(
    fc.property(columnCollection(200), question, places, fields, pages, (documents, asked, cuts, sort, page) => {
      const index = new SearchIndex<ColumnDocument>(
        buildSegments(cutAt(documents, cuts), language, 3, columnSchema) as never,
      )
      if (documents.length > 0) index.remove('d0')
      const found = new Set(index.search(asked, { limit: 1000, filter: {} }).hits.map(({ id }) => id))
      const expected = documents.filter(({ id }) => found.has(id)).sort((a, b) => compare(a, b, sort))
      const { hits, total } = index.search(asked, { ...page, sort, filter: {} })
      expect(hits.map(({ id }) => id)).toEqual(
        expected.slice(page.offset, page.offset + page.limit).map(({ id }) => id),
      )
      expect(total).toBe(expected.length)
    }),
    { numRuns: runs(300) },
  )
})

const index = new SearchIndex<{ id: number; title: string; section?: string; views?: number }>({
  fields: { title: {}, section: { type: 'keyword' }, views: { type: 'number' } },
})
index.addAll([
  { id: 1, title: 'La trêve à Tripoli', section: 'Zoo', views: 3 },
  { id: 2, title: 'Tripoli', section: 'Élysée', views: 12 },
  { id: 3, title: 'Une trêve', section: 'enfance' },
  { id: 4, title: 'Tripoli attend la trêve, et la trêve attend Tripoli', section: 'Écoles', views: 3 },
])

const idsSortedBy = (
  sort: SortField<'section' | 'views'> | SortField<'section' | 'views'>[],
  asked = 'trêve Tripoli',
) => index.search(asked, { sort }).hits.map(({ id }) => id)

test('keywords stand in French order; documents without a value come last both ways', () => {
  expect(idsSortedBy({ field: 'section' })).toEqual([4, 2, 3, 1])
  expect(idsSortedBy({ field: 'views' })).toEqual([1, 4, 2, 3])
  expect(idsSortedBy({ field: 'views', order: 'desc' })).toEqual([2, 1, 4, 3])
})

test('the score decides where it is asked to, without proximity; alone, it is the usual order', () => {
  const usual = index.search('trêve Tripoli').hits
  expect(index.search('trêve Tripoli', { sort: { field: 'score' } }).hits.map(({ score }) => score)).toEqual(
    usual.map(({ score }) => score),
  )
  const rising = index.search('trêve Tripoli', { sort: { field: 'score', order: 'asc' }, explain: true }).hits
  const scores = new Map(rising.map(({ id, score }) => [id, score]))
  const [first, second] = idsSortedBy([{ field: 'views' }, { field: 'score' }])
  expect([first, second].sort()).toEqual([1, 4])
  expect(scores.get(first)).toBeGreaterThan(scores.get(second) ?? Number.POSITIVE_INFINITY)
  expect(rising.map(({ score }) => score)).toEqual(rising.map(({ score }) => score).sort((a, b) => a - b))
  for (const { score, explanation } of rising) {
    expect(explanation?.proximity).toEqual([])
    const parts = [...(explanation?.words ?? []), ...(explanation?.title ? [explanation.title] : [])]
    expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 9)
  }
})

test('an empty list of fields changes nothing', () => {
  expect(idsSortedBy([])).toEqual(index.search('trêve Tripoli').hits.map(({ id }) => id))
})

test.each<[unknown, string]>([
  ['views', 'sort'],
  [null, 'sort'],
  [[null], 'sort[0]'],
  [{ field: 'title' }, 'sort.field'],
  [[{ field: 'views' }, { field: 'vues' }], 'sort[1].field'],
  [{}, 'sort.field'],
  [{ field: 'views', order: 'up' }, 'sort.order'],
  [{ field: 'views', descending: true }, 'sort.descending'],
])('%j is refused, and %s named', (sort, option) => {
  expect(() => index.search('', { sort: sort as never })).toThrow(
    expect.objectContaining({ code: 'INVALID_OPTION', option }),
  )
})
