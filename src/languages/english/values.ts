/** Dates and numbers as in English tables and headers: `11/14/2019`, `November 14, 2019`, `8:30 p.m.`, `1,250.00`. */

import { writeDate } from '../../text/iso-date.ts'
import type { ValueReader } from '../../text/value-reader.ts'
import type { DateOrder } from './options.ts'
import { isMonth, monthNumber } from './rules/date.ts'

const DAYS = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +)'
const TIME = '(?:,? +(?:at +)?(\\d{1,2})(?:[:.](\\d\\d))?(?::(\\d\\d))?(?: ?([ap])\\.?m\\.?)?)?'
const MONTH_FIRST = new RegExp(`^${DAYS}?([a-z]+)\\.? +(?:(\\d{1,2})(?:st|nd|rd|th)?,? +)?(\\d{4})${TIME}$`)
const DAY_FIRST = new RegExp(`^${DAYS}?(\\d{1,2})(?:st|nd|rd|th)?(?: +of)? +([a-z]+)\\.?,? +(\\d{4})${TIME}$`)
const IN_DIGITS = new RegExp(`^${DAYS}?(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d\\d)${TIME}$`)
const MONTH_IN_DIGITS = /^(\d{1,2})\/(\d{4})$/

const SPACES = ' \\u00a0\\u2009\\u202f'
/** Groups of three digits, separated by commas or spaces; a point before the decimals. */
const GROUPED = new RegExp(`^[-+]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?$|^[-+]?\\d{1,3}(?:[${SPACES}]\\d{3})+(?:\\.\\d+)?$`)
const PLAIN = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?$/i
const GROUP_SIGNS = new RegExp(`[,${SPACES}]`, 'g')

type Time = readonly (string | undefined)[]

/** The reader of values. `order` decides ambiguous numeric dates. */
export function valuesOf(order: DateOrder): ValueReader {
  return {
    readDate(text) {
      const plain = text.normalize('NFC').trim().toLowerCase().replace(/\s/g, ' ')
      const american = MONTH_FIRST.exec(plain)
      if (american !== null) return dated(american[3], monthNumber(american[1]), american[2], american.slice(4))
      const british = DAY_FIRST.exec(plain)
      if (british !== null) return dated(british[3], monthNumber(british[2]), british[1], british.slice(4))
      const month = MONTH_IN_DIGITS.exec(plain)
      if (month !== null) return dated(month[2], Number(month[1]))
      const digits = IN_DIGITS.exec(plain)
      if (digits === null) return undefined
      const [monthAt, dayAt] = isMonth(Number(digits[1]), Number(digits[3]), order) ? [1, 3] : [3, 1]
      return dated(digits[4], Number(digits[monthAt]), digits[dayAt], digits.slice(5))
    },

    /** The point is the decimal sign, and commas separate groups of three digits: `1,250` is 1250. */
    readNumber(text) {
      const plain = text.trim().replace('−', '-')
      return GROUPED.test(plain) || PLAIN.test(plain) ? Number(plain.replace(GROUP_SIGNS, '')) : undefined
    },
  }
}

function dated(year: string, month: number, day?: string, [hour, minute = '00', second = '00', half]: Time = []) {
  if (month === 0) return undefined
  if (day === undefined) return `${year}-${String(month).padStart(2, '0')}`
  const date = writeDate(year, String(month), day)
  if (date === undefined || hour === undefined) return date
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0)
  return `${date}T${String(hours).padStart(2, '0')}:${minute}:${second}`
}
