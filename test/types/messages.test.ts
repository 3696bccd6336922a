/** What the compiler says of a mistake: the wrong name and the right one or what to do, and nothing of what is inside the library. */
import { beforeAll, expect, test } from 'vitest'
import { compileConsumer, emitDeclarations } from '../support/consumer.ts'

const SETUP = `
import { french, IndexSearcher, openIndex, SearchIndex, toHTML } from '../../src/index.ts'
interface Article { id: number; title: string; body?: string; section: 'monde' | 'culture'; published: Date }
interface Note { ref: string; title: string }
declare const articles: Article[]
const index = SearchIndex.from(articles, {
  fields: { title: {}, body: {}, section: { type: 'keyword' }, published: { type: 'date' } },
  storeFields: ['title', 'published'],
})
const client = openIndex<Article, 'title'>('https://exemple.fr/search.trv')
`

/** The mistake, and what the message says. */
const MISTAKES: [code: string, ...says: string[]][] = [
  ["new SearchIndex<Article>({ fields: ['titel'] })", '"titel"', 'Did you mean \'"title"\'?'],
  ['new SearchIndex<Article>({ fields: { titel: {} } })', "'titel' does not exist in type 'FieldsOf<Article>'"],
  ["new SearchIndex<Article>({ field: ['title'] })", "Did you mean to write 'fields'?"],
  ["new SearchIndex<Article>({ fields: ['title'], storeFields: ['titel'] })", 'Did you mean \'"title"\'?'],
  ["new SearchIndex<Article>({ fields: { title: { type: 'number' } } })", '"number"', '"text"', '"keyword"', '"date"'],
  ["new SearchIndex<Note>({ fields: ['title'] })", "Property 'idField' is missing"],
  ["new SearchIndex<Article, 'title'>({ fields: ['title'] })", "Property 'storeFields' is missing"],
  ["SearchIndex.from(articles, { fields: ['titel'] })", '"titel"', 'Did you mean \'"title"\'?'],
  ['new IndexSearcher()', 'Constructor of class', 'is protected'],
  ["index.search('', { limitt: 3 })", "Did you mean to write 'limit'?"],
  ["index.search('', { facets: ['title'] })", '"title"', '"section" | "published"'],
  ["index.search('', { facets: { section: { limitt: 3 } } })", "Did you mean to write 'limit'?"],
  ["index.search('', { filter: { sectoin: 'monde' } })", "'sectoin'"],
  ["index.search('', { filter: { section: 'mnode' } })", '"mnode"'],
  ["index.search('', { sort: { field: 'publishd' } })", 'Did you mean \'"published"\'?'],
  ["index.search('', { highlight: { fields: ['published'] } })", '"published"', '"title"'],
  ["index.search('', { highlight: { fields: ['title'], snipet: 80 } })", "Did you mean to write 'snippet'?"],
  ["index.search('').hits[0].document.section", "Property 'section' does not exist"],
  // A field that has no column, and a condition that does not fit its column.
  ["index.search('', { filter: { title: 'Trêve' } })", 'XX'],
  ["index.search('', { filter: { published: true } })", 'XX'],
  ["index.search('', { filter: { section: { gte: 'a' } } })", 'XX'],
  ["index.search('', { sort: { field: 'title' } })", 'XX'],
  ["index.search('', { sort: 'published' })", 'XX'],
  ["index.search('', { group: { field: 'title' } })", 'XX'],
  // Documents.
  ["index.add({ title: 'Trêve', section: 'monde', published: new Date() })", 'XX'],
  ["index.add({ id: 1, titel: 'Trêve', section: 'monde', published: new Date() })", 'XX'],
  ["SearchIndex.from([{ ref: 'a', title: 'Trêve' }], { fields: ['title'] })", 'XX'],
  ["new SearchIndex<Article>({ fields: { title: 'text' } })", 'XX'],
  ["new SearchIndex<Article>({ fields: { published: {} } })", 'XX'],
  // What was not asked for.
  ["index.search('').facets?.section", 'XX'],
  ["index.search('').hits[0].highlights?.title", 'XX'],
  ["index.search('', { limit: 3 }).hits[0].highlights?.title", 'XX'],
  ["toHTML(index.search('').hits[0].highlights)", 'XX'],
  ["index.search('').hits[0].titel", 'XX'],
  ["index.search('').hits[0].title", 'XX'],
  // A language that is not made.
  ["new SearchIndex<Article>({ fields: ['title'], language: 'fr' })", 'XX'],
  ["new SearchIndex<Article>({ fields: ['title'], language: french })", 'XX'],
  ["new SearchIndex<Article>({ fields: ['title'], language: { fr: french } })", 'XX'],
  // Options of something else.
  ["IndexSearcher.fromBytes<Article>(new Uint8Array(0), { worker: true })", 'XX'],
  ["openIndex('/a.trv', { worker: 3 })", 'XX'],
  ["openIndex({ byteLength: 3 })", 'XX'],
  ["index.search('', { fuzzy: 0.2 })", 'XX'],
  ["index.search('', { match: 'AND' })", 'XX'],
  ["index.search('', { combineWith: 'AND' })", 'XX'],
  ["index.search({ query: 'a' })", 'XX'],
  ["index.search('', { after: index.search('') })", 'XX'],
  ["index.search('', { after: 2 })", 'XX'],
  // A promise that is not awaited.
  ["client.search('').hits", 'XX'],
  ["client.search('').then(({ hits }) => hits[0].document.body)", 'XX'],
  ["client.get(1)?.title", 'XX'],
  ["client.search('', { highlight: { fields: ['body'] } })", 'XX'],
]

let messages: string[] = []
beforeAll(() => {
  messages = compileConsumer(emitDeclarations(), [SETUP, ...MISTAKES.map(([code]) => code)].join('\n'))
})

test.each(MISTAKES)('%s', (code, ...says) => {
  const line = SETUP.split('\n').length + MISTAKES.findIndex(([other]) => other === code)
  const said = messages.filter(message => message.startsWith(`consumer.ts (${line}): `))
  expect(said).toHaveLength(1)
  for (const part of says) expect(said[0]).toContain(part)
  expect(said[0]).not.toMatch(/SegmentList|SegmentView|PackedSegment|No overload/)
  expect(said[0].split('\n').length).toBeLessThanOrEqual(4)
})

test('nothing else is wrong', () => {
  expect(messages).toHaveLength(MISTAKES.length)
})
