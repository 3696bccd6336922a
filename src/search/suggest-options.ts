/** The options of `suggest()`, checked before anything is read. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'

/**
 * The options of `suggest()`. None of them is needed.
 *
 * @example
 * index.suggest('cess', { limit: 5 })
 */
export interface SuggestOptions {
  /** How many suggestions to return, 0 to 100. Default: `8`. */
  limit?: number | undefined
  /** The tag of the language to suggest words of, for an index with several. Default: all of them. */
  language?: string | undefined
}

export const SUGGEST_OPTIONS: OptionNames<SuggestOptions> = { limit: 1, language: 1 }
const MAX_SUGGESTIONS = 100

/** @throws InvalidOptionError */
export function checkSuggestOptions(options: SuggestOptions): { limit: number } {
  checkOptions(options, SUGGEST_OPTIONS)
  return { limit: checkWhole('limit', options.limit ?? 8, 0, MAX_SUGGESTIONS) }
}
