import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../src/text/fold.ts'
import { NO_TIME } from '../../support/no-time.ts'
import { runs } from '../../support/runs.ts'
import { language, tokensOf } from './reading.ts'

/** Pieces that the rules are made of, so that random texts meet them side by side. */
const PIECES = [
  ...'l d qu jusqu c s t n m aujourd hui prud hommes presqu île O Neill A B C L M Me art no n § est il on je le là ci'.split(
    ' ',
  ),
  ...'été cœur étudiant acteur vendeur rice trice euse e s es XIX XIXe Ier VIe siècle mai novembre nov 14 2019 5 500 12 h 30 km'.split(
    ' ',
  ),
  ...'https:// www exemple fr contact @ # + ++ & . , ; : ! ? - – — / ( ) \' ’ ‘ ` ´ ʼ · • % € ° « » " _ … \n'.split(
    ' ',
  ),
  ...[' ', ' ', ' ', ' ', '\u00a0', '\u202f', '\u2009', '\n', '\t', '\r\n'],
  ...[
    '\u00ad',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u202e',
    '\u0301',
    '\u0327',
    'ﬁ',
    'ᵉ',
    '²',
    'Ａ',
    '\u1112',
    '\u1161',
    '\u11ab',
  ],
  ...[
    '\ud83d',
    '\udc00',
    '👏',
    '🇫🇷',
    '👨‍👩‍👧',
    '𝐀',
    'Москва',
    'القاهرة',
    'हिन्दी',
    '東京',
    'İ',
    'ß',
    'ŉ',
    '½',
    '①',
    '№',
    'Ⅻ',
    '\0',
  ],
]
const frenchText = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map(pieces => pieces.join(''))
const anyText = fc.oneof(frenchText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())

function words(text: string, isQuestion = false): string[] {
  const tokens = tokensOf(text, isQuestion)
  return tokens.words.slice(0, tokens.length)
}

test('any text is read without a throw, with true offsets and positions', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, isQuestion) => {
      tokensOf(text, isQuestion)
    }),
    { numRuns: runs(3000) },
  )
})

test('any word has a key, a weight and relations', () => {
  fc.assert(
    fc.property(anyText, text => {
      for (const word of words(text)) {
        expect(language.key(word)).not.toBe('')
        expect(language.queryWeight(word)).toBeGreaterThan(0)
        expect(language.classWeight(word, word)).toBe(1)
        for (const { weight } of language.related(word)) expect(weight > 0 && weight <= 1).toBe(true)
        language.isStopWord(word)
      }
      language.key(text)
      language.related(text)
    }),
    { numRuns: runs(1000) },
  )
})

test('composed and decomposed text give the same words', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(words(text.normalize('NFD'))).toEqual(words(text.normalize('NFC')))
    }),
    { numRuns: runs(2000) },
  )
})

test('words are in lower case and NFC', () => {
  fc.assert(
    fc.property(anyText, text => {
      for (const word of words(text)) {
        expect(word.normalize('NFC')).toBe(word)
        expect(word).toMatch(/^\P{Lu}+$/u)
      }
    }),
    { numRuns: runs(1000) },
  )
})

const PLAIN =
  'canicule été libération cœur États-Unis l’Arabie aujourd’hui week-end naïveté 5 500 jusqu’au porte-parole hommes d’œuvre'.split(
    ' ',
  )

test('capitals without accents are read as the same words, accents folded', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PLAIN)), pieces => {
      const text = pieces.join(' ')
      const capitals = text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
      expect(words(capitals).map(fold)).toEqual(words(text).map(fold))
    }),
  )
})

test('two paragraphs are read as the one and then the other', () => {
  const paragraph = anyText.filter(text => !/[\ud800-\udfff\p{M}\u1100-\u11ff]/u.test(text))
  fc.assert(
    fc.property(paragraph, paragraph, (first, second) => {
      expect(words(`${first}\n\n${second}`)).toEqual([...words(first), ...words(second)])
    }),
    { numRuns: runs(2000) },
  )
})

test('soft hyphens and zero-width characters change nothing', () => {
  fc.assert(
    fc.property(
      frenchText,
      fc.nat(),
      fc.constantFrom('\u00ad', '\u200b', '\u2060', '\ufeff'),
      (text, at, invisible) => {
        const characters = [...text]
        characters.splice(at % (characters.length + 1), 0, invisible)
        expect(words(characters.join(''))).toEqual(words(text))
      },
    ),
    { numRuns: runs(1000) },
  )
})

test(
  'reading takes time in proportion to the text',
  () => {
    const hostile = [
      '1,',
      '1.',
      'a.',
      'a-',
      "a'",
      'l’',
      'L 1-',
      'a·',
      '#A',
      '@a.',
      '+',
      '1 ',
      'e\u0301',
      '\u0301',
      '\u00ad',
      '((',
      'x@',
      'www.',
      'a&',
      '12h',
      '1 mai ',
    ]
    for (const piece of hostile) {
      const text = piece.repeat(100_000)
      const tokens = tokensOf('')
      language.tokenize(text, tokens)
      expect(tokens.length).toBeLessThanOrEqual(2 * text.length)
    }
  },
  NO_TIME,
)
