/** The search options of MiniSearch: their names, and checks of those that have a different meaning here, or none. */
import type { SearchOptions } from 'minisearch'
import { checkOptions, type OptionNames } from '../check-options.ts'
import { describe, InvalidOptionError } from '../errors.ts'

/** How MiniSearch combines the words of a query: `'AND'` or `'OR'`, in any of the spellings that it takes. `AND_NOT` has no equivalent. */
export type CombineWith = 'AND' | 'And' | 'and' | 'OR' | 'Or' | 'or'

/** The names of MiniSearch's search options. The compiler keeps the table complete. */
export const MINISEARCH_OPTIONS: OptionNames<SearchOptions> = {
  fields: 1,
  filter: 1,
  boost: 1,
  boostTerm: 1,
  weights: 1,
  boostDocument: 1,
  prefix: 1,
  fuzzy: 1,
  maxFuzzy: 1,
  combineWith: 1,
  tokenize: 1,
  processTerm: 1,
  bm25: 1,
}

/** By option name, a sentence that says what to write instead. */
export type Advice = Readonly<Record<string, string>>

/**
 * Rejects options with an entry in `advice`, using its sentence, and those that `names` lacks.
 *
 * @throws InvalidOptionError
 */
export function checkMiniSearchOptions(options: object, names: object, advice: Advice, path = ''): void {
  for (const [name, value] of Object.entries(options ?? {})) {
    if (value === undefined || !Object.hasOwn(advice, name)) continue
    throw refusal(path ? `${path}.${name}` : name, value, advice[name])
  }
  checkOptions(options, names, path)
}

/** A one-line error: the option, and what to write instead. */
export function refusal(option: string, value: unknown, advice: string): InvalidOptionError {
  return new InvalidOptionError(option, value, advice, `Option "${option}" is ${describe(value)}. ${advice}`)
}

/** @throws InvalidOptionError unless `combineWith` is AND or OR; for `AND_NOT` the error says `exclusion` */
export function checkCombineWith(option: string, combineWith: unknown, exclusion: string): 'AND' | 'OR' {
  const operator = typeof combineWith === 'string' ? combineWith.toUpperCase() : undefined
  if (operator === 'AND' || operator === 'OR') return operator
  if (operator === 'AND_NOT') throw refusal(option, combineWith, exclusion)
  throw new InvalidOptionError(option, combineWith, '"AND" or "OR"')
}
