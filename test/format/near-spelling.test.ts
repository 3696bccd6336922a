/** Near spellings: those that the whole table of distances finds, whatever was read before. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedPrefixLength } from '../../src/format/front-coding.ts'
import { NearSpelling } from '../../src/format/near-spelling.ts'
import { pieceOf } from '../../src/text/fold.ts'
import { editsBetween } from '../support/edits-between.ts'

/** Reads words as a dictionary gives them: each with what it shares with the one before, those that are too far by their beginning skipped. */
function near(typed: string, most: number, words: readonly string[]): (number | undefined)[] {
  const spelling = new NearSpelling(typed, most)
  let previous = new Uint8Array(0)
  return words.map(word => {
    const bytes = new TextEncoder().encode(word)
    const shared = sharedPrefixLength(previous, bytes)
    previous = bytes
    if (shared >= spelling.tooFarFrom) return undefined
    const edits = spelling.read(bytes, shared, bytes.length)
    return edits < spelling.tooMany ? edits : undefined
  })
}

test.each([
  ['haftar', 'haftar', 0],
  ['haftr', 'haftar', 1],
  ['hafter', 'haftar', 1],
  ['hfatar', 'haftar', 1],
  ['haftarr', 'haftar', 1],
  ['gouvernment', 'gouvernement', 1],
  ['negocaitons', 'negociations', 2],
  ['weekend', 'week-end', 0],
  ['aujourdhui', "aujourd'hui", 0],
  ['αθηνα', 'αθηα', 1],
  ['𝒳𝒴', '𝒳y', 2],
  ['tripoli', 'haftar', undefined],
])('%s → %s: %s', (typed, word, edits) => {
  expect(near(typed, 2, [word])).toEqual([edits])
})

test('finds what the definition finds, whatever was read before', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'α', 'β', '\u0428', '𝒳', '𝒴', '-', "'"), maxLength: 9 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), word, fc.integer({ min: 1, max: 3 }), (list, typed, most) => {
      const words = [...list].sort()
      const piece = pieceOf(typed)
      const expected = words.map(found => {
        const edits = editsBetween(pieceOf(found), piece)
        return edits <= most ? edits : undefined
      })
      expect(near(piece, most, words)).toEqual(expected)
    }),
    { numRuns: 3000 },
  )
})
