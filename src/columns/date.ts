/**
 * The type `date`: text, `Date`, or milliseconds. A text is ISO 8601, RFC 2822, or a date as the language writes it. It names a period: `2019` a year,
 * `2019-11` a month, `2019-11-26` a day, one with a time of day a millisecond.
 *
 * A date is stored as written, whatever its zone, because people look for something published on 30 November under that day. ECMAScript reads a date-time
 * without a zone as local time, but the same documents must produce the same file on any machine.
 */

import { InvalidOptionError } from '../errors.ts'
import type { ValueReader } from '../text/value-reader.ts'
import { type ColumnTypeDefinition, WrongValue } from './column-type.ts'
import { type Bounds, rangeType } from './ranges.ts'

/** A date in documents and filters: a string (ISO 8601, RFC 2822 or as the language writes dates), milliseconds since 1970 UTC, or a `Date`. */
export type DateValue = string | number | Date

/**
 * A condition on a date column: a date or bounds. A string is a period: `'2019'` admits the whole year, and `{ lte: '2019-11' }` everything until the end of
 * November. A `Date` or a number (milliseconds since 1970 UTC) is a moment.
 *
 * @example
 * index.search('', { filter: { published: { gte: '2019-11', lt: '2020' } } })
 */
export type DateCondition = DateValue | Bounds<DateValue>

/** Dates are stored as milliseconds since 1970 UTC. */
export const date: ColumnTypeDefinition<number> = {
  ...rangeType({
    interval(value, option, values) {
      const period = readDate(value, values)
      if (period !== undefined) return { start: period.start, last: period.end - 1 }
      throw new InvalidOptionError(
        option,
        value,
        "a date ('2019-11-26', '2019-11', '2019', with or without a time of day, or as the language writes it; a Date; milliseconds), or bounds such as { gte: '2019-11' }",
      )
    },

    parseTyped(text, values) {
      if (typeof text === 'string') return isoDate(text, values)
      return readDate(text) === undefined ? undefined : text
    },
  }),
  isTime: true,

  parseCell: (text, values) => isoDate(text, values) ?? text,
  parseArgument: text => text || undefined,

  parse(value, values) {
    if (value === undefined || value === null) return Number.NaN
    const expected = 'a date (an ISO 8601 string such as "2019-11-26", a Date, or whole milliseconds since 1970)'
    return readDate(value, values)?.start ?? new WrongValue(expected)
  },
}

/** In milliseconds since 1970 UTC; `end` is exclusive. */
export interface Period {
  start: number
  end: number
}

/** The range of a `Date`, in milliseconds on either side of 1970 (ECMAScript, "Time Values and Time Range"). */
const FARTHEST = 8.64e15

const ISO =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i

/** Undefined if it is not a date. */
export function readDate(value: unknown, values?: ValueReader): Period | undefined {
  if (typeof value === 'string') return readIso(isoDate(value, values) ?? '')
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
  if (h > 23 || min > 59 || s > 59 || !isOffset(offset)) return undefined
  const time = start + ((h * 60 + min) * 60 + s) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
  return { start: time, end: time + 1 }
}

/** `Date.UTC` reads years below 100 as those of the twentieth century. */
function midnight(year: number, month: number, day: number): number {
  const date = new Date(0)
  return date.setUTCFullYear(year, month, day)
}

/** Whether an offset such as `+02:00` is valid. */
function isOffset(offset = 'Z'): boolean {
  return /z/i.test(offset) || (Number(offset.slice(1, 3)) <= 23 && Number(offset.slice(3).replace(':', '')) <= 59)
}

/** The months of RFC 2822, which are the same in every language. */
const MAIL_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MAIL_DATE =
  /^(?:[a-z]{3}, *)?(\d{1,2}) +([a-z]{3}) +(\d{4}|\d\d)(?: +(\d\d:\d\d(?::\d\d)?)(?: +(?:([+-]\d{4})|[a-z]{1,4}))?(?: *\([^()]*\))?)?$/i

/** A date in ISO 8601: unchanged, or converted from RFC 2822 or the language's notation; undefined if it is not a date. */
export function isoDate(text: string, values?: ValueReader): string | undefined {
  const trimmed = text.trim()
  if (ISO.test(trimmed)) return readIso(trimmed) && trimmed
  const mail = MAIL_DATE.exec(trimmed)
  const month = mail === null ? -1 : MAIL_MONTHS.indexOf(mail[2].toLowerCase())
  const written = mail === null || month < 0 ? values?.readDate(trimmed) : mailDate(mail, month)
  return written !== undefined && readIso(written) !== undefined ? written : undefined
}

/** Years of two digits are those from 1950 to 2049 (RFC 2822, 4.3). */
function mailDate([, day, , year, time, offset = '']: RegExpExecArray, month: number): string {
  const fullYear = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`
  const date = `${fullYear}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return time === undefined ? date : `${date}T${time}${offset && `${offset.slice(0, 3)}:${offset.slice(3)}`}`
}
