/** Options that make MiniSearch read French: documents as dictionary words, queries without stop words. */
import type { Options, SearchOptions } from 'minisearch'
import type { OptionNames } from '../check-options.ts'
import { french, InvalidOptionError, type Language, readQuery, TokenKind, TokenList } from '../index.ts'
import { type Advice, checkMiniSearchOptions, MINISEARCH_OPTIONS, refusal } from './minisearch-options.ts'

/**
 * The options of `frenchMiniSearch()`. None of them is needed.
 *
 * @example
 * frenchMiniSearch({ searchOptions: { fuzzy: 0.2, prefix: true } })
 */
export interface FrenchMiniSearchOptions {
  /** The language of texts and queries: one. Default: `french()`. */
  language?: Language | undefined
  /**
   * MiniSearch's search options, such as `combineWith`, `fuzzy`, `prefix`, `boost`, `boostTerm` and `filter`, as defaults of every search. They are merged
   * with those for French here; after the spread they would replace them. `tokenize` and `processTerm` are refused, because `language` does their work.
   */
  searchOptions?: SearchOptions | undefined
}

/** What `frenchMiniSearch()` returns: options for `new MiniSearch()` and `MiniSearch.loadJSON()`. */
export interface FrenchMiniSearch {
  /** Splits a text into words: compounds, and their parts. */
  tokenize: (text: string) => string[]
  /** Returns the key of a word, which all its inflections and spellings share. */
  processTerm: (word: string) => string | null
  /** The search options that were passed, and `tokenize`, which reads queries. */
  searchOptions: SearchOptions
}

/**
 * Returns options that make MiniSearch read French. Pass the same ones to `MiniSearch.loadJSON()`. Stop words are indexed, because a query may consist of nothing
 * else; they are dropped from queries that have other words.
 *
 * @throws InvalidOptionError for wrong options
 * @example
 * import MiniSearch from 'minisearch'
 * import { frenchMiniSearch } from 'trouvaille/minisearch'
 *
 * const miniSearch = new MiniSearch({ fields: ['title', 'body'], ...frenchMiniSearch() })
 */
export function frenchMiniSearch(options: FrenchMiniSearchOptions = {}): FrenchMiniSearch {
  const { language, searchOptions } = checkPresetOptions(options)
  return {
    tokenize: text => wordsOf(text, language),
    processTerm: word => language.key(word) || null,
    searchOptions: { ...searchOptions, tokenize: text => wordsAskedFor(text, language) },
  }
}

function wordsOf(text: string, language: Language): string[] {
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  const words: string[] = []
  for (let i = 0; i < tokens.length; i++) if (tokens.kinds[i] !== TokenKind.elision) words.push(tokens.words[i])
  return words
}

function wordsAskedFor(text: string, language: Language): string[] {
  const { terms } = readQuery(text, language)
  // Wholes first, because options such as `prefix: (term, i, terms) => i === terms.length - 1` expect the unfinished word at the end.
  return [...new Set([...terms.flatMap(term => term.wholes), ...terms.map(term => term.word)])]
}

const PRESET_OPTIONS: OptionNames<FrenchMiniSearchOptions> = { language: 1, searchOptions: 1 }

const ADVICE = {
  tokenize: 'Leave it out. The option "language" splits texts and queries into words.',
  processTerm:
    'Leave it out. The option "language" decides which words match; french({ stopWords, exceptions }) changes that.',
} satisfies Advice

const BESIDE_PRESET = 'Pass it to MiniSearch: new MiniSearch({ fields, ...frenchMiniSearch() }).'

/** Options of MiniSearch's constructor, which are not those of the preset. The compiler keeps the table complete. */
const CONSTRUCTOR_ADVICE: Readonly<Record<Exclude<keyof Options, 'searchOptions'>, string>> = {
  fields: BESIDE_PRESET,
  idField: BESIDE_PRESET,
  storeFields: BESIDE_PRESET,
  extractField: BESIDE_PRESET,
  stringifyField: BESIDE_PRESET,
  logger: BESIDE_PRESET,
  autoVacuum: BESIDE_PRESET,
  autoSuggestOptions: BESIDE_PRESET,
  ...ADVICE,
}

function checkPresetOptions(options: FrenchMiniSearchOptions) {
  checkMiniSearchOptions(options, PRESET_OPTIONS, CONSTRUCTOR_ADVICE)
  const { language = french(), searchOptions = {} } = options
  checkLanguage(language)
  if (typeof searchOptions !== 'object' || searchOptions === null) {
    throw new InvalidOptionError('searchOptions', searchOptions, 'an object such as { boost: { title: 2 } }')
  }
  checkMiniSearchOptions(searchOptions, MINISEARCH_OPTIONS, ADVICE, 'searchOptions')
  // In MiniSearch, an undefined option would replace the default.
  return {
    language,
    searchOptions: Object.fromEntries(Object.entries(searchOptions).filter(([, value]) => value !== undefined)),
  }
}

const ONE_LANGUAGE =
  'MiniSearch reads texts without their documents, so it cannot tell their languages. Make a MiniSearch for each language, or a SearchIndex, whose "language" takes several.'

/** @throws InvalidOptionError unless `language` is one */
export function checkLanguage(language: Language): void {
  if (language?.several !== undefined || isByTag(language)) throw refusal('language', language, ONE_LANGUAGE)
  if (!isLanguage(language)) throw new InvalidOptionError('language', language, 'a language such as french()')
}

function isLanguage(value: unknown): boolean {
  const { tokenize, key } = (value ?? {}) as Partial<Language>
  return typeof tokenize === 'function' && typeof key === 'function'
}

/** Whether it is several languages by their tags, as `SearchIndex` takes them. */
function isByTag(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !isLanguage(value) && Object.values(value).some(isLanguage)
}
