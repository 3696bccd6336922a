/** The word list: French words are in it, others are not, and reading it by ranges gives what reading it whole gives. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { wordListFile } from '../../../scripts/build-client.mjs'
import { CorruptIndexError } from '../../../src/errors.ts'
import { FRENCH_WORD_LIST } from '../../../src/languages/french/words/word-list-file.ts'
import { pieceOf } from '../../../src/languages/lexicon/piece.ts'
import { WORD_LIST_PREAMBLE, WordList } from '../../../src/languages/lexicon/word-list.ts'

const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../index-data/french/word-list.bin')))
const list = WordList.fromBytes(bytes)
const words = new Set(list.words())
const sample = [...words].filter((_, i) => i % 97 === 0)

describe('what is in it', () => {
  test.each([
    'maison maisons travail travaux santé sante temps combien pain bureau',
    'élu élus élue commission commissions différent différents licenciement',
    'porte-monnaie aujourd’hui prud’hommes cœur œuvres sous-sol',
    'vendîmes vendrions finissaient fussiez cueillerons',
    'clé clef évènement événement nénufar nénuphar',
    'courriel email smartphone podcast covid tramway',
    'Paris Libye Bretagne Nicolas Molière',
  ])('%s', text => {
    expect(text.split(' ').filter(word => list.lookUp(word.toLowerCase()) === undefined)).toEqual([])
  })

  test('more than 400,000 words in less than 350 kB', () => {
    expect(words.size).toBeGreaterThan(400_000)
    expect(bytes.length).toBeLessThan(350_000)
  })
})

describe('what is not', () => {
  test.each([
    'licenciment acceuil aquisition professionel parmis exellent abbréviation',
    'lecole didentité jai cest congépayé leFCC',
    'Hafter ALUR Mitterand',
    'covid19 2019 c++ д 東京',
    'maissons maiso xmaison qqqq',
  ])('%s', text => {
    expect(text.split(' ').filter(word => list.lookUp(word.toLowerCase()) !== undefined)).toEqual([])
  })

  test('no word with a letter changed, but those that are words as well', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const wrong: string[] = []
    for (const word of sample) {
      for (const letter of letters) {
        const others = [
          word + letter,
          letter + word,
          `${word.slice(0, -1)}${letter}`,
          word.slice(0, 2) + letter + word.slice(2),
        ]
        wrong.push(...others.filter(other => (list.lookUp(other) !== undefined) !== words.has(other)))
      }
    }
    expect(wrong).toEqual([])
  })

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => void list.lookUp(text)))
  })
})

test('the code knows which list this is and where its blocks are', async () => {
  expect(FRENCH_WORD_LIST.hash).toBe(list.hash)
  expect(wordListFile('french')).toBe(`french-words-${list.hash}.bin`)
  expect(packageJson.exports['./french-words.bin']).toBe(`./dist/client/${wordListFile('french')}`)
  expect(FRENCH_WORD_LIST.headerLength).toBe(WordList.headerLength(bytes))
  const open = await FRENCH_WORD_LIST.reader()
  const header = open(bytes.subarray(0, FRENCH_WORD_LIST.headerLength))
  for (const word of [...sample, ...sample.map(word => `${word}q`), 'a', 'zzzz', 'c++', '2019', '']) {
    const { start, end } = FRENCH_WORD_LIST.rangeOf(word) ?? { start: 0, end: 0 }
    expect(end > start ? { start, end } : undefined, word).toEqual(header.rangeOf(word))
  }
})

test('all words of the list are found', () => {
  const missing = [...words].filter(word => list.lookUp(word) === undefined)
  expect(missing).toEqual([])
})

test('the more people write a word, the higher its frequency', () => {
  const frequencyOf = (word: string) => list.lookUp(word)?.frequency
  expect(['maison', 'licenciement', 'enjoliveurs', 'abaisseraient'].map(frequencyOf)).toEqual([3, 2, 1, 0])
})

test('names are told from words', () => {
  const isName = (word: string) => list.lookUp(word)?.isName
  expect(['libye', 'nicolas', 'pierre', 'paris', 'maison'].map(isName)).toEqual([true, true, true, true, false])
})

test('one block tells of a word, and all are the same read by ranges', () => {
  const header = bytes.slice(0, WordList.headerLength(bytes.subarray(0, WORD_LIST_PREAMBLE)))
  const byRanges = new WordList(header)
  for (const word of [...sample, ...sample.map(word => `${word}q`)]) {
    const range = byRanges.rangeOf(word)
    if (range !== undefined) {
      expect(() => byRanges.lookUp(word)).toThrow(RangeError)
      byRanges.load(range.start, bytes.slice(range.start, range.end))
    }
    expect(byRanges.rangeOf(word)).toBeUndefined()
    expect(byRanges.lookUp(word)).toEqual(list.lookUp(word))
  }
})

test('a damaged file is refused, whatever byte is wrong', () => {
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice()
      damaged[at] ^= change
      expect(() => [...WordList.fromBytes(damaged).words()]).toThrow(CorruptIndexError)
    }),
    { numRuns: 30 },
  )
  expect(() => WordList.fromBytes(bytes.subarray(0, bytes.length - 1))).toThrow(CorruptIndexError)
  expect(() => WordList.fromBytes(new Uint8Array())).toThrow(CorruptIndexError)
})

test.each([
  ['porte-monnaie', 'portemonnaie'],
  ['aujourd’hui', 'aujourdhui'],
  ['cœur', 'coeur'],
])('%s is listed as %s', (word, piece) => expect(pieceOf(word)).toBe(piece))
