/** What the compiler knows of an index: names from the schema given, or from the type of the documents. `tsc` checks what is expected to fail. */
import { describe, expect, expectTypeOf, test } from 'vitest'
import type {
  AbortOptions,
  Capture,
  ColumnOptions,
  FacetCount,
  FieldsOf,
  Highlight,
  Hit,
  NotRequested,
  ResultsOf,
  SearchOptions,
  SearchResults,
  StoredNames,
  TextFieldOptions,
} from '../../src/index.ts'
import { IndexSearcher, InvalidOptionError, SearchIndex } from '../../src/index.ts'

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

describe('what the call tells the compiler', () => {
  const articles: Article[] = [
    {
      id: 1,
      title: 'La trêve',
      body: 'À Tripoli.',
      section: 'monde',
      tags: [],
      published: new Date(0),
      updated: '2019',
    },
  ]
  const index = SearchIndex.from(articles, {
    fields: { title: {}, body: {}, section: { type: 'keyword' }, published: { type: 'date' } },
    storeFields: ['title', 'body', 'published'],
  })

  test('a stored field has the type that documents give it', () => {
    const { document } = index.search('trêve').hits[0]
    expectTypeOf(document).toEqualTypeOf<{ title: string; body?: string; published: string }>()
    expectTypeOf(index.get(1)).toEqualTypeOf<typeof document | undefined>()
    const alike = index.similar(1).hits.map(({ document }) => document)
    expectTypeOf(alike).toEqualTypeOf<(typeof document)[]>()
    expect(alike).toEqual([])
    expect(document).toEqual({ title: 'La trêve', body: 'À Tripoli.', published: '1970-01-01T00:00:00.000Z' })
    // @ts-expect-error: it is not stored
    expect(document.section).toBeUndefined()
    // @ts-expect-error: nothing is stored
    expect(SearchIndex.from(articles, { fields: ['title'] }).get(1)?.title).toBeUndefined()
  })

  test('stored fields may be named where the compiler cannot see them', () => {
    const opened = SearchIndex.fromBytes<Article, 'title'>(index.toBytes())
    expectTypeOf(opened.search('trêve').hits[0].document).toEqualTypeOf<{ title: string }>()
    const made = new SearchIndex<Article, 'title'>({ fields: ['title'], storeFields: ['title'] })
    made.addAll(articles)
    expectTypeOf(made.search('trêve').hits[0].document).toEqualTypeOf<{ title: string }>()
    // @ts-expect-error: what is said to be stored must be stored
    expect(new SearchIndex<Article, 'title'>({ fields: ['title'] }).size).toBe(0)
    // @ts-expect-error: there is no such field
    expect(IndexSearcher.fromBytes<Article, 'titel'>(index.toBytes()).size).toBe(1)
  })

  test('what the options ask for is in the results', () => {
    const { hits, facets } = index.search('trêve', {
      facets: { section: { limit: 3 }, published: { ranges: [{ value: 'avant 1980', lt: '1980' }] } },
      highlight: { fields: ['title'] },
      explain: true,
    })
    expectTypeOf(facets).toEqualTypeOf<{ readonly section: FacetCount[]; readonly published: FacetCount[] }>()
    expectTypeOf(hits[0].highlights.title).toEqualTypeOf<Highlight | undefined>()
    expect([facets.section.length, facets.published.length, hits[0].explanation.words.length]).toEqual([1, 1, 1])
    expect(hits[0].highlights.title?.text).toBe('La trêve')
    // @ts-expect-error: that field was not counted
    expect(facets.tags).toBeUndefined()
  })

  test('what they do not ask for may be missing', () => {
    const { hits, facets } = index.search('trêve', { limit: 3 })
    type NeedsHighlight = NotRequested<"Add the option highlight: { fields: ['…'] } to have highlights">
    expectTypeOf(hits[0].highlights).toEqualTypeOf<NeedsHighlight | undefined>()
    expectTypeOf(hits[0].explanation).extract<undefined>().toEqualTypeOf<undefined>()
    expectTypeOf(facets).toEqualTypeOf<NotRequested<"Add the option facets: ['…'] to have facets"> | undefined>()
    expect([hits[0].highlights, hits[0].explanation, facets]).toEqual([undefined, undefined, undefined])
    const options: SearchOptions<Article> = {}
    const wide = SearchIndex.fromBytes<Article>(index.toBytes()).search('trêve', options)
    expectTypeOf(wide.facets?.section).toEqualTypeOf<FacetCount[] | undefined>()
    expectTypeOf(wide.hits[0].highlights).extract<undefined>().toEqualTypeOf<undefined>()
    expectTypeOf(wide.hits[0].highlights?.title).toEqualTypeOf<Highlight | undefined>()
  })

  test('options of unknown type, and the type of the method itself', () => {
    const results = index.search('trêve', {} as never)
    expectTypeOf(results.hits[0].document.title).toEqualTypeOf<string>()
    type Results = ReturnType<typeof index.search>
    expectTypeOf<Results['total']>().toEqualTypeOf<number>()
    expectTypeOf<Results['facets']>().extract<undefined>().toEqualTypeOf<undefined>()
    expect(results.total).toBe(1)
  })

  test('a cursor continues a search with the same sort; a plain string may be one', () => {
    const sort = { field: 'published', order: 'desc' } as const
    const { next } = index.search('trêve', { sort, limit: 0 })
    expect(index.search('trêve', { sort, after: next, highlight: { fields: ['title'] } }).total).toBe(1)
    const kept: string | undefined = next
    expect(index.search('trêve', { after: kept }).total).toBe(1)
    const options: SearchOptions<Article> = { sort }
    const wide = SearchIndex.fromBytes<Article>(index.toBytes())
    expect(wide.search('trêve', { sort, after: wide.search('trêve', options).next }).total).toBe(1)
    // @ts-expect-error: the cursor of a search with another sort
    expect(index.search('trêve', { sort: { field: 'section' }, after: next }).total).toBe(1)
    // @ts-expect-error: of a search by score
    expect(index.search('trêve', { sort, after: index.search('trêve').next }).total).toBe(1)
  })

  test('results go where results of any call go', () => {
    const results: SearchResults<Article> = index.search('trêve', {
      facets: ['section'],
      highlight: { fields: ['title'] },
    })
    const hit: Hit<Article> = results.hits[0]
    const titled: Hit<Article, 'title'> = index.search('trêve').hits[0]
    expect(hit.document).toEqual(titled.document)
  })

  test('the asynchronous face says the same in one line', async () => {
    class Client<
      T extends object,
      Stored extends StoredNames<T> = undefined,
      Fields extends FieldsOf<T> = FieldsOf<T>,
    > {
      private readonly searcher: IndexSearcher<T, Stored, Fields>

      constructor(searcher: IndexSearcher<T, Stored, Fields>) {
        this.searcher = searcher
      }

      async search<Options = unknown>(
        query: string,
        options?: SearchOptions<T, Stored, Fields> & AbortOptions & Capture<Options>,
      ): Promise<ResultsOf<T, Stored, Options>> {
        const { signal, ...others } = { ...options }
        return this.searcher.search<unknown>(query, others as SearchOptions<T, Stored, Fields>) as ResultsOf<
          T,
          Stored,
          Options
        >
      }
    }
    const client = new Client(index)
    const { hits, facets } = await client.search('trêve', { facets: ['section'], signal: undefined })
    expectTypeOf(hits[0].document.title).toEqualTypeOf<string>()
    expect(facets.section).toEqual([{ value: 'monde', count: 1 }])
    // @ts-expect-error: there is no such option
    await expect(client.search('trêve', { facetz: ['section'] })).rejects.toMatchObject(refused)
  })
})

test('what cannot be is refused by the compiler', () => {
  // @ts-expect-error: a text is no number
  expect(() => new SearchIndex<Article>({ fields: { title: { type: 'number' } } })).toThrow(InvalidOptionError)
  // @ts-expect-error: a date is no text
  expect(new SearchIndex<Article>({ fields: ['published'] }).size).toBe(0)
  // @ts-expect-error: documents have no id
  expect(new SearchIndex<{ ref: string; title: string }>({ fields: ['title'] }).size).toBe(0)
  expect(new SearchIndex<{ ref: string; title: string }>({ fields: ['title'], idField: 'ref' }).size).toBe(0)
  const opened = IndexSearcher.fromBytes<Article>(new SearchIndex<Article>({ fields: ['title'] }).toBytes())
  // @ts-expect-error: a date has nothing to mark
  expect(() => opened.search('', { highlight: { fields: ['published'] } })).toThrow(expect.objectContaining(refused))
  // @ts-expect-error: an index is opened by fromBytes()
  expect(() => new IndexSearcher()).toThrow('fromBytes')
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
