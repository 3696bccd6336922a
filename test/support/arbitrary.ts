/** Random small collections of a few words, so that words meet, repeat and stand side by side. */
import fc from 'fast-check'
import type { PlainDocument } from './brute-force.ts'

export const WORDS = [
  'roi', 'rois', 'reine', 'Le', 'pêche', 'péché', 'peche', 'pêches', 'week-end', 'weekend', 'week', 'end', 'feu',
  'cessez-le-feu', 'été', 'ETE', 'comment', 'ville', 'villes', 'paix', 'œuvre', 'oeuvre', '2019', 'a', 'rare',
] // biome-ignore format: a list of words reads best in lines

const text = (most: number) => fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map(words => words.join(' '))

/** Documents with ids `d0`, `d1`…, `most` at most: left alone, fast-check would stop at ten. */
export const collection = (most = 24): fc.Arbitrary<PlainDocument[]> =>
  fc
    .array(fc.record({ title: text(5), body: text(30) }), { maxLength: most, size: 'max' })
    .map(documents => documents.map((document, i) => ({ id: `d${i}`, ...document })))

/** Many documents, some of them alike, in which few words are in most and most in few, as in any language. */
export const skewedCollection: fc.Arbitrary<PlainDocument[]> = fc
  .tuple(
    fc.array(fc.record({ title: skewedText(2), body: skewedText(6) }), { minLength: 30, maxLength: 120, size: 'max' }),
    fc.integer({ min: 1, max: 8 }),
  )
  .map(([documents, times]) =>
    Array.from({ length: times }, () => documents)
      .flat()
      .map((document, i) => ({ id: `d${i}`, ...document })),
  )

/** Questions of the same words. */
export const skewedQuestion: fc.Arbitrary<string> = skewedText(5)

function skewedText(most: number): fc.Arbitrary<string> {
  const word = fc.nat(99).map(n => WORDS[Math.floor((n / 100) ** 3 * WORDS.length)])
  return fc.array(word, { maxLength: most }).map(words => words.join(' '))
}

export const question = fc
  .array(fc.constantFrom(...WORDS, 'absent'), { minLength: 0, maxLength: 6 })
  .map(words => words.join(' '))
