import { expect, test } from 'vitest'
import { analyze } from '../../src/language/analyze.ts'
import { french } from '../../src/languages/french/french.ts'

const language = french()

test('a word, without the article that came off', () => {
  expect(analyze('L’Arabie', language)).toEqual([{ text: 'arabie', start: 2, end: 8, position: 1, kind: 'word' }])
})

test('elided words on demand', () => {
  expect(analyze('L’Arabie', language, { elisions: true })).toEqual([
    { text: "l'", start: 0, end: 2, position: 0, kind: 'elision' },
    { text: 'arabie', start: 2, end: 8, position: 1, kind: 'word' },
  ])
})

test('a whole says how many positions it covers', () => {
  expect(analyze('14 mai 2020', language)).toEqual([
    { text: '2020-05-14', start: 0, end: 11, position: 0, kind: 'date', span: 3 },
    { text: '14', start: 0, end: 2, position: 0, kind: 'number' },
    { text: 'mai', start: 3, end: 6, position: 1, kind: 'word' },
    { text: '2020', start: 7, end: 11, position: 2, kind: 'number' },
  ])
})

test('as a query', () => {
  expect(analyze('rue de l abbaye', language, { query: true }).map(token => token.text)).toEqual([
    'rue',
    'de',
    'abbaye',
  ])
})

test('kinds', () => {
  const kinds = (text: string): string[] => analyze(text, language, { elisions: true }).map(token => token.kind)
  expect(kinds('l’été')).toEqual(['elision', 'word'])
  expect(kinds('G.N.A.')).toEqual(['acronym'])
  expect(kinds('week-end')).toEqual(['compound', 'word', 'word'])
  expect(kinds('5 500')).toEqual(['number'])
  expect(kinds('XIXe')).toEqual(['ordinal'])
  expect(kinds('C++')).toEqual(['symbol'])
  expect(kinds('a@b.fr')).toEqual(['address', 'word', 'word', 'word'])
})
