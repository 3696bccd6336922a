/**
 * Numbers: digit groups are joined (`1,250` → `1250`), decimals follow a point, units are separated (`10km`), decades are years (`1990s`).
 *
 * Commas separate groups of three digits; so do spaces, as in the International System of Units. A point is decimal.
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
import { endOfDigits, endOfWord, isWordAt, isWordBefore } from '../../../text/words.ts'
import type { DateOrder } from '../options.ts'
import { isMoneyBefore, PER_CENT, pushMagnitude } from './after-number.ts'
import { readCompound } from './compound.ts'
import { readDayFirst, readNumericDate, readTime } from './date.ts'
import { isOrdinalSuffix } from './ordinal.ts'

/** Units that people write without a space. One-letter units that also form names (`5G`, `3D`, `4K`) need two digits before them. */
const UNITS: ReadonlySet<string> = new Set(
  'km m cm mm μm nm m2 m3 km2 cm2 cm3 ha kg g mg μg lb lbs oz ft in yd mi mph l cl dl ml h hr hrs min mins s sec secs ms kb mb gb tb w kw mw kwh mwh v kv hz khz mhz ghz px pt db usd gbp eur c p am pm'.split(
    ' ',
  ),
)

const MOST_GROUPS = 20

/** Reads anything that starts with a digit at `start`. Returns where to continue. */
export function readNumber(reading: Reading, start: number, order: DateOrder): number {
  const end = endOfDigits(reading, start)
  const next = reading.classAt(end)
  let read = -1
  if (next === SPACE) read = readBeforeSpace(reading, start, end)
  else if (next === COMMA) read = readThousands(reading, start, end)
  else if (next === DOT) read = readBeforePoint(reading, start, end, order)
  else if (next === HYPHEN) read = readBeforeHyphen(reading, start, end, order)
  else if (next === SLASH) read = readNumericDate(reading, start, order)
  else if (next === COLON) read = end - start < 3 ? readTime(reading, start) : -1
  else if (next === APOSTROPHE) read = readDecade(reading, start, end, end + 1)
  else if (next <= MARK || next === SURROGATE) read = readWithLetters(reading, start, end)
  return read === -1 ? push(reading, reading.plain.slice(start, end), start, end) : read
}

/** Adds a number, and what follows it. */
function push(reading: Reading, word: string, start: number, end: number): number {
  // $5.00 is $5.
  const plain = word.endsWith('.00') ? word.slice(0, -3) : word
  pushMagnitude(reading, plain, start, end)
  reading.push(plain, start, end, TokenKind.number)
  return readPercent(reading, end, PER_CENT)
}

function readBeforeSpace(reading: Reading, start: number, end: number): number {
  const phone = readPhone(reading, start)
  if (phone !== -1) return phone
  if (reading.classAt(end + 1) === DIGIT) {
    const groups = identifierGroups(reading, start)
    return groups === undefined ? readThousands(reading, start, end) : readIdentifier(reading, groups)
  }
  if (end - start > 2) return -1
  const letter = reading.lower[end + 1]
  const time = letter === 'a' || letter === 'p' ? readTime(reading, start) : -1
  return time === -1 ? readDayFirst(reading, start) : time
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

/** Digit groups of three: 1,250, 1,234,567.89, 10 000; -1 if there is one group. */
function readThousands(reading: Reading, start: number, firstEnd: number): number {
  const end =
    reading.classAt(firstEnd) === COMMA
      ? endOfCommaGroups(reading, start, firstEnd)
      : endOfThousands(reading, start, firstEnd)
  return end === firstEnd ? -1 : pushNumber(reading, start, end)
}

function endOfCommaGroups(reading: Reading, start: number, firstEnd: number): number {
  if (firstEnd - start > 3 || reading.plain[start] === '0') return firstEnd
  let end = firstEnd
  while (reading.classAt(end) === COMMA && endOfDigits(reading, end + 1) === end + 4) end += 4
  // 1,250,30 is a list.
  return reading.classAt(end) === COMMA && reading.classAt(end + 1) === DIGIT ? firstEnd : end
}

/** Adds the number whose integer part is `start` to `end`, with its decimals, if any. */
function pushNumber(reading: Reading, start: number, end: number): number {
  let word = digitsOf(reading.plain.slice(start, end))
  if (reading.classAt(end) === DOT && reading.classAt(end + 1) === DIGIT) {
    const decimalsEnd = endOfDigits(reading, end + 1)
    word += `.${reading.plain.slice(end + 1, decimalsEnd)}`
    end = decimalsEnd
  } else {
    const wordEnd = endOfWord(reading, end)
    const suffix = reading.lower.slice(end, wordEnd)
    if (isOrdinalSuffix(suffix)) {
      reading.push(word + suffix, start, wordEnd, TokenKind.ordinal)
      return wordEnd
    }
  }
  return push(reading, word, start, end)
}

function readBeforePoint(reading: Reading, start: number, end: number, order: DateOrder): number {
  if (reading.classAt(end + 1) !== DIGIT) return -1
  const { plain } = reading
  for (const read of [readPhone(reading, start), readNumericDate(reading, start, order)]) if (read !== -1) return read
  const time = end - start < 3 && endOfDigits(reading, end + 1) === end + 3 ? readTime(reading, start) : -1
  if (time !== -1) return time
  let last = end
  let groups = 1
  // The bound prevents repeated scans of a long list.
  while (groups <= MOST_GROUPS && reading.classAt(last) === DOT && reading.classAt(last + 1) === DIGIT) {
    last = endOfDigits(reading, last + 1)
    groups++
  }
  if (groups === 2) {
    // 2.0b and 1.5x keep their letters; 2.5km is read as 2.5 and a unit.
    const wordEnd = endOfWord(reading, last)
    const unit = reading.lower.slice(last, wordEnd)
    return wordEnd === last || !UNITS.has(unit) || (unit === 'm' && isMoneyBefore(reading, last))
      ? pushNumber(reading, start, end)
      : pushWithUnit(reading, reading.lower.slice(start, last), start, last, wordEnd)
  }
  if (groups > MOST_GROUPS) return -1
  // 1.2.3 is a version or an address: one word, so that a part does not match it.
  reading.push(plain.slice(start, last), start, last, TokenKind.symbol)
  return last
}

/** Reads .5 as 0.5, from its point; -1 if the point ends something, or starts a name. */
export function readLeadingPoint(reading: Reading, start: number): number {
  if (isWordBefore(reading, start) || reading.classAt(start - 1) === DOT || reading.classAt(start + 1) !== DIGIT)
    return -1
  const end = endOfDigits(reading, start + 1)
  const following = reading.classAt(end)
  if (following === HYPHEN || (following === DOT && isWordAt(reading, end + 1))) return -1
  const word = `0${reading.plain.slice(start, end)}`
  const wordEnd = endOfWord(reading, end)
  const unit = reading.lower.slice(end, wordEnd)
  if (wordEnd === end) return push(reading, word, start, end)
  if (!UNITS.has(unit)) return -1
  return pushWithUnit(reading, word, start, end, wordEnd)
}

/** A version after its letter: v2.0, v. 2.0. */
const VERSION = /v\.?[ \u00a0\u202f]?(\d+(?:\.\d+)+)(?![\p{L}\d])/uy

/** Reads a version from the `v` before it; -1 if there is none. The letter is the word « version »; a query does not require it. */
export function readVersion(reading: Reading, start: number): number {
  VERSION.lastIndex = start
  const match = VERSION.exec(reading.lower)
  if (match === null) return -1
  const end = start + match[0].length
  if (!reading.isQuestion) reading.push('version', start, start + 1, TokenKind.word)
  reading.push(match[1], end - match[1].length, end, TokenKind.symbol)
  return end
}

function readBeforeHyphen(reading: Reading, start: number, end: number, order: DateOrder): number {
  if (!isWordAt(reading, end + 1)) return -1
  for (const read of [readPhone(reading, start), readNumericDate(reading, start, order)]) if (read !== -1) return read
  return readCompound(reading, start)
}

/** Reads 1990s and 90s, whose s is at `s`; -1 if there is none. */
function readDecade(reading: Reading, start: number, end: number, s: number): number {
  if (reading.lower[s] !== 's' || isWordAt(reading, s + 1) || reading.plain[end - 1] !== '0') return -1
  const digits = reading.plain.slice(start, end)
  const isShort = digits.length === 2 && digits >= '30'
  if (!isShort && digits.length !== 4) return -1
  const position = reading.position++
  reading.pushAt(position, `${isShort ? '19' : ''}${digits}s`, start, s + 1, TokenKind.number, 1)
  // Temperatures and ages are in the 90s too. A query has only the decade, which both notations have.
  if (isShort && !reading.isQuestion) reading.pushAt(position, `${digits}s`, start, s + 1, TokenKind.number, 1)
  return s + 1
}

/** Reads digits followed directly by letters: an ordinal, a time, a number with its unit, or a name such as 4x4 and 5G. */
function readWithLetters(reading: Reading, start: number, digitsEnd: number): number {
  const { lower } = reading
  const end = endOfWord(reading, digitsEnd)
  const suffix = lower.slice(digitsEnd, end)
  if ((suffix === 'am' || suffix === 'pm') && digitsEnd - start < 3) {
    const time = readTime(reading, start)
    if (time !== -1) return time
  }
  const decade = suffix === 's' ? readDecade(reading, start, digitsEnd, digitsEnd) : -1
  if (decade !== -1) return decade
  if (isOrdinalSuffix(suffix)) {
    const date = digitsEnd - start < 3 ? readDayFirst(reading, start) : -1
    if (date !== -1) return date
    if (reading.classAt(end) !== HYPHEN || !isWordAt(reading, end + 1)) {
      reading.push(lower.slice(start, end), start, end, TokenKind.ordinal)
      return end
    }
  }
  if (reading.classAt(end) === HYPHEN && isWordAt(reading, end + 1)) return readCompound(reading, start)
  const isUnit = UNITS.has(suffix) && (suffix.length > 1 || digitsEnd - start > 1)
  if (isUnit && !(suffix === 'm' && isMoneyBefore(reading, digitsEnd))) {
    return pushWithUnit(reading, reading.lower.slice(start, digitsEnd), start, digitsEnd, end)
  }
  // $3m.
  if (suffix === 'm' || suffix === 'k' || suffix === 'bn' || suffix === 'mn' || suffix === 'tn') {
    pushMagnitude(reading, lower.slice(start, digitsEnd), start, digitsEnd)
    reading.push(lower.slice(start, digitsEnd), start, digitsEnd, TokenKind.number)
    reading.push(suffix, digitsEnd, end, TokenKind.word)
    return end
  }
  reading.push(lower.slice(start, end), start, end, TokenKind.symbol)
  return end
}

/** Adds a number, as it is read, with its unit, and before both the whole. */
function pushWithUnit(reading: Reading, number: string, start: number, numberEnd: number, end: number): number {
  const unit = reading.lower.slice(numberEnd, end)
  reading.pushAt(reading.position, number + unit, start, end, TokenKind.symbol, 2)
  reading.push(number, start, numberEnd, TokenKind.number)
  reading.push(unit, numberEnd, end, TokenKind.word)
  return end
}

/** A number of the North American Numbering Plan, with or without +1. */
const PHONE =
  /(?:\+?1[ \u00a0.\-\u2011]?)?(?:\(\d{3}\)[ \u00a0]?|\d{3}[ \u00a0.\-\u2011])\d{3}[ \u00a0.\-\u2011]\d{4}(?![\d-])/y

/** Reads a telephone number from its first digit, its + or its parenthesis; -1 if there is none. The whole is written 5551234567. */
export function readPhone(reading: Reading, start: number): number {
  PHONE.lastIndex = start
  const match = PHONE.exec(reading.plain)
  if (match === null) return -1
  const end = start + match[0].length
  const parts = [...match[0].matchAll(/\d+/g)]
  const kind = TokenKind.number
  const from = reading.classAt(start) === PLUS ? start + 1 : start
  reading.pushAt(reading.position, digitsOf(match[0]).slice(-10), from, end, kind, parts.length)
  for (const part of parts) reading.push(part[0], start + part.index, start + part.index + part[0].length, kind)
  return end
}
