/** The type `number`: a finite number. */

import { InvalidOptionError } from '../errors.ts'
import { type ColumnTypeDefinition, WrongValue } from './column-type.ts'
import { type Bounds, rangeType } from './ranges.ts'

export type NumberCondition = number | Bounds<number>

/** As programs write numbers, and as French spreadsheets do. */
const WRITTEN_NUMBER = /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i

export const number: ColumnTypeDefinition<number> = {
  ...rangeType({
    interval(value, option) {
      if (typeof value === 'number' && Number.isFinite(value)) return { start: value, last: value }
      throw new InvalidOptionError(option, value, 'a finite number, or bounds such as { gte: 10, lt: 20 }')
    },

    /** `3,5` is a number too. */
    parseTyped(text) {
      const value = typeof text === 'number' ? text : Number(text.trim().replace(',', '.') || Number.NaN)
      return Number.isFinite(value) ? value : undefined
    },
  }),
  isTime: false,

  parseCell: text => (WRITTEN_NUMBER.test(text.trim()) ? Number(text.trim().replace(',', '.')) : text),

  parseArgument(text) {
    const value = text === '' ? Number.NaN : Number(text)
    return Number.isNaN(value) ? undefined : value
  },

  parse(value) {
    if (value === undefined || value === null) return Number.NaN
    if (typeof value !== 'number' || !Number.isFinite(value)) return new WrongValue('a finite number')
    // −0 equals 0, and is written as 0.
    return value + 0
  },
}
