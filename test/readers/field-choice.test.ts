/** Which fields are searched, filtered and stored, and what is refused before any document is read. */
import { describe, expect, test } from 'vitest'
import { SearchIndex } from '../../src/index.ts'
import { checkFields } from '../../src/readers/field-choice.ts'
import { chooseFields, type FieldChoiceOptions, Survey } from '../../src/readers/index.ts'

const document = {
  id: 'treve',
  file: 'treve.md',
  line: 1,
  lineOf: () => 1,
  fields: { id: 'treve', title: 'Une trêve fragile', date: '2019-11-26', section: 'Monde', body: 'Le calme revient.' },
}

const FOUND = { title: {}, body: {}, section: {} }
const ALL = ['title', 'body', 'date', 'section']

test.each<[name: string, named: FieldChoiceOptions, fields: object, storeFields: string[]]>([
  ['nothing named: all that hold words', {}, FOUND, ALL],
  ['a list', { fields: ['title'] }, { title: {} }, ALL],
  ['an empty list', { fields: [] }, FOUND, ALL],
  ['a text', { fields: { title: { boost: 3 } } }, { title: { boost: 3 } }, ALL],
  ['a text by its type', { fields: { body: { type: 'text' } } }, { body: { type: 'text' } }, ALL],
  [
    'columns only: the other fields that hold words',
    { fields: { section: { type: 'keyword' } } },
    { title: {}, body: {}, section: { type: 'keyword' } },
    ALL,
  ],
  ['stored fields', { storeFields: ['title'] }, FOUND, ['title']],
])('%s', (_, named, fields, storeFields) => {
  const survey = new Survey()
  survey.add(document)
  const choice = chooseFields(survey, named)
  expect(choice).toEqual({ idField: 'id', fields, storeFields })
  const index = new SearchIndex(choice)
  index.add(document.fields)
  expect(index.size).toBe(1)
})

describe('what is wrong is refused with the words of the index', () => {
  test.each([
    { fields: [] },
    { fields: ['title', 'title'] },
    { fields: [''] },
    { fields: 'title' },
    { fields: null },
    { fields: { title: null } },
    { fields: { title: { boost: 0 } } },
    { fields: { title: { type: 'texte' } } },
    { fields: { not: { type: 'keyword' }, title: {} } },
    { fields: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, {}])) },
    { fields: ['title'], storeFields: 'title' },
    { fields: ['title'], idField: '' },
  ])('%j', options => {
    const messageOf = (check: () => void) => {
      try {
        check()
      } catch (error) {
        return String(error)
      }
      return 'nothing is wrong'
    }
    const message = messageOf(() => new SearchIndex(options as never))
    expect(message).toContain('InvalidOptionError')
    expect(messageOf(() => checkFields(options as never))).toBe(message)
  })

  test('columns alone are no mistake, and neither is nothing', () => {
    expect(() => checkFields({ fields: { date: { type: 'date' } } })).not.toThrow()
    expect(() => checkFields({})).not.toThrow()
    expect(() => checkFields({ fields: { date: { type: 'jour' } } as never })).toThrow('fields.date.type')
  })
})
