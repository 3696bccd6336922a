/** What editors decide: promoted documents come first, hidden ones never come; under filters, pages, groups, facets, and in any cut. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CorruptIndexError, InvalidOptionError } from '../../src/errors.ts'
import { readEditorial } from '../../src/index/packed/editorial-section.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { french } from '../../src/languages/french/french.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { openIndex } from '../../src/open/search-client.ts'
import { makeSchema } from '../../src/schema/schema.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { openRanges } from '../support/open-ranges.ts'

interface Page {
  id: string
  title: string
  body: string
  section: string
}

const pages: Page[] = [
  { id: 'etudiants', title: 'Aide au logement des étudiants', body: 'Une aide pour le logement.', section: 'guide' },
  {
    id: 'histoire',
    title: 'Histoire des aides au logement',
    body: 'Les aides au logement depuis 1948.',
    section: 'guide',
  },
  { id: 'apl', title: 'Simulateur', body: 'Calculez votre allocation personnalisée.', section: 'outils' },
  { id: 'ancienne', title: 'Aide au logement (page de 2009)', body: 'Cette page est périmée.', section: 'guide' },
  { id: 'visale', title: 'Garantie Visale', body: 'Un garant gratuit pour votre logement.', section: 'outils' },
]
const editorial = {
  promote: [
    { query: ['aide au logement', 'APL'], ids: ['apl', 'visale'] },
    { query: 'garant', ids: ['ancienne', 'gone', 'histoire'] },
    { query: 'comment', ids: ['apl'] },
  ],
  hide: ['ancienne', 'gone as well'],
}
const fields = { title: {}, body: {}, section: { type: 'keyword' } } as const
const index = SearchIndex.from(pages, { fields, storeFields: ['title'], editorial })
const ids = ({ hits }: { hits: readonly { id: unknown }[] }) => hits.map(({ id }) => id)

describe('promoted documents', () => {
  test.each([
    ['aide au logement', ['apl', 'visale', 'histoire', 'etudiants']],
    ['les aides aux logements', ['apl', 'visale', 'histoire', 'etudiants']],
    ['Logement : aides', ['apl', 'visale', 'histoire', 'etudiants']],
    ['comment avoir une aide au logement', ['apl', 'visale']],
    ['apl', ['apl', 'visale']],
    ['garant', ['histoire', 'visale']],
  ])('%s: the words of the query, in any form and order', (query, first) => {
    expect(ids(index.search(query)).slice(0, first.length)).toEqual(
      first.length > 2 ? expect.arrayContaining(first) : first,
    )
    expect(ids(index.search(query))[0]).toBe(first[0])
  })

  test('a query with typos is the one that was meant', () => {
    const { hits, correction } = index.search('aide au logment')
    expect([correction, hits[0].id]).toEqual(['aide au logement', 'apl'])
  })

  test('other queries promote nothing', () => {
    for (const query of ['logement', 'aide logement étudiants', '"aide au logement"', 'aide logement -étudiants', '']) {
      expect(index.search(query).hits.some(({ promoted }) => promoted)).toBe(false)
    }
  })

  test('are marked, keep their own score, and say so in explanations', () => {
    const { hits } = index.search('aide au logement', { explain: true })
    expect(hits.slice(0, 2)).toMatchObject([
      { id: 'apl', promoted: true, score: 0, explanation: { promoted: true, score: 0, words: [] } },
      { id: 'visale', promoted: true, explanation: { promoted: true } },
    ])
    expect(hits[1].score).toBeGreaterThan(0)
    expect(hits[1].explanation.score).toBe(hits[1].score)
    expect(hits[2]).not.toHaveProperty('promoted')
    expect(hits[2].explanation).not.toHaveProperty('promoted')
  })

  test('count as hits, and in facets', () => {
    const { total, fullMatches, facets } = index.search('aide au logement', { facets: ['section'] })
    expect([total, fullMatches]).toEqual([4, 2])
    expect(facets.section).toEqual([
      { value: 'guide', count: 2 },
      { value: 'outils', count: 2 },
    ])
  })

  test('one that the filter excludes is not shown', () => {
    expect(ids(index.search('aide au logement', { filter: { section: 'guide' } }))).not.toContain('apl')
    expect(index.search('aide au logement', { filter: { section: 'guide' } }).hits[0]).not.toHaveProperty('promoted')
    expect(ids(index.search('aide au logement', { filter: { section: 'outils' } }))).toEqual(['apl', 'visale'])
  })

  test('pages and cursors go over one list', () => {
    const all = ids(index.search('aide au logement'))
    const paged = [0, 1, 2, 3].flatMap(offset => ids(index.search('aide au logement', { limit: 1, offset })))
    expect(paged).toEqual(all)
    const byCursor: unknown[] = []
    let after: string | undefined
    do {
      const page = index.search('aide au logement', { limit: 3, after })
      byCursor.push(...ids(page))
      after = page.next
    } while (after !== undefined)
    expect(byCursor).toEqual(all)
  })

  test('come first of their group, and bring it first', () => {
    const { hits, totalGroups } = index.search('aide au logement', { group: { field: 'section' } })
    expect(hits.map(({ id, promoted, grouped }) => [id, promoted, grouped.map(({ id }) => id)])).toEqual([
      ['apl', true, ['visale']],
      [expect.any(String), undefined, [expect.any(String)]],
    ])
    expect(totalGroups).toBe(2)
  })

  test('are not promoted if people choose the order', () => {
    expect(ids(index.search('aide au logement', { sort: { field: 'section' } }))).not.toContain('apl')
  })
})

describe('hidden documents', () => {
  test('are in no answer, and counted in none', () => {
    const { hits, total } = index.search('page périmée')
    expect([ids({ hits }), total]).toEqual([[], 0])
    expect(ids(index.search('', { filter: { section: 'guide' } }))).toEqual(['etudiants', 'histoire'])
    expect(ids(index.similar('histoire'))).not.toContain('ancienne')
    expect(index.passages('aide au logement').passages.map(({ id }) => id)).not.toContain('ancienne')
    expect(
      index
        .suggest('aide au')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('2009')
  })

  test('are in the index all the same', () => {
    expect(index.has('ancienne')).toBe(true)
    expect(index.get('ancienne')).toEqual({ title: 'Aide au logement (page de 2009)' })
  })
})

describe('the file keeps them', () => {
  const bytes = index.toBytes()
  const answerOf = ({ tookMs, ...answer }: { tookMs: number }) => JSON.parse(JSON.stringify(answer))
  const expected = answerOf(index.search('aide au logement'))

  test('reopened in memory, by the client, and over ranges', async () => {
    expect(answerOf(SearchIndex.fromBytes(bytes).search('aide au logement'))).toEqual(expected)
    expect(SearchIndex.fromBytes(bytes).toBytes()).toEqual(bytes)
    expect(answerOf(await openIndex(memorySource(bytes)).search('aide au logement'))).toEqual(expected)
    const ranges = await openRanges(memorySource(bytes))
    expect(answerOf(await ranges.search('aide au logement'))).toEqual(expected)
    expect(ids(await ranges.search('page périmée'))).toEqual([])
  })

  test('without decisions there is no section', () => {
    const plain = SearchIndex.from(pages, { fields, storeFields: ['title'] }).toBytes()
    const empty = SearchIndex.from(pages, { fields, storeFields: ['title'], editorial: { promote: [], hide: [] } })
    expect(empty.toBytes()).toEqual(plain)
    expect(plain.length).toBeLessThan(bytes.length)
  })

  test.each(['', '[]', '{"promote":1}', '{"hide":[{}]}', '{"other":[]}'])('a damaged section %j is refused', json => {
    expect(() => readEditorial(json, 0)).toThrow(CorruptIndexError)
  })

  test('the same in any cut (law 1)', () => {
    const language = french()
    const documents = pages.map(({ id, title, body }) => ({ id, title, body }))
    const schema = makeSchema({ fields: ['title', 'body'], storeFields: ['title'], editorial })
    const answer = (list: ReturnType<typeof buildSegments>, query: string) =>
      answerOf(IndexSearcher.over(list).search(query))
    const whole = buildSegments([{ documents, packed: false }], language, 128, schema)
    fc.assert(
      fc.property(
        fc.array(fc.nat(10), { maxLength: 3 }),
        fc.constantFrom('aide au logement', 'garant', 'APL', 'logement'),
        (cuts, query) => {
          const list = buildSegments(cutAt(documents, cuts), language, 4, schema)
          expect(answer(list, query)).toEqual(answer(whole, query))
          list.compact()
          expect(answer(list, query)).toEqual(answer(whole, query))
        },
      ),
      { numRuns: 40 },
    )
  })
})

test.each([
  [{ promote: 'x' }, 'editorial.promote'],
  [{ promote: [{ query: 'x' }] }, 'editorial.promote[0].ids'],
  [{ promote: [{ query: 'x', ids: [] }] }, 'editorial.promote[0].ids'],
  [{ promote: [{ query: '', ids: ['a'] }] }, 'editorial.promote[0].query'],
  [{ promote: [{ queri: 'x', ids: ['a'] }] }, 'query'],
  [{ hide: 'a' }, 'editorial.hide'],
  [{ hides: ['a'] }, 'hide'],
  [null, 'editorial'],
])('%j is refused', (wrong, part) => {
  const make = () => new SearchIndex({ fields: ['title'], editorial: wrong as never })
  expect(make).toThrow(InvalidOptionError)
  expect(make).toThrow(part)
})
