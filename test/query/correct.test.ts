/** Corrections: near words for words that nobody wrote, and nothing for those that somebody did. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SearchIndex } from '../../src/index.ts'
import { allowedSlips, editDistance } from '../../src/query/correct.ts'

describe('the distance', () => {
  test.each([
    ['haftar', 'haftar', 0],
    ['haftr', 'haftar', 1],
    ['hafter', 'haftar', 1],
    ['hfatar', 'haftar', 1],
    ['haftarr', 'haftar', 1],
    ['gouvernment', 'gouvernement', 1],
    ['negocaitons', 'negociations', 2],
    ['tripoli', 'haftar', 3],
  ])('%s → %s: %d', (a, b, distance) => expect(editDistance(a, b, 2)).toBe(distance))

  test('is that of the whole table, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, most) => {
        expect(Math.min(editDistance(a, b, most), most + 1)).toBe(Math.min(wholeTable(a, b), most + 1))
      }),
      { numRuns: 2000 },
    )
  })
})

/** The definition, every cell of it. */
function wholeTable(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1)
    }
  }
  return d[a.length][b.length]
}

test.each([
  ['feu', 0],
  ['onze', 1],
  ['haftar', 1],
  ['treve', 1],
  ['gouvernement', 2],
  ['2011', 0],
  ['covid19', 0],
  ['c++', 0],
])('%s may have %d slips', (word, slips) => expect(allowedSlips(word)).toBe(slips))

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

describe('searching with slips', () => {
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
