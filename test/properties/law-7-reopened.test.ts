/**
 * Law 7: an index answers anywhere as it did where it was made. Any options of French, any documents, words of the whole lexicon asked, most of which
 * no document has: hits, scores, corrections and explanations are those of the index that wrote the file, opened without options (but for a stemmer's code).
 */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MissingLanguageError } from '../../src/errors.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import type { Stemmer } from '../../src/language/definition.ts'
import { french } from '../../src/languages/french/french.ts'
import type { FrenchOptions } from '../../src/languages/french/options.ts'
import { openFile, unchanged, updateIndex } from '../../src/node.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { openRanges } from '../support/open-ranges.ts'

const lines = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))

/** Words of every kind: frequent and rare ones, words that the tables put apart, families, variants, acronyms. */
const LEXICON = [
  ...new Set(
    [
      '../languages/french/snowball-sample.tsv',
      '../languages/french/same-class.tsv',
      '../languages/french/other-class.tsv',
      '../../index-data/french/families.tsv',
      '../../index-data/french/variants.tsv',
      '../../index-data/french/acronyms.tsv',
      '../../index-data/french/question-words.tsv',
      '../../index-data/french/stop-words-kept.tsv',
    ].flatMap(file => lines(file).flatMap(line => line.match(/[\p{L}-]+/gu) ?? [])),
  ),
]

/** Each is a stemmer that code alone could not tell from the next one. */
const cutAt = (length: number): Stemmer => ({
  name: `first ${length} letters`,
  version: 1,
  stem: word => word.slice(0, length),
})
const STEMMERS = [cutAt(4), cutAt(6)]

const word = fc.constantFrom(...LEXICON)
const words = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength })
const entry = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 1, arbitrary: words(2, 3).map(list => list.join(' ')) },
)

const options: fc.Arbitrary<FrenchOptions> = fc.record(
  {
    synonyms: fc.array(
      fc.oneof(
        fc.array(entry, { minLength: 2, maxLength: 3 }),
        fc.record({ from: entry, to: fc.array(entry, { minLength: 1, maxLength: 2 }) }),
      ),
      { maxLength: 3 },
    ),
    synonymWeight: fc.constantFrom(0.25, 0.5, 1),
    exceptions: fc.dictionary(word, word, { maxKeys: 3 }),
    variants: fc.array(words(2, 3), { maxLength: 2 }),
    stopWords: fc.oneof(
      words(0, 4),
      words(1, 3).map(
        added => (defaults: ReadonlySet<string>) => [...defaults, ...added].filter(word => word !== 'les'),
      ),
    ),
    stemmer: fc.constantFrom(...STEMMERS),
    wordList: fc.constant(false as const),
  },
  { requiredKeys: [] },
)

interface Article {
  id: string
  title: string
  body: string
}

/** What the options name is in the documents and in the queries, or they would decide on nothing. */
const namedIn = ({ synonyms = [], exceptions = {}, variants = [] }: FrenchOptions) => [
  ...synonyms.flatMap(entry => ('from' in entry ? [entry.from, entry.to].flat() : [...entry])),
  ...Object.entries(exceptions).flat(),
  ...variants.flat(),
]

/** Without one of its letters: what is corrected, unless the options say that nothing is. */
const misspelt = (word: fc.Arbitrary<string>) =>
  fc.tuple(word, fc.nat(20)).map(([word, at]) => word.slice(0, at % word.length) + word.slice((at % word.length) + 1))

const collection = options.chain(options => {
  const named = namedIn(options)
  const anyWord = named.length === 0 ? word : fc.oneof(word, fc.constantFrom(...named))
  const typedWord = fc.oneof({ weight: 3, arbitrary: anyWord }, { weight: 1, arbitrary: misspelt(anyWord) })
  const text = (most: number) => fc.array(anyWord, { maxLength: most }).map(list => list.join(' '))
  return fc.record({
    options: fc.constant(options),
    documents: fc
      .array(fc.record({ title: text(4), body: text(15) }), { minLength: 1, maxLength: 8 })
      .map(list => list.map((fields, i): Article => ({ id: `d${i}`, ...fields }))),
    queries: fc.array(
      fc.array(typedWord, { minLength: 1, maxLength: 4 }).map(list => list.join(' ')),
      { minLength: 3, maxLength: 3 },
    ),
  })
})

const SCHEMA = { fields: ['title', 'body'], storeFields: ['title'] } as const
const open = { stemmers: STEMMERS }

function answersOf(index: Pick<SearchIndex<Article>, 'search'>, queries: readonly string[]) {
  return queries.map(query => {
    const { tookMs: _, ...results } = index.search(query, { explain: true })
    return { ...results, next: undefined }
  })
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-law-7-'))
})
afterAll(() => rm(folder, { recursive: true }))

function live({ options, documents }: { options: FrenchOptions; documents: readonly Article[] }) {
  const index = new SearchIndex<Article>({
    ...SCHEMA,
    fields: [...SCHEMA.fields],
    storeFields: ['title'],
    language: french(options),
  })
  index.addAll(documents)
  return index
}

/** All of them in `npm run test:all`. */
const RUNS = process.env.TEST_ALL === undefined ? 60 : 600

test('in memory, reopened to be read or to be written to', () => {
  fc.assert(
    fc.property(collection, ({ options, documents, queries }) => {
      const index = live({ options, documents })
      const expected = answersOf(index, queries)
      const bytes = index.toBytes()
      expect(answersOf(IndexSearcher.fromBytes<Article>(bytes, open), queries)).toEqual(expected)
      const writable = SearchIndex.fromBytes<Article>(bytes, open)
      expect(answersOf(writable, queries)).toEqual(expected)
      expect(writable.toBytes()).toEqual(bytes)
    }),
    { numRuns: RUNS },
  )
})

test('from disk and over ranges', async () => {
  const path = join(folder, 'index.trv')
  await fc.assert(
    fc.asyncProperty(collection, async ({ options, documents, queries }) => {
      const index = live({ options, documents })
      const expected = answersOf(index, queries)
      await writeFile(path, index.toBytes())
      expect(answersOf(await openFile<Article>(path, open), queries)).toEqual(expected)
      const remote = await openRanges<Article>(memorySource(index.toBytes()), open)
      const results = await Promise.all(queries.map(query => remote.search(query, { explain: true })))
      expect(results.map(({ tookMs: _, ...results }) => ({ ...results, next: undefined }))).toEqual(expected)
    }),
    { numRuns: RUNS / 2 },
  )
})

test('after an incremental update', async () => {
  await fc.assert(
    fc.asyncProperty(collection, fc.nat(7), async ({ options, documents, queries }, kept) => {
      const all = live({ options, documents })
      const before = live({ options, documents: documents.slice(0, kept + 1) })
      const updates = documents.map((document, i) => (i <= kept ? unchanged(document.id) : document))
      const { file } = await updateIndex<Article>(before.toBytes(), updates, {
        fields: [...SCHEMA.fields],
        storeFields: ['title'],
        language: french(options),
      })
      expect(answersOf(IndexSearcher.fromBytes<Article>(file, open), queries)).toEqual(answersOf(all, queries))
    }),
    { numRuns: RUNS / 2 },
  )
})

test('a file that was made without corrections is not corrected', () => {
  const documents = [{ id: 'a', title: 'Le licenciement', body: 'Un congé payé.' }]
  const [corrected, asTyped] = [undefined, false as const].map(wordList =>
    SearchIndex.fromBytes<Article>(live({ options: { wordList }, documents }).toBytes()),
  )
  expect(['licenciment', 'congépayé'].map(query => corrected.search(query).correction)).toEqual([
    'licenciement',
    'congé payé',
  ])
  expect(['licenciment', 'congépayé'].map(query => asTyped.search(query).correction)).toEqual([undefined, undefined])
})

describe('what a reader lacks is refused, with what to pass', () => {
  const documents = [{ id: 'a', title: 'Un cuissot', body: 'La négociation.' }]

  test('a stemmer', () => {
    const bytes = live({ options: { stemmer: cutAt(4) }, documents }).toBytes()
    expect(() => SearchIndex.fromBytes(bytes)).toThrow(MissingLanguageError)
    expect(() => SearchIndex.fromBytes(bytes)).toThrow(/stemmer "first 4 letters", version 1.*`stemmers`/)
    expect(() => SearchIndex.fromBytes(bytes, { stemmers: [cutAt(6)] })).toThrow(MissingLanguageError)
    const later = { ...cutAt(4), version: 2 }
    expect(() => SearchIndex.fromBytes(bytes, { stemmers: [later] })).toThrow(/the stemmer passed has version 2/)
    expect(SearchIndex.fromBytes(bytes, { stemmers: [cutAt(4)] }).search('négocier').total).toBe(1)
  })

  test('a language', () => {
    const language = { ...french(), definition: { name: 'occitan', rules: 1, data: 1 } }
    const index = new SearchIndex<Article>({ fields: ['title', 'body'], language })
    index.addAll(documents)
    expect(() => SearchIndex.fromBytes(index.toBytes())).toThrow(/built with the language "occitan".*`languages`/)
    expect(SearchIndex.fromBytes(index.toBytes(), { language }).search('négociations').total).toBe(1)
  })

  test('not a plain function as a stemmer, which no file could name', () => {
    expect(() => french({ stemmer: ((word: string) => word) as never })).toThrow(/stemmer.*\{ name, version, stem \}/)
  })
})

test('a reader of other rules regroups the dictionary, and inspect says so', () => {
  const documents = [
    { id: 'a', title: 'Les chevaux', body: 'Un cheval.' },
    { id: 'b', title: 'Des commissions', body: 'La commission siège.' },
  ]
  const older = french()
  const written = new SearchIndex<Article>({
    fields: ['title', 'body'],
    storeFields: ['title'],
    language: { ...older, definition: { ...older.definition, rules: 0 }, key: word => word },
  })
  written.addAll(documents)
  expect(written.search('cheval').hits.map(({ score }) => score)).not.toEqual([])
  const reopened = SearchIndex.fromBytes<Article>(written.toBytes())
  const made = live({ options: {}, documents })
  const queries = ['cheval', 'commission', 'chevaux commissions']
  expect(answersOf(reopened, queries)).toEqual(answersOf(made, queries))
  expect([reopened.inspect().regrouped, made.inspect().regrouped]).toEqual([true, false])
})
