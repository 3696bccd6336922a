/** Digits written in groups: thousands (`5 500`, `10’000`), and identifiers that people group freely (`123 456 789 00012`, `FR76 3000 …`). */
import { APOSTROPHE, DIGIT, DOT, MARK, SEPARATOR, SPACE } from './character-class.ts'
import type { Reading } from './text-scanner.ts'
import { TokenKind } from './token.ts'
import { endOfDigits } from './words.ts'

/** The start and end of a number inside an identifier. */
export type DigitGroup = readonly [start: number, end: number]

/** The shortest identifier is a SIREN. Shorter sequences are often just separate numbers. */
const FEWEST_DIGITS = 9
/** The longest is an IBAN, in up to nine groups. A row of a table is longer. */
const MOST_DIGITS = 34
const MOST_GROUPS = 12

/**
 * The end of a number in groups of three digits, separated by spaces, or by apostrophes as in Switzerland (Chancellerie fédérale, Instructions sur
 * la présentation des textes officiels); `firstEnd` if its first group stands alone. A first group of four digits, or with a leading zero, is a year or
 * a code.
 */
export function endOfThousands(reading: Reading, start: number, firstEnd: number): number {
  const separator = reading.classAt(firstEnd)
  if (separator !== SPACE && separator !== APOSTROPHE) return firstEnd
  if (firstEnd - start > 3 || reading.plain[start] === '0') return firstEnd
  let end = firstEnd
  while (reading.classAt(end) === separator && endOfDigits(reading, end + 1) === end + 4) end += 4
  return end
}

/**
 * The numbers of an identifier that begins at `start`: two or more, with one space between, that have 9 to 34 digits together. Undefined if there is none. Only
 * the first number of a row starts one, so each row is read once.
 */
export function identifierGroups(reading: Reading, start: number): DigitGroup[] | undefined {
  if (reading.classAt(start - 1) === SPACE && reading.classAt(start - 2) === DIGIT) return undefined
  const groups: DigitGroup[] = []
  let digits = 0
  for (let i = start; ; ) {
    const end = endOfThousands(reading, i, endOfDigits(reading, i))
    groups.push([i, end])
    digits += digitsOf(reading.plain.slice(i, end)).length
    if (groups.length > MOST_GROUPS || digits > MOST_DIGITS) return undefined
    if (reading.classAt(end) !== SPACE || reading.classAt(end + 1) !== DIGIT) {
      return groups.length > 1 && digits >= FEWEST_DIGITS && endsIdentifier(reading, end) ? groups : undefined
    }
    i = end + 1
  }
}

/** Whether the character at `end` ends a row of digits: it is not a unit, a decimal sign or a hyphen. */
function endsIdentifier(reading: Reading, end: number): boolean {
  const next = reading.classAt(end)
  if (next === SPACE || next === SEPARATOR) return true
  return next > MARK && next <= DOT && reading.classAt(end + 1) !== DIGIT
}

/** An IBAN (ISO 13616) in groups of four, or a number for VAT in the writing of tax forms, whose groups vary. */
const COUNTRY_IDENTIFIER =
  /[A-Z]{2}\d\d(?:[ \u00a0\u202f][A-Z\d]{4}){3,7}(?:[ \u00a0\u202f][A-Z\d]{1,3})?(?![\p{L}\d])|[A-Z]{2}[ \u00a0\u202f]?\d\d(?:[ \u00a0\u202f]?\d{3}){3}(?![\p{L}\d])/uy
const COUNTRY_GROUP = /[A-Z]+|[A-Z\d]+/g

/** Reads an identifier in groups that starts with the two capitals of a country; -1 if there is none. The whole is written without spaces. */
export function readCountryIdentifier(reading: Reading, start: number): number {
  COUNTRY_IDENTIFIER.lastIndex = start
  const text = COUNTRY_IDENTIFIER.exec(reading.plain)?.[0]
  if (text === undefined || !/[ \u00a0\u202f]/.test(text)) return -1
  const groups = [...text.matchAll(COUNTRY_GROUP)]
  const whole = groups.map(group => group[0]).join('')
  reading.pushAt(reading.position, whole.toLowerCase(), start, start + text.length, TokenKind.symbol, groups.length)
  for (const group of groups) {
    const from = start + group.index
    const kind = /^\d+$/.test(group[0]) ? TokenKind.number : TokenKind.symbol
    reading.push(group[0].toLowerCase(), from, from + group[0].length, kind)
  }
  return start + text.length
}

/** The digits of a text. */
export function digitsOf(text: string): string {
  return text.replace(/\D+/g, '')
}
