/**
 * Dates and times of day: `November 14, 2019`, `14th of November 2019`, `11/14/2019` and `2019-11-14` become one whole, `2019-11-14`; `8:30 p.m.` becomes
 * `20:30`.
 */
import { writeDate } from '../../../text/iso-date.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import type { DateOrder } from '../options.ts'

const SPACE = '[ \\u00a0\\u2009\\u202f]'
const THREE_NUMBERS = /(\d{1,2})([/.\-\u2010\u2011])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/y
const YEAR_MONTH_DAY = /(\d{4})([-/\u2010\u2011])(\d\d)\2(\d\d)(?!\d)/y
const MONTH_YEAR = /(0?[1-9]|1[0-2])\/([12]\d{3})(?![\d/])/y
const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ')
const MONTHS = `${MONTH_NAMES.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec`
const MONTH_FIRST = new RegExp(
  `(${MONTHS})\\.?${SPACE}+(\\d{1,2})(?:st|nd|rd|th)?(?:,?${SPACE}+(\\d{4}))?(?![\\p{L}\\d:])`,
  'uy',
)
const DAY_FIRST = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?${SPACE}+(of${SPACE}+)?(${MONTHS})(?:\\.?,?${SPACE}+(\\d{4})(?!\\d)|(?![\\p{L}]))`,
  'uy',
)
const CLOCK = new RegExp(
  `(\\d{1,2})(?:[:.]([0-5]\\d)(?![\\d.:]))?(?:${SPACE}?([ap])(?:\\.${SPACE}?m\\.|m(?![\\p{L}\\d])))?`,
  'uy',
)

/** 1 to 12 for a month or its abbreviation; 0 for another word. */
export function monthNumber(word: string): number {
  if (word.length < 3) return 0
  return MONTH_NAMES.findIndex(name => name === word || (word.length < 5 && name.startsWith(word))) + 1
}

const OF_MONTH = new RegExp(`${SPACE}+of${SPACE}+(?:${MONTHS})(?![\\p{L}])`, 'uy')

/** Whether « of May » or another month follows at `end`. */
export function isBeforeMonth(reading: Reading, end: number): boolean {
  OF_MONTH.lastIndex = end
  return OF_MONTH.test(reading.lower)
}

/** Whether a word may be a month, by its first three letters and its length. */
export function mayBeMonth(lower: string, start: number, length: number): boolean {
  return (
    length > 2 && length < 10 && 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(lower.slice(start, start + 3)) % 3 === 0
  )
}

/** Reads a numeric date, complete or a month with its year, from its first digit; -1 if there is none. A month is also read as its name. */
export function readNumericDate(reading: Reading, start: number, order: DateOrder): number {
  const iso = at(YEAR_MONTH_DAY, reading, start)
  if (iso !== null) return pushNumeric(reading, start, iso[0], 1, iso[4] && writeDate(iso[1], iso[3], iso[4]))
  const three = at(THREE_NUMBERS, reading, start)
  if (three !== null) {
    const [text, first, , second, year] = three
    const isMonthFirst = isMonth(Number(first), Number(second), order)
    const date = isMonthFirst ? writeDate(year, first, second) : writeDate(year, second, first)
    return pushNumeric(reading, start, text, isMonthFirst ? 0 : 1, date)
  }
  const part = at(MONTH_YEAR, reading, start)
  return part === null ? -1 : pushNumeric(reading, start, part[0], 0, '')
}

/** Whether the first of two numbers is the month. If both may be, the order decides. */
export function isMonth(first: number, second: number, order: DateOrder): boolean {
  return first <= 12 && (second > 12 || order === 'month-first')
}

/** Adds the numbers in `text`, after the whole if there is one. The number at `monthAt` is the month. Returns -1 if `date` shows that there is no such day. */
function pushNumeric(reading: Reading, start: number, text: string, monthAt: number, date: string | undefined): number {
  if (date === undefined) return -1
  const parts = [...text.matchAll(/\d+/g)]
  if (date !== '') reading.pushAt(reading.position, date, start, start + text.length, TokenKind.date, parts.length)
  parts.forEach((part, i) => {
    const from = start + part.index
    const to = from + part[0].length
    const position = reading.position++
    const isMonthName = i === monthAt
    // A query has only the name, which every notation has.
    if (!isMonthName || !reading.isQuestion) reading.pushAt(position, part[0], from, to, TokenKind.number, 1)
    if (isMonthName) reading.pushAt(position, MONTH_NAMES[Number(part[0]) - 1], from, to, TokenKind.word, 1)
  })
  return start + text.length
}

/** Reads `November 14, 2019` from its month, or `November 14`; -1 if there is none. */
export function readMonthFirst(reading: Reading, start: number): number {
  const match = at(MONTH_FIRST, reading, start)
  if (match === null || Number(match[2]) < 1 || Number(match[2]) > 31) return -1
  const [text, month, day, year] = match
  const dayStart = start + text.indexOf(day, month.length)
  const end = start + text.length
  const yearStart = year === undefined ? -1 : end - year.length
  const dayEnd = year === undefined ? end : dayStart + dayLength(text.slice(dayStart - start))
  const name = MONTH_NAMES[monthNumber(month) - 1]
  if (year !== undefined) {
    const date = writeDate(year, String(monthNumber(month)), day)
    if (date !== undefined) reading.pushAt(reading.position, date, start, end, TokenKind.date, 3)
  }
  reading.push(name, start, start + month.length, TokenKind.word)
  pushDay(reading, day, dayStart, dayEnd)
  if (year !== undefined) reading.push(year, yearStart, end, TokenKind.number)
  return end
}

/** Reads `14 November 2019` or `14th of November` from its day; -1 if there is none. */
export function readDayFirst(reading: Reading, start: number): number {
  const match = at(DAY_FIRST, reading, start)
  if (match === null) return -1
  const [text, day, of, month, year] = match
  // May and march are also verbs: « 5 may apply ».
  if (year === undefined && (month === 'may' || month === 'march' || month === 'mar') && of === undefined) return -1
  if (Number(day) < 1 || Number(day) > 31) return -1
  const monthStart = start + text.indexOf(month, text.search(/[ \u00a0\u2009\u202f]/) + (of?.length ?? 0))
  const monthEnd = monthStart + month.length
  const end = year === undefined ? monthEnd : start + text.length
  const dayEnd = start + dayLength(text)
  const date = year === undefined ? undefined : writeDate(year, String(monthNumber(month)), day)
  const span = of === undefined ? 3 : 4
  if (date !== undefined) reading.pushAt(reading.position, date, start, end, TokenKind.date, span)
  pushDay(reading, day, start, dayEnd)
  if (of !== undefined) {
    const ofStart = start + text.indexOf('of', dayEnd - start)
    reading.push('of', ofStart, ofStart + 2, TokenKind.word)
  }
  reading.push(MONTH_NAMES[monthNumber(month) - 1], monthStart, monthEnd, TokenKind.word)
  if (year !== undefined) reading.push(year, end - year.length, end, TokenKind.number)
  return end
}

/** Adds the day of a date; in a text also as the ordinal that is written. A query has only the number, which every notation has. */
function pushDay(reading: Reading, day: string, start: number, end: number): void {
  const position = reading.position++
  reading.pushAt(position, String(Number(day)), start, end, TokenKind.number, 1)
  if (reading.isQuestion || end - start === day.length) return
  reading.pushAt(position, reading.lower.slice(start, end), start, end, TokenKind.ordinal, 1)
}

/** The length of the day at the start of a text, including its ending. */
function dayLength(text: string): number {
  return /^\d+(?:st|nd|rd|th)?/.exec(text)?.[0].length ?? 0
}

/** Reads a time of day from its first digit: `8:30`, `8.30 pm`, `8 p.m.`; -1 if there is none. It is written with 24 hours if a.m. or p.m. is given. */
export function readTime(reading: Reading, start: number): number {
  const match = at(CLOCK, reading, start)
  if (match === null) return -1
  const [text, hours, minutes, half] = match
  const isClock = minutes !== undefined && text[hours.length] === ':'
  if ((half === undefined && !isClock) || Number(hours) > (half === undefined ? 24 : 12)) return -1
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0)
  const end = start + text.length
  const hoursEnd = start + hours.length
  const span = 1 + (minutes === undefined ? 0 : 1) + (half === undefined ? 0 : 1)
  reading.pushAt(reading.position, `${hour}:${minutes ?? '00'}`, start, end, TokenKind.number, span)
  reading.push(hours, start, hoursEnd, TokenKind.number)
  if (minutes !== undefined) reading.push(minutes, hoursEnd + 1, hoursEnd + 3, TokenKind.number)
  if (half !== undefined) {
    const halfStart = start + text.lastIndexOf(half)
    reading.push(half === 'a' ? 'a.m.' : 'pm', halfStart, end, TokenKind.word)
  }
  return end
}

function at(pattern: RegExp, reading: Reading, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(reading.lower)
}
