/** Any language by what Unicode says of its letters: what it finds, and what it does not. */
import { expect, test } from 'vitest'
import { InvalidOptionError } from '../../../src/errors.ts'
import { analyze } from '../../../src/language/analyze.ts'
import { unicodeLanguage } from '../../../src/languages/unicode/unicode.ts'
import { SearchIndex } from '../../../src/search-index.ts'

const wordsOf = (text: string, locale?: string) => analyze(text, unicodeLanguage({ locale })).map(({ text }) => text)

test.each([
  ['La città è bella', ['la', 'città', 'è', 'bella']],
  ['don’t l’eau ’n’', ["don't", 'don', 't', "l'eau", 'l', 'eau', 'n']],
  ['3.5 kg, 1,000 e 14/11/2019', ['3.5', 'kg', '1,000', 'e', '14', '11', '2019']],
  ['Straße ΑΘΉΝΑ Привет', ['straße', 'αθήνα', 'привет']],
  ['week-end', ['week', 'end']],
  ['हिन्दी में', ['हिन्दी', 'में']],
  ['ﬁn ＡＢＣ', ['fin', 'abc']],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test('scripts without spaces are read by Intl.Segmenter', () => {
  expect(wordsOf('東京都に行く', 'ja')).toEqual(['東京', '都', 'に', '行く'])
  expect(wordsOf('ภาษาไทย', 'th')).toEqual(['ภาษา', 'ไทย'])
  expect(wordsOf('Windowsを使う', 'ja')[0]).toBe('windows')
})

test('and character by character in a runtime without it', () => {
  const { Segmenter } = Intl
  try {
    Object.assign(Intl, { Segmenter: undefined })
    expect(wordsOf('東京 が行く', 'zz')).toEqual(['東', '京', 'が', '行', 'く'])
  } finally {
    Object.assign(Intl, { Segmenter })
  }
})

test('letters change case as the locale says', () => {
  expect(wordsOf('IĞDIR', 'tr')).toEqual(['ığdır'])
  expect(wordsOf('IĞDIR')).toEqual(['iğdir'])
})

test('accents and case do not count; inflections are other words', () => {
  const index = SearchIndex.from(
    [
      { id: 1, body: 'La CITTÀ e le case' },
      { id: 2, body: 'la casa' },
    ],
    { fields: ['body'], language: unicodeLanguage({ locale: 'it' }) },
  )
  expect(index.search('citta').hits.map(({ id }) => id)).toEqual([1])
  expect(index.search('casa').hits.map(({ id }) => id)).toEqual([2])
  // No word is a stop word.
  expect(index.search('la').total).toBe(2)
  expect(SearchIndex.fromBytes(index.toBytes()).search('citta').total).toBe(1)
})

test.each([
  ['it', 'L’acqua dell’isola', ['acqua', 'isola', 'dell’isola', "dell'isola"]],
  ['tr', 'İstanbul’da ve Ankara’nın', ['istanbul', 'İSTANBUL', 'İstanbul’da', 'ankara']],
  ['uk', 'Новий об’єкт', ['об’єкт', "об'єкт", 'обєкт']],
  ['ca', 'L’estació d’autobusos', ['estacio', 'autobusos']],
  ['ar', 'عام ٢٠٢٤', ['2024', '٢٠٢٤', '۲۰۲۴']],
  ['hi', 'सन् २०२४', ['2024', '२०२४']],
  ['de', 'Straße in München', ['STRASSE', 'munchen', 'strasse']],
  ['tr', 'IĞDIR ışık', ['ığdır', 'igdir', 'IŞIK']],
  ['ja', 'ｶﾀｶﾅと検索エンジン', ['カタカナ', '検索', '検索エンジン']],
  ['th', 'ภาษาไทย', ['ภาษา', 'ไทย']],
  ['vi', 'Đà Nẵng', ['da nang']],
])('in %s, %s is found by %j', (locale, body, queries) => {
  const index = SearchIndex.from([{ id: 1, body }], { fields: ['body'], language: unicodeLanguage({ locale }) })
  expect(queries.filter(query => index.search(query, { match: 'all', fuzzy: false }).total === 0)).toEqual([])
})

test('wrong options', () => {
  expect(() => unicodeLanguage({ locale: 'not a tag' })).toThrow(InvalidOptionError)
  expect(() => unicodeLanguage({ local: 'it' } as never)).toThrow(/Did you mean "locale"/)
})
