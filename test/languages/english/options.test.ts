/** The options of English, what a file keeps of them, and how values are read. */
import { describe, expect, test } from 'vitest'
import { InvalidOptionError } from '../../../src/errors.ts'
import { english, IndexSearcher, SearchIndex } from '../../../src/index.ts'

test('a file keeps the order of dates, and needs no options to be opened', () => {
  const index = new SearchIndex<{ id: number; body: string }>({
    fields: ['body'],
    language: english({ dateOrder: 'day-first', synonyms: [['car', 'automobile']] }),
  })
  index.add({ id: 1, body: 'The automobiles came on 03/04/2019' })
  const reopened = IndexSearcher.fromBytes(index.toBytes())
  expect(reopened.search('3 April 2019', { match: 'all' }).total).toBe(1)
  expect(reopened.search('March 4, 2019', { match: 'all' }).total).toBe(0)
  expect(reopened.search('car').total).toBe(1)
})

test('the default order leaves no trace in a file', () => {
  expect(english({ dateOrder: 'month-first' }).definition).toEqual(english().definition)
  expect(english({ dateOrder: 'day-first' }).definition.options).toEqual({ dateOrder: 'day-first' })
})

test('what is no option is refused', () => {
  expect(() => english({ dateOrder: 'dmy' as 'day-first' })).toThrow(InvalidOptionError)
  expect(() => english({ dateorder: 'day-first' } as object)).toThrow('Did you mean "dateOrder"?')
})

describe('values', () => {
  const { values } = english()
  test.each([
    ['11/14/2019', '2019-11-14'],
    ['14/11/2019', '2019-11-14'],
    ['03/04/2019', '2019-03-04'],
    ['November 14, 2019', '2019-11-14'],
    ['Thu, 14 Nov 2019', '2019-11-14'],
    ['14th of November 2019', '2019-11-14'],
    ['November 2019', '2019-11'],
    ['11/2019', '2019-11'],
    ['11/14/2019 8:30 pm', '2019-11-14T20:30:00'],
    ['13/13/2019', undefined],
    ['novembre 2019', undefined],
  ])('%s', (text, date) => expect(values?.readDate(text)).toBe(date))

  test.each([
    ['1,250.00', 1250],
    ['1,250', 1250],
    ['1.25', 1.25],
    ['−3', -3],
    ['10 000', 10000],
    ['1,25', undefined],
  ])('%s', (text, number) => expect(values?.readNumber(text)).toBe(number))

  test('by day first', () => {
    expect(english({ dateOrder: 'day-first' }).values?.readDate('03/04/2019')).toBe('2019-04-03')
  })
})

describe('misspelt words', () => {
  const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'], language: english() })
  index.add({ id: 1, body: 'The government published its recommendations about libraries' })
  test.each([
    ['goverment', 'government'],
    ['recomendations', 'recommendations'],
    ['libaries', 'libraries'],
  ])('%s', (typed, meant) => expect(index.search(typed).correction).toBe(meant))

  test('a word of the language is not corrected', () => {
    expect(index.search('governments').hits).toHaveLength(1)
    expect(index.search('librarian').correction).toBeUndefined()
    expect(index.search('colour').correction).toBeUndefined()
  })
})
