/** Dates and numbers of columns as French tables, front matter, filters and queries have them. */
import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/columns/date.ts'
import { VALUES } from '../../../src/languages/french/values.ts'

describe('dates', () => {
  test.each([
    ['14/11/2019', '2019-11-14'],
    ['4/1/2019', '2019-01-04'],
    ['14.11.2019', '2019-11-14'],
    ['14-11-2019', '2019-11-14'],
    ['14/11/19', '2019-11-14'],
    ['14/11/87', '1987-11-14'],
    ['11/2019', '2019-11'],
    ['14 novembre 2019', '2019-11-14'],
    ['14\u00a0novembre\u202f2019', '2019-11-14'],
    ['14 NOVEMBRE 2019', '2019-11-14'],
    ['14 nov. 2019', '2019-11-14'],
    ['1er mars 2020', '2020-03-01'],
    ['1er février 2020', '2020-02-01'],
    ['1 fevrier 2020', '2020-02-01'],
    ['1er fe\u0301vrier 2020', '2020-02-01'],
    ['jeudi 14 novembre 2019', '2019-11-14'],
    ['mar. 3 mars 2020', '2020-03-03'],
    ['mars 2020', '2020-03'],
    ['3 août 2021', '2021-08-03'],
    ['3 juil. 2021', '2021-07-03'],
    ['14/11/2019 18:30', '2019-11-14T18:30:00'],
    ['14 novembre 2019 à 8 h 05', '2019-11-14T08:05:00'],
    ['14 novembre 2019 à 18h', '2019-11-14T18:00:00'],
    ['2019-11-14', '2019-11-14'],
    ['2019-1-4', '2019-1-4'],
    ['Thu, 14 Nov 2019 23:30:00 -0500', '2019-11-14T23:30:00-05:00'],
  ])('%s', (text, expected) => expect(isoDate(text, VALUES)).toBe(expected))

  test.each([
    '', 'hier', '31/02/2019', '32/01/2019', '14/13/2019', '11/14/2019', '112019', '14/11', '14 brumaire 2019', '14 jui 2019', 'lundi', '14 novembre',
    '14/11/2019 25:00', '14/11-2019', 'novembre', '2019/11/14', '14 novembre 2019 environ', '1e999',
  ])('%s is none', text => expect(isoDate(text, VALUES)).toBeUndefined()) // biome-ignore format: a list of texts reads best in lines

  test('a long text takes no time', () => {
    for (const piece of ['1', 'lun', 'a ', '1/', '14 ']) expect(isoDate(piece.repeat(50_000), VALUES)).toBeUndefined()
  })
})

describe('numbers', () => {
  test.each([
    ['3,50', 3.5],
    ['3.50', 3.5],
    ['-3,5', -3.5],
    ['−3,5', -3.5],
    ['1 250', 1250],
    ['1 250,00', 1250],
    ['1\u00a0250,00', 1250],
    ['1\u202f250,5', 1250.5],
    ['12 345 678,9', 12345678.9],
    ['1’250,50', 1250.5],
    ["1'250", 1250],
    // The comma is the decimal sign.
    ['1,250', 1.25],
    // A single point is that of programs.
    ['1.250', 1.25],
    ['1.250,75', 1250.75],
    ['1,250.75', 1250.75],
    ['1.250.000', 1250000],
    ['1e3', 1000],
    [' 12 ', 12],
  ])('%s', (text, expected) => expect(VALUES.readNumber(text)).toBe(expected))

  test.each([
    '',
    'douze',
    '3,5,1',
    '1 25',
    '12 3456',
    '1 250 00',
    '3,',
    '3 €',
    '12-14',
    '1,25,00.5',
    'Infinity',
    '0x10',
  ])('%s is none', text => expect(VALUES.readNumber(text)).toBeUndefined())
})
