/** What the compiler says of a mistake: the wrong name and the right one, and nothing of what is inside the library. */
import { beforeAll, expect, test } from 'vitest'
import { compileConsumer, emitDeclarations } from '../support/consumer.ts'

const SETUP = `
import { IndexSearcher, SearchIndex } from '../../src/index.ts'
interface Article { id: number; title: string; body?: string; section: 'monde' | 'culture'; published: Date }
interface Note { ref: string; title: string }
declare const articles: Article[]
const index = SearchIndex.from(articles, {
  fields: { title: {}, body: {}, section: { type: 'keyword' }, published: { type: 'date' } },
  storeFields: ['title', 'published'],
})
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
  ["index.search('').facets.section", 'possibly', 'undefined'],
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
