/** Reads what a document gives for a column: strings as they are, numbers, dates as milliseconds. */

import type { ColumnType } from '../schema/schema.ts'
import { readDate } from './date.ts'

/** Of a keyword column, the values, each once; of others a number, NaN for none. */
export type ColumnValue = readonly string[] | number

/** Reads `value`; where it is wrong, gives what it must be instead, for a message. */
export function readColumnValue(value: unknown, type: ColumnType): ColumnValue | string {
  if (type === 'keyword') return readKeywords(value)
  if (value === undefined || value === null) return Number.NaN
  if (type === 'date') {
    return (
      readDate(value)?.start ??
      'a date (an ISO 8601 string such as "2019-11-26", a Date, or whole milliseconds since 1970)'
    )
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'a finite number'
  // −0 equals 0, and is written as 0.
  return value + 0
}

function readKeywords(value: unknown): readonly string[] | string {
  if (value === undefined || value === null) return []
  const values = Array.isArray(value) ? value.filter(item => item !== undefined && item !== null) : [value]
  return values.every(item => typeof item === 'string')
    ? [...new Set<string>(values)]
    : 'a string or an array of strings'
}
