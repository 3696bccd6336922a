/** What the compiler knows of an index: names from the schema given, or from the type of the documents. `tsc` checks what is expected to fail. */
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { ColumnOptions, FacetCount, TextFieldOptions } from '../../src/index.ts'
import { IndexSearcher, SearchIndex } from '../../src/index.ts'

interface Article {
  id: number
  title: string
  body?: string
  section: 'monde' | 'culture'
  tags: string[]
  published: Date
  views?: number
  updated: string
}

const refused = { code: 'INVALID_OPTION' }

describe('names from the schema', () => {
  const index = new SearchIndex({
    fields: {
      title: { boost: 2 },
      body: {},
      section: { type: 'keyword' },
      published: { type: 'date' },
      views: { type: 'number' },
    },
    storeFields: ['title', 'section'],
  })

  test('what is right compiles, and knows what comes back', () => {
    const { hits, facets } = index.search('trêve', {
      fields: ['title', 'body'],
      boost: { title: 3 },
      filter: {
        section: ['monde'],
        and: [{ published: { gte: '2019-11', lt: new Date(0) } }],
        not: { views: { gt: 10 } },
      },
      facets: ['section'],
      sort: [{ field: 'published', order: 'desc' }, { field: 'score' }],
      highlight: { fields: ['title'] },
    })
    expectTypeOf<(typeof hits)[0]['document']>().toEqualTypeOf<{ title: unknown; section: unknown }>()
    expectTypeOf(facets.section).toEqualTypeOf<FacetCount[]>()
    expect(hits).toEqual([])
  })

  test('what is wrong does not', () => {
    // @ts-expect-error: a column is not searched
    expect(() => index.search('', { fields: ['section'] })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: there is no such field
    expect(() => index.search('', { boost: { titel: 2 } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: text is not filtered
    expect(() => index.search('', { filter: { title: 'Trêve' } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: nor in a filter within a filter
    expect(() => index.search('', { filter: { or: [{ rubrique: 'monde' }] } })).toThrow(
      expect.objectContaining(refused),
    )
    // @ts-expect-error: a keyword has no bounds
    expect(() => index.search('', { filter: { section: { gt: 'a' } } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: a number is no text
    expect(() => index.search('', { filter: { views: '10' } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: text has no facets
    expect(() => index.search('', { facets: ['title'] })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: there is no such field
    expect(() => index.search('', { facets: { rubrique: {} } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: text is not sorted by
    expect(() => index.search('', { sort: { field: 'title' } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: what is not stored can't be shown
    expect(() => index.search('', { highlight: { fields: ['body'] } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: it is not stored
    expect(index.get(1)?.body).toBeUndefined()
  })

  test('a list of names is all text', () => {
    const plain = new SearchIndex({ fields: ['title', 'body'] })
    expect(plain.search('trêve', { fields: ['body'] }).total).toBe(0)
    // @ts-expect-error: there is no such field
    expect(() => plain.search('', { fields: ['section'] })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: there is nothing to sort by
    expect(() => plain.search('', { sort: { field: 'title' } })).toThrow(expect.objectContaining(refused))
  })

  test('it is an index among others', () => {
    const indexes: SearchIndex[] = [index, new SearchIndex({ fields: ['title'] })]
    const searchers: IndexSearcher[] = indexes
    expect(searchers.map(({ size }) => size)).toEqual([0, 0])
  })
})

describe('names from the type of the documents', () => {
  const index = new SearchIndex<Article>({
    fields: {
      title: {},
      section: { type: 'keyword' },
      tags: { type: 'keyword' },
      published: { type: 'date' },
      updated: { type: 'date' },
      views: { type: 'number' },
    },
    storeFields: ['title'],
  })

  test('what is right compiles, and values have the type that documents give them', () => {
    const { hits } = index.search('trêve', {
      fields: ['title'],
      filter: {
        section: ['monde', 'culture'],
        tags: { all: ['libye'], not: 'sport' },
        published: '2019',
        updated: { lte: '2019-11' },
        views: { gte: 10 },
      },
      facets: { section: { limit: 3 }, views: { ranges: [{ value: 'tous' }] } },
      sort: { field: 'updated' },
    })
    expectTypeOf<(typeof hits)[0]['document']['title']>().toEqualTypeOf<string | undefined>()
    expect(hits).toEqual([])
  })

  test('what is wrong does not', () => {
    // @ts-expect-error: no document has such a section
    expect(index.search('', { filter: { section: 'mnode' } }).total).toBe(0)
    // @ts-expect-error: tags are strings
    expect(() => index.search('', { filter: { tags: 3 } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: a number is no text
    expect(() => index.search('', { filter: { views: 'beaucoup' } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: there is no such field
    expect(() => index.search('', { filter: { sections: 'monde' } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: there is no such field
    expect(() => index.search('', { sort: { field: 'date' } })).toThrow(expect.objectContaining(refused))
    // @ts-expect-error: there is no such field
    expect(() => new SearchIndex<Article>({ fields: { titel: { boost: '2' } } })).toThrow()
    // @ts-expect-error: there is no such type
    expect(() => new SearchIndex<Article>({ fields: { title: {}, views: { type: 'integer' } } })).toThrow()
  })

  test('an opened file knows what it is told', () => {
    index.add({ id: 1, title: 'La trêve', section: 'monde', tags: [], published: new Date(0), updated: '2019' })
    const opened = IndexSearcher.fromBytes<Article>(index.toBytes())
    const { hits } = opened.search('trêve', { filter: { section: 'monde' } })
    expectTypeOf(hits[0].document.title).toEqualTypeOf<string | undefined>()
    expect(hits[0].document).toEqual({ title: 'La trêve' })
    // @ts-expect-error: there is no such field
    expect(() => opened.search('', { filter: { rubrique: 'monde' } })).toThrow(expect.objectContaining(refused))
  })
})

test('names that are made while running are checked then', () => {
  const fields: string[] = ['title']
  const said: Record<string, TextFieldOptions | ColumnOptions> = { title: {} }
  const dynamic = new SearchIndex({ fields: said })
  const sort = { field: fields[0] }
  expect(() => dynamic.search('', { fields, sort, filter: { [fields[0]]: 'monde' } })).toThrow(
    expect.objectContaining(refused),
  )
  expect(dynamic.search('', { fields }).total).toBe(0)
})
