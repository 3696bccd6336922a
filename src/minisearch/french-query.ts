/** Converts a query to a tree of MiniSearch queries: each word with everything it may match, which a flat list of terms cannot express. */
import type { QueryCombination, SearchOptions } from 'minisearch'
import type { OptionNames } from '../check-options.ts'
import { french, InvalidOptionError, type Language, readQuery } from '../index.ts'
import { type Advice, type CombineWith, checkCombineWith, checkMiniSearchOptions } from './minisearch-options.ts'
import { checkLanguage } from './preset.ts'

/** MiniSearch options that apply to the whole query. */
type InheritedOptions = OrUndefined<
  Pick<SearchOptions, 'fields' | 'boost' | 'boostDocument' | 'weights' | 'maxFuzzy' | 'bm25'>
>

/** MiniSearch options that apply to each word. Functions receive the words of the query as typed, in lower case and without stop words. */
type WordOptions = OrUndefined<Pick<SearchOptions, 'prefix' | 'fuzzy' | 'boostTerm'>>

/** MiniSearch's types exclude `undefined`, which options of this library allow. */
type OrUndefined<Options> = { [Name in keyof Options]: Options[Name] | undefined }

/**
 * The options of `frenchQuery()`: the language, and the search options of MiniSearch except `filter`, which `search()` takes. Options that are absent have the
 * values that the MiniSearch index was made with.
 *
 * @example
 * miniSearch.search(frenchQuery(query, { combineWith: 'OR' }))
 */
export interface FrenchQueryOptions extends InheritedOptions, WordOptions {
  /** The language that the index was made with. Default: `french()`. */
  language?: Language | undefined
  /** Whether a document must contain every word of the query (`'AND'`) or any of them (`'OR'`). Default: `'AND'`. */
  combineWith?: CombineWith | undefined
}

const INHERITED_OPTIONS: OptionNames<InheritedOptions> = {
  fields: 1,
  boost: 1,
  boostDocument: 1,
  weights: 1,
  maxFuzzy: 1,
  bm25: 1,
}
const QUERY_OPTIONS: OptionNames<FrenchQueryOptions> = {
  ...INHERITED_OPTIONS,
  language: 1,
  combineWith: 1,
  prefix: 1,
  fuzzy: 1,
  boostTerm: 1,
}

const ADVICE: Advice = {
  filter: 'MiniSearch filters whole results. Write miniSearch.search(frenchQuery(text), { filter }).',
  tokenize: 'Leave it out. The option "language" splits the query into words.',
  processTerm: 'Leave it out. The option "language" decides which words match.',
}
const EXCLUSION =
  "To exclude words, write search({ combineWith: 'AND_NOT', queries: [frenchQuery(text), frenchQuery(excluded)] })."

/**
 * Reads a query for `search()` of a MiniSearch that was made with `frenchMiniSearch()`. For each word, a document may also contain an inflection, another spelling of
 * the compound that it is a part of (`weekend` for `week-end`), or a related word (`libyen` for `Libye`), which counts less.
 *
 * @throws InvalidOptionError if the text is not a string, and for wrong options
 * @example
 * miniSearch.search(frenchQuery('week-end à Saint-Étienne', { fuzzy: 0.2, boost: { title: 2 } }))
 */
export function frenchQuery(text: string, options: FrenchQueryOptions = {}): QueryCombination {
  checkMiniSearchOptions(options, QUERY_OPTIONS, ADVICE)
  const { language = french() } = options
  checkLanguage(language)
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'a string')
  const combineWith = checkCombineWith('combineWith', options.combineWith ?? 'AND', EXCLUSION)
  const { terms } = readQuery(text, language)
  const words = terms.map(term => term.word)
  return {
    ...inheritedOptions(options),
    combineWith,
    // The leaves are already keys.
    tokenize: key => [key],
    processTerm: key => key,
    queries: terms.map(({ word, key, weight, wholes, joined = [] }, i) => {
      const others = new Map<string, number>()
      for (const whole of [...wholes, ...joined]) others.set(language.key(whole), weight)
      for (const related of language.related(word)) {
        const otherKey = language.key(related.word)
        others.set(otherKey, Math.max(others.get(otherKey) ?? 0, weight * related.weight))
      }
      others.delete(key)
      const termBoost = options.boostTerm?.(word, i, words) ?? 1
      return {
        combineWith: 'OR',
        queries: [
          { ...wideningOf(options, word, i, words), queries: [key], boostTerm: () => weight * termBoost },
          // Typo tolerance and prefixes apply to the word that people typed.
          ...Array.from(others, ([other, otherWeight]) => ({
            queries: [other],
            boostTerm: () => otherWeight * termBoost,
            prefix: false,
            fuzzy: false,
          })),
        ],
      }
    }),
  }
}

/** Without undefined ones, which would replace the options of `search()`. */
function inheritedOptions(options: FrenchQueryOptions): InheritedOptions {
  const given = Object.entries(options).filter(([name, value]) => name in INHERITED_OPTIONS && value !== undefined)
  return Object.fromEntries(given)
}

/** `prefix` and `fuzzy` of a word. MiniSearch would call functions with only the key of the word. */
function wideningOf({ prefix, fuzzy }: WordOptions, word: string, i: number, words: string[]): WordOptions {
  return {
    ...(prefix === undefined ? {} : { prefix: typeof prefix === 'function' ? prefix(word, i, words) : prefix }),
    ...(fuzzy === undefined ? {} : { fuzzy: typeof fuzzy === 'function' ? fuzzy(word, i, words) : fuzzy }),
  }
}
