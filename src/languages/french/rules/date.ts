/** Dates and times of day: `14 novembre 2019`, `14/11/2019` and `2019-11-14` become one whole, `2019-11-14`; `08:30` and `8 h 30` become `8h30`. */
import { writeDate } from '../../../text/iso-date.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'

const SPACE = '[ \\u00a0\\u2009\\u202f]'
const DAY_MONTH_YEAR = /(\d{1,2})([/.\-\u2010\u2011])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/y
const YEAR_MONTH_DAY = /(\d{4})([-\u2010\u2011])(\d\d)\2(\d\d)(?!\d)/y
const MONTHS = 'janv|f[ée]vr?|mars|avr|mai|juin|juil|ao[uû]t|sept?|oct|nov|d[ée]c'
const FULL_MONTHS = 'janvier|f[ée]vrier|avril|juillet|septembre|octobre|novembre|d[ée]cembre'
const MONTH_YEAR = /(0?[1-9]|1[0-2])\/([12]\d{3})(?![\d/])/y
const DAY_MONTH = /(?:0[1-9]|[12]\d|3[01])\/(0[1-9]|1[0-2])(?![\d/])/y
const WORDS = new RegExp(
  `(\\d{1,2})(er)?${SPACE}+(${FULL_MONTHS}|${MONTHS})(?:\\.?${SPACE}+(\\d{4})(?!\\d)|(?![a-zà-ÿ]))`,
  'y',
)
const SPACED = /(0?[1-9]|[12]\d|3[01]) (0?[1-9]|1[0-2]) ([12]\d{3})(?!\d)/y
const TIME = new RegExp(`(\\d{1,2})${SPACE}?(?<sign>h(?:eures?)?)${SPACE}?([0-5]\\d)(?!\\d)`, 'y')
const CLOCK = /(\d{1,2}):([0-5]\d)(?!\d)/y

/**
 * Reads a numeric date, complete (14/11/2019, 2019-11-14) or partial (11/2019, 14/07), from its first digit; -1 if there is none. A month is also read as its
 * name; a query has only the name, which every notation has.
 */
export function readNumericDate(reading: Reading, start: number): number {
  const iso = at(YEAR_MONTH_DAY, reading, start)
  if (iso !== null) return pushNumeric(reading, start, iso[0], iso[3], 1, writeDate(iso[1], iso[3], iso[4]))
  const french = at(DAY_MONTH_YEAR, reading, start)
  if (french !== null) {
    return pushNumeric(reading, start, french[0], french[3], 1, writeDate(french[4], french[3], french[1]))
  }
  const part = at(MONTH_YEAR, reading, start) ?? at(DAY_MONTH, reading, start)
  return part === null ? -1 : pushNumeric(reading, start, part[0], part[1], part[2] === undefined ? 1 : 0, '')
}

/**
 * Reads a date whose numbers have spaces between them (14 11 2019), from its first digit; -1 if there is none. Only for queries: in a text they may be separate
 * numbers.
 */
export function readSpacedDate(reading: Reading, start: number): number {
  const date = at(SPACED, reading, start)
  if (date === null) return -1
  return pushNumeric(reading, start, date[0], date[2], 1, writeDate(date[3], date[2], date[1]))
}

/** Adds the numbers in `text`, after the whole if there is one. The number at `monthAt` is the month. Returns -1 if `date` shows that there is no such day. */
function pushNumeric(
  reading: Reading,
  start: number,
  text: string,
  month: string,
  monthAt: number,
  date: string | undefined,
): number {
  if (date === undefined) return -1
  const parts = [...text.matchAll(/\d+/g)]
  if (date !== '') {
    reading.pushAt(reading.position, date, start, start + text.length, TokenKind.date, parts.length)
  }
  parts.forEach((part, i) => {
    const partStart = start + part.index
    const end = partStart + part[0].length
    const position = reading.position++
    if (i !== monthAt || !reading.isQuestion) reading.pushAt(position, part[0], partStart, end, TokenKind.number, 1)
    if (i === monthAt) reading.pushAt(position, MONTH_NAMES[Number(month) - 1], partStart, end, TokenKind.word, 1)
  })
  return start + text.length
}

/** Reads a date whose month is a word, from its first digit; -1 if there is none. Without a year, only the 1st matters: 1 mai is 1er mai. */
export function readWrittenDate(reading: Reading, start: number): number {
  const match = at(WORDS, reading, start)
  if (match === null) return -1
  const [text, day, suffix = '', month, year] = match
  const dayEnd = start + day.length + suffix.length
  if (year === undefined) return day === '1' && suffix === '' ? pushDay(reading, day, suffix, start, dayEnd) : -1
  const date = writeDate(year, String(monthNumber(month)), day)
  if (date === undefined) return -1
  const end = start + text.length
  const monthStart = start + text.indexOf(month, day.length + suffix.length)
  reading.pushAt(reading.position, date, start, end, TokenKind.date, 3)
  pushDay(reading, day, suffix, start, dayEnd)
  // Sept is seven; the other abbreviated months are separate words.
  const word = month === 'sept' ? 'septembre' : month
  reading.push(word, monthStart, monthStart + month.length, TokenKind.word)
  reading.push(year, end - year.length, end, TokenKind.number)
  return end
}

/** Adds the day of a date. The first is always an ordinal. */
function pushDay(reading: Reading, day: string, suffix: string, start: number, end: number): number {
  const position = reading.position++
  if (day === '1') reading.pushAt(position, '1er', start, end, TokenKind.ordinal, 1)
  if (day !== '1' || (suffix === '' && !reading.isQuestion)) {
    reading.pushAt(position, day + suffix, start, end, TokenKind.number, 1)
  }
  return end
}

/** Reads a time of day with minutes, from its first digit; -1 if there is none. `20:00` becomes `20h`, like `20h`. */
export function readTime(reading: Reading, start: number): number {
  const match = at(TIME, reading, start)
  const clock = match ?? at(CLOCK, reading, start)
  if (clock === null || Number(clock[1]) > 24) return -1
  const [text, hours] = clock
  const minutes = text.slice(-2)
  const end = start + text.length
  const hour = String(Number(hours))
  const isFull = minutes === '00'
  const hoursEnd = start + hours.length
  const sign = match?.groups?.sign
  const signStart = sign === undefined ? hoursEnd : start + text.indexOf(sign)
  const position = reading.position
  const size = 2 + (isFull || sign === undefined ? 0 : 1)
  reading.pushAt(position, `${hour}h${isFull ? '' : minutes}`, start, end, TokenKind.number, size)
  reading.push(hour, start, hoursEnd, TokenKind.number)
  if (isFull) reading.push('h', signStart, end, TokenKind.word)
  else {
    if (sign !== undefined) reading.push(sign, signStart, signStart + sign.length, TokenKind.word)
    reading.push(minutes, end - minutes.length, end, TokenKind.number)
  }
  return end
}

const MONTH_BEFORE = new RegExp(`(?:${FULL_MONTHS}|mars|mai|juin|ao[uû]t)${SPACE}$`)

/** The year of the last century that two digits after a month mean (`mai 68`); undefined if they are just a number. */
export function shortYear(reading: Reading, digits: string, start: number): string | undefined {
  if (digits.length !== 2 || digits < '32') return undefined
  return MONTH_BEFORE.test(reading.lower.slice(Math.max(0, start - 10), start)) ? `19${digits}` : undefined
}

const DECADES = 'trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix'.split(' ')
const DECADE = new RegExp(
  `ann[ée]es${SPACE}([3-9]0|trente|quarante|cinquante|soixante(?:.dix)?|quatre.vingts?(?:.dix)?)(?![\\p{L}\\d-])`,
  'uy',
)

/** Reads `années 60` and `années soixante`, which are the years 1960; -1 if there are none. */
export function readDecade(reading: Reading, start: number, end: number): number {
  const match = at(DECADE, reading, start)
  if (match === null) return -1
  const [text, decade] = match
  const words = decade.split(/[^a-z\d]/)
  const place = DECADES.indexOf(words.join('-').replace('vingts', 'vingt'))
  const year = place === -1 ? `19${decade}` : String(1930 + 10 * place)
  const last = start + text.length
  reading.push(reading.lower.slice(start, end), start, end, TokenKind.word)
  reading.pushAt(reading.position, year, end + 1, last, TokenKind.number, words.length)
  // A query has only the year, which all notations have; in a text the words of the number follow.
  if (!reading.isQuestion) return end
  reading.position += words.length
  return last
}

function at(pattern: RegExp, reading: Reading, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(reading.lower)
}

const MONTH_NAMES = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

function monthNumber(word: string): number {
  const beginning = word.replace('fev', 'fév').replace('dec', 'déc').replace('aou', 'aoû').slice(0, 4)
  return MONTH_NAMES.findIndex(name => name.startsWith(beginning)) + 1
}
