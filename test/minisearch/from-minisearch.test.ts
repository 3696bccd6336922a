/** An index made from a MiniSearch answers as one made from the documents, if their texts were stored. */
import MiniSearch from 'minisearch'
import { describe, expect, test } from 'vitest'
import { english, french, InvalidOptionError, SearchIndex } from '../../src/index.ts'
import { frenchMiniSearch, fromMiniSearch } from '../../src/minisearch/index.ts'

const documents = [
  {
    id: 1,
    title: 'Le cessez-le-feu tient',
    text: 'À Tripoli, l’armée attend les renforts.',
    tags: ['Libye', 'guerre'],
  },
  { id: 2, title: 'Les chevaux de course', text: 'Le feu a repris : les pompiers attendent.', tags: ['sport'] },
  { id: 3, title: 'Marché de Noël', text: 'Une armée de bénévoles, une armée de curieux.', tags: [] },
]
const QUESTIONS = ['armée', 'cessez le feu', 'cheval', 'pompier feu', 'marchés de noel', 'Libye', 'rien de tel']
const fields = ['title', 'text', 'tags']

function miniSearchOf(storeFields: string[]): MiniSearch {
  const miniSearch = new MiniSearch({ fields, storeFields })
  miniSearch.addAll(documents)
  return miniSearch
}

const answers = (index: SearchIndex) =>
  QUESTIONS.map(question => index.search(question).hits.map(({ id, score }) => [id, score]))
const found = (index: SearchIndex, question: string) => index.search(question).hits.map(hit => hit.id)

describe('with the texts stored', () => {
  const miniSearch = miniSearchOf(fields)
  const own = new SearchIndex({ fields, storeFields: fields })
  own.addAll(documents)

  test.each([
    ['a MiniSearch', miniSearch],
    ['its JSON', miniSearch.toJSON()],
    ['its JSON as a string', JSON.stringify(miniSearch)],
  ])('%s gives the answers and the bytes of the documents', (_, source) => {
    const index = fromMiniSearch(source)
    expect(answers(index)).toEqual(answers(own))
    expect(index.toBytes()).toEqual(own.toBytes())
  })

  test('several languages: each document is read in its own', () => {
    const both = new MiniSearch({ fields: ['text'], storeFields: ['text', 'lang'] })
    both.addAll([
      { id: 1, lang: 'en', text: 'The children are running to the library.' },
      { id: 2, lang: 'fr', text: 'Les chevaux courent vers la bibliothèque.' },
    ])
    const index = fromMiniSearch(both, { language: { en: english(), fr: french() } })
    expect(index.languages()).toEqual(['en', 'fr'])
    expect([found(index, 'child'), found(index, 'cheval')]).toEqual([[1], [2]])
  })

  test('fields can be chosen and boosted', () => {
    const index = fromMiniSearch(miniSearch, { fields: { title: { boost: 5 }, text: {} } })
    expect(found(index, 'Libye')).toEqual([])
    expect(found(index, 'feu')[0]).toBe(1)
  })

  test('what was removed or discarded is gone', () => {
    const changed = miniSearchOf(fields)
    changed.remove(documents[0])
    changed.discard(3)
    const index = fromMiniSearch(changed)
    expect(index.size).toBe(1)
    expect(found(index, 'armée')).toEqual([])
  })
})

describe('without the texts', () => {
  const index = fromMiniSearch(miniSearchOf(['title']))

  test('finds by the terms, whatever their inflection', () => {
    expect(found(index, 'renfort')).toEqual([1])
    expect(found(index, 'cheval')).toEqual([2])
    expect(found(index, 'bénévole')).toEqual([3])
  })

  test('knows how often a term occurs', () => {
    const one = new MiniSearch({ fields: ['text'] })
    one.addAll([
      { id: 'once', text: 'port ville gare pont' },
      { id: 'thrice', text: 'port port port ville gare pont' },
    ])
    expect(found(fromMiniSearch(one), 'port')).toEqual(['thrice', 'once'])
  })

  test('claims no proximity between words: which terms happen to be neighbours makes no difference', () => {
    const fillers = (start: string) => Array.from('bcdfghjklmnpqrtvwx', letter => `${start}${letter}o`).join(' ')
    const far = new MiniSearch({ fields: ['text'] })
    far.addAll([
      { id: 1, text: `arbre bateau ${fillers('c')}` },
      { id: 2, text: `arbre bateau ${fillers('az')}` },
    ])
    const [first, second] = fromMiniSearch(far).search('bateau arbre').hits
    expect(first.score).toBe(second.score)
  })

  test('stores what MiniSearch stored, and not the terms', () => {
    expect(index.get(1)).toEqual({ title: 'Le cessez-le-feu tient' })
  })

  test('reads the terms of the French preset', () => {
    const french = new MiniSearch({ fields, ...frenchMiniSearch() })
    french.addAll(documents)
    expect(found(fromMiniSearch(french), 'renforts')).toEqual([1])
  })

  test('reads serialization version 1', () => {
    const { index: terms, ...rest } = miniSearchOf([]).toJSON()
    const older = terms.map(([term, data]) => [
      term,
      Object.fromEntries(Object.entries(data).map(([field, counts]) => [field, { df: 1, ds: counts }])),
    ])
    const old = fromMiniSearch({ ...rest, index: older, serializationVersion: 1 })
    expect(answers(old)).toEqual(answers(fromMiniSearch(miniSearchOf([]))))
  })
})

test('a file made from it opens', () => {
  const bytes = fromMiniSearch(miniSearchOf(['title', 'text'])).toBytes()
  expect(found(SearchIndex.fromBytes(bytes), 'pompiers')).toEqual([2])
})

test('ids from another field', () => {
  const miniSearch = new MiniSearch({ fields: ['text'], idField: 'slug', storeFields: ['text', 'slug', 'id'] })
  miniSearch.add({ slug: 'le-port', id: 7, text: 'Le port' })
  expect(found(fromMiniSearch(miniSearch, { idField: 'slug' }), 'ports')).toEqual(['le-port'])
  expect(() => fromMiniSearch(miniSearch)).toThrow(InvalidOptionError)
})

describe('anything else is refused', () => {
  const json = miniSearchOf(fields).toJSON()
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 3],
    ['no JSON', 'bonjour'],
    ['JSON of something else', '{"version":3}'],
    ['an unknown version', { ...json, serializationVersion: 9 }],
    ['no terms', { ...json, index: undefined }],
    ['a term in no field', { ...json, index: [['feu', { 9: { 0: 1 } }]] }],
    ['a count that is none', { ...json, index: [['feu', { 0: { 0: -1 } }]] }],
    ['an id that is none', { ...json, documentIds: { 0: null } }],
    ['an id twice', { ...json, documentIds: { 0: 'a', 1: 'a' } }],
  ])('%s', (_, source) => {
    expect(() => fromMiniSearch(source as string)).toThrow(InvalidOptionError)
  })

  test.each<[string, object]>([
    ['a field that is nowhere', { fields: ['auteur'] }],
    ['fields that are none', { fields: 3 }],
    ['no language', { language: 'fr' }],
  ])('%s', (_, options) => {
    expect(() => fromMiniSearch(json, options)).toThrow(InvalidOptionError)
  })
})
