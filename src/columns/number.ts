/** The type `number`: a finite number. */

import { InvalidOptionError } from '../errors.ts'
import type { ValueReader } from '../text/value-reader.ts'
import { type ColumnTypeDefinition, WrongValue } from './column-type.ts'
import { type Bounds, rangeType } from './ranges.ts'

/**
 * A condition on a number column: a number, or bounds such as `{ gte: 10, lt: 20 }`.
 *
 * @example
 * index.search('', { filter: { views: { gte: 100 } } })
 */
export type NumberCondition = number | Bounds<number>

/** A number as programs write it, or with a decimal comma. */
const WRITTEN_NUMBER = /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i

export const number: ColumnTypeDefinition<number> = {
  ...rangeType({
    interval(value, option) {
      if (typeof value === 'number' && Number.isFinite(value)) return { start: value, last: value }
      throw new InvalidOptionError(option, value, 'a finite number, or bounds such as { gte: 10, lt: 20 }')
    },

    parseTyped(text, values) {
      const value = typeof text === 'number' ? text : readNumber(text, values)
      return value !== undefined && Number.isFinite(value) ? value : undefined
    },
  }),
  isTime: false,

  parseCell: (text, values) => readNumber(text, values) ?? text,
  parseArgument: readNumber,

  parse(value) {
    if (value === undefined || value === null) return Number.NaN
    if (typeof value !== 'number' || !Number.isFinite(value)) return new WrongValue('a finite number')
    // −0 equals 0, and is written as 0.
    return value + 0
  },
}

function readNumber(text: string, values?: ValueReader): number | undefined {
  const value = values?.readNumber(text)
  if (value !== undefined) return value
  return WRITTEN_NUMBER.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined
}
