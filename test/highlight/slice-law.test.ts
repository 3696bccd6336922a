/** Law 2: `text.slice(start, end)` of a highlight is what a reader would mark, in any French text, however it is typed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlightText } from '../../src/highlight/highlight.ts'
import { french } from '../../src/languages/french/french.ts'
import { readQuery } from '../../src/query/query.ts'
import { runs } from '../support/runs.ts'

const language = french()

/** What is asked, how texts write it, and the elided words that may stand before it. */
const TARGETS: readonly (readonly [question: string, spellings: readonly string[], elisions: readonly string[]])[] = [
  ['arabie', ['Arabie', 'arabie', 'ARABIE'], ['l', 'd', 'qu']],
  ['élection', ['élection', 'élections', 'Élections', 'ELECTION'], ['l', 'd', 'jusqu']],
  ['œuvre', ['œuvre', 'oeuvre', 'Œuvres', 'OEUVRE'], ['l', 'd', 'chef-d']],
  ['cœur', ['cœur', 'coeurs', 'CŒUR'], []],
  ['tripoli', ['Tripoli', 'TRIPOLI'], []],
  ['cessez-le-feu', ['cessez-le-feu', 'Cessez-le-feu', 'cessez‑le‑feu', 'CESSEZ-LE-FEU'], []],
  ['cessez le feu', ['cessez-le-feu', 'cessez‐le‐feu'], []],
  ['après-midi', ['après-midi', 'Après-midi', 'apres-midi'], ['l', 'd']],
  ['5500', ['5 500', '5\u00a0500', '5\u202f500', '5\u2009500', '5500'], []],
  ['1 234 567', ['1 234 567', '1\u202f234\u202f567', '1234567'], []],
  ['gna', ['G.N.A.', 'GNA', 'G.N.A'], []],
  ['onu', ['O.N.U.', 'ONU'], ['l', 'd', 'qu']],
  ['14 novembre 2019', ['14 novembre 2019', '14/11/2019', '14\u00a0novembre\u00a02019'], []],
  ['étudiante', ['étudiant·e·s', 'étudiante', 'étudiant(e)s'], ['l', 'd', 'qu']],
]

const FILLERS = [
  'soleil',
  'grande',
  'table',
  'vite',
  'Rome',
  'déjà',
  'hôtel',
  'la',
  'de',
  'où',
  'dit-il',
  'y a-t-il',
  'naïf',
  '🎉',
  '%',
  'R&D',
]
const APOSTROPHES = ["'", '’', 'ʼ', '‘', '`', '´', '＇']
const SEPARATORS = [
  ' ',
  ', ',
  '\u202f; ',
  ' — ',
  '\n',
  '\n\n',
  '\u00a0! ',
  ' «\u202f',
  '\u202f» ',
  ' (',
  ') ',
  '… ',
  '\u200b ',
  '\u00a0',
]

interface Piece {
  before: string
  word: string
  isTarget: boolean
  separator: string
}

const isLetter = (character: string) => /\p{L}/u.test(character)

/** Puts an invisible character between two letters. */
function withInvisible(word: string, place: number, invisible: string): string {
  const places = [...word].map((_, i) => i).filter(i => i > 0 && isLetter(word[i - 1]) && isLetter(word[i]))
  if (places.length === 0 || invisible === '') return word
  const at = places[place % places.length]
  return word.slice(0, at) + invisible + word.slice(at)
}

const targetPiece = ([, spellings, elisions]: (typeof TARGETS)[number]): fc.Arbitrary<Piece> =>
  fc
    .record({
      spelling: fc.constantFrom(...spellings),
      elision: fc.constantFrom('', ...elisions),
      apostrophe: fc.constantFrom(...APOSTROPHES),
      invisible: fc.constantFrom('', '', '\u00ad', '\u200d', '\u2060'),
      place: fc.nat(20),
      separator: fc.constantFrom(...SEPARATORS),
    })
    .map(({ spelling, elision, apostrophe, invisible, place, separator }) => ({
      before: elision === '' ? '' : elision + apostrophe,
      word: withInvisible(spelling, place, invisible),
      isTarget: true,
      separator,
    }))

const fillerPiece: fc.Arbitrary<Piece> = fc
  .record({ word: fc.constantFrom(...FILLERS), separator: fc.constantFrom(...SEPARATORS) })
  .map(({ word, separator }) => ({ before: '', word, isTarget: false, separator }))

test('a highlight is exactly what was written for the question, and nothing else', () => {
  const example = fc.constantFrom(...TARGETS).chain(target =>
    fc.record({
      question: fc.constant(target[0]),
      pieces: fc.array(fc.oneof(targetPiece(target), fillerPiece), { minLength: 1, maxLength: 12 }),
      form: fc.constantFrom('NFC' as const, 'NFD' as const),
    }),
  )
  fc.assert(
    fc.property(example, ({ question, pieces, form }) => {
      let text = ''
      const expected: [number, number][] = []
      for (const { before, word, isTarget, separator } of pieces) {
        text += before
        const start = text.length
        text += word.normalize(form)
        if (isTarget) expected.push([start, text.length])
        text += separator
      }
      const { ranges, text: given } = highlightText(text, readQuery(question, language), language)
      expect(given).toBe(text)
      expect(ranges.map(([start, end]) => [text.slice(start, end), start])).toEqual(
        expected.map(([start, end]) => [text.slice(start, end), start]),
      )
    }),
    { numRuns: runs(1500) },
  )
})

test('ranges are in order, apart, within the text and never empty, whatever is read', () => {
  const characters = fc.string({
    unit: fc.oneof(
      fc.constantFrom(..."aelé’'-. 50«»·()\u00ad\u0301\u202f\ud83c", 'feu', 'cessez', 'le', 'œ'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  })
  fc.assert(
    fc.property(
      characters,
      fc.oneof(characters, fc.constantFrom('feu', 'cessez-le-feu', 'a e l', '5 0')),
      (text, question) => {
        const { ranges } = highlightText(text, readQuery(question, language), language)
        let done = -1
        for (const [start, end] of ranges) {
          expect(start).toBeGreaterThan(done)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          done = end
        }
      },
    ),
    { numRuns: runs(1000) },
  )
})
