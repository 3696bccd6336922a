/** Near words: those that the whole table of distances finds, whatever the list. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SortedWords } from '../../src/dictionary/near-words.ts'

test.each([
  ['haftar', 'haftar', 0],
  ['haftr', 'haftar', 1],
  ['hafter', 'haftar', 1],
  ['hfatar', 'haftar', 1],
  ['haftarr', 'haftar', 1],
  ['gouvernment', 'gouvernement', 1],
  ['negocaitons', 'negociations', 2],
])('%s → %s: %d', (asked, word, edits) => {
  expect(new SortedWords([word]).near(asked, 2)).toEqual([{ index: 0, edits }])
})

test('what is farther is left out', () => {
  expect(new SortedWords(['haftar', 'tripoli']).near('tripli', 1)).toEqual([{ index: 1, edits: 1 }])
  expect(new SortedWords([]).near('tripoli', 2)).toEqual([])
})

test('finds what the definition finds, in any list', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), word, fc.integer({ min: 1, max: 3 }), (list, asked, most) => {
      const words = [...list].sort()
      const expected = words
        .map((found, index) => ({ index, edits: slipsBetween(found, asked) }))
        .filter(({ edits }) => edits <= most)
      expect(new SortedWords(words).near(asked, most)).toEqual(expected)
    }),
    { numRuns: 3000 },
  )
})

/** The definition, every cell of it. */
function slipsBetween(a: string, b: string): number {
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
