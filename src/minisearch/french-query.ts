/** A question as a tree of MiniSearch queries: each word with everything that may stand for it, which a flat list of terms can't say. */
import type { QueryCombination } from 'minisearch'
import { checkOptions, type OptionNames } from '../check-options.ts'
import { french, InvalidOptionError, type Language, readQuery } from '../index.ts'
import { checkLanguage } from './preset.ts'

/** The options of `frenchQuery()`. None of them is needed. */
export interface FrenchQueryOptions {
  /** The language that the index was made with. Default: `french()`. */
  language?: Language
  /** Whether a document must hold every word of the question (`AND`, the default) or one of them. */
  combineWith?: 'AND' | 'OR'
}

const QUERY_OPTIONS: OptionNames<FrenchQueryOptions> = { language: 1, combineWith: 1 }

/**
 * Reads a question for `search()` of a MiniSearch made with `frenchMiniSearch()`. Of each word, a document may hold an inflection, the compound
 * it is a part of in another spelling (`weekend` for `week-end`), or a related word (`libyen` for `Libye`), at its weight.
 *
 * @example
 * miniSearch.search(frenchQuery('week-end à Saint-Étienne'))
 * @throws InvalidOptionError where the text is no string or an option is wrong
 */
export function frenchQuery(text: string, options: FrenchQueryOptions = {}): QueryCombination {
  checkOptions(options, QUERY_OPTIONS)
  const { language = french(), combineWith = 'AND' } = options
  checkLanguage(language)
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'a string')
  if (combineWith !== 'AND' && combineWith !== 'OR') {
    throw new InvalidOptionError('combineWith', combineWith, '"AND" or "OR"')
  }
  const { terms } = readQuery(text, language)
  return {
    combineWith,
    // The leaves are keys already.
    tokenize: key => [key],
    processTerm: key => key,
    queries: terms.map(({ word, key, weight, wholes, joined = [] }) => {
      const others = new Map<string, number>()
      for (const whole of [...wholes, ...joined]) others.set(language.key(whole), weight)
      for (const related of language.related(word)) {
        const otherKey = language.key(related.word)
        others.set(otherKey, Math.max(others.get(otherKey) ?? 0, weight * related.weight))
      }
      others.delete(key)
      return {
        combineWith: 'OR',
        queries: [
          { queries: [key], boostTerm: () => weight },
          // What people may have mistyped or not typed to its end is their own word.
          ...Array.from(others, ([other, boost]) => ({
            queries: [other],
            boostTerm: () => boost,
            prefix: false,
            fuzzy: false,
          })),
        ],
      }
    }),
  }
}
