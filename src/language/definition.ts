/** The definition of a language that a file stores, so that it answers anywhere as where it was built. */

import type { OptionNames } from '../check-options.ts'
import { CorruptIndexError, InvalidOptionError, MissingLanguageError } from '../errors.ts'
import { parseJson } from '../json.ts'
import { isRecord } from '../record.ts'
import { utf8Encoder } from '../text/utf8.ts'
import type { Language, LanguageDefinition } from './language.ts'
import { checkMembers } from './language-members.ts'

/**
 * A stemmer of your own, for the option `stemmer` of `french()` and `english()`. A file keeps its name and version, not its code: pass it in `stemmers` when you
 * open the file.
 *
 * @example
 * const stemmer: Stemmer = { name: 'plural', version: 1, stem: word => word.replace(/[sx]$/, '') }
 * const index = SearchIndex.from(articles, { fields: ['title'], language: french({ stemmer }) })
 * const reopened = SearchIndex.fromBytes<Article>(index.toBytes(), { stemmers: [stemmer] })
 */
export interface Stemmer {
  /** A name that tells it from other stemmers. */
  readonly name: string
  /** A whole number. Raise it whenever a word could get another stem. */
  readonly version: number
  /** Returns the stem of a word in lower case. The same word must always have the same stem. */
  stem(word: string): string
}

/** A function that makes a language, and makes it again from what a file says about it: `french`, `english`, `unicodeLanguage`, or one of your own. */
export interface LanguageFactory<Options extends object = object> {
  /** Makes the language. */
  (options?: Options): Language
  /** The name of the languages that it makes. */
  readonly languageName: string
  /**
   * Makes the language that a file was written with.
   *
   * @param languages the factories of the languages that it is made of, if it is several
   * @throws MissingLanguageError if the stemmer is not among `stemmers`; InvalidOptionError for options that no such language has
   */
  reopen(
    definition: LanguageDefinition,
    stemmers: readonly Stemmer[],
    languages: readonly LanguageFactory<never>[],
  ): Language
}

/** The options of opening an index that say which languages there are. None of them is needed for files in languages of the library. */
export interface LanguageOptions {
  /**
   * Read the file with this language instead of its own, for example to try other synonyms. If it puts words into other classes, the whole dictionary is read when
   * the file is opened. Default: the language of the file, with the options that it was made with.
   */
  language?: Language | undefined
  /** The functions that make the languages that the file may name. Needed for a language of your own. Default: those of the library. */
  languages?: readonly LanguageFactory<never>[] | undefined
  /** The stemmers that the file may name. Needed for a stemmer of your own. Default: none. */
  stemmers?: readonly Stemmer[] | undefined
}

export const LANGUAGE_OPTIONS: OptionNames<LanguageOptions> = { language: 1, languages: 1, stemmers: 1 }

/** Whether both have the same classes, so that those of a file can be used unchanged. */
export function haveSameClasses(file: LanguageDefinition, { definition, classOptions = [] }: Language): boolean {
  const decisive = ({ name, rules, data, stemmer, options = {} }: LanguageDefinition) =>
    JSON.stringify([name, rules, data, stemmer?.name, stemmer?.version, classOptions.map(option => options[option])])
  return decisive(file) === decisive(definition)
}

/** Whether both read texts and answer in the same way. */
export function areEqualDefinitions(a: LanguageDefinition, b: LanguageDefinition): boolean {
  return writeDefinition(a) === writeDefinition(b)
}

/**
 * The language to read a file with: the chosen one, or the one that the file names.
 *
 * @throws MissingLanguageError, CorruptIndexError, InvalidOptionError
 */
export function languageOf(definition: LanguageDefinition, options: LanguageOptions): Language {
  if (options.language !== undefined) return checkLanguage(options.language)
  const { languages = [], stemmers = [] } = options
  const factory = languages.find(({ languageName }) => languageName === definition.name)
  if (factory === undefined) {
    throw new MissingLanguageError(
      definition.name,
      `This index was built with the language "${definition.name}", which is not available here. ` +
        `Pass its factory in \`languages\`, or a language in \`language\`.`,
    )
  }
  try {
    return factory.reopen(definition, checkStemmers(stemmers), languages)
  } catch (cause) {
    if (!(cause instanceof InvalidOptionError)) throw cause
    throw new CorruptIndexError('languages', 0, `the options of "${definition.name}" are malformed`, { cause })
  }
}

/** The definitions of the languages that a language combines, with their tags; none if it is a single one. */
export function partsOfDefinition({ options = {} }: LanguageDefinition): (LanguageDefinition & { tag: string })[] {
  const { languages } = options
  if (!Array.isArray(languages)) return []
  return languages.filter((part): part is LanguageDefinition & { tag: string } => {
    return isDefinition(part) && 'tag' in part && typeof part.tag === 'string'
  })
}

/** Finds the stemmer that a file names. @throws MissingLanguageError */
export function stemmerOf({ name, stemmer }: LanguageDefinition, stemmers: readonly Stemmer[]): Stemmer | undefined {
  if (stemmer === undefined) return undefined
  const given = stemmers.find(({ name, version }) => name === stemmer.name && version === stemmer.version)
  if (given !== undefined) return given
  const other = stemmers.find(({ name }) => name === stemmer.name)
  throw new MissingLanguageError(
    name,
    `This index was built with the stemmer "${stemmer.name}", version ${stemmer.version}` +
      `${other === undefined ? '' : ` (the stemmer passed has version ${other.version})`}. ` +
      'Pass it in `stemmers`, or a language in `language`.',
  )
}

/** @throws InvalidOptionError unless `language` is one */
export function checkLanguage(language: Language): Language {
  if (
    typeof language?.tokenize === 'function' &&
    typeof language.key === 'function' &&
    isDefinition(language.definition)
  ) {
    return checkMembers(language)
  }
  throw new InvalidOptionError(
    'language',
    language,
    'a language such as french(), or one that defineLanguage() returned',
  )
}

/** @throws InvalidOptionError unless `stemmer` has a name, a version and a function */
export function checkStemmer(stemmer: Stemmer, option = 'stemmer'): Stemmer {
  if (typeof stemmer?.stem === 'function' && isNamed(stemmer)) return stemmer
  throw new InvalidOptionError(
    option,
    stemmer,
    'an object { name, version, stem } whose name is a string and whose version is a whole number',
  )
}

function checkStemmers(stemmers: readonly Stemmer[]): readonly Stemmer[] {
  if (!Array.isArray(stemmers)) throw new InvalidOptionError('stemmers', stemmers, 'an array of stemmers')
  for (const stemmer of stemmers) checkStemmer(stemmer, 'stemmers')
  return stemmers
}

/** The languages of an index as stored in a file: JSON, the same text for equal definitions. */
export function writeDefinitions(definitions: readonly LanguageDefinition[]): Uint8Array {
  return utf8Encoder.encode(`[${definitions.map(writeDefinition).join(',')}]`)
}

/** @throws CorruptIndexError unless `json` is a list of definitions; `offset` is its place in the file */
export function readDefinitions(json: string, offset: number): [LanguageDefinition, ...LanguageDefinition[]] {
  let value: unknown
  try {
    value = parseJson(json)
  } catch (cause) {
    throw new CorruptIndexError('languages', offset, 'it is not JSON', { cause })
  }
  if (!Array.isArray(value) || value.length === 0 || !value.every(isDefinition)) {
    throw new CorruptIndexError('languages', offset, 'it is not a list of languages')
  }
  return value as [LanguageDefinition, ...LanguageDefinition[]]
}

function writeDefinition({ name, rules, data, stemmer, wordList, options = {} }: LanguageDefinition): string {
  const entries = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify({
    name,
    rules,
    data,
    ...(stemmer && { stemmer: { name: stemmer.name, version: stemmer.version } }),
    ...(wordList !== undefined && { wordList }),
    ...(entries.length > 0 && { options: Object.fromEntries(entries) }),
  })
}

function isDefinition(value: unknown): value is LanguageDefinition {
  if (!isRecord(value)) return false
  const { name, rules, data, stemmer, wordList, options } = value
  return (
    typeof name === 'string' &&
    isVersion(rules) &&
    isVersion(data) &&
    (stemmer === undefined || (isRecord(stemmer) && isNamed(stemmer))) &&
    (wordList === undefined || typeof wordList === 'string') &&
    (options === undefined || isRecord(options))
  )
}

function isNamed({ name, version }: { name?: unknown; version?: unknown }): boolean {
  return typeof name === 'string' && name !== '' && isVersion(version)
}

function isVersion(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
