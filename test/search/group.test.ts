/** One hit a group: what an oracle makes of the ungrouped hits, in any cut, after removals, on any page. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidOptionError, openIndex, SearchIndex } from '../../src/index.ts'
import { readQuery } from '../../src/query/query.ts'
import type { DocumentId } from '../../src/schema/document.ts'
import * as skipping from '../../src/search/collect-best.ts'
import { execute } from '../../src/search/execute.ts'
import { groupingBy } from '../../src/search/grouped-documents.ts'
import { SortedDocuments } from '../../src/search/sorted-documents.ts'
import { Window } from '../../src/search/window.ts'
import { question } from '../support/arbitrary.ts'
import { type ColumnDocument, columnCollection, columnSchema, filterCase, sectionsOf } from '../support/columns.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(100), { maxLength: 4 })
const removals = fc.array(fc.nat(60), { maxLength: 6 })

interface Ranked {
  id: DocumentId
  score: number
}

interface Shown extends Ranked {
  others: DocumentId[]
  total: number
}

/** Groups of hits that are ranked already: each has its first, and the others in their order. */
function groupsOf(ranked: readonly Ranked[], limit: number, keyOf: (id: DocumentId) => string): Shown[] {
  const groups = new Map<string, Shown>()
  for (const hit of ranked) {
    const group = groups.get(keyOf(hit.id))
    if (group === undefined) groups.set(keyOf(hit.id), { id: hit.id, score: hit.score, others: [], total: 0 })
    else {
      group.total++
      if (group.others.length < limit) group.others.push(hit.id)
    }
  }
  return [...groups.values()]
}

function keyIn(documents: readonly ColumnDocument[]): (id: DocumentId) => string {
  const keys = new Map(documents.map(document => [document.id, sectionsOf(document)[0]]))
  return id => (keys.get(String(id)) === undefined ? `alone ${id}` : `in ${keys.get(String(id))}`)
}

const asShown = (
  hits: readonly { id: DocumentId; score: number; grouped: { id: DocumentId }[]; groupedTotal: number }[],
) =>
  hits.map(({ id, score, grouped, groupedTotal }) => ({
    id,
    score,
    others: grouped.map(({ id }) => id),
    total: groupedTotal,
  }))

const BY_SCORE = [{ column: undefined, descending: true }]
const page = fc.record({ offset: fc.nat(4), limit: fc.nat(12) })
const groupLimit = fc.integer({ min: 0, max: 3 })

test('sorted hits are grouped as the sorted documents are, with filters, facets and pages', () => {
  fc.assert(
    fc.property(
      columnCollection(60),
      fc.tuple(question, filterCase, fc.boolean()),
      places,
      removals,
      fc.tuple(page, groupLimit),
      (documents, [asked, { filter }, isFiltered], cuts, removed, [{ offset, limit }, members]) => {
        const index = new SearchIndex<ColumnDocument>(
          buildSegments(cutAt(documents, cuts), language, 3, columnSchema) as never,
        )
        for (const id of new Set(removed.map(i => `d${i}`))) if (index.has(id)) index.remove(id)
        const sort = [{ field: 'views', order: 'desc' }, { field: 'score' }] as const
        const options = { sort, facets: ['section'], ...(isFiltered && { filter }) } as const
        const all = index.search(asked, { ...options, limit: 10_000 })
        const expected = groupsOf(all.hits, members, keyIn(documents))
        const results = index.search(asked, { ...options, offset, limit, group: { field: 'section', limit: members } })
        expect(asShown(results.hits)).toEqual(expected.slice(offset, offset + limit))
        expect(results.totalGroups).toBe(expected.length)
        expect(results.total).toBe(all.total)
        expect(results.fullMatches).toBe(all.fullMatches)
        expect(results.facets).toEqual(all.facets)
        expect(results.next !== undefined).toBe(limit > 0 && expected.length > offset + limit)
      },
    ),
    { numRuns: runs(300) },
  )
})

test('by score, each group stands where its best document does, and those of the best thirty get proximity', () => {
  fc.assert(
    fc.property(
      columnCollection(120),
      question,
      places,
      removals,
      fc.record({
        count: fc.integer({ min: 0, max: 12 }),
        countUpTo: fc.constantFrom(1, 3, 10, 10_000),
        windowLength: fc.integer({ min: 4, max: 40 }),
      }),
      (documents, asked, cuts, removed, { count, countUpTo, windowLength }) => {
        const list = buildSegments(cutAt(documents, cuts), language, 3, columnSchema)
        const gone = new Set(removed.map(i => `d${i}`))
        for (const { id } of documents) if (gone.has(id)) list.remove(id)
        const query = readQuery(asked, language)
        const fields = list.schema.fields.map((field, index) => ({ ...field, index }))
        const column = list.schema.columns.findIndex(({ name }) => name === 'section')
        const run = (options: object) =>
          execute(query, list.parts, language, {
            fields,
            required: () => 1,
            count,
            window: new Window(windowLength),
            skipping: () => skipping,
            ...options,
          })
        const idOf = ({ part, document }: { part: number; document: number }) => list.parts[part].segment.id(document)
        const byScore = (a: { score: number; order: number }, b: { score: number; order: number }) =>
          b.score - a.score || a.order - b.order
        const orders = new Map(documents.filter(({ id }) => !gone.has(id)).map(({ id }, i) => [id, i]))
        // Without proximity: sorted by nothing but the score, as the oracle sorts.
        const plain = run({
          count: 1000,
          grouping: groupingBy(column, 0, BY_SCORE),
          offset: 1000,
        })
        // Sorted by the score, hits have no proximity.
        const whole = run({ count: 1000, ranking: (most: number) => new SortedDocuments(BY_SCORE, most) })
        const scores = whole.ranked.map(hit => ({
          id: idOf(hit),
          score: hit.score,
          order: orders.get(String(idOf(hit))) ?? -1,
        }))
        const groups = groupsOf(scores.sort(byScore), 3, keyIn(documents))
        expect(plain.ranked.map(idOf)).toEqual(groups.map(({ id }) => id))
        // The best of the first thirty with the proximity that each has.
        const grouped = run({ grouping: groupingBy(column, 3, undefined), count: 1000 })
        const first = grouped.ranked.slice(0, 30)
        expect(new Set(first.map(idOf))).toEqual(new Set(groups.slice(0, 30).map(({ id }) => id)))
        expect(first.map(({ score }) => score)).toEqual(first.map(({ score }) => score).sort((a, b) => b - a))
        expect(grouped.totalGroups).toBe(groups.length)
        for (const hit of grouped.ranked) {
          const { others, total } = groups.find(({ id }) => id === idOf(hit)) ?? { others: [], total: -1 }
          expect({ others: hit.others?.ranked.map(idOf), total: hit.others?.total }).toEqual({ others, total })
        }
        // Fewer are wanted, and documents passed over: the same.
        const some = run({ grouping: groupingBy(column, 3, undefined), countUpTo })
        const unnumbered = (ranked: typeof some.ranked) => ranked.map(({ group, ...hit }) => hit)
        expect(unnumbered(some.ranked)).toEqual(unnumbered(grouped.ranked.slice(0, count)))
        expect(some.totalGroups).toBe(grouped.total > countUpTo ? undefined : groups.length)
        expect(some.hasMore).toBe(groups.length > count)
      },
    ),
    { numRuns: runs(200) },
  )
})

describe('sections of pages', () => {
  interface Section {
    id: string
    page?: string
    title: string
    body: string
  }
  const index = new SearchIndex<Section, 'title' | 'body'>({
    fields: { title: {}, body: {}, page: { type: 'keyword' } },
    storeFields: ['title', 'body'],
  })
  index.addAll([
    { id: 'a1', page: 'a', title: 'Congé de maternité', body: 'La durée du congé de maternité.' },
    { id: 'a2', page: 'a', title: 'Durée', body: 'La durée du congé dépend du nombre d’enfants.' },
    { id: 'a3', page: 'a', title: 'Report', body: 'Le congé peut être reporté.' },
    { id: 'b1', page: 'b', title: 'Congé de paternité', body: 'Le congé de paternité.' },
    { id: 'c', title: 'Congé sans solde', body: 'Un congé sans solde se demande.' },
  ])

  test('one hit a page, with its other sections, highlighted as hits are', () => {
    const options = { group: { field: 'page', limit: 1 }, highlight: { fields: ['body'] } } as const
    const { hits, total, totalGroups, next } = index.search('durée du congé', { ...options, limit: 2 })
    expect({ total, totalGroups }).toEqual({ total: 5, totalGroups: 3 })
    expect(hits[0].id).toBe('a2')
    expect(hits[0].grouped.map(({ id }) => id)).toEqual(['a1'])
    expect(hits[0].groupedTotal).toBe(2)
    expect(hits[0].grouped[0].highlights.body?.ranges.length).toBeGreaterThan(0)
    const rest = index.search('durée du congé', { ...options, limit: 2, after: next })
    expect([...hits, ...rest.hits].map(({ id }) => id).sort()).toEqual(['a2', 'b1', 'c'])
  })

  test('an empty query with a filter groups all that are', () => {
    const { hits } = index.search('', { filter: { page: ['a', 'b'] }, group: { field: 'page' } })
    expect(hits.map(({ id, grouped }) => [id, grouped.map(({ id }) => id)])).toEqual([
      ['a1', ['a2', 'a3']],
      ['b1', []],
    ])
  })

  test('the client of pages groups alike', async () => {
    const options = { group: { field: 'page' }, highlight: { fields: ['body'] } } as const
    const { tookMs: _, ...there } = await openIndex<Section, 'title' | 'body'>(index.toBytes()).search('congé', options)
    const { tookMs: __, ...here } = index.search('congé', options)
    expect(JSON.parse(JSON.stringify(there))).toEqual(JSON.parse(JSON.stringify(here)))
  })

  test('what cannot group is refused', () => {
    const search = (group: unknown) => () => index.search('congé', { group } as never)
    expect(search({ field: 'pages' })).toThrow('Did you mean "page"?')
    expect(search({ field: 'page', limit: 101 })).toThrow(InvalidOptionError)
    expect(search({ field: 'page', limits: 1 })).toThrow('Did you mean "group.limit"?')
    expect(search('page')).toThrow(InvalidOptionError)
    const dated = new SearchIndex({ fields: { title: {}, on: { type: 'date' } } })
    expect(() => dated.search('congé', { group: { field: 'on' } })).toThrow('a keyword field')
  })
})
