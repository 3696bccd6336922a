import { expect, test } from 'vitest'
import { SearchIndex } from '../../src/index.ts'

interface Article {
  id: number
  title: string
  body?: string
}

function makeIndex(): SearchIndex<Article> {
  const index = new SearchIndex<Article>({ fields: { title: { boost: 3 }, body: {} }, storeFields: ['title'] })
  index.addAll([
    { id: 1, title: 'La trêve', body: 'Une trêve et une négociation.' },
    { id: 2, title: 'Le tréfonds' },
    { id: 3, title: 'La mer', body: 'Trêve de la mer.' },
  ])
  return index
}

test('tells what is in an index, in memory as in a file', () => {
  const index = makeIndex()
  const bytes = index.toBytes()
  const { frequentWords, ...inspection } = index.inspect()
  expect(inspection).toMatchObject({
    documents: 3,
    bytes: bytes.length,
    idField: 'id',
    language: { name: 'french' },
    fields: [
      { name: 'title', boost: 3, title: true, stored: true, documents: 3 },
      { name: 'body', boost: 1, title: false, stored: false, documents: 2 },
    ],
    storeFields: ['title'],
    stopWordPositions: true,
  })
  expect(inspection.sections.reduce((sum, section) => sum + section.bytes, 0)).toBe(bytes.length)
  const { frequentWords: fromFile, ...opened } = SearchIndex.fromBytes<Article>(bytes).inspect()
  expect(opened).toEqual(inspection)
  expect(fromFile()).toEqual(frequentWords())
})

test('lists words by how many documents hold them, by prefix, with or without stop words', () => {
  const { frequentWords } = makeIndex().inspect()
  expect(frequentWords({ prefix: 'TRE' })).toEqual([
    { word: 'trêve', documents: 2, stopWord: false },
    { word: 'tréfonds', documents: 1, stopWord: false },
  ])
  expect(frequentWords({ limit: 1 })).toEqual([{ word: 'la', documents: 2, stopWord: true }])
  expect(frequentWords({ limit: 1, stopWords: false })).toEqual([{ word: 'trêve', documents: 2, stopWord: false }])
  expect(frequentWords({ prefix: 'zz' })).toEqual([])
})

test('what was removed is not in it, and the hash changes with the content only', () => {
  const index = makeIndex()
  const before = index.inspect()
  index.remove(2)
  expect(index.inspect()).toMatchObject({ documents: 2 })
  expect(index.inspect().frequentWords({ prefix: 'tref' })).toEqual([])
  expect(index.inspect().contentHash).not.toBe(before.contentHash)
  expect(makeIndex().inspect().contentHash).toBe(before.contentHash)
})

test('tells of columns what they hold and weigh', () => {
  const index = new SearchIndex<Record<string, unknown>>({
    fields: { title: {}, section: { type: 'keyword' }, published: { type: 'date' }, views: { type: 'number' } },
    storeFields: ['section'],
  })
  index.addAll([{ id: 1, section: 'monde', views: 0 }, { id: 2, section: ['monde', 'libye'] }, { id: 3 }])
  const { columns, sections, formatVersion } = index.inspect()
  expect(formatVersion).toBe('2.0')
  expect(columns.map(({ bytes, ...column }) => column)).toEqual([
    { name: 'section', type: 'keyword', stored: true, documents: 2 },
    { name: 'published', type: 'date', stored: false, documents: 0 },
    { name: 'views', type: 'number', stored: false, documents: 1 },
  ])
  expect(columns.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(
    sections.find(({ name }) => name === 'columns')?.bytes,
  )
})
