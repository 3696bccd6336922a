/** Dates and times of day: `14 novembre 2019`, `14/11/2019` and `2019-11-14` give one whole, `2019-11-14`; `12 h 30` gives `12h30`. */
import type { Reading } from '../text/reading.ts'
import { TokenKind } from '../text/token.ts'

const SPACE = '[ \\u00a0\\u2009\\u202f]'
const DAY_MONTH_YEAR = /(\d{1,2})([/.\-\u2010\u2011])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/y
const YEAR_MONTH_DAY = /(\d{4})([-\u2010\u2011])(\d\d)\2(\d\d)(?!\d)/y
const MONTHS = 'janv|f[ée]vr?|mars|avr|mai|juin|juil|ao[uû]t|sept?|oct|nov|d[ée]c'
const FULL_MONTHS = 'janvier|f[ée]vrier|avril|juillet|septembre|octobre|novembre|d[ée]cembre'
const WORDS = new RegExp(`(\\d{1,2})(er)?${SPACE}+(${FULL_MONTHS}|${MONTHS})\\.?${SPACE}+(\\d{4})(?!\\d)`, 'y')
const TIME = new RegExp(`(\\d{1,2})${SPACE}?h${SPACE}?([0-5]\\d)(?!\\d)`, 'y')
const CLOCK = /(\d{1,2}):([0-5]\d)(?!\d)/y

/** Reads a date that is written with digits only, from its first digit; -1 where there is none. */
export function readNumericDate(reading: Reading, start: number): number {
  const iso = at(YEAR_MONTH_DAY, reading, start)
  if (iso !== null) {
    const date = writeDate(iso[1], iso[3], iso[4])
    return date === undefined ? -1 : pushNumbers(reading, date, TokenKind.date, start, iso[0])
  }
  const french = at(DAY_MONTH_YEAR, reading, start)
  if (french === null) return -1
  const date = writeDate(french[4], french[3], french[1])
  return date === undefined ? -1 : pushNumbers(reading, date, TokenKind.date, start, french[0])
}

/** Reads a date whose month is a word, from its first digit; -1 where there is none. */
export function readWrittenDate(reading: Reading, start: number): number {
  const match = at(WORDS, reading, start)
  if (match === null) return -1
  const [text, day, suffix = '', month, year] = match
  const date = writeDate(year, String(monthNumber(month)), day)
  if (date === undefined) return -1
  const end = start + text.length
  const monthStart = start + text.indexOf(month, day.length + suffix.length)
  const dayEnd = start + day.length + suffix.length
  reading.pushAt(reading.position, date, start, end, TokenKind.date, 3)
  reading.push(day + suffix, start, dayEnd, suffix === '' ? TokenKind.number : TokenKind.ordinal)
  reading.push(month, monthStart, monthStart + month.length, TokenKind.word)
  reading.push(year, end - year.length, end, TokenKind.number)
  return end
}

/** Reads a time of day with minutes, from its first digit; -1 where there is none. */
export function readTime(reading: Reading, start: number): number {
  const match = at(TIME, reading, start) ?? at(CLOCK, reading, start)
  if (match === null || Number(match[1]) > 24) return -1
  const word = `${match[1]}h${match[2]}`
  return pushNumbers(reading, word, TokenKind.number, start, match[0])
}

function at(pattern: RegExp, reading: Reading, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(reading.lower)
}

/** Adds a whole and, as its parts, the numbers and the `h` in `text`. */
function pushNumbers(reading: Reading, whole: string, kind: number, start: number, text: string): number {
  const parts = [...text.matchAll(/\d+|h/g)]
  reading.pushAt(reading.position, whole, start, start + text.length, kind, parts.length)
  for (const part of parts) {
    const partStart = start + part.index
    reading.push(part[0], partStart, partStart + part[0].length, part[0] === 'h' ? TokenKind.word : TokenKind.number)
  }
  return start + text.length
}

/** A date as ISO 8601 writes it; undefined where there is no such day or month. */
function writeDate(year: string, month: string, day: string): string | undefined {
  const monthValue = Number(month)
  const dayValue = Number(day)
  if (monthValue < 1 || monthValue > 12 || dayValue < 1 || dayValue > 31) return undefined
  // A year of two digits is read as people write forms today: 19 is 2019, 87 is 1987.
  const fullYear = year.length === 4 ? year : Number(year) < 50 ? `20${year}` : `19${year}`
  return `${fullYear}-${String(monthValue).padStart(2, '0')}-${String(dayValue).padStart(2, '0')}`
}

const MONTH_BEGINNINGS = ['jan', 'fév', 'mar', 'avr', 'mai', 'juin', 'juil', 'ao', 'sep', 'oct', 'nov', 'déc']

function monthNumber(word: string): number {
  const accented = word.replace('fev', 'fév').replace('dec', 'déc')
  return MONTH_BEGINNINGS.findIndex(beginning => accented.startsWith(beginning)) + 1
}
