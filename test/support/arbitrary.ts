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

export const question = fc
  .array(fc.constantFrom(...WORDS, 'absent'), { minLength: 0, maxLength: 6 })
  .map(words => words.join(' '))
