/** Corrections: near words for words that nobody wrote, and nothing for those that somebody did. */
import { describe, expect, test } from 'vitest'
import { allowedEdits } from '../../src/dictionary/edits.ts'
import { SearchIndex } from '../../src/index.ts'

test.each([
  ['feu', 0],
  ['onze', 1],
  ['haftar', 1],
  ['treve', 1],
  ['gouvernement', 2],
  ['2011', 0],
  ['covid19', 0],
  ['c++', 0],
])('%s may have %d edits', (word, edits) => expect(allowedEdits(word)).toBe(edits))

const texts = [
  'Haftar rejette la trêve',
  'Le gouvernement négocie avec les syndicats',
  'Il est né en 2001 à Tripoli',
  'Les négociations reprennent, les négociateurs aussi',
  'Un missile antimissile',
]
const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
index.addAll(texts.map((body, id) => ({ id, body })))
const found = (question: string, options = {}) =>
  index.search(question, { match: 'all', fuzzy: 'auto', ...options }).hits.map(({ id }) => id)

describe('searching with edits', () => {
  test.each([
    ['haftr', [0]],
    ['Hafatr', [0]],
    ['aftar', [0]],
    ['gouvernment', [1]],
    ['gouvrenement', [1]],
    ['trève', [0]],
    ['2011', []],
    ['zzzzzz', []],
    ['né', [2]],
  ])('%s', (question, expected) => expect(found(question)).toEqual(expected))

  test('not when told not to', () => expect(found('haftr', { fuzzy: false })).toEqual([]))

  test('a word that exists is left alone', () => {
    index.add({ id: 99, body: 'Hafter est un autre nom' })
    expect(found('hafter')).toEqual([99])
    index.remove(99)
    expect(found('hafter')).toEqual([0])
  })
})

describe('searching while typing', () => {
  test.each([
    ['négoci', [3, 1]],
    ['negoci', [3, 1]],
    ['trip', [2]],
    ['les négociat', [3]],
    ['zz', []],
  ])('%s', (question, expected) => {
    expect(found(question, { prefix: true }).sort()).toEqual([...expected].sort())
    expect(found('trip')).toEqual([])
  })

  test.each([
    ['prud', 'Les prud’hommes'],
    ['prud’ho', 'Les prud’hommes'],
    ['aujourd’', 'Aujourd’hui, tarif réduit'],
    ["aujourd'h", 'Aujourd’hui, tarif réduit'],
    ['d', 'L’accord d’Ivry', 'no'],
  ])('%s ← %s: a word has its own apostrophe, an elided one is no word', (typed, text, isFound = 'yes') => {
    const one = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
    one.add({ id: 0, body: text })
    expect(one.search(typed, { prefix: true, fuzzy: false }).hits).toHaveLength(isFound === 'yes' ? 1 : 0)
  })

  test('a word that documents complete is no typo of a shorter one, unless it is typed to its end', () => {
    const one = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
    one.addAll(['Le licenciement', 'La licence', 'Le contrat', 'Contre'].map((body, id) => ({ id, body })))
    const answer = (typed: string, prefix: boolean) => {
      const { hits, correction } = one.search(typed, { prefix })
      return [hits.map(({ id }) => id), correction]
    }
    expect(answer('licenciem', true)).toEqual([[0], undefined])
    expect(answer('contr', true)).toEqual([[3, 2], undefined])
    expect(answer('contr', false)).toEqual([[3], 'contre'])
    expect(answer('licnce', true)).toEqual([[1], 'licence'])
  })

  test('only the last word may be unfinished', () =>
    expect(found('négoci trêve', { prefix: true, fuzzy: false })).toEqual([]))

  test('completions are matches and highlights', () => {
    const stored = new SearchIndex<{ id: number; body: string }>({ fields: ['body'], storeFields: ['body'] })
    stored.addAll(texts.map((body, id) => ({ id, body })))
    const [hit] = stored.search('négociat', { prefix: true, highlight: { fields: ['body'], snippet: false } }).hits
    expect(hit.matches).toEqual({ body: ['négociateurs', 'négociations'] })
    expect(hit.highlights?.body?.ranges.map(([a, b]) => texts[3].slice(a, b))).toEqual(['négociations', 'négociateurs'])
  })
})

describe('a misspelling is one though its stem is that of a word', () => {
  test.each([
    ['Il marche parmi les ronces', 'parmis', 'parmi'],
    ['Le licenciement est annulé', 'licenciment', 'licenciement'],
  ])('%s: %s', (text, typed, expected) => {
    const one = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
    one.add({ id: 0, body: text })
    expect(one.search(typed).correction).toBe(expected)
  })
})

describe('a word that the language knows is no typo, even where no document has it', () => {
  test.each([
    ['La cour d’appel statue', 'cœur'],
    ['Un cœur de métier', 'cour'],
    ['Un port de pêche', 'porte'],
    ['Un vers libre', 'Libye'],
    ['Un homme libre', 'Libye'],
  ])('%s: not by %s', (body, question) => {
    const single = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
    single.add({ id: 1, body })
    expect(single.search(question, { match: 'all' }).hits).toEqual([])
  })
})

test('typos are corrected by default', () => {
  expect(index.search('haftr').hits.map(({ id }) => id)).toEqual([0])
})
