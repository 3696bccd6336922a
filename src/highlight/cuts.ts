/** Decides where a text may be cut: between words, preferably between sentences, never inside `M. Dupont`, `5 500` or next to a single `«`. */

import type { Language } from '../language/language.ts'
import type { TokenList } from '../text/token.ts'
import { inkEnd, isBlankAt } from './ink.ts'

/** Spaces that allow line breaks: not U+00A0, U+2007, U+202F and U+2060, which forbid them (Unicode Standard Annex #14, class GL). */
const OTHER_BREAKING_SPACE = /[\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000]/
/** What may precede the first letter of a sentence, in addition to quotation marks. */
const SENTENCE_OPENING = /[\s(["'’‘—–-]/
const LETTER = /[\p{L}\p{M}]/u
const SMALL_LETTER = /\p{Ll}/u
const DIGIT = /\d/

/** The maximum number of words in a whole with spaces (a date, a telephone number). */
const MOST_WORDS_WITH_SPACES = 12
const LONGEST_ABBREVIATION = 5

/** The possible cuts of one text. A cut is the index of the first character after the space. */
export class Cuts {
  readonly source: string
  private readonly tokens: TokenList
  readonly language: Language
  private readonly openingQuotes: string
  private readonly closingQuotes: string
  private readonly abbreviations = new Map<string, boolean>()

  constructor(source: string, tokens: TokenList, language: Language) {
    this.source = source
    this.tokens = tokens
    this.language = language
    const { quotes } = language.typography
    this.openingQuotes = quotes.map(marks => marks.charAt(0)).join('')
    this.closingQuotes = quotes.map(marks => marks.slice(1)).join('')
  }

  /** Whether the text may be cut before the character at `at`. */
  mayCut(at: number): boolean {
    const { source } = this
    if (at <= 0 || at >= source.length || !isBreakingSpaceAt(source, at - 1) || isBlankAt(source, at)) return false
    const { opening, closing } = this.language.typography
    if (closing.includes(source[at])) return false
    const before = inkEnd(source, at) - 1
    if (before < 0) return false
    if (opening.includes(source[before]) || this.isAbbreviation(before)) return false
    // 5 km, 12 morts, 3 millions: a number stays with what it counts.
    if (DIGIT.test(source[before]) && LETTER.test(source[at]) && !this.isStopWordAt(at)) return false
    return !this.someTokenBefore(at, end => end > at)
  }

  /** Whether a sentence, or a paragraph, starts at `at`. */
  isSentenceStart(at: number): boolean {
    if (!this.mayCut(at)) return false
    const { source } = this
    let before = inkEnd(source, at) - 1
    if (/\n\s*\n/.test(source.slice(before + 1, at))) return true
    while (before > 0 && (this.closesSentence(before) || isBlankAt(source, before))) before--
    if (!this.language.typography.sentenceEnds.includes(source[before])) return false
    let first = at
    while (first < source.length && first < at + 8 && this.opensSentence(first)) first++
    return !SMALL_LETTER.test(source.charAt(first))
  }

  /** Whether a token ends at `at`. */
  endsToken(at: number): boolean {
    return this.someTokenBefore(at, end => end === at)
  }

  /** Whether a token starts at `at`. */
  startsToken(at: number): boolean {
    const i = this.firstTokenFrom(at)
    return i < this.tokens.length && this.tokens.starts[i] === at
  }

  /** Tests the tokens that start before `at`, as far back as a token could span it. */
  private someTokenBefore(at: number, test: (end: number) => boolean): boolean {
    const { ends } = this.tokens
    const next = this.firstTokenFrom(at)
    for (let i = next - 1; i >= 0 && i >= next - MOST_WORDS_WITH_SPACES; i--) {
      if (test(ends[i])) return true
    }
    return false
  }

  private firstTokenFrom(at: number): number {
    let low = 0
    let high = this.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.tokens.starts[middle] < at) low = middle + 1
      else high = middle
    }
    return low
  }

  private isStopWordAt(at: number): boolean {
    const i = this.firstTokenFrom(at)
    const { starts, words, length } = this.tokens
    return i < length && starts[i] === at && this.language.isStopWord(words[i])
  }

  private opensSentence(at: number): boolean {
    return SENTENCE_OPENING.test(this.source[at]) || this.openingQuotes.includes(this.source[at])
  }

  /** Whether the sign may follow the end of a sentence. */
  private closesSentence(at: number): boolean {
    return ')]'.includes(this.source[at]) || this.closingQuotes.includes(this.source[at])
  }

  /** Whether the sign at `sign` ends a short word that stays with the next one: an initial (`J. Chirac`) or an abbreviation of the language. */
  private isAbbreviation(sign: number): boolean {
    const { source, abbreviations, language } = this
    if (LETTER.test(source[sign]) || DIGIT.test(source[sign])) return false
    let start = sign
    while (start > 0 && sign - start <= LONGEST_ABBREVIATION * 2 && LETTER.test(source[start - 1])) start--
    const letters = source.slice(start, sign).normalize('NFC')
    if (letters.length === 0 || letters.length > LONGEST_ABBREVIATION) return false
    // G.N.A. is a word; J. and J.F. belong to a name.
    const isInitial = letters.length === 1 && source[sign] === '.'
    if (isInitial) return !/\p{L}\.\p{L}\.$/u.test(source.slice(Math.max(0, start - 4), start))
    const written = letters + source[sign]
    const cached = abbreviations.get(written)
    if (cached !== undefined) return cached
    const isAbbreviation = language.typography.isAbbreviation(written)
    abbreviations.set(written, isAbbreviation)
    return isAbbreviation
  }
}

function isBreakingSpaceAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return OTHER_BREAKING_SPACE.test(source[at])
}
