/** Columns at the door: what a schema may say of them, what a document may hold in them. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/schema/document.ts'
import { makeSchema } from '../../src/schema/schema.ts'
import { SearchIndex } from '../../src/search-index.ts'

const schema = makeSchema({
  fields: { section: { type: 'keyword' }, title: {}, published: { type: 'date' }, views: { type: 'number' } },
})
const columnsOf = (document: object) => readDocument({ id: 7, ...document }, schema).columns

test('text fields and columns are numbered each on their own', () => {
  expect(schema.fields.map(({ name }) => name)).toEqual(['title'])
  expect(schema.columns).toEqual([
    { name: 'section', type: 'keyword' },
    { name: 'published', type: 'date' },
    { name: 'views', type: 'number' },
  ])
})

test.each<[object, string]>([
  [{ title: {}, section: { type: 'string' } }, 'fields.section.type'],
  [{ title: {}, section: { type: 'keyword', boost: 2 } }, 'fields.section.boost'],
  [{ title: {}, not: { type: 'keyword' } }, 'fields.not'],
  [{ title: {}, score: { type: 'number' } }, 'fields.score'],
  [{ title: {}, '': { type: 'number' } }, 'fields'],
  [{ section: { type: 'keyword' } }, 'fields'],
])('the fields %j are refused', (fields, option) => {
  expect(() => makeSchema({ fields: fields as never })).toThrow(
    expect.objectContaining({ code: 'INVALID_OPTION', option }),
  )
})

test('a text field may be called `not`', () => expect(makeSchema({ fields: ['not'] }).fields).toHaveLength(1))

describe('values', () => {
  test.each<[unknown, string[]]>([
    ['monde', ['monde']],
    [' Économie ', [' Économie ']],
    [
      ['b', 'a', 'b'],
      ['b', 'a'],
    ],
    [[null, 'a', undefined], ['a']],
    [[], []],
    [null, []],
    [undefined, []],
    ['', ['']],
  ])('keywords %j', (value, expected) => expect(columnsOf({ section: value })[0]).toEqual(expected))

  test.each<[unknown, number]>([
    [12, 12],
    [-0, 0],
    [0.1, 0.1],
    [null, Number.NaN],
    [undefined, Number.NaN],
  ])('number %j', (value, expected) => expect(columnsOf({ views: value })[2]).toBe(expected))

  test.each<[unknown, number]>([
    ['2019-11-26', Date.UTC(2019, 10, 26)],
    ['2019-11', Date.UTC(2019, 10, 1)],
    ['2019', Date.UTC(2019, 0, 1)],
    ['0099-12-31', new Date('0099-12-31').getTime()],
    ['2019-11-26T08:30', Date.UTC(2019, 10, 26, 8, 30)],
    ['2019-11-26 08:30:15', Date.UTC(2019, 10, 26, 8, 30, 15)],
    ['2019-11-26T08:30:15.5Z', Date.UTC(2019, 10, 26, 8, 30, 15, 500)],
    ['2019-11-26T08:30:15,123456789+01:00', Date.UTC(2019, 10, 26, 8, 30, 15, 123)],
    ['2019-11-26T00:30-0430', Date.UTC(2019, 10, 26, 0, 30)],
    ['2019-1-4', Date.UTC(2019, 0, 4)],
    ['2019-1', Date.UTC(2019, 0, 1)],
    ['Tue, 26 Nov 2019 23:30:00 -0500', Date.UTC(2019, 10, 26, 23, 30)],
    ['4 Jan 19 10:00 GMT', Date.UTC(2019, 0, 4, 10)],
    ['26 Nov 2019', Date.UTC(2019, 10, 26)],
    [new Date(12.7), 12],
    [-1, -1],
    [null, Number.NaN],
  ])('date %j', (value, expected) => expect(columnsOf({ published: value })[1]).toBe(expected))

  test.each<[object, string]>([
    [{ section: 3 }, 'section'],
    [{ section: ['monde', 3] }, 'section'],
    [{ section: { name: 'monde' } }, 'section'],
    [{ views: '12' }, 'views'],
    [{ views: Number.POSITIVE_INFINITY }, 'views'],
    [{ views: [1] }, 'views'],
    [{ published: '26/11/2019' }, 'published'],
    [{ published: '2019-02-29' }, 'published'],
    [{ published: '2019-13-01' }, 'published'],
    [{ published: '2019-11-26T24:00' }, 'published'],
    [{ published: '2019-11-26T10:00+25:00' }, 'published'],
    [{ published: '' }, 'published'],
    [{ published: 1.5 }, 'published'],
    [{ published: 8.7e15 }, 'published'],
    [{ published: new Date(Number.NaN) }, 'published'],
  ])('%j is refused with field, document and value', (document, field) => {
    const [value] = Object.values(document)
    const shown = typeof value === 'string' ? JSON.stringify(value) : ''
    expect(() => columnsOf(document)).toThrow(
      expect.objectContaining({
        code: 'INVALID_DOCUMENT',
        field,
        message: expect.stringMatching(
          new RegExp(`"${field}" of document 7 must be .*${shown.replace(/[+]/g, '\\+')}`),
        ),
      }),
    )
  })
})

test('a column is not searched', () => {
  const index = new SearchIndex<Record<string, unknown>>({ fields: { title: {}, section: { type: 'keyword' } } })
  index.add({ id: 1, title: 'Trêve', section: 'monde' })
  expect(index.search('monde').total).toBe(0)
  expect(index.search('trêve').total).toBe(1)
})

describe('fields named like what every object has', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf']
  const schemaOf = (type?: 'keyword') =>
    makeSchema({
      fields: { title: {}, ...Object.fromEntries(names.map(name => [name, type ? { type } : {}])) },
      storeFields: names,
    })

  test.each(names)('%s is absent from a document without it', name => {
    const read = readDocument({ id: 1, title: 'Trêve' }, schemaOf())
    expect(read.texts[schemaOf().fields.findIndex(field => field.name === name)] ?? []).toEqual([])
    expect(read.stored).toBe('{}')
    expect(
      readDocument({ id: 1 }, schemaOf('keyword')).columns.every(values => (values as string[]).length === 0),
    ).toBe(true)
  })

  test('is there if the document has it', () => {
    expect(readDocument({ id: 1, constructor: 'a' }, schemaOf('keyword')).columns).toContainEqual(['a'])
  })

  test('a getter of a class is a field', () => {
    class Article {
      id = 1
      get title() {
        return 'Trêve'
      }
    }
    expect(readDocument(new Article(), schemaOf()).texts[0]).toEqual(['Trêve'])
  })
})
