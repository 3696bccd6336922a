/**
 * Numbers: digit groups are joined (`5 500` → `5500`), the decimal sign is a point (`3,5` → `3.5`), units are separated (`10km`).
 *
 * Rules of the Imprimerie nationale: groups of three digits with a space between, a comma before decimals. A point between groups of three is a thousands
 * separator, as in older French texts; a point before any other number of digits is decimal.
 */
import {
  APOSTROPHE,
  COLON,
  COMMA,
  DIGIT,
  DOT,
  HYPHEN,
  MARK,
  PLUS,
  SLASH,
  SPACE,
  SURROGATE,
} from '../../../text/character-class.ts'
import { type DigitGroup, digitsOf, endOfThousands, identifierGroups } from '../../../text/digit-groups.ts'
import { readPercent } from '../../../text/percent.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { endOfDigits, endOfWord, isWordAt } from '../../../text/words.ts'
import { PER_CENT, pushMagnitude } from './after-number.ts'
import { readCompound } from './compound.ts'
import { readNumericDate, readSpacedDate, readTime, readWrittenDate, shortYear } from './date.ts'
import { isCenturyAt, isOrdinalSuffix } from './ordinal.ts'

/** Units that people write without a space. One-letter units that also form names (`5G`, `3D`, `4K`) need two digits before them. */
const UNITS: ReadonlySet<string> = new Set(
  'km m cm mm μm nm m2 m3 km2 cm2 cm3 ha kg g mg μg t l cl dl ml hl h min mn s ms ko mo go to kb mb gb tb w kw mw kwh mwh gwh v kv hz khz mhz ghz px pt db eur euros euro frs heure heures ans an jours mois'.split(
    ' ',
  ),
)

const MOST_GROUPS = 20
/** Addresses and versions have fewer digits than this. */
const FEWEST_DIGITS = 13

/** Reads anything that starts with a digit at `start`. Returns where to continue. */
export function readNumber(reading: Reading, start: number): number {
  const end = endOfDigits(reading, start)
  const next = reading.classAt(end)
  let read = -1
  if (next === SPACE) read = readBeforeSpace(reading, start, end)
  else if (next === APOSTROPHE) read = readThousands(reading, start, end)
  else if (next === DOT || next === COMMA) read = readBeforePoint(reading, start, end)
  else if (next === HYPHEN) read = readBeforeHyphen(reading, start, end)
  else if (next === SLASH) read = readNumericDate(reading, start)
  else if (next === COLON) read = end - start < 3 ? readTime(reading, start) : -1
  else if (reading.plain[end] === '×') read = readProduct(reading, start)
  else if (next <= MARK || next === SURROGATE) read = readWithLetters(reading, start, end)
  return read === -1 ? push(reading, reading.plain.slice(start, end), start, end) : read
}

/** Adds a number, and what follows it. */
function push(reading: Reading, word: string, start: number, end: number): number {
  pushMagnitude(reading, word, start, end)
  const year = shortYear(reading, word, start)
  // A query has only the year, which both notations have.
  if (year !== undefined) reading.pushAt(reading.position, year, start, end, TokenKind.number, 1)
  if (year === undefined || !reading.isQuestion) {
    reading.pushAt(reading.position, word, start, end, TokenKind.number, 1)
  }
  reading.position++
  return readPercent(reading, end, PER_CENT)
}

const PRODUCT = /\d+(?:×\d+)+(?![\p{L}\d])/uy

/** Reads 4×4, also written 4x4, from its first digit; -1 if there is none. */
function readProduct(reading: Reading, start: number): number {
  PRODUCT.lastIndex = start
  const match = PRODUCT.exec(reading.plain)
  if (match === null) return -1
  const end = start + match[0].length
  reading.push(match[0].replaceAll('×', 'x'), start, end, TokenKind.symbol)
  return end
}

function readBeforeSpace(reading: Reading, start: number, end: number): number {
  const after = reading.classAt(end + 1)
  if (after === DIGIT) {
    return readBeforeDigits(reading, start, end)
  }
  if (end - start < 3) {
    const letter = reading.lower.charCodeAt(end + 1)
    if (letter === 0x68) return readTime(reading, start)
    if (letter === 0x73 && isCenturyAt(reading, end)) {
      reading.push(`${Number(reading.plain.slice(start, end))}e`, start, end, TokenKind.ordinal)
      return end
    }
    return readWrittenDate(reading, start)
  }
  return -1
}

/** Digits in groups: a telephone number, an identifier, thousands. */
function readBeforeDigits(reading: Reading, start: number, end: number): number {
  const phone = readPhone(reading, start)
  if (phone !== -1) return phone
  const date = reading.isQuestion ? readSpacedDate(reading, start) : -1
  if (date !== -1) return date
  const groups = identifierGroups(reading, start)
  return groups === undefined ? readThousands(reading, start, end) : readIdentifier(reading, groups)
}

/** Adds an identifier: the whole without its spaces, then its numbers as written. */
function readIdentifier(reading: Reading, groups: readonly DigitGroup[]): number {
  const [start] = groups[0]
  const [, end] = groups[groups.length - 1]
  const whole = digitsOf(reading.plain.slice(start, end))
  reading.pushAt(reading.position, whole, start, end, TokenKind.number, groups.length)
  let next = end
  for (const [from, to] of groups) next = push(reading, digitsOf(reading.plain.slice(from, to)), from, to)
  return next
}

/** Digit groups of three: 5 500, 1 234 567,89, 10’000; -1 if there is one group. */
function readThousands(reading: Reading, start: number, firstEnd: number): number {
  const end = endOfThousands(reading, start, firstEnd)
  return end === firstEnd ? -1 : pushNumber(reading, start, end)
}

/** Adds the number whose integer part is `start` to `end`, with its decimals, if any. */
function pushNumber(reading: Reading, start: number, end: number): number {
  let word = digitsOf(reading.plain.slice(start, end))
  const sign = reading.classAt(end)
  if ((sign === COMMA || sign === DOT) && reading.classAt(end + 1) === DIGIT) {
    const decimalsEnd = endOfDigits(reading, end + 1)
    word += `.${reading.plain.slice(end + 1, decimalsEnd)}`
    end = decimalsEnd
  }
  return push(reading, word, start, end)
}

function readBeforePoint(reading: Reading, start: number, end: number): number {
  if (reading.classAt(end + 1) !== DIGIT) return -1
  const { plain } = reading
  // The 2 of 1,2,3 has no decimals.
  if (plain[start - 1] === plain[end] && reading.classAt(start - 2) === DIGIT) return -1
  const isPoint = plain[end] === '.'
  if (isPoint) {
    const phone = readPhone(reading, start)
    if (phone !== -1) return phone
    const date = readNumericDate(reading, start)
    if (date !== -1) return date
  }
  let last = end
  let groups = 1
  let areThousands = end - start <= 3 && plain[start] !== '0'
  // The bound prevents repeated scans of a long list.
  while (groups <= MOST_GROUPS && plain[last] === plain[end] && reading.classAt(last + 1) === DIGIT) {
    const groupEnd = endOfDigits(reading, last + 1)
    if (groupEnd - last !== 4) areThousands = false
    last = groupEnd
    groups++
  }
  if (isPoint && areThousands) return pushNumber(reading, start, last)
  if (groups === 2) return pushNumber(reading, start, end)
  // 1,2,3 is a list; 1.2.3 is a version or an address.
  if (!isPoint || groups > MOST_GROUPS) return -1
  const text = plain.slice(start, last)
  const digits = digitsOf(text)
  // One word, so that a part of a version or an address does not match it. A SIRET with full stops is a number.
  reading.push(digits.length < FEWEST_DIGITS ? text : digits, start, last, TokenKind.symbol)
  return last
}

/** A version after its letter: v2.0, v. 2.0. */
const VERSION = /v\.?[ \u00a0\u202f]?(\d+(?:\.\d+)+)(?![\p{L}\d])/uy

/**
 * Reads a version from the `v` before it; -1 if there is none. The letter is the word « version ». A query requires only the number, so there the letter is
 * read like an elided word.
 */
export function readVersion(reading: Reading, start: number): number {
  VERSION.lastIndex = start
  const match = VERSION.exec(reading.lower)
  if (match === null) return -1
  const end = start + match[0].length
  reading.push('version', start, start + 1, reading.isQuestion ? TokenKind.elision : TokenKind.word)
  reading.push(match[1], end - match[1].length, end, TokenKind.symbol)
  return end
}

function readBeforeHyphen(reading: Reading, start: number, end: number): number {
  if (!isWordAt(reading, end + 1)) return -1
  const phone = readPhone(reading, start)
  if (phone !== -1) return phone
  const date = readNumericDate(reading, start)
  return date === -1 ? readCompound(reading, start) : date
}

/** Reads digits followed directly by letters: an ordinal, a time, a number with its unit, or a name such as 4x4 and 5G. */
function readWithLetters(reading: Reading, start: number, digitsEnd: number): number {
  const { lower } = reading
  const end = endOfWord(reading, digitsEnd)
  const suffix = lower.slice(digitsEnd, end)
  if (suffix[0] === 'h' && digitsEnd - start < 3) {
    const time = readTime(reading, start)
    if (time !== -1) return time
  }
  if (suffix === 'er' && digitsEnd - start === 1) {
    const date = readWrittenDate(reading, start)
    if (date !== -1) return date
  }
  if (reading.classAt(end) === HYPHEN && isWordAt(reading, end + 1)) return readCompound(reading, start)
  // 3M€, and not 3M.
  if ('€$£'.includes(reading.plain[end])) return push(reading, lower.slice(start, digitsEnd), start, digitsEnd)
  if (isOrdinalSuffix(suffix)) {
    reading.push(lower.slice(start, end), start, end, TokenKind.ordinal)
  } else if (UNITS.has(suffix) && (suffix.length > 1 || suffix === 'h' || digitsEnd - start > 1)) {
    reading.pushAt(reading.position, lower.slice(start, end), start, end, TokenKind.symbol, 2)
    reading.push(lower.slice(start, digitsEnd), start, digitsEnd, TokenKind.number)
    reading.push(suffix, digitsEnd, end, TokenKind.word)
  } else {
    reading.push(lower.slice(start, end), start, end, TokenKind.symbol)
  }
  return end
}

const PHONE =
  /(?:(?:\+|00)33[ \u00a0\u202f.-]?(?:\(0\))?[ \u00a0\u202f.-]?|0)[1-9](?:[ \u00a0\u202f.\-\u2011]?\d\d){4}(?!\d)/y

/** Reads a French telephone number in pairs of digits, with or without +33; -1 if there is none. The whole is written 0123456789. */
export function readPhone(reading: Reading, start: number): number {
  const first = reading.classAt(start)
  if (first !== PLUS && reading.plain[start] !== '0') return -1
  PHONE.lastIndex = start
  const match = PHONE.exec(reading.plain)
  if (match === null) return -1
  const end = start + match[0].length
  const digits = digitsOf(match[0])
  const parts = [...match[0].matchAll(/\d+/g)]
  const kind = TokenKind.number
  if (parts.length > 1) reading.pushAt(reading.position, `0${digits.slice(-9)}`, start, end, kind, parts.length)
  for (const part of parts) {
    reading.push(part[0], start + part.index, start + part.index + part[0].length, kind)
  }
  return end
}
