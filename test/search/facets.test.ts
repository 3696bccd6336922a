/** Facets count the documents that match, as a look at each document does, in any cut. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textToSortBy } from '../../src/columns/keyword-column.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { question } from '../support/arbitrary.ts'
import {
  type ColumnDocument,
  columnCollection,
  columnSchema,
  DATES,
  filterCase,
  sectionsOf,
  timeOf,
  viewsOf,
} from '../support/columns.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(100), { maxLength: 4 })

/** The documents that a search finds, whatever the filter. */
function matching(index: SearchIndex<ColumnDocument>, documents: readonly ColumnDocument[], asked: string) {
  const left = documents.filter(({ id }) => index.has(id))
  if (asked === '') return left
  const ids = new Set(index.search(asked, { limit: 1000 }).hits.map(({ id }) => id))
  return left.filter(({ id }) => ids.has(id))
}

function countSections(documents: readonly ColumnDocument[], limit: number) {
  const counts = new Map<string, number>()
  for (const value of documents.flatMap(sectionsOf)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (textToSortBy(a.value) < textToSortBy(b.value) ? -1 : 1))
    .slice(0, limit)
}

test('counts are those of the documents that match question and filter', () => {
  const limits = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(columnCollection(), question, places, filterCase, limits, fc.boolean(), (...drawn) => {
      const [documents, asked, cuts, { filter, admits }, limit, compacts] = drawn
      const index = new SearchIndex<ColumnDocument>(
        buildSegments(cutAt(documents, cuts), language, 3, columnSchema) as never,
      )
      if (documents.length > 0) index.remove('d0')
      const found = matching(index, documents, asked).filter(admits)
      if (compacts) index.compact()
      const { facets, total } = index.search(asked, {
        filter,
        limit: 0,
        facets: {
          section: { limit },
          published: { ranges: DATES.map(([text]) => ({ value: text, gte: text, lte: text })) },
          views: {
            ranges: [{ value: 'aucune', lte: 0 }, { value: 'quelques-unes', gt: 0, lt: 5 }, { value: 'toutes' }],
          },
        },
      })
      expect(total).toBe(found.length)
      const times = found.map(timeOf)
      const views = found.map(viewsOf)
      expect(facets).toEqual({
        section: countSections(found, limit),
        published: DATES.map(([value, start, end]) => ({
          value,
          count: times.filter(time => time !== undefined && time >= start && time < end).length,
        })),
        views: [
          { value: 'aucune', count: views.filter(n => n !== undefined && n <= 0).length },
          { value: 'quelques-unes', count: views.filter(n => n !== undefined && n > 0 && n < 5).length },
          { value: 'toutes', count: views.filter(n => n !== undefined).length },
        ],
      })
    }),
    { numRuns: runs(300) },
  )
})

test('a facet can ignore what the filter says of its own field', () => {
  const values = fc.array(fc.constantFrom('monde', 'culture', 'société'), { maxLength: 2 })
  fc.assert(
    fc.property(columnCollection(), question, places, values, (documents, asked, cuts, chosen) => {
      const index = new SearchIndex<ColumnDocument>(
        buildSegments(cutAt(documents, cuts), language, 3, columnSchema) as never,
      )
      const found = matching(index, documents, asked)
      const ownFilter = { or: [{ section: chosen }, { not: { section: 'Monde' } }] }
      const other = { or: [{ section: 'monde' }, { views: { gte: 0 } }] }
      const facets = { section: { ignoreOwnFilter: true } }
      const of = (filter: object) => index.search(asked, { filter, limit: 0, facets }).facets?.section
      expect(of({ section: chosen })).toEqual(countSections(found, 100))
      expect(of(ownFilter)).toEqual(countSections(found, 100))
      // A condition that speaks of another field too is no condition of the facet's own.
      const isOther = (document: ColumnDocument) =>
        sectionsOf(document).includes('monde') || (viewsOf(document) ?? -1) >= 0
      expect(of({ section: chosen, and: [other, ownFilter] })).toEqual(countSections(found.filter(isOther), 100))
      const views = { views: { gte: 0 } }
      expect(of({ and: [{ and: [{ section: chosen }, views] }] })).toEqual(
        countSections(
          found.filter(document => (viewsOf(document) ?? -1) >= 0),
          100,
        ),
      )
    }),
    { numRuns: runs(200) },
  )
})

const index = new SearchIndex({ fields: { title: {}, section: { type: 'keyword' }, views: { type: 'number' } } })
index.addAll([
  { id: 1, title: 'Un', section: ['Élysée', 'Zoo'] },
  { id: 2, title: 'Deux', section: ['Enfance', 'écoles', 'Zoo'] },
])

test('values of as many documents stand in French order', () => {
  expect(index.search('', { filter: {}, facets: ['section'] }).facets?.section).toEqual([
    { value: 'Zoo', count: 2 },
    { value: 'écoles', count: 1 },
    { value: 'Élysée', count: 1 },
    { value: 'Enfance', count: 1 },
  ])
})

test('without facets there are none', () => expect(index.search('un').facets).toBeUndefined())

test.each<[unknown, string]>([
  ['section', 'facets'],
  [['title'], 'facets'],
  [[3], 'facets'],
  [{ rubrique: {} }, 'facets'],
  [{ section: true }, 'facets.section'],
  [{ section: { size: 3 } }, 'facets.section.size'],
  [{ section: { limit: 0 } }, 'facets.section.limit'],
  [{ section: { limit: 2.5 } }, 'facets.section.limit'],
  [{ section: { ignoreOwnFilter: 1 } }, 'facets.section.ignoreOwnFilter'],
  [{ section: { ranges: [] } }, 'facets.section.ranges'],
  [['views'], 'facets.views.ranges'],
  [{ views: { ranges: [3] } }, 'facets.views.ranges[0]'],
  [{ views: { ranges: [{ gte: 3 }] } }, 'facets.views.ranges[0].value'],
  [{ views: { ranges: [{ value: 'a', gte: 'b' }] } }, 'facets.views.ranges[0].gte'],
  [{ views: { ranges: [{ value: 'a', from: 3 }] } }, 'facets.views.ranges[0].from'],
  [{ views: { ranges: [{ value: 'a' }, { value: 'a', gte: 3 }] } }, 'facets.views.ranges[1].value'],
])('%j is refused, and %s named', (facets, option) => {
  expect(() => index.search('', { facets: facets as never })).toThrow(
    expect.objectContaining({ code: 'INVALID_OPTION', option }),
  )
})
