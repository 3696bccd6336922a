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
  [
    "index.search('').hits[0].document.section",
    '\'section\' does not exist on type \'StoredFields<Article, "title" | "published">\'',
  ],
  [
    "new SearchIndex({ fields: ['title'] }).search('', { filter: { section: 'monde' } })",
    "Give a field a type in the schema to filter by it: section: { type: 'keyword' }",
  ],
  // A field that has no column, and a condition that does not fit its column.
  [
    "index.search('', { filter: { title: 'Trêve' } })",
    '\'title\' does not exist in type \'ColumnFilter<"section" | "published"',
  ],
  ["index.search('', { filter: { published: true } })", "'true'", 'ConditionOf<Date, "date">'],
  ["index.search('', { filter: { section: { gte: 'a' } } })", "'gte' does not exist in type 'KeywordSets<"],
  ["index.search('', { sort: { field: 'title' } })", '"title"', '"score" | "section" | "published"'],
  ["index.search('', { sort: 'published' })", 'Sort<"section" | "published">'],
  ["index.search('', { group: { field: 'title' } })", '"title"', '"section" | "published"'],
  // Documents.
  [
    "index.add({ title: 'Trêve', section: 'monde', published: new Date() })",
    "Property 'id' is missing",
    "required in type 'Article'",
  ],
  ["index.add({ id: 1, titel: 'Trêve', section: 'monde', published: new Date() })", "Did you mean to write 'title'?"],
  [
    "SearchIndex.from([{ ref: 'a', title: 'Trêve' }], { fields: ['title'] })",
    "Property 'idField' is missing",
    'idField: "title" | "ref"',
  ],
  ["new SearchIndex<Article>({ fields: { title: 'text' } })", 'TextFieldOptions | ColumnOptions<'],
  ['new SearchIndex<Article>({ fields: { published: {} } })', "Property 'type' is missing", 'ColumnOptions<"date">'],
  // What was not asked for.
  ["index.search('').facets?.section", "Add the option facets: ['…'] to have facets"],
  ["index.search('').hits[0].highlights?.title", "Add the option highlight: { fields: ['…'] } to have highlights"],
  [
    "index.search('', { limit: 3 }).hits[0].highlights?.title",
    "Add the option highlight: { fields: ['…'] } to have highlights",
  ],
  ["toHTML(index.search('').hits[0].highlights)", "Add the option highlight: { fields: ['…'] } to have highlights"],
  ["index.search('').hits[0].titel", "'titel' does not exist on type 'HitOf<"],
  ["index.search('').hits[0].title", 'StoredFields<Article, "title" | "published">'],
  // A language that is not made.
  ["new SearchIndex<Article>({ fields: ['title'], language: 'fr' })", 'Language | LanguagesByTag'],
  ["new SearchIndex<Article>({ fields: ['title'], language: french })", 'Did you mean to call this expression?'],
  [
    "new SearchIndex<Article>({ fields: ['title'], language: { fr: french } })",
    'Did you mean to call this expression?',
  ],
  // Options of something else.
  [
    'IndexSearcher.fromBytes<Article>(new Uint8Array(0), { worker: true })',
    "'worker' does not exist in type 'OpenOptions'",
  ],
  ["openIndex('/a.trv', { worker: 3 })", 'string | boolean', 'MessageEnd'],
  ['openIndex({ byteLength: 3 })', "Property 'read' is missing", "required in type 'ByteSource'"],
  ["index.search('', { fuzzy: 0.2 })", 'false | "auto"'],
  ["index.search('', { match: 'AND' })", '"AND"', 'Match'],
  ["index.search('', { combineWith: 'AND' })", "'combineWith' does not exist"],
  ["index.search({ query: 'a' })", "'query' does not exist in type 'QueryNode'"],
  ["index.search('', { after: index.search('') })", 'not assignable to type \'Cursor<"score">'],
  ["index.search('', { after: 2 })", "not assignable to type 'string"],
  // A cursor of a search with another order.
  [
    "index.search('', { sort: { field: 'section' }, after: index.search('', { sort: { field: 'published' } }).next })",
    'Cursor<"published">',
    'Cursor<"section">',
  ],
  [
    "index.search('', { after: index.search('', { sort: [{ field: 'published' }] }).next })",
    'Cursor<"published">',
    'Cursor<"score">',
  ],
  // A promise that is not awaited.
  ["client.search('').hits", "Did you forget to use 'await'?"],
  ["client.search('').then(({ hits }) => hits[0].document.body)", 'StoredFields<Article, "title">'],
  ['client.get(1)?.title', "does not exist on type 'Promise<"],
  ["client.search('', { highlight: { fields: ['body'] } })", '"body"', '"title"'],
]

let messages: string[] = []
beforeAll(async () => {
  messages = compileConsumer(await emitDeclarations(), [SETUP, ...MISTAKES.map(([code]) => code)].join('\n'))
}, 240_000)

test.each(MISTAKES)('%s', (code, ...says) => {
  const line = SETUP.split('\n').length + MISTAKES.findIndex(([other]) => other === code)
  const said = messages.filter(message => message.startsWith(`consumer.ts (${line}): `))
  expect(said).toHaveLength(1)
  for (const part of says) expect(said[0]).toContain(part)
  expect(said[0]).not.toMatch(/SegmentList|SegmentView|PackedSegment|No overload/)
  // The first line says it; what follows about a cursor is how its type is made.
  expect(said[0].split('\n').length).toBeLessThanOrEqual(said[0].includes("Type 'Cursor<") ? 7 : 5)
})

test('nothing else is wrong', () => {
  expect(messages).toHaveLength(MISTAKES.length)
})
