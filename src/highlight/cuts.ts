/** Where a text may be cut for a reader: between words, best between sentences, never inside `M. Dupont`, `5 500` or against a lone `«`. */

import type { Language } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import type { TokenList } from '../text/token.ts'
import { inkEnd, isBlankAt } from './ink.ts'

/** Spaces that lines break at: not U+00A0, U+2007, U+202F and U+2060, whose only use is to forbid it (Unicode Standard Annex #14, class GL). */
const OTHER_BREAKING_SPACE = /[\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000]/
/** What belongs to the word before, whatever space stands between. */
const CLOSING = /[»)\]}”›;:!?,…%‰€°]/
/** What belongs to the word after. */
const OPENING = /[«([{“„‹§]/
/** What may open a sentence, before its first letter. */
const SENTENCE_OPENING = /[\s«“„(["'’‘—–-]/
const LETTER = /[\p{L}\p{M}]/u
const SMALL_LETTER = /\p{Ll}/u
const DIGIT = /\d/
const SENTENCE_END = /[.!?…]/

/** A whole with spaces in it (a date, a telephone number) has no more words than this. */
const MOST_WORDS_WITH_SPACES = 12
const LONGEST_ABBREVIATION = 5

/** Tells where one text may be cut. A cut is the index of the first character after the space. */
export class Cuts {
  readonly source: string
  private readonly tokens: TokenList
  private readonly language: Language
  private readonly abbreviations = new Map<string, boolean>()

  constructor(source: string, tokens: TokenList, language: Language) {
    this.source = source
    this.tokens = tokens
    this.language = language
  }

  /** Whether a reader lets the text be cut before the character at `at`. */
  mayCut(at: number): boolean {
    const { source } = this
    if (at <= 0 || at >= source.length || !isBreakingSpaceAt(source, at - 1) || isBlankAt(source, at)) return false
    if (CLOSING.test(source[at])) return false
    const before = inkEnd(source, at) - 1
    if (before < 0) return false
    if (OPENING.test(source[before]) || /\p{L}°$/u.test(source.slice(before - 1, before + 1))) return false
    if (source[before] === '.' && this.isAbbreviation(before)) return false
    // 5 km, 12 morts, 3 millions: a number keeps what it counts.
    if (DIGIT.test(source[before]) && LETTER.test(source[at]) && !this.isStopWordAt(at)) return false
    return !this.someTokenBefore(at, end => end > at)
  }

  /** Whether a sentence, or a paragraph, starts at `at`. */
  isSentenceStart(at: number): boolean {
    if (!this.mayCut(at)) return false
    const { source } = this
    let before = inkEnd(source, at) - 1
    if (/\n\s*\n/.test(source.slice(before + 1, at))) return true
    while (before > 0 && (/[»”)\]]/.test(source[before]) || isBlankAt(source, before))) before--
    if (!SENTENCE_END.test(source[before])) return false
    let first = at
    while (first < source.length && first < at + 8 && SENTENCE_OPENING.test(source[first])) first++
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

  /** Looks at the tokens that start before `at`, as far back as one can reach across it. */
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

  private isAbbreviation(fullStop: number): boolean {
    let start = fullStop
    while (start > 0 && fullStop - start <= LONGEST_ABBREVIATION * 2 && LETTER.test(this.source[start - 1])) start--
    const written = this.source.slice(start, fullStop).normalize('NFC')
    // G.N.A. is a word; J. and J.F. belong to a name.
    if (written.length === 1 && /\p{L}\.\p{L}\.$/u.test(this.source.slice(Math.max(0, start - 4), start))) return false
    if (written.length === 0 || written.length > LONGEST_ABBREVIATION) return false
    let known = this.abbreviations.get(written)
    if (known === undefined) this.abbreviations.set(written, (known = shortens(written, this.language)))
    return known
  }
}

function isBreakingSpaceAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return OTHER_BREAKING_SPACE.test(source[at])
}

/**
 * Whether a word before a full stop is a short one: an initial (`J. Chirac`), letters without a vowel (`cf.`, `Dr.`, not `SNCF.`), or what the
 * language says stands for a longer word with the same first letter (`av.`, `art.`).
 */
function shortens(written: string, language: Language): boolean {
  const word = written.toLowerCase()
  if (word.length === 1) return true
  if (written.slice(1) !== written.slice(1).toUpperCase() && /^[b-df-hj-np-tv-xz]+$/.test(fold(word))) return true
  return [word, `${word}.`].some(spelling =>
    language
      .related(spelling)
      .some(
        ({ word: long, relation }) => relation === 'variant' && long[0] === word[0] && long.length > word.length + 2,
      ),
  )
}
