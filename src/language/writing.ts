/** How a language is written: query operators, quotation marks, ends of sentences, capitals. Small data and pure functions. */

export type { ValueReader } from '../text/value-reader.ts'

/** The operators of queries in a language. */
export interface Operators {
  /** Words for AND, exactly as they must be typed (`ET`). `AND` is read in every language. */
  and: readonly string[]
  /** Words for OR, exactly as they must be typed (`OU`). `OR` is read in every language. */
  or: readonly string[]
  /** Words before which a minus never excludes, in any case: those that a hyphen joins to a verb (`Puis -je`, `a -t-il`). */
  neverExcluded: readonly string[]
}

/** How texts are typeset: what a snippet keeps together, and where it finds the ends of sentences. */
export interface Typography {
  /**
   * The quotation marks that enclose phrases, in addition to the straight `"`: the opening mark, then each mark that may close it (`«»`, `„“”`).
   */
  quotes: readonly string[]
  /** Signs that stay with the word after them, even across a space: `«`, `(`, `§`. */
  opening: string
  /** Signs that stay with the word before them, even across a space: `»`, `!`, `%`. */
  closing: string
  /** Signs that end a sentence if no lower-case letter follows: `.`, `!`. */
  sentenceEnds: string
  /**
   * Whether a word of at most five letters, given in NFC with the sign behind it, is short for another and stays with what follows: `art.`, `Dr.`, `n°`.
   * Initials (`J.`) are recognized in every language.
   */
  isAbbreviation(written: string): boolean
}

/** How words are spelled for people to read. */
export interface Orthography {
  /** A word of the dictionary as it is printed: `aujourd’hui` for `aujourd'hui`. */
  print(word: string): string
  /** A word of the dictionary in the place of what was typed, with its capitals: `Haftar` for `Hafter`, `ŒUVRE` for `ŒUVRA`. */
  respell(typed: string, word: string): string
  /** The beginning of a sentence as it is written further inside one, without the capital that only its place gives it: `la trêve` for `La trêve`. */
  continueSentence(text: string): string
}
