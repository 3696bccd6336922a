/** What MiniSearch finds once it reads French. */
import MiniSearch from 'minisearch'
import { describe, expect, test } from 'vitest'
import { english, french, InvalidOptionError, multilingual } from '../../src/index.ts'
import { frenchMiniSearch, frenchQuery } from '../../src/minisearch/index.ts'
import { isFound } from './pairs.ts'

const options = frenchMiniSearch()

const FOUND: readonly (readonly [what: string, document: string, question: string])[] = [
  ['elision, U+2019', 'Le port de l’Estaque', 'Estaque'],
  ['elision, U+0027', "Le port de l'Estaque", 'Estaque'],
  ['elision, U+02BC', 'Le port de lʼEstaque', 'Estaque'],
  ['an apostrophe left out', 'Le pont de l’Alma', 'pont de l alma'],
  ['NFC asked of NFD', 'Une forêt brûlée'.normalize('NFD'), 'forêt'],
  ['NFD asked of NFC', 'Une forêt brûlée', 'forêt'.normalize('NFD')],
  ['ligature', 'La sœur aînée', 'soeur'],
  ['no ligature', 'La soeur aînée', 'sœur'],
  ['number', 'Près de 12\u202f000 manifestants', '12000'],
  ['acronym', 'Le rapport de l’O.C.D.E.', 'OCDE'],
  ['acronym with dots', 'Le rapport de l’OCDE', 'O.C.D.E.'],
  ['part of a compound', 'Un chef-lieu de canton', 'lieu'],
  ['compound in one piece', 'Une micro-entreprise', 'microentreprise'],
  ['compound taken apart', 'Une grand mère', 'grand-mère'],
  ['compound asked with a hyphen', 'Une microentreprise', 'micro-entreprise'],
  ['inflection', 'Les journaux nationaux', 'journal'],
  ['capitals without accents', 'L’économie française', 'ECONOMIE FRANCAISE'],
  ['stop words, where nothing else is asked', 'Être ou ne pas être', 'être ou ne pas être'],
]

const APART: readonly (readonly [document: string, question: string])[] = [
  ['La mairie et le port', 'le jardin et la plage'],
  ['Il est né en 1998', '1999'],
  ['Une feuille morte', 'le feu'],
  ['Un sac de 3,8 kg', '3,5'],
]

describe('MiniSearch with French', () => {
  test.each(FOUND)('finds: %s', (_, document, question) => {
    expect(isFound({ document, question }, { options })).toBe(true)
  })

  test.each(FOUND)('finds by frenchQuery, every word required: %s', (_, document, question) => {
    expect(isFound({ document, question }, { options, query: text => frenchQuery(text) })).toBe(true)
  })

  test.each(APART)('keeps apart: %s – %s', (document, question) => {
    expect(isFound({ document, question }, { options })).toBe(false)
    expect(isFound({ document, question }, { options, query: text => frenchQuery(text) })).toBe(false)
  })

  test('as it comes, it misses most of the same', () => {
    const missed = FOUND.filter(([, document, question]) => !isFound({ document, question }, {}))
    expect(missed.map(([what]) => what)).toEqual([
      'elision, U+02BC',
      'NFC asked of NFD',
      'NFD asked of NFC',
      'ligature',
      'no ligature',
      'number',
      'acronym',
      'acronym with dots',
      'compound in one piece',
      'compound asked with a hyphen',
      'inflection',
      'capitals without accents',
    ])
  })

  test('drops stop words from a question, and knows by its accents that été is none', () => {
    expect(isFound({ document: 'La canicule de l’été', question: 'un été' }, { options })).toBe(true)
    expect(isFound({ document: 'Un seul jour', question: 'un été' }, { options })).toBe(false)
  })

  test('keeps removing, replacing, saving and loading in step', () => {
    const documents = [
      { id: 1, text: 'Les chevaux de l’armée' },
      { id: 2, text: 'Un cheval-d’arçons' },
    ]
    const saved = new MiniSearch({ fields: ['text'], ...options })
    saved.addAll(documents)
    const loaded = MiniSearch.loadJSON(JSON.stringify(saved), { fields: ['text'], ...options })
    const ids = () => loaded.search('cheval').map(hit => hit.id)
    expect(ids().sort()).toEqual([1, 2])
    loaded.remove(documents[0])
    expect(ids()).toEqual([2])
    loaded.replace({ id: 2, text: 'Un chien' })
    expect(ids()).toEqual([])
  })

  test('joins search options of one’s own', () => {
    const documents = [
      { id: 'body', title: 'Le port', text: 'Les marins et les marins' },
      { id: 'title', title: 'Le marin', text: 'Un port' },
    ]
    const first = (boost: number) => {
      const own = frenchMiniSearch({ searchOptions: { boost: { title: boost } } })
      const miniSearch = new MiniSearch({ fields: ['title', 'text'], ...own })
      miniSearch.addAll(documents)
      return miniSearch.search('des marins')[0].id
    }
    expect([first(10), first(0.01)]).toEqual(['title', 'body'])
  })

  test('takes a language with options of its own', () => {
    const language = french({ synonyms: [['vélo', 'bicyclette']] })
    const way = { options: frenchMiniSearch({ language }), query: (text: string) => frenchQuery(text, { language }) }
    expect(isFound({ document: 'Une bicyclette', question: 'vélos' }, way)).toBe(true)
  })

  test('reads any text, and finds nothing where nothing is asked', () => {
    for (const question of ['', ' ', '…', '\ud800', '’’', '-']) {
      expect(isFound({ document: 'Un texte', question }, { options })).toBe(false)
      expect(isFound({ document: 'Un texte', question }, { options, query: text => frenchQuery(text) })).toBe(false)
    }
  })
})

describe('frenchQuery', () => {
  const miniSearch = new MiniSearch({ fields: ['text'], ...options })
  miniSearch.addAll([
    { id: 'related', text: 'La presse libyenne attend' },
    { id: 'own', text: 'La presse de Libye attend' },
    { id: 'one word', text: 'La presse française attend' },
  ])
  const ids = (query: Parameters<typeof miniSearch.search>[0]) => miniSearch.search(query).map(hit => hit.id)

  test('a related word counts for less than the word itself', () => {
    expect(ids(frenchQuery('presse Libye'))).toEqual(['own', 'related'])
  })

  test('OR takes documents with some of the words', () => {
    expect(ids(frenchQuery('presse Libye', { combineWith: 'OR' }))).toEqual(['own', 'related', 'one word'])
  })
})

test.each([
  () => frenchMiniSearch({ language: 'fr' as never }),
  () => frenchMiniSearch({ searchOptions: 1 as never }),
  () => frenchQuery(1 as never),
  () => frenchQuery('mot', { combineWith: 'XOR' as never }),
  () => frenchQuery('mot', { language: {} as never }),
])('wrong options are refused: %s', make => {
  expect(make).toThrow(InvalidOptionError)
})

test.each([
  ['by tag', { en: english(), fr: french() } as never],
  ['as one', multilingual({ en: english(), fr: french() })],
])('several languages %s are refused, with what to do instead', (_, language) => {
  for (const make of [() => frenchMiniSearch({ language }), () => frenchQuery('mot', { language })]) {
    expect(make).toThrow(InvalidOptionError)
    expect(make).toThrow(/Option "language" is .*Make a MiniSearch for each language, or a SearchIndex/)
  }
})

test('one other language than French', () => {
  const miniSearch = new MiniSearch({ fields: ['text'], ...frenchMiniSearch({ language: english() }) })
  miniSearch.add({ id: 1, text: 'The children are running.' })
  expect(miniSearch.search('child runs').map(({ id }) => id)).toEqual([1])
})
