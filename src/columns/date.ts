/**
 * The type `date`: ISO 8601, `Date`, or milliseconds. A string names a period: `2019` a year, `2019-11` a month, `2019-11-26` a day,
 * one with a time of day a millisecond. Without an offset it is UTC: ECMAScript takes a date-time for local time, but the same documents
 * must give the same file on any machine.
 */

import { InvalidOptionError } from '../errors.ts'
import { type ColumnTypeDefinition, WrongValue } from './column-type.ts'
import { type Bounds, rangeType } from './ranges.ts'

/** A date as documents and filters give it. */
export type DateValue = string | number | Date

/**
 * A string names a period: `'2019'` admits the year, `{ lte: '2019-11' }` everything until the end of November. A `Date` or a number
 * (milliseconds since 1970 UTC) is a moment.
 */
export type DateCondition = DateValue | Bounds<DateValue>

/** Dates are kept as milliseconds since 1970 UTC. */
export const date: ColumnTypeDefinition<number> = {
  ...rangeType({
    interval(value, option) {
      const period = readDate(value)
      if (period !== undefined) return { start: period.start, last: period.end - 1 }
      throw new InvalidOptionError(
        option,
        value,
        "a date ('2019-11-26', '2019-11', '2019', with or without a time of day; a Date; milliseconds), or bounds such as { gte: '2019-11' }",
      )
    },

    parseTyped: text => (readDate(text) === undefined ? undefined : text),
  }),
  isTime: true,

  parseCell: text => text,
  parseArgument: text => text || undefined,

  parse(value) {
    if (value === undefined || value === null) return Number.NaN
    const expected = 'a date (an ISO 8601 string such as "2019-11-26", a Date, or whole milliseconds since 1970)'
    return readDate(value)?.start ?? new WrongValue(expected)
  },
}

/** In milliseconds since 1970 UTC; `end` is exclusive. */
export interface Period {
  start: number
  end: number
}

/** What a `Date` can hold, in milliseconds either side of 1970 (ECMAScript, "Time Values and Time Range"). */
const FARTHEST = 8.64e15

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i

/** Undefined for what is no date. */
export function readDate(value: unknown): Period | undefined {
  if (typeof value === 'string') return readIso(value)
  const time = value instanceof Date ? value.getTime() : value
  if (typeof time !== 'number' || !Number.isInteger(time) || Math.abs(time) > FARTHEST) return undefined
  return { start: time + 0, end: time + 1 }
}

function readIso(text: string): Period | undefined {
  const match = ISO.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', offset] = match
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)]
  const start = midnight(y, m, d)
  // `2019-02-30` would be 2 March.
  if (new Date(start).getUTCMonth() !== m || new Date(start).getUTCDate() !== d) return undefined
  if (month === undefined) return { start, end: midnight(y + 1, 0, 1) }
  if (day === undefined) return { start, end: midnight(y, m + 1, 1) }
  if (hour === undefined) return { start, end: midnight(y, m, d + 1) }
  const [h, min, s] = [Number(hour), Number(minute), Number(second ?? 0)]
  const shift = minutesOf(offset)
  if (h > 23 || min > 59 || s > 59 || shift === undefined) return undefined
  const time = start + ((h * 60 + min - shift) * 60 + s) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
  return { start: time, end: time + 1 }
}

/** `Date.UTC` takes years below 100 for those of the twentieth century. */
function midnight(year: number, month: number, day: number): number {
  const date = new Date(0)
  return date.setUTCFullYear(year, month, day)
}

/** The minutes of an offset such as `+02:00`. */
function minutesOf(offset = 'Z'): number | undefined {
  if (/z/i.test(offset)) return 0
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', ''))]
  if (hours > 23 || minutes > 59) return undefined
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes)
}
