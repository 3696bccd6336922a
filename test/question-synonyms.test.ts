/** Synonyms of one question: as if the language had them, and gone with the next one. */
import { expect, test } from 'vitest'
import { french, InvalidOptionError, SearchIndex } from '../src/index.ts'
import { plainLanguage } from './support/plain-language.ts'

const documents = [
  { id: 1, title: 'Le chef du gouvernement démissionne', body: '' },
  { id: 2, title: 'Le premier ministre reçoit les syndicats', body: '' },
  { id: 3, title: 'Une voiture brûle', body: '' },
  { id: 4, title: 'Une automobile au musée', body: '' },
]
const index = new SearchIndex<(typeof documents)[number]>({ fields: ['title', 'body'] })
index.addAll(documents)

const synonyms = [['voiture', 'automobile'], { from: 'premier ministre', to: 'chef du gouvernement' }]

test.each([
  ['voiture', [3], [3, 4]],
  ['automobile', [4], [4, 3]],
  ['premier ministre', [2], [2, 1]],
  ['gouvernement', [1], [1]],
])('%s: without %j, with %j', (question, without, expected) => {
  const ids = (options: object) => index.search(question, options).hits.map(({ id }) => id)
  expect(ids({})).toEqual(without)
  expect(ids({ synonyms })).toEqual(expected)
  expect(ids({})).toEqual(without)
})

test('the scores are those of a language with the synonyms', () => {
  const other = SearchIndex.fromBytes(index.toBytes(), { language: french({ synonyms }) })
  const { hits } = index.search('premier ministre automobile', { synonyms })
  expect(hits.map(({ id, score }) => ({ id, score }))).toEqual(
    other.search('premier ministre automobile').hits.map(({ id, score }) => ({ id, score })),
  )
  expect(hits.length).toBe(4)
})

test('what is wrong is named', () => {
  for (const wrong of ['voiture', [['']], [{ from: 'a' }], 3]) {
    expect(() => index.search('voiture', { synonyms: wrong as never })).toThrow(InvalidOptionError)
  }
  const plain = new SearchIndex({ fields: ['title'], language: plainLanguage() })
  expect(() => plain.search('voiture', { synonyms })).toThrow(/plain/)
})

test('the stop words of the language stay those it was given, even by an iterator', () => {
  const language = french({ stopWords: new Set(['voiture']).values() })
  const own = new SearchIndex<(typeof documents)[number]>({ fields: ['title'], language })
  own.addAll(documents)
  const ids = (options: object) => own.search('voiture musée', options).hits.map(({ id }) => id)
  expect(ids({ synonyms: [['musée', 'chef']] })).toEqual([4, 1])
  expect(ids({})).toEqual([4])
})
