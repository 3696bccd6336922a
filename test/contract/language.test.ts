/** What every language promises to the index, the parser of queries, snippets, suggestions and corrections, tested on each. A new language is one more row. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defineLanguage } from '../../src/language/define-language.ts'
import type { Language } from '../../src/language/language.ts'
import { multilingual } from '../../src/language/multilingual.ts'
import { english } from '../../src/languages/english/english.ts'
import { french } from '../../src/languages/french/french.ts'
import { unicodeLanguage } from '../../src/languages/unicode/unicode.ts'
import { parse } from '../../src/query/parse-query.ts'
import { print } from '../../src/query/print-query.ts'
import { hasPart, bare as withoutMark } from '../../src/text/language-mark.ts'
import { TokenKind, TokenList } from '../../src/text/token.ts'
import { checkTokens } from '../support/check-tokens.ts'
import { expectSame } from '../support/expect-same.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { bare, tree } from '../support/random-tree.ts'
import { runs } from '../support/runs.ts'

/** A language with everything that other languages write otherwise. */
const german = defineLanguage({
  definition: { name: 'german', rules: 1, data: 0 },
  tokenize: plainLanguage().tokenize,
  operators: { and: ['UND', '&'], or: ['ODER', '|'], neverExcluded: ["'s"] },
  typography: { quotes: ['„“', '»«', '‚‘'], opening: '([{„»‚§', closing: ')]}“«‘;:!?,…%' },
})

/** A language, and pieces of text in it that its rules are made of. */
const LANGUAGES: [name: string, language: Language, pieces: string][] = [
  [
    'french',
    french(),
    'L’été d’abbaye aujourd’hui qu’il cessez-le-feu œuvre Œuvre M. Dupont art. 5 n° 12 14 novembre 2019 5 500 étudiant·e·s XIXe G.N.A. l d ET OU « » a-t-il İ',
  ],
  [
    'unicode',
    unicodeLanguage(),
    'L’été naïve Straße don’t 3.5 1,000 İzmir week-end Ελλάδα Привет 東京都に行く ภาษาไทย नमस्ते 한국어 ﬁn AND OR',
  ],
  [
    'multilingual',
    multilingual({ fr: french(), en: english(), it: unicodeLanguage() }),
    'L’abbaye rues le roi comment don’t week-end 14 novembre 2019 11/14/2019 5 500 the US car the who ET OU',
  ],
  [
    'english',
    english(),
    'John’s dogs’ don’t o’clock rock’n’roll e-mail web site U.S. US IT The Who Mr. Smith No. 5 November 14, 2019 11/14/2019 8:30 p.m. 1,250.00 $3m 1990s ’90s 21st twenty-one author(s) café d’Artagnan rock ’n’ roll .5mm £3.5m 3,000th p. 45 first of May log in W. B. Yeats nineteen eighty-four Ph.D.s 20°c AND OR İ',
  ],
  ['plain', plainLanguage(), 'le roi la reine villes week-end comment 2019 É é İ AND OR'],
  ['german', german, 'Straße »Zeit« „Welt“ UND ODER & | ‚ ‘ wie geht ’s Öl İzmir 3,5'],
]

describe.each(LANGUAGES)('%s', (_, language, sample) => {
  const pieces = sample.split(' ')
  const separator = fc.constantFrom(' ', ' ', '', '\u00a0', '\u202f', '’', "'", '-', '.', ',', '\n')
  const sampleText = fc
    .array(fc.tuple(fc.constantFrom(...pieces), separator), { maxLength: 20 })
    .map(drawn => drawn.flat().join(''))
  const anyText = fc.oneof(sampleText, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  const method = fc.constantFrom('tokenize' as const, 'tokenizeQuery' as const)
  const tokensOf = (text: string, how: 'tokenize' | 'tokenizeQuery' = 'tokenize') => {
    const tokens = new TokenList()
    language[how](text, tokens)
    return tokens
  }
  const wordsOf = (text: string) => {
    const { words, length } = tokensOf(text)
    return words.slice(0, length)
  }
  const anyWord = anyText.chain(text => fc.constantFrom(...wordsOf(text), text))

  test('reads any text: offsets inside it, positions without holes, wholes before their parts, the same each time', () => {
    fc.assert(
      fc.property(anyText, method, (text, how) => {
        const tokens = tokensOf(text, how)
        checkTokens(text, tokens)
        expectSame(tokensOf(text, how), tokens)
      }),
      { numRuns: runs(1000) },
    )
  })

  test('ends the words of elisions, and no others, with an apostrophe', () => {
    fc.assert(
      fc.property(anyText, method, (text, how) => {
        const { words, kinds, length } = tokensOf(text, how)
        const wrong = words
          .slice(0, length)
          .filter((word, i) => word.endsWith("'") !== (kinds[i] === TokenKind.elision))
        expect(wrong).toEqual([])
      }),
      { numRuns: runs(1000) },
    )
  })

  test('has a key, weights and an opinion for any word', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (word, other) => {
        expect(language.key(word)).toBe(language.key(word))
        expect(typeof language.isStopWord(word)).toBe('boolean')
        expect(typeof language.isKnownWord(word)).toBe('boolean')
        expect(language.queryWeight(word) > 0 && language.queryWeight(word) <= 1).toBe(true)
        expect(language.classWeight(word, word)).toBe(1)
        const weight = language.classWeight(word, other)
        expect(weight >= 0 && weight <= 1).toBe(true)
      }),
      { numRuns: runs(1000) },
    )
    for (const word of wordsOf(sample)) expect(language.key(word)).not.toBe('')
  })

  test('relates words and phrases with weights above 0 and at most 1', () => {
    fc.assert(
      fc.property(anyWord, word => {
        for (const related of language.related(word)) {
          expect(related.word).not.toBe('')
          expect(['variant', 'synonym', 'family']).toContain(related.relation)
          expect(related.weight > 0 && related.weight <= 1).toBe(true)
        }
        const key = language.key(word)
        for (const { from, to, weight } of language.phrasesFrom(key)) {
          expect(hasPart(key, from[0])).toBe(true)
          expect(to.length).toBeGreaterThan(0)
          expect(weight > 0 && weight <= 1).toBe(true)
        }
      }),
      { numRuns: runs(1000) },
    )
  })

  describe('in queries', () => {
    const { and, or, neverExcluded } = language.operators
    const { quotes } = language.typography
    const typeOf = (text: string) => parse(text, language).tree.of.map(({ type }) => type)

    test.each(['AND', ...and])('%s joins, escaped it is a word', word => {
      expect(typeOf(`trêve ${word} paix`)).toEqual(['and'])
      expect(typeOf(`trêve \\${word} paix`)).toEqual(['words'])
    })

    test.each(['OR', ...or])('%s gives a choice, escaped it is a word', word => {
      expect(typeOf(`trêve ${word} paix`)).toEqual(['or'])
      expect(typeOf(`trêve \\${word} paix`)).toEqual(['words'])
    })

    test.each(['""', ...quotes])('%s enclose a phrase', ([opening, ...closing]) => {
      for (const mark of closing) expect(typeOf(`${opening}trêve durable${mark}`)).toEqual(['phrase'])
    })

    test.each(['trêve', ...neverExcluded])('a minus before %s', word => {
      expect(typeOf(`paix -${word}`)).toEqual(word === 'trêve' ? ['words', 'not'] : ['words'])
      // Of a longer word that begins like that, the minus is one.
      if (/^\p{L}/u.test(word)) expect(typeOf(`paix -${word}xyz`)).toEqual(['words', 'not'])
    })

    test('a tree is printed as what is parsed as the same tree', () => {
      fc.assert(
        fc.property(tree, drawn => {
          const fields = { fields: ['title', 'body'], columns: { year: 'number' as const } }
          expect(bare(parse(print(drawn, language), language, fields).tree)).toEqual(drawn)
        }),
        { numRuns: runs(500) },
      )
    })

    test('words that look like operators and quotation marks are printed as words', () => {
      const odd = ['AND', 'OR', ...and, ...or, ...neverExcluded, ...quotes, ...[...quotes.join('')], 'a', '-a', '\\']
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...odd), { minLength: 1, maxLength: 8 }), chunks => {
          const text = chunks.join(' ')
          expect(bare(parse(print({ type: 'words', text }, language), language).tree)).toEqual({
            type: 'group',
            of: [{ type: 'words', text }],
          })
        }),
        { numRuns: runs(500) },
      )
    })
  })

  describe('in print', () => {
    const { orthography, typography } = language
    const same = (a: string, b: string) => expect(a.toLowerCase()).toBe(b.toLowerCase())
    const plainWord = fc.constantFrom(...wordsOf(sample).filter(word => /^\p{Ll}+$/u.test(word)))

    test('a word of the dictionary is read again as itself', () => {
      for (const word of wordsOf(sample).filter(word => /^[\p{L}']*\p{L}$/u.test(word))) {
        expect(wordsOf(orthography.print(word)).map(withoutMark)).toContain(withoutMark(word))
      }
    })

    test('a correction has the capitals of what was typed', () => {
      fc.assert(
        fc.property(plainWord, plainWord, (typed, word) => {
          const [first] = word
          const capital = typed.charAt(0).toUpperCase() + typed.slice(1)
          expect(orthography.respell(typed, word)).toBe(orthography.print(word))
          expect(orthography.respell(capital, word)).toMatch(/^\p{Lu}/u)
          same(orthography.respell(capital, word).slice(1), word.slice(first.length))
          if (typed.length > 1) expect(orthography.respell(typed.toUpperCase(), word)).not.toMatch(/\p{Ll}/u)
        }),
      )
    })

    test('any text can be respelled, and a sentence continued with it: only capitals change', () => {
      fc.assert(
        fc.property(anyText, anyText, (typed, text) => {
          orthography.print(text)
          orthography.respell(typed, text)
          typography.isAbbreviation(text)
          const continued = orthography.continueSentence(text)
          expect(continued.slice(1)).toBe(text.slice(1))
          same(continued, text)
        }),
      )
    })

    test('quotation marks stay with what they enclose', () => {
      const { quotes, opening, closing } = typography
      for (const marks of quotes) {
        expect(opening).toContain(marks.charAt(0))
        // German quotation marks close with a mark that opens English ones.
        for (const mark of marks.slice(1))
          expect(quotes.some(other => other[0] === mark) ? opening : closing).toContain(mark)
      }
    })
  })

  if (language.withSynonyms !== undefined) {
    test('with more synonyms it reads the same, and relates them', () => {
      const more = language.withSynonyms?.([['azzz', 'bzzz']]) ?? language
      expect(more.definition.name).toBe(language.definition.name)
      expect(more.key('azzz')).toBe(language.key('azzz'))
      expect(more.related('azzz').map(({ word }) => withoutMark(word))).toContain('bzzz')
      expect(language.related('azzz')).toEqual([])
    })
  }
})
