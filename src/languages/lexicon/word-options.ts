/** The options about words that all languages of the library share, their validation, and how a file stores them. */
import { checkOptions, type OptionNames } from '../../check-options.ts'
import { InvalidOptionError } from '../../errors.ts'
import { checkStemmer, type Stemmer } from '../../language/definition.ts'
import type {
  Json,
  LanguageDefinition,
  OneWaySynonym,
  SynonymGroup,
  Synonyms,
  WordLookUp,
} from '../../language/language.ts'

/** The options that `french()` and `english()` share. None of them is needed. */
export interface WordOptions {
  /**
   * The stop words: a list that replaces the default one, or a function that changes it: `defaults => [...defaults, 'article']`. Stop words are indexed, but ignored
   * in queries that have other words. Default: those of the language.
   */
  stopWords?: Iterable<string> | ((defaults: ReadonlySet<string>) => Iterable<string>) | undefined
  /**
   * Synonyms: groups of words that mean the same (`[['SMIC', 'salaire minimum']]`), or pairs that hold in one direction (`[{ from: 'fruit', to: 'pomme' }]`). An
   * entry may have several words. Default: only those that the language has.
   */
  synonyms?: Synonyms | undefined
  /** The weight of a synonym, above 0 and at most 1; the word of the query has 1. Lower it if synonyms bring up too much. Default: `0.7`. */
  synonymWeight?: number | undefined
  /** Words that the stemmer gets wrong, each with a word that it belongs to: `{ cuissot: 'cuisse' }`. Default: none. */
  exceptions?: Readonly<Record<string, string>> | undefined
  /** More spelling variants and abbreviations, as groups: `[['cnil', 'commission-informatique']]`. They weigh more than synonyms. Default: those of the language. */
  variants?: readonly SynonymGroup[] | undefined
  /**
   * The word list for typo tolerance: `WordList.fromBytes(bytes)`, or `false` to correct nothing. A file keeps `false`, and the hash of a list: pass another list than
   * that of the package again when you open the file, otherwise nothing is corrected. Default: the list of the package, which Node reads from there and
   * `openIndex()` fetches. Pages that use `SearchIndex` have none, so nothing is corrected.
   */
  wordList?: WordLookUp | false | undefined
  /** A stemmer that replaces the built-in one. A file keeps its name and version: pass the same stemmer in `stemmers` when you open the file. Default: none. */
  stemmer?: Stemmer | undefined
}

/** Their names, for `checkWordOptions`. */
export const WORD_OPTIONS: OptionNames<WordOptions> = {
  stopWords: 1,
  synonyms: 1,
  synonymWeight: 1,
  exceptions: 1,
  variants: 1,
  wordList: 1,
  stemmer: 1,
}
const SYNONYM_OPTIONS: OptionNames<OneWaySynonym> = { from: 1, to: 1 }

/** @throws InvalidOptionError for the first option that is wrong */
export function checkWordOptions<Options extends WordOptions>(
  language: string,
  options: Options,
  names: OptionNames<Options>,
): void {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidOptionError(language, options, 'an object such as { synonyms: [] }')
  }
  checkOptions(options, names)
  const { synonyms, synonymWeight, exceptions, variants, stemmer, wordList } = options
  if (synonyms !== undefined) {
    if (!Array.isArray(synonyms))
      throw new InvalidOptionError('synonyms', synonyms, 'an array of groups or of { from, to }')
    synonyms.forEach((entry: SynonymGroup | OneWaySynonym, i) => {
      if (isGroup(entry)) checkGroup(`synonyms[${i}]`, entry)
      else {
        checkOptions(entry, SYNONYM_OPTIONS, `synonyms[${i}]`, 'an array of words, or { from, to }')
        checkGroup(`synonyms[${i}].from`, listOf(entry.from))
        checkGroup(`synonyms[${i}].to`, listOf(entry.to))
      }
    })
  }
  if (synonymWeight !== undefined && !(typeof synonymWeight === 'number' && synonymWeight > 0 && synonymWeight <= 1)) {
    throw new InvalidOptionError('synonymWeight', synonymWeight, 'a number above 0 and at most 1')
  }
  if (exceptions !== undefined) {
    if (typeof exceptions !== 'object' || exceptions === null || Array.isArray(exceptions)) {
      throw new InvalidOptionError('exceptions', exceptions, 'an object that maps words to words')
    }
    for (const [word, target] of Object.entries(exceptions)) {
      if (typeof target !== 'string') throw new InvalidOptionError(`exceptions.${word}`, target, 'a word')
    }
  }
  if (variants !== undefined) {
    if (!Array.isArray(variants)) throw new InvalidOptionError('variants', variants, 'an array of groups of words')
    for (const [i, group] of variants.entries()) checkGroup(`variants[${i}]`, group)
  }
  if (wordList !== undefined && wordList !== false && typeof wordList?.lookUp !== 'function') {
    throw new InvalidOptionError('wordList', wordList, 'a word list from WordList.fromBytes(), or false')
  }
  if (stemmer !== undefined) checkStemmer(stemmer)
}

/** Checks a list of words. A single string is iterable too, letter by letter, but that is always a mistake. */
export function checkWords(option: string, words: unknown): void {
  if (typeof words === 'string' || !isIterable(words)) {
    throw new InvalidOptionError(option, words, 'an array of words')
  }
  for (const word of words) {
    if (typeof word !== 'string' || word.trim() === '')
      throw new InvalidOptionError(option, word, 'an array of non-empty words')
  }
}

/** Each word of a group is related to all others, so the cost is quadratic. */
const LONGEST_GROUP = 256

function checkGroup(option: string, words: unknown): void {
  checkWords(option, words)
  if ([...(words as Iterable<string>)].length > LONGEST_GROUP)
    throw new InvalidOptionError(option, words, `at most ${LONGEST_GROUP} words`)
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

/** Stop words as a file stores them: the complete list, or the differences from the default list. */
type StopWordsDefinition =
  | readonly string[]
  | { readonly added: readonly string[]; readonly removed: readonly string[] }

/** Options that a file can store: no functions or iterators, and the same JSON for equivalent options. */
export type DefinitionOptions = Omit<WordOptions, 'stopWords' | 'stemmer' | 'wordList'> & {
  stopWords?: StopWordsDefinition
  wordList?: false
}

/** The options that a file stores. `stopWords` are the resulting words, if the option was set; `ownOptions` are specific to the language. */
export function definitionOptions(
  { synonyms, synonymWeight, exceptions, variants, wordList, stopWords: given }: WordOptions,
  stopWords: readonly string[] | undefined,
  defaults: () => ReadonlySet<string>,
  ownOptions: Record<string, Json | undefined> = {},
): NonNullable<LanguageDefinition['options']> {
  const options: Record<string, Json | undefined> = {
    ...ownOptions,
    synonyms: synonyms?.map(entry =>
      isGroup(entry) ? [...entry] : { from: copyOf(entry.from), to: copyOf(entry.to) },
    ),
    synonymWeight,
    exceptions: exceptions && Object.fromEntries(Object.entries(exceptions).sort(([a], [b]) => (a < b ? -1 : 1))),
    variants: variants?.map(group => [...group]),
    // The definition has the hash of a list.
    wordList: wordList === false ? false : undefined,
    stopWords: stopWords && (typeof given === 'function' ? differenceOf(stopWords, defaults()) : sorted(stopWords)),
  }
  return Object.fromEntries(Object.entries(options).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/** The options of a file in the form that the language takes, which validates them. */
export function optionsOfDefinition(options: LanguageDefinition['options'] = {}): WordOptions {
  const { stopWords, ...others } = options as DefinitionOptions
  if (stopWords === undefined || Array.isArray(stopWords)) return options as WordOptions
  // A file can claim anything.
  if (typeof stopWords !== 'object' || stopWords === null) {
    throw new InvalidOptionError('stopWords', stopWords, 'an array of words')
  }
  const { added, removed } = stopWords as { added: readonly string[]; removed: readonly string[] }
  checkWords('stopWords', added)
  checkWords('stopWords', removed)
  const isRemoved = new Set(removed)
  return { ...others, stopWords: defaults => [...[...defaults].filter(word => !isRemoved.has(word)), ...added] }
}

function differenceOf(words: readonly string[], defaults: ReadonlySet<string>): { added: string[]; removed: string[] } {
  const kept = new Set(words)
  return {
    added: sorted([...kept].filter(word => !defaults.has(word))),
    removed: sorted([...defaults].filter(word => !kept.has(word))),
  }
}

function sorted(words: Iterable<string>): string[] {
  return [...new Set(words)].sort()
}

function copyOf(words: string | readonly string[]): string | string[] {
  return typeof words === 'string' ? words : [...words]
}
