/** Values in French: dates, numbers and keywords as documents, filters and queries write them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery, printQuery, SearchIndex } from '../../src/index.ts'

interface Item {
  id: string
  title: string
  section?: string | string[]
  published?: string
  prix?: number
}

function makeIndex(documents: readonly Item[]) {
  const index = new SearchIndex<Item>({
    fields: { title: {}, section: { type: 'keyword' }, published: { type: 'date' }, prix: { type: 'number' } },
  })
  index.addAll(documents)
  return index
}

const index = makeIndex([
  { id: 'a', title: 'Un pain', section: 'Écologie', published: '14/11/2019', prix: 3.5 },
  { id: 'b', title: 'Deux pains', section: 'L’eau', published: '1er mars 2020', prix: 1250 },
  { id: 'c', title: 'Trois pains', section: '« Idées »', published: '2019-11-30T23:30:00-05:00', prix: 12 },
  { id: 'd', title: 'Quatre pains', section: 'Idée'.normalize('NFD') },
])
const ask = (query: string) =>
  index
    .search(query)
    .hits.map(({ id }) => id)
    .sort()
    .join('')
const browse = (filter: object) =>
  index
    .search('', { filter: filter as never })
    .hits.map(({ id }) => id)
    .join('')

describe('queries', () => {
  test.each([
    ['published:14/11/2019', 'a'],
    ['published:"14 novembre 2019"', 'a'],
    ['published:14 novembre 2019', 'a'],
    ['pain published:14 novembre 2019', 'a'],
    ['published:>14/11/2019', 'bc'],
    ['published:14/11/2019..30/11/2019', 'ac'],
    ['published:14 novembre 2019..30 novembre 2019', 'ac'],
    ['published:11/2019', 'ac'],
    ['published:2019-11-30', 'c'],
    ['published:2019-12-1', ''],
    ['published:1er mars 2020', 'b'],
    ['prix:3,50', 'a'],
    ['prix:>=3,5', 'abc'],
    ['prix:1250', 'b'],
    ['prix:1 250,00', 'b'],
    ['prix:1\u00a0250', 'b'],
    ['prix:1\u202f250,00 pains', 'b'],
    ['prix:>=1 250', 'b'],
    ['prix:10..1 250', 'bc'],
    ['section:ecologie', 'a'],
    ['section:ÉCOLOGIE', 'a'],
    ["section:l'eau", 'b'],
    ['section:"« idees »"', 'c'],
    ['section:idée', 'd'],
    ['section:(ecologie idee)', 'ad'],
    ['pain -section:ecologie', 'bcd'],
  ])('%s', (query, expected) => expect(ask(query)).toBe(expected))

  test.each(['published:31/02/2019', 'published:hier', 'prix:douze', 'prix:>=1 25x', 'published:>jeudi'])(
    '%s is reported',
    query => {
      const { problems } = parseQuery(query, { columns: { published: 'date', prix: 'number' } })
      expect(problems).toMatchObject(query === 'prix:>=1 25x' ? [] : [{ code: 'unreadable-value' }])
    },
  )

  test.each(['prix:1 250,00 pains', 'prix:>=1 250 pains', 'published:1er mars 2020..14 mai 2020 pain'])(
    '%s is printed and read again as the same',
    query => {
      const options = { columns: { published: 'date', prix: 'number' } } as const
      const { tree } = parseQuery(query, options)
      const printed = printQuery(tree)
      expect(printQuery(parseQuery(printed, options).tree)).toBe(printed)
      expect(ask(printed)).toBe(ask(query))
    },
  )
})

describe('filters', () => {
  test('dates', () => {
    expect(browse({ published: '14/11/2019' })).toBe('a')
    expect(browse({ published: { gte: '15 novembre 2019', lt: '1er mars 2020' } })).toBe('c')
    expect(() => browse({ published: '31/02/2019' })).toThrow('filter.published')
  })

  test('keywords are exact if a value is equal, else folded', () => {
    const both = makeIndex([
      { id: 'a', title: '', section: 'Écologie' },
      { id: 'b', title: '', section: 'écologie' },
    ])
    const held = (section: unknown) =>
      both
        .search('', { filter: { section } as never })
        .hits.map(({ id }) => id)
        .join('')
    expect([held('Écologie'), held('écologie'), held('ecologie'), held('Eco')]).toEqual(['a', 'b', 'ab', ''])
    expect([held({ not: 'ECOLOGIE' }), held({ all: ['ecologie'] }), held(['écologie', 'rien'])]).toEqual([
      '',
      'ab',
      'b',
    ])
    expect(both.search('section:Écologie').total).toBe(2)
  })

  test('NFC and NFD are one', () => {
    const index = makeIndex(['NFC', 'NFD'].map(form => ({ id: form, title: '', section: 'Idée'.normalize(form) })))
    expect(index.search('', { filter: {}, facets: ['section'] }).facets.section).toEqual([{ value: 'Idée', count: 2 }])
    expect(index.search('', { filter: { section: 'Idée'.normalize('NFD') } }).total).toBe(2)
  })
})

test('however it is cut, a filter is exact for the whole index or for none of it', () => {
  const spelling = fc.constantFrom('écologie', 'Écologie', 'ecologie', 'l’eau', "l'eau")
  const strip = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace('’', "'")
  fc.assert(
    fc.property(
      fc.array(spelling, { maxLength: 12 }),
      fc.array(fc.nat(11)),
      spelling,
      fc.boolean(),
      (values, gone, value, packed) => {
        const half = values.length >> 1
        const documents = values.map((section, i): Item => ({ id: String(i), title: 'a', section }))
        const first = makeIndex(documents.slice(0, half))
        const index = packed ? SearchIndex.fromBytes<Item>(first.toBytes()) : first
        index.addAll(documents.slice(half))
        const removed = new Set(gone.map(String))
        for (const { id } of documents) if (removed.has(id)) index.remove(id)
        const left = documents.filter(({ id }) => !removed.has(id))
        const isExact = left.some(({ section }) => section === value)
        const expected = left.filter(({ section }) =>
          isExact ? section === value : strip(String(section)) === strip(value),
        )
        expect(index.search('', { limit: 20, filter: { section: value } }).hits.map(({ id }) => id)).toEqual(
          expected.map(({ id }) => id),
        )
      },
    ),
  )
})

test('sorting passes over signs before the first letter', () => {
  const titles = ['Zèbre', '« Abeille »', '"Élan"', '(Biche)', '« »', '3 ours']
  const index = makeIndex(titles.map((section, i) => ({ id: String(i), title: '', section })))
  const sorted = index.search('', { filter: {}, sort: { field: 'section' } }).hits.map(({ id }) => titles[Number(id)])
  expect(sorted).toEqual(['3 ours', '« Abeille »', '(Biche)', '"Élan"', 'Zèbre', '« »'])
})
