/** Options that make MiniSearch read French: its documents by the words of the dictionary, its questions without stop words. */
import type { SearchOptions } from 'minisearch'
import { checkOptions, type OptionNames } from '../check-options.ts'
import { french, InvalidOptionError, type Language, readQuery, TokenKind, TokenList } from '../index.ts'

/** The options of `frenchMiniSearch()`. None of them is needed. */
export interface FrenchMiniSearchOptions {
  /** How texts and questions are read. Default: `french()`. */
  language?: Language
  /** Search options of one's own, such as `boost`. Said here they are joined with those for French; said after the spread they replace them. */
  searchOptions?: SearchOptions
}

/** Options for `new MiniSearch()` and `MiniSearch.loadJSON()`. */
export interface FrenchMiniSearch {
  /** The words of a document's text, whole compounds beside their parts. */
  tokenize: (text: string) => string[]
  /** The class of a word, which all its inflections and spellings share. */
  processTerm: (word: string) => string | null
  /** `tokenize` in here reads questions. */
  searchOptions: SearchOptions
}

/**
 * Makes MiniSearch read French. Stop words are indexed, since MiniSearch can't know beforehand that a question will hold nothing else; questions
 * drop them where something else is left.
 *
 * @example
 * const miniSearch = new MiniSearch({ fields: ['title', 'text'], ...frenchMiniSearch() })
 * @throws InvalidOptionError where an option is wrong
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
  // Wholes first: options such as `prefix: (term, i, terms) => i === terms.length - 1` look for the word being typed at the end.
  return [...new Set([...terms.flatMap(term => term.wholes), ...terms.map(term => term.word)])]
}

const PRESET_OPTIONS: OptionNames<FrenchMiniSearchOptions> = { language: 1, searchOptions: 1 }

function checkPresetOptions(options: FrenchMiniSearchOptions) {
  checkOptions(options, PRESET_OPTIONS)
  const { language = french(), searchOptions = {} } = options
  checkLanguage(language)
  if (typeof searchOptions !== 'object' || searchOptions === null) {
    throw new InvalidOptionError('searchOptions', searchOptions, 'an object such as { boost: { title: 2 } }')
  }
  return { language, searchOptions }
}

/** @throws InvalidOptionError unless `language` is one */
export function checkLanguage(language: Language): void {
  if (typeof language?.tokenize === 'function' && typeof language.key === 'function') return
  throw new InvalidOptionError('language', language, 'a language such as french()')
}
