import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LiveWords } from '../../../src/index/live/live-words.ts'
import { NumberedTokens } from '../../../src/index/live/numbered-tokens.ts'
import { WordTable } from '../../../src/index/live/word-table.ts'
import { french } from '../../../src/languages/french/french.ts'
import { TokenList } from '../../../src/text/token.ts'
import { wellFormed } from '../../../src/text/utf8.ts'

describe('a word table', () => {
  test('numbers words as a map does, wherever in a text they stand', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', '’', '\ud83d', '\udc08'), maxLength: 6 }))
    fc.assert(
      fc.property(words, words, (added, others) => {
        const table = new WordTable()
        const numbers = new Map<string, number>()
        for (const word of added) if (!numbers.has(word)) numbers.set(word, table.add(word))
        expect([...numbers.values()]).toEqual(Array.from(numbers, (_, i) => i))
        for (const word of [...added, ...others]) {
          expect(table.find(`a${word}b`, 1, word.length + 1)).toBe(numbers.get(word) ?? -1)
        }
      }),
    )
  })

  test('finds each of 20,000 words after it has grown', () => {
    const table = new WordTable()
    const words = Array.from({ length: 20_000 }, (_, i) => `mot${i}`)
    for (const word of words) table.add(word)
    expect(words.every((word, i) => table.find(word, 0, word.length) === i)).toBe(true)
    expect(table.find('mot20000', 0, 8)).toBe(-1)
  })
})

describe('numbered tokens', () => {
  const fragment = fc.constantFrom(
    ...[
      'L’article',
      'Week-end',
      'XIXe',
      'Charles X',
      'aujourd’hui',
      '12 000',
      '14 juillet 2019',
      'e\u0301te\u0301',
      'İstanbul',
    ],
    ...[
      'étudiant·e·s',
      'n° 12',
      'prud’homme',
      'C++',
      '\ud83d',
      'vingt et un',
      'a@b.fr',
      '1’a-b',
      'ŒUVRE',
      'ﬁn',
      '𝒜lpha',
    ],
  )

  test('number the words that strings would be made of', () => {
    const texts = fc.array(fc.oneof(fragment, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 })
    const language = french()
    fc.assert(
      fc.property(texts, fragments => {
        const text = fragments.join(' ')
        const dictionary = new LiveWords(language)
        const numbered = new NumberedTokens(dictionary)
        const tokens = new TokenList()
        language.tokenize(text, numbered)
        language.tokenize(text, tokens)
        const of = ({ length, positions, spans }: TokenList, word: (i: number) => string) =>
          Array.from({ length }, (_, i) => [word(i), positions[i], spans[i]])
        expect(of(numbered, i => dictionary.strings[numbered.numbers[i]])).toEqual(
          of(tokens, i => wellFormed(tokens.words[i])),
        )
      }),
    )
  })

  test('have room for texts of any length', () => {
    const dictionary = new LiveWords(french())
    const numbered = new NumberedTokens(dictionary)
    french().tokenize('un mot '.repeat(500), numbered)
    expect(numbered.length).toBe(1000)
    expect([...numbered.numbers.slice(996, 1000)]).toEqual([0, 1, 0, 1])
  })
})
