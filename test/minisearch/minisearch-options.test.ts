/** What MiniSearch users write is taken, or the error says in one line what to write instead. */
import MiniSearch, { type SearchOptions } from 'minisearch'
import { describe, expect, test } from 'vitest'
import { french, InvalidOptionError, SearchIndex } from '../../src/index.ts'
import { frenchMiniSearch, frenchQuery, fromMiniSearchOptions } from '../../src/minisearch/index.ts'

const documents = [
  { id: 'treve', title: 'Une trêve à Tripoli', text: 'Les négociations reprennent.', section: 'monde' },
  { id: 'peche', title: 'La pêche', text: 'Les pêcheurs de Tripoli négocient.', section: 'mer' },
  { id: 'foire', title: 'La foire aux chevaux', text: 'Un cheval de trait.', section: 'monde' },
]
const fields = ['title', 'text']
const setUp = { fields, storeFields: ['section'] }
const miniSearchWith = (searchOptions: SearchOptions = {}) => {
  const miniSearch = new MiniSearch({ ...setUp, ...frenchMiniSearch({ searchOptions }) })
  miniSearch.addAll(documents)
  return miniSearch
}
const plain = miniSearchWith()
const ids = (results: { id: unknown }[]) => results.map(({ id }) => id)

/** A query, options that change its answer, and what is found with them. */
const TAKEN: readonly (readonly [query: string, options: SearchOptions, found: readonly string[]])[] = [
  ['trêve chevaux', { combineWith: 'AND' }, []],
  ['trêves Tripoli', { combineWith: 'AND' }, ['treve']],
  ['Tripolo', { fuzzy: 0.2 }, ['peche', 'treve']],
  ['Tripo', { prefix: true }, ['peche', 'treve']],
  ['Tripo che', { prefix: (_, i, terms) => i === terms.length - 1 }, ['foire']],
  ['Tripoli', { fields: ['title'] }, ['treve']],
  ['Tripoli', { boost: { title: 100 } }, ['treve', 'peche']],
  ['Tripoli', { boost: { text: 100 } }, ['peche', 'treve']],
  ['trêve pêche', { boostTerm: term => (term === french().key('trêve') ? 100 : 1) }, ['treve', 'peche']],
  ['trêve pêche', { boostTerm: term => (term === french().key('trêve') ? 0.01 : 1) }, ['peche', 'treve']],
  ['Tripoli chevaux', { filter: ({ section }) => section === 'mer' }, ['peche']],
  ['Tripoli', { boostDocument: id => (id === 'treve' ? 100 : 1) }, ['treve', 'peche']],
  ['Tripoli', { boostDocument: id => (id === 'peche' ? 100 : 1) }, ['peche', 'treve']],
]
const sorted = ({ boost, boostTerm, boostDocument }: SearchOptions) =>
  (boost ?? boostTerm ?? boostDocument) !== undefined
const FOUND_BY = TAKEN.filter(([, options]) => !sorted(options))
const inOrder = (options: SearchOptions, found: unknown[]) => (sorted(options) ? found : found.sort())

describe.each(TAKEN)('%s, %o', (query, options, found) => {
  test('is taken as an option of the preset', () => {
    expect(inOrder(options, ids(miniSearchWith(options).search(query)))).toEqual(found)
  })

  test('is taken as an option of search', () => {
    expect(inOrder(options, ids(plain.search(query, options)))).toEqual(found)
  })
})

// Of options that decide on the order there are two above, which give opposite orders.
test.each(FOUND_BY)('%s finds something else without %o', (query, _, found) => {
  expect(ids(plain.search(query)).sort()).not.toEqual([...found].sort())
})

describe('frenchQuery', () => {
  const found = (text: string, options: Parameters<typeof frenchQuery>[1], search?: SearchOptions) =>
    ids(plain.search(frenchQuery(text, options), search))

  test.each([
    ['AND', []],
    ['and', []],
    ['OR', ['foire', 'treve']],
    ['Or', ['foire', 'treve']],
  ] as const)('combineWith: %s', (combineWith, expected) => {
    expect(found('trêve chevaux', { combineWith }).sort()).toEqual(expected)
  })

  test('takes fuzzy and prefix', () => {
    expect([found('Tripolo', {}), found('Tripolo', { fuzzy: 0.2 }).length]).toEqual([[], 2])
    expect([found('Tripo', {}), found('Tripo', { prefix: true }).length]).toEqual([[], 2])
    expect(found('Tripolo', {}, { fuzzy: 0.2 }).length).toBe(2)
  })

  test('calls functions with the words of the query as they were typed, and where they stand', () => {
    const calls: unknown[] = []
    const note = (name: string) => (word: string, i: number, words: string[]) => {
      calls.push([name, word, i, words.join(' ')])
      return false
    }
    found('Les Chevaux à Tripoli', { prefix: note('prefix'), fuzzy: note('fuzzy') })
    expect(calls).toEqual([
      ['prefix', 'chevaux', 0, 'chevaux tripoli'],
      ['fuzzy', 'chevaux', 0, 'chevaux tripoli'],
      ['prefix', 'tripoli', 1, 'chevaux tripoli'],
      ['fuzzy', 'tripoli', 1, 'chevaux tripoli'],
    ])
    expect(found('Tripo che', { combineWith: 'OR', prefix: (_, i, words) => i === words.length - 1 })).toEqual([
      'foire',
    ])
  })

  test('takes boostTerm, boost, boostDocument and fields', () => {
    const boosted = (word: string) =>
      found('trêve pêche', { combineWith: 'OR', boostTerm: term => (term === word ? 100 : 1) })[0]
    expect([boosted('trêve'), boosted('pêche')]).toEqual(['treve', 'peche'])
    const first = (field: string) => found('Tripoli', { boost: { [field]: 100 } })[0]
    expect([first('title'), first('text')]).toEqual(['treve', 'peche'])
    const best = (best: string) => found('Tripoli', { boostDocument: id => (id === best ? 100 : 1) })[0]
    expect([best('treve'), best('peche')]).toEqual(['treve', 'peche'])
    expect(found('Tripoli', { fields: ['text'] })).toEqual(['peche'])
  })

  test('leaves what it is not given to search', () => {
    const { queries, ...root } = frenchQuery('trêve', { fields: undefined as never, prefix: undefined as never })
    expect(Object.keys(root).sort()).toEqual(['combineWith', 'processTerm', 'tokenize'])
    expect(found('Tripoli', { boost: undefined as never }, { fields: ['text'] })).toEqual(['peche'])
    expect(queries).toHaveLength(1)
  })

  test('follows what the errors say', () => {
    expect(ids(plain.search(frenchQuery('Tripoli'), { filter: ({ section }) => section === 'mer' }))).toEqual(['peche'])
    const without = { combineWith: 'AND_NOT' as const, queries: [frenchQuery('Tripoli'), frenchQuery('pêcheur')] }
    expect(ids(plain.search(without))).toEqual(['treve'])
  })
})

describe('fromMiniSearchOptions', () => {
  test.each([
    [{}, {}],
    [{ combineWith: 'AND' }, { match: 'all' }],
    [{ combineWith: 'or' }, { match: 'any' }],
    [{ fuzzy: 0.2 }, { fuzzy: 'auto' }],
    [{ fuzzy: true }, { fuzzy: 'auto' }],
    [{ fuzzy: 0 }, { fuzzy: false }],
    [{ fuzzy: false }, { fuzzy: false }],
    [{ prefix: true }, { prefix: true }],
    [
      { fields: ['title'], boost: { title: 2 } },
      { fields: ['title'], boost: { title: 2 } },
    ],
    [{ fields: undefined, boost: undefined, combineWith: undefined, prefix: undefined, fuzzy: undefined }, {}],
  ] as const)('%j is %j', (options, translated) => {
    expect(fromMiniSearchOptions(options as never)).toEqual(translated)
  })

  test('SearchIndex takes what it gives', () => {
    const index = SearchIndex.from(documents, { fields: ['title', 'text'] })
    const options = fromMiniSearchOptions({ combineWith: 'AND', fuzzy: 0.2, prefix: true, boost: { title: 2 } })
    expect(ids(index.search('négociations Tripo', options).hits).sort()).toEqual(['peche', 'treve'])
    expect(ids(index.search('trêves Tripo', options).hits)).toEqual(['treve'])
  })
})

const aFunction = () => true
/** Calls with an option that has no place there; what the error is about, and what it tells to write. */
const REFUSED: readonly (readonly [
  call: (options: never) => unknown,
  options: object,
  option: string,
  advice: string,
])[] = [
  [fromMiniSearchOptions, { filter: aFunction }, 'filter', "filter: { section: 'monde' }"],
  [fromMiniSearchOptions, { boostTerm: aFunction }, 'boostTerm', 'boostDocument'],
  [fromMiniSearchOptions, { boostDocument: aFunction }, 'boostDocument', '({ id, document }) => factor'],
  [fromMiniSearchOptions, { prefix: aFunction }, 'prefix', 'prefix: true'],
  [fromMiniSearchOptions, { fuzzy: aFunction }, 'fuzzy', "fuzzy: 'auto'"],
  [fromMiniSearchOptions, { fuzzy: -1 }, 'fuzzy', 'a number of 0 or more'],
  [fromMiniSearchOptions, { prefix: 1 }, 'prefix', 'true or false'],
  [fromMiniSearchOptions, { combineWith: 'AND_NOT' }, 'combineWith', '-Tripoli'],
  [fromMiniSearchOptions, { combineWith: 'XOR' }, 'combineWith', '"AND" or "OR"'],
  [fromMiniSearchOptions, { weights: {} }, 'weights', 'Leave it out'],
  [fromMiniSearchOptions, { maxFuzzy: 1 }, 'maxFuzzy', "fuzzy: 'auto'"],
  [fromMiniSearchOptions, { bm25: {} }, 'bm25', 'Leave it out'],
  [fromMiniSearchOptions, { tokenize: aFunction }, 'tokenize', 'Leave it out'],
  [fromMiniSearchOptions, { processTerm: aFunction }, 'processTerm', 'french({ stopWords, exceptions })'],
  [fromMiniSearchOptions, { combineWidth: 'AND' }, 'combineWidth', 'Did you mean "combineWith"?'],
  [options => frenchQuery('mot', options), { filter: aFunction }, 'filter', 'search(frenchQuery(text), { filter })'],
  [options => frenchQuery('mot', options), { combineWith: 'AND_NOT' }, 'combineWith', "combineWith: 'AND_NOT'"],
  [options => frenchQuery('mot', options), { tokenize: aFunction }, 'tokenize', '"language"'],
  [options => frenchQuery('mot', options), { processTerm: aFunction }, 'processTerm', '"language"'],
  ...['tokenize', 'processTerm'].map(
    name =>
      [
        (searchOptions: never) => frenchMiniSearch({ searchOptions }),
        { [name]: aFunction },
        `searchOptions.${name}`,
        '"language"',
      ] as const,
  ),
  ...['fields', 'idField', 'storeFields', 'extractField', 'stringifyField', 'logger', 'autoVacuum'].map(
    name => [frenchMiniSearch, { [name]: [] }, name, '{ fields, ...frenchMiniSearch() }'] as const,
  ),
  [frenchMiniSearch, { autoSuggestOptions: {} }, 'autoSuggestOptions', '{ fields, ...frenchMiniSearch() }'],
  [frenchMiniSearch, { tokenize: aFunction }, 'tokenize', '"language"'],
  [frenchMiniSearch, { processTerm: aFunction }, 'processTerm', '"language"'],
  [
    searchOptions => frenchMiniSearch({ searchOptions }),
    { combineWidth: 'AND' },
    'searchOptions.combineWidth',
    'Did you mean "searchOptions.combineWith"?',
  ],
]

test.each(REFUSED)('is refused in one line: %o %o', (call, options, option, advice) => {
  let thrown: unknown
  try {
    call(options as never)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(InvalidOptionError)
  const { option: named, message } = thrown as InvalidOptionError
  expect([named, message.includes(advice), message.includes('\n')]).toEqual([option, true, false])
})

test('undefined search options are as none', () => {
  const undefinedOptions = { combineWith: undefined, tokenize: undefined, processTerm: undefined, bm25: undefined }
  expect(ids(miniSearchWith(undefinedOptions as never).search('cheval'))).toEqual(['foire'])
})
