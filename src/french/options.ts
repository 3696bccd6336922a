/** What can be set about French, and the check of it at the door. */
import { InvalidOptionError } from '../errors.ts'
import type { OneWaySynonym, SynonymGroup, Synonyms, WordLookUp } from '../text/language.ts'

/** The options of `french()`. None of them is needed. */
export interface FrenchOptions {
  /** The stop words in place of the default ones, or a function that gets the default ones and gives those to use. */
  stopWords?: Iterable<string> | ((defaults: ReadonlySet<string>) => Iterable<string>)
  /** Words that mean the same: groups, or one-way pairs. An entry may have several words (`premier ministre`). */
  synonyms?: Synonyms
  /** How much a synonym counts beside the word asked for, in (0, 1]; 0.7 unless told. */
  synonymWeight?: number
  /** Words that the stemmer gets wrong: word → word whose class it joins (`{ cuissot: 'cuisse' }`). Changes the fingerprint. */
  exceptions?: Readonly<Record<string, string>>
  /** Further spelling variants and abbreviations, as groups: `[['cnil', 'commission-informatique']]`. */
  variants?: readonly SynonymGroup[]
  /**
   * The words that corrections are checked against: `WordList.fromBytes(bytes)`, or `false` to correct nothing. Default: in Node the list of the package,
   * elsewhere none, so that nothing is corrected.
   */
  wordList?: WordLookUp | false
  /** A stemmer in place of the built-in one. It gets a lower-case word in one piece. Changes the fingerprint. */
  stemmer?: (word: string) => string
}

/** Throws an `InvalidOptionError` for the first option that is wrong. */
export function checkFrenchOptions(options: FrenchOptions): void {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidOptionError('french', options, 'an object with options, or nothing')
  }
  for (const name of Object.keys(options)) {
    if (!NAMES.includes(name)) throw new InvalidOptionError(name, name, `one of ${NAMES.join(', ')}`)
  }
  const { synonyms, synonymWeight, exceptions, variants, stemmer, wordList } = options
  if (synonyms !== undefined) {
    if (!Array.isArray(synonyms))
      throw new InvalidOptionError('synonyms', synonyms, 'an array of groups or of { from, to }')
    synonyms.forEach((entry: SynonymGroup | OneWaySynonym, i) => {
      if (isGroup(entry)) checkWords(`synonyms[${i}]`, entry)
      else if (typeof entry !== 'object' || entry === null) {
        throw new InvalidOptionError(`synonyms[${i}]`, entry, 'an array of words, or { from, to }')
      } else {
        checkWords(`synonyms[${i}].from`, listOf(entry.from))
        checkWords(`synonyms[${i}].to`, listOf(entry.to))
      }
    })
  }
  if (synonymWeight !== undefined && !(typeof synonymWeight === 'number' && synonymWeight > 0 && synonymWeight <= 1)) {
    throw new InvalidOptionError('synonymWeight', synonymWeight, 'a number above 0 and at most 1')
  }
  if (exceptions !== undefined) {
    if (typeof exceptions !== 'object' || exceptions === null || Array.isArray(exceptions)) {
      throw new InvalidOptionError('exceptions', exceptions, 'an object from words to words')
    }
    for (const [word, target] of Object.entries(exceptions)) {
      if (typeof target !== 'string') throw new InvalidOptionError(`exceptions.${word}`, target, 'a word')
    }
  }
  if (variants !== undefined) {
    if (!Array.isArray(variants)) throw new InvalidOptionError('variants', variants, 'an array of groups of words')
    for (const [i, group] of variants.entries()) checkWords(`variants[${i}]`, group)
  }
  if (wordList !== undefined && wordList !== false && typeof wordList?.lookUp !== 'function') {
    throw new InvalidOptionError('wordList', wordList, 'a word list such as WordList.fromBytes gives, or false')
  }
  if (stemmer !== undefined && typeof stemmer !== 'function') {
    throw new InvalidOptionError('stemmer', stemmer, 'a function from a word to its stem')
  }
}

const NAMES = ['stopWords', 'synonyms', 'synonymWeight', 'exceptions', 'variants', 'stemmer', 'wordList']

/** Checks a list of words. A lone string is iterable too, letter by letter: that is always a mistake. */
export function checkWords(option: string, words: unknown): void {
  if (typeof words === 'string' || !isIterable(words)) {
    throw new InvalidOptionError(option, words, 'a list of words')
  }
  for (const word of words) {
    if (typeof word !== 'string' || word.trim() === '')
      throw new InvalidOptionError(option, word, 'a list of words, none empty')
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

export function isGroup(entry: SynonymGroup | OneWaySynonym): entry is SynonymGroup {
  return Array.isArray(entry)
}

/** A word or a list of words as a list. */
export function listOf(words: string | readonly string[]): readonly string[] {
  return typeof words === 'string' ? [words] : words
}
