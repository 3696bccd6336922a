/** An option that is `undefined` is an option that was not given: `{ limit: params.limit }` needs no condition around it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diagnose } from '../src/evaluation/diagnose.ts'
import { evaluate, randomisationTest, readJudgments } from '../src/evaluation/index.ts'
import { INDEX_OPTIONS } from '../src/index/index-options.ts'
import {
  analyze,
  french,
  highlight,
  IndexSearcher,
  openIndex,
  parseQuery,
  printQuery,
  SearchIndex,
  toHTML,
} from '../src/index.ts'
import { OPEN_OPTIONS } from '../src/index-searcher.ts'
import { frenchMiniSearch, frenchQuery, fromMiniSearch } from '../src/minisearch/index.ts'
import { buildIndexFile, defineConfig, openFile, writeIndex } from '../src/node.ts'
import { CLIENT_OPTIONS } from '../src/open/open-options.ts'
import { findFiles, readDocuments, readMarkdown } from '../src/readers/index.ts'
import { READ_OPTIONS } from '../src/readers/read-options.ts'
import { ADD_ALL_OPTIONS } from '../src/schema/read-documents.ts'
import { SEARCH_OPTIONS, SIMILAR_OPTIONS } from '../src/search/search-options.ts'
import { SUGGEST_OPTIONS } from '../src/search/suggest-options.ts'

/** All options of a table, undefined, but for those that are `given`. */
const undefinedOptions = (names: object, given: object = {}) =>
  ({ ...Object.fromEntries(Object.keys(names).map(name => [name, undefined])), ...given }) as never

const fields = {
  title: { type: undefined, boost: undefined, title: undefined },
  section: { type: 'keyword' },
  pages: { type: 'number' },
} as const
const schema = { fields, storeFields: ['title'] } as const
const articles = [
  { id: 1, title: 'Une trêve à Tripoli', section: 'monde', pages: 3 },
  { id: 2, title: 'La trêve des confiseurs', section: 'société', pages: 5 },
]
const index = new SearchIndex(schema)
index.addAll(articles)
const bytes = index.toBytes()
const source = { byteLength: bytes.length, read: async (start: number, end: number) => bytes.slice(start, end) }
const questions = [{ id: 'q1', text: 'trêve' }]
const judgments = readJudgments('q1\t1\t1\n', { file: undefined, questions: undefined })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'undefined-'))
  await writeFile(join(folder, 'a.md'), '# Trêve\n\nUne trêve à Tripoli.\n')
  await writeIndex(index, join(folder, 'a.trv'))
})
afterAll(() => rm(folder, { recursive: true }))

const withoutTime = <R extends { tookMs: number }>({ tookMs, ...results }: R) => results

test('search', () => {
  expect(withoutTime(index.search('trêve', undefinedOptions(SEARCH_OPTIONS)))).toEqual(
    withoutTime(index.search('trêve')),
  )
  expect(withoutTime(index.similar(1, undefinedOptions(SIMILAR_OPTIONS)))).toEqual(withoutTime(index.similar(1)))
  expect(index.suggest('trê', undefinedOptions(SUGGEST_OPTIONS))).toEqual(index.suggest('trê'))
  const { facets, hits } = index.search('trêve', {
    filter: {
      section: { not: undefined, all: undefined },
      pages: { gt: undefined, gte: 4, lt: undefined, lte: undefined },
      and: undefined,
      or: undefined,
      not: undefined,
    },
    facets: { section: { limit: undefined, ignoreOwnFilter: undefined, ranges: undefined }, pages: undefined },
    sort: { field: 'pages', order: undefined },
    highlight: { fields: ['title'], snippet: undefined },
  })
  expect(facets).toEqual({ section: [{ value: 'société', count: 1 }] })
  expect(hits.map(({ id, highlights }) => [id, highlights.title?.ranges.length])).toEqual([[2, 1]])
})

test('recency', () => {
  const dated = new SearchIndex({ fields: { title: {}, published: { type: 'date' } } })
  dated.add({ id: 1, title: 'La trêve', published: '2019-11-14' })
  const recency = { field: 'published', halfLife: 30 } as const
  const { hits } = dated.search('trêve', { recency: { ...recency, weight: undefined, now: undefined } })
  expect(hits[0].score).toBe(dated.search('trêve', { recency }).hits[0].score)
})

test('opening and building', async () => {
  for (const open of [SearchIndex.fromBytes, IndexSearcher.fromBytes]) {
    expect(open(bytes, undefinedOptions(OPEN_OPTIONS)).search('trêve').total).toBe(2)
  }
  expect((await openFile(join(folder, 'a.trv'), undefinedOptions(OPEN_OPTIONS))).size).toBe(2)
  const remote = openIndex(source, undefinedOptions(CLIENT_OPTIONS))
  expect(await remote.size()).toBe(2)
  expect(await openIndex(source, { cache: { bytes: undefined, persistent: undefined } }).size()).toBe(2)
  expect(await remote.has(1, { signal: undefined })).toBe(true)
  const made = new SearchIndex<(typeof articles)[0]>(undefinedOptions(INDEX_OPTIONS, { fields }))
  await made.addAllAsync(articles, undefinedOptions(ADD_ALL_OPTIONS))
  expect(made.search('trêve').total).toBe(2)
  const options = undefinedOptions({ ...INDEX_OPTIONS, ...ADD_ALL_OPTIONS }, { fields })
  expect((await buildIndexFile(join(folder, 'b.trv'), articles, options)).documents).toBe(2)
  expect(index.inspect().frequentWords({ prefix: undefined, limit: undefined, stopWords: undefined })).toHaveLength(7)
})

test('texts and languages', () => {
  expect(
    toHTML(highlight('La trêve', 'trêve', { language: undefined, snippet: undefined }), {
      tag: undefined,
      className: undefined,
    }),
  ).toBe('La <mark>trêve</mark>')
  const { tree } = parseQuery('trêve', { language: undefined, fields: undefined, columns: undefined })
  expect(printQuery(tree ?? { type: 'words', text: '' }, { language: undefined })).toBe('trêve')
  expect(analyze('La trêve', french(), { elisions: undefined, query: undefined })).toEqual(
    analyze('La trêve', french()),
  )
  const language = french({
    stopWords: undefined,
    synonyms: undefined,
    synonymWeight: undefined,
    exceptions: undefined,
    variants: undefined,
    stemmer: undefined,
  })
  expect(language.definition).toEqual(french().definition)
})

test('evaluation', () => {
  const evaluation = evaluate(index, questions, judgments, { byTopic: undefined, search: undefined })
  expect(evaluation.questions).toHaveLength(1)
  expect(diagnose(index, evaluation.questions[0], { first: undefined, search: undefined }).first).toHaveLength(2)
  expect(randomisationTest([1, 0.5], [0, 1], { permutations: undefined, seed: undefined })).toEqual(
    randomisationTest([1, 0.5], [0, 1]),
  )
})

test('MiniSearch', () => {
  const options = frenchMiniSearch({ language: undefined, searchOptions: undefined })
  expect(Object.keys(options)).toEqual(Object.keys(frenchMiniSearch()))
  expect(frenchQuery('trêve', { language: undefined, combineWith: undefined }).combineWith).toBe('AND')
  expect(() => fromMiniSearch({}, { fields: undefined, idField: undefined, language: undefined })).toThrow('MiniSearch')
})

test('readers and configuration', async () => {
  const { files } = await findFiles(folder, { include: undefined, exclude: undefined })
  expect(files).toHaveLength(1)
  const sections = []
  for await (const document of readMarkdown('# Trêve', { name: undefined, sections: undefined, code: undefined }))
    sections.push(document)
  expect(sections).toHaveLength(1)
  const documents = []
  for await (const document of readDocuments(join(folder, 'a.md'), undefinedOptions(READ_OPTIONS)))
    documents.push(document)
  expect(documents).toHaveLength(1)
  const config = { input: 'content', out: 'a.trv', fields: undefined, storeFields: undefined, french: undefined }
  expect(defineConfig(config)).toBe(config)
})
