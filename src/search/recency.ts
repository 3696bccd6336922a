/** How much recent documents are preferred. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { columnTypes } from '../columns/column-types.ts'
import { type DateValue, readDate } from '../columns/date.ts'
import { InvalidOptionError } from '../errors.ts'
import { findColumn } from '../schema/filter.ts'
import type { Schema } from '../schema/schema.ts'
import { RECENCY_WEIGHT } from '../weights.ts'

/**
 * How recent documents are preferred: the score of a document is multiplied by 1 if it is of today, and by less the older it is, down to `1 - weight`.
 *
 * @example
 * // After a month an article has lost half of what its date brought it.
 * index.search('budget', { recency: { field: 'published', halfLife: 30 } })
 */
export interface Recency<Name extends string = string> {
  /** A date field. */
  field: Name
  /** After how many days a document has lost half of what its date brings it. Above 0. Some days for news, some years for law. */
  halfLife: number
  /** The part of the score that depends on the date, above 0 and at most 1. A document without a date, or a very old one, keeps the rest. Default: `0.5`. */
  weight?: number | undefined
  /** The day that ages are counted to. Set it in tests, so that they always give the same scores. Default: today. */
  now?: DateValue | undefined
}

export interface CheckedRecency {
  column: number
  halfLife: number
  weight: number
  /** In milliseconds. */
  now: number
}

const RECENCY_OPTIONS: OptionNames<Recency> = { field: 1, halfLife: 1, weight: 1, now: 1 }
const DAY = 86_400_000

/** @throws InvalidOptionError */
export function checkRecency(recency: unknown, { columns }: Schema): CheckedRecency {
  checkOptions(recency, RECENCY_OPTIONS, 'recency', "an object such as { field: 'published', halfLife: 30 }")
  const { field, halfLife, weight = RECENCY_WEIGHT, now } = recency
  const column = findColumn(field, columns, 'recency.field')
  if (!columnTypes[columns[column].type].isTime) throw new InvalidOptionError('recency.field', field, 'a date field')
  if (typeof halfLife !== 'number' || !(halfLife > 0 && halfLife < Number.POSITIVE_INFINITY)) {
    throw new InvalidOptionError('recency.halfLife', halfLife, 'a number of days above 0')
  }
  if (typeof weight !== 'number' || !(weight > 0 && weight <= 1)) {
    throw new InvalidOptionError('recency.weight', weight, 'a number above 0 and at most 1')
  }
  // Rounded to days, so that the pages of one answer are consistent.
  const at = now === undefined ? Math.floor(Date.now() / DAY) * DAY : readDate(now)?.start
  if (at === undefined) throw new InvalidOptionError('recency.now', now, 'a date')
  return { column, halfLife, weight, now: at }
}

/** The factor of the score of a document with this date (in milliseconds; NaN for none): 1 for today or later. */
export function recencyFactor(date: number, { halfLife, weight, now }: CheckedRecency): number {
  if (Number.isNaN(date)) return 1 - weight
  const age = Math.max(0, now - date) / DAY
  return 1 - weight + weight * 2 ** (-age / halfLife)
}
