/** The options of English, and the check of those that other languages lack. */
import type { OptionNames } from '../../check-options.ts'
import { InvalidOptionError } from '../../errors.ts'
import { WORD_OPTIONS, type WordOptions } from '../lexicon/word-options.ts'

/**
 * Which number of a date in digits comes first: the month, as in the United States, or the day, as nearly everywhere else.
 *
 * @example
 * english({ dateOrder: 'day-first' })
 */
export type DateOrder = 'month-first' | 'day-first'

/**
 * The options of `english()`. None of them is needed.
 *
 * @example
 * const options: EnglishOptions = { dateOrder: 'day-first', synonyms: [['truce', 'ceasefire']] }
 */
export interface EnglishOptions extends WordOptions {
  /**
   * How dates in digits are read: `'month-first'` reads `03/04/2019` as 4 March, `'day-first'` as 3 April. A date that can be read in one way only, such as
   * `14/11/2019`, and dates in words are read the same with both. Default: `'month-first'`.
   */
  dateOrder?: DateOrder | undefined
}

export const ENGLISH_OPTIONS: OptionNames<EnglishOptions> = { ...WORD_OPTIONS, dateOrder: 1 }

/** @throws InvalidOptionError */
export function checkDateOrder({ dateOrder }: EnglishOptions): void {
  if (dateOrder === undefined || dateOrder === 'month-first' || dateOrder === 'day-first') return
  throw new InvalidOptionError('dateOrder', dateOrder, "'month-first' or 'day-first'")
}
