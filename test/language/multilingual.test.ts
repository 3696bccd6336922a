/** An index in French and English: each document in its language, each query in both, hits ranked together. */
import { describe, expect, test } from 'vitest'
import { InvalidOptionError } from '../../src/errors.ts'
import { multilingual } from '../../src/language/multilingual.ts'
import { english } from '../../src/languages/english/english.ts'
import { french } from '../../src/languages/french/french.ts'
import { languageOfTags } from '../../src/languages/language-of-tag.ts'
import { unicodeLanguage } from '../../src/languages/unicode/unicode.ts'
import { SearchIndex } from '../../src/search-index.ts'

interface Page {
  id: string
  lang?: string
  title: string
  body: string
}

const FRENCH: Page[] = [
  {
    id: 'f1',
    lang: 'fr',
    title: 'Les bibliothèques de Tripoli',
    body: 'Les enfants courent vers la bibliothèque. La table est au milieu.',
  },
  {
    id: 'f2',
    lang: 'fr-CA',
    title: 'Une assurance pour la voiture',
    body: 'L’assurance auto couvre les négociations avec M. Dupont. Or, il pleut.',
  },
  { id: 'f3', title: 'Sans langue dite', body: 'Elle est dans la ville avec les enfants qui ne sont pas à l’école.' },
  {
    id: 'f4',
    lang: 'fr',
    title: 'Le thé vert',
    body: 'Le thé se boit chaud, sur une table basse. Une chaise, deux chaises.',
  },
]
const ENGLISH: Page[] = [
  {
    id: 'e1',
    lang: 'en',
    title: 'Libraries of Tripoli',
    body: 'The children are running to the library. Tables stand in the middle.',
  },
  {
    id: 'e2',
    lang: 'en',
    title: 'Car insurance',
    body: 'Insurance for your car, but not for the house. Mr. Dupont negotiates.',
  },
  { id: 'e3', title: 'No language said', body: 'She was in the town with the children who had not been to school.' },
]

const languages = () => ({ en: english(), fr: french() })
const OPTIONS = { fields: ['title', 'body'], storeFields: ['title', 'body'] } as const

function indexOf(pages: readonly Page[], language = multilingual(languages())): SearchIndex<Page, 'title' | 'body'> {
  return SearchIndex.from(pages, { ...OPTIONS, language })
}

const both = indexOf([...FRENCH, ...ENGLISH])
const idsOf = (query: string, options = {}) => both.search(query, options).hits.map(({ id }) => id)

test('languages by tag are an option of the index', () => {
  const index = SearchIndex.from([...FRENCH, ...ENGLISH], { ...OPTIONS, language: languages() })
  expect(index.toBytes()).toEqual(both.toBytes())
  expect(index.languages()).toEqual(['en', 'fr'])
})

test.each([
  ['child', ['e1', 'e3']],
  ['library', ['e1']],
  ['runs', ['e1']],
  ['bibliothèque', ['f1']],
  ['enfant', ['f1', 'f3']],
  ['chaise', ['f4']],
])('%s finds the other forms of its language', (query, ids) => {
  expect(idsOf(query).sort()).toEqual(ids)
})

test('proper names and words that both languages have are found in both', () => {
  expect(idsOf('Tripoli').sort()).toEqual(['e1', 'f1'])
  expect(idsOf('Dupont').sort()).toEqual(['e2', 'f2'])
  expect(idsOf('table').sort()).toEqual(['e1', 'f1', 'f4'])
})

test('the frequency of a word is that in all languages it is read in', () => {
  const [{ explanation }] = both.search('table', { explain: true, limit: 1 }).hits
  expect(explanation.words[0].documentFrequency).toBe(3)
})

test('the explanation says which reading met', () => {
  const { hits } = both.search('tables', { explain: true })
  const met = hits.map(({ id, explanation }) => [id, explanation.words[0].word, explanation.words[0].forms[0].language])
  expect(met.sort()).toEqual([
    ['e1', 'tables', 'en'],
    ['f1', 'tables', 'fr'],
    ['f4', 'tables', 'fr'],
  ])
  expect(hits[0].matches.body?.join()).toMatch(/^tables?$/)
})

test('the stop words of the query’s language are dropped, though they are words of another', () => {
  // « la » would be a rare word in English, and « the » is tea without its accent.
  const { hits, fullMatches } = both.search('les enfants de la ville', { explain: true })
  expect(hits[0].id).toBe('f3')
  expect(hits[0].explanation.words.map(({ word }) => word)).toEqual(['enfants', 'ville'])
  expect(fullMatches).toBe(1)
  const english = both.search('the children in the town', { explain: true }).hits
  expect(english[0].id).toBe('e3')
  expect(english[0].explanation.words.map(({ word }) => word)).toEqual(['children', 'town'])
  // A word that is one in French alone is read in French.
  expect(idsOf('thé')).toEqual(['f4'])
})

test('`language` asks one language', () => {
  expect(idsOf('Tripoli', { language: 'fr' })).toEqual(['f1'])
  expect(idsOf('Tripoli', { language: 'en-GB' })).toEqual(['e1'])
  expect(idsOf('tabl', { language: 'en', prefix: true })).toEqual(['e1'])
  expect(() => both.search('Tripoli', { language: 'de' })).toThrow(/one of: en, fr/)
  expect(() => SearchIndex.from(FRENCH, OPTIONS).search('Tripoli', { language: 'fr' })).toThrow(InvalidOptionError)
})

test('phrases, prefixes, exclusions and highlights', () => {
  expect(idsOf('"la table"')).toEqual(['f1'])
  expect(idsOf('"the children"').sort()).toEqual(['e1', 'e3'])
  expect(idsOf('librar*')).toEqual(['e1'])
  expect(idsOf('table -thé').sort()).toEqual(['e1', 'f1'])
  expect(idsOf('enfants ET Tripoli')).toEqual(['f1'])
  const marked = (query: string) =>
    both
      .search(query, { highlight: { fields: ['body'] } })
      .hits.map(({ id, highlights: { body } }) => [id, ...(body?.ranges.map(([a, b]) => body.text.slice(a, b)) ?? [])])
      .sort()
  expect(marked('table')).toEqual([
    ['e1', 'Tables'],
    ['f1', 'table'],
    ['f4', 'table'],
  ])
  expect(marked('l’assurance')).toEqual([['f2', 'assurance']])
})

test('a typo is corrected towards the words of both, and words of either are right', () => {
  const lists = { fr: ['table', 'enfant'], en: ['town', 'library'] }
  const listed = (words: readonly string[]) => ({
    lookUp: (word: string) => (words.includes(word) ? { frequency: 3, isName: false } : undefined),
  })
  const language = multilingual({
    en: english({ wordList: listed(lists.en) }),
    fr: french({ wordList: listed(lists.fr) }),
  })
  const index = indexOf([...FRENCH, ...ENGLISH], language)
  const { correction, hits } = index.search('Tripolli')
  expect(correction).toBe('Tripoli')
  expect(hits.map(({ id }) => id).sort()).toEqual(['e1', 'f1'])
  // No document has it, and a French word list does not: an English one does.
  expect(index.search('towne').correction).toBe('town')
  const withWord = multilingual({ en: english({ wordList: listed(['towne']) }), fr: french({ wordList: listed([]) }) })
  expect(indexOf([...FRENCH, ...ENGLISH], withWord).search('towne').correction).toBeUndefined()
})

test('suggestions, similar documents and passages', () => {
  expect(both.suggest('tripo').map(({ text }) => text)).toContain('Tripoli')
  expect(both.suggest('table').map(({ text }) => text)).toContain('table')
  expect(both.suggest('chil').map(({ text }) => text)).toContain('children')
  expect(both.suggest('chil', { language: 'fr' }).map(({ text }) => text)).toEqual([])
  expect(both.similar('f1').hits.map(({ id }) => id)).toContain('f3')
  expect(both.similar('e1').hits.map(({ id }) => id)).toContain('e3')
  expect(both.passages('children running', { limit: 1 }).passages[0].text).toContain('The children are running')
})

test('inspection shows words without marks, and in which language they were read', () => {
  const words = both.inspect().frequentWords({ prefix: 'table', limit: 10 })
  expect(words).toEqual([
    { word: 'table', documents: 2, stopWord: false, language: 'fr' },
    { word: 'tables', documents: 1, stopWord: false, language: 'en' },
  ])
  for (const { word } of both.inspect().frequentWords({ limit: 500 })) expect(word).toMatch(/^[^\p{Cc}]+$/u)
})

describe('the laws', () => {
  const answers = (index: SearchIndex<Page, 'title' | 'body'>) =>
    ['table', 'the children', 'Tripoli bibliothèque library', '"la table"', 'assurance insurance'].map(query =>
      index
        .search(query, { highlight: { fields: ['body'] }, explain: true })
        .hits.map(hit => ({ ...hit, matches: hit.matches })),
    )

  test('however it is cut, the answers and the bytes are the same', () => {
    const cut = new SearchIndex<Page, 'title' | 'body'>({ ...OPTIONS, language: languages() })
    cut.addAll([...FRENCH, { id: 'gone', lang: 'en', title: 'A table', body: 'The table of the library' }])
    cut.compact()
    cut.addAll(ENGLISH)
    cut.remove('gone')
    expect(answers(cut)).toEqual(answers(both))
    cut.compact()
    expect(answers(cut)).toEqual(answers(both))
    expect(cut.toBytes()).toEqual(both.toBytes())
  })

  test('a file carries its languages with their options', () => {
    const language = multilingual(
      { en: english({ dateOrder: 'day-first' }), fr: french({ synonyms: [['thé', 'infusion']] }) },
      { field: 'locale', default: 'fr' },
    )
    const index = indexOf(
      FRENCH.map(({ lang, ...page }) => ({ ...page, locale: lang })),
      language,
    )
    const again = SearchIndex.fromBytes<Page>(index.toBytes())
    expect(again.inspect().language).toEqual(language.definition)
    expect(again.inspect().regrouped).toBe(false)
    expect(again.search('infusion').hits.map(({ id }) => id)).toEqual(['f4'])
    again.add({ id: 'new', title: 'x y', body: 'infusions' })
    expect(
      again
        .search('infusion', { language: 'fr' })
        .hits.map(({ id }) => id)
        .sort(),
    ).toEqual(['f4', 'new'])
    expect(() => SearchIndex.fromBytes(index.toBytes(), { languages: [french] })).toThrow(/"multilingual"/)
  })

  test('classes of other options are regrouped', () => {
    const language = multilingual({ en: english({ exceptions: { town: 'city' } }), fr: french() })
    const again = SearchIndex.fromBytes<Page>(both.toBytes(), { language })
    expect(again.inspect().regrouped).toBe(true)
    expect(again.search('city').hits.map(({ id }) => id)).toEqual(['e3'])
    expect(
      again
        .search('Tripoli')
        .hits.map(({ id }) => id)
        .sort(),
    ).toEqual(['e1', 'f1'])
  })
})

test('a French half ranks beside an English one as it does alone', () => {
  const alone = SearchIndex.from(FRENCH, OPTIONS)
  for (const query of ['les enfants de la bibliothèque', 'assurance voiture', 'table basse', 'la ville et l’école']) {
    const expected = alone.search(query).hits.map(({ id }) => id)
    expect(
      idsOf(query).filter(id => String(id).startsWith('f')),
      query,
    ).toEqual(expected)
  }
})

test('the default language reads what says no language, and unknown ones', () => {
  const index = indexOf(
    [
      { id: 1, title: 'Zzz', body: 'chaises' },
      { id: 2, lang: 'de', title: 'The', body: 'chaises' },
    ] as never,
    multilingual(languages(), { default: 'fr' }),
  )
  expect(index.search('chaise', { language: 'fr' }).total).toBe(2)
})

test('wrong options', () => {
  expect(() => multilingual({ fr: french() })).toThrow(/2 to 24 languages/)
  expect(() => multilingual({ fr: french(), français: english() })).toThrow(InvalidOptionError)
  expect(() => multilingual(languages(), { default: 'de' })).toThrow(/one of: en, fr/)
  expect(() => multilingual({ a1: multilingual(languages()), fr: french() } as never)).toThrow(InvalidOptionError)
  expect(() => new SearchIndex({ ...OPTIONS, language: { fr: 'french' } as never })).toThrow(InvalidOptionError)
})

test('languages by their tags', () => {
  expect(languageOfTags(['fr']).definition.name).toBe('french')
  expect(languageOfTags(['it']).definition).toEqual(unicodeLanguage({ locale: 'it' }).definition)
  expect(languageOfTags({ en: { dateOrder: 'day-first' }, fr: {} }).several?.tags).toEqual(['en', 'fr'])
})

test('the operators of the person who searches are read beside those of the index', () => {
  const index = SearchIndex.from(ENGLISH, { ...OPTIONS, language: english() })
  const query = 'children ET library'
  expect(index.search(query).total).toBe(2)
  const operators = { and: ['ET'], or: ['OU'] }
  expect(index.search(query, { operators }).hits.map(({ id }) => id)).toEqual(['e1'])
  expect(index.search('children AND library', { operators }).total).toBe(1)
  expect(() => index.search(query, { operators: { and: ['a b'] } })).toThrow(InvalidOptionError)
})
