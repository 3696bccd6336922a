/**
 * Ordinals and Roman numerals: `1er`, `2ᵉ`, `XIXe`. Roman ones are stored with Arabic digits, because `VIe` in lower case would be `vie`.
 *
 * Suffixes: Lexique des règles typographiques en usage à l’Imprimerie nationale (1er, 1re, 2e), and what people write (2ème, 2nd).
 */
import { DIGIT, SPACE } from '../../../text/character-class.ts'
import { ROMAN_DIGITS, romanValue } from '../../../text/roman.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { endOfDigits, isCapitalAt } from '../../../text/words.ts'

const FIRST = 'er ers re res ère ères ere eres'
const OTHERS = 'e es è ème èmes eme emes ième ièmes ieme iemes nd nds nde ndes'
const FIRST_SUFFIXES: ReadonlySet<string> = new Set(FIRST.split(' '))
const OTHER_SUFFIXES: ReadonlySet<string> = new Set(OTHERS.split(' '))

/** Whether this suffix after digits forms an ordinal. */
export function isOrdinalSuffix(suffix: string): boolean {
  return FIRST_SUFFIXES.has(suffix) || OTHER_SUFFIXES.has(suffix)
}

/** Whether `siècle` follows the space at `i`. */
export function isCenturyAt(reading: Reading, i: number): boolean {
  if (reading.classAt(i) !== SPACE) return false
  return reading.lower.startsWith('siècle', i + 1) || reading.lower.startsWith('siecle', i + 1)
}

/** The word for a Roman ordinal between `start` and `end`, or undefined: `19e` for `XIXe`, `1er` for `Ier`, `19e` for `XIX` before `siècle`. */
export function romanOrdinal(reading: Reading, start: number, end: number): string | undefined {
  const { lower } = reading
  let numeralEnd = start
  while (numeralEnd < end && ROMAN_DIGITS.has(lower[numeralEnd])) numeralEnd++
  const beforeCentury = isCenturyAt(reading, end)
  for (; numeralEnd > start; numeralEnd--) {
    const value = romanValue(lower.slice(start, numeralEnd))
    if (value === 0) continue
    const suffix = lower.slice(numeralEnd, end)
    if (suffix === '') {
      if (beforeCentury) return `${value}e`
      continue
    }
    const isFirst = value === 1 && FIRST_SUFFIXES.has(suffix)
    // Vers and Xères are words: only 1er has these endings.
    if (!isFirst && (!OTHER_SUFFIXES.has(suffix) || value === 1 || value === 50)) continue
    // Ier needs its capital: ière and ier are not numbers.
    if (!isWrittenAsOrdinal(reading, start, numeralEnd) && (isFirst || !beforeCentury)) continue
    return isFirst ? (suffix.startsWith('er') ? '1er' : '1re') : `${value}e`
  }
  return undefined
}

/** Capitals with a small suffix: `XIXe`, and not `Vie`, `VIE` or `vie`. */
function isWrittenAsOrdinal(reading: Reading, start: number, numeralEnd: number): boolean {
  for (let i = start; i < numeralEnd; i++) if (!isCapitalAt(reading, i)) return false
  return !isCapitalAt(reading, numeralEnd)
}

/** Adds a word, or the ordinal that it is. `spelled` is its dictionary form, if that differs from the text. */
export function pushWord(reading: Reading, start: number, end: number, spelled?: string): void {
  if (reading.classAt(start) === DIGIT) {
    const digits = endOfDigits(reading, start)
    if (digits >= end) pushSpelled(reading, start, end, TokenKind.number, spelled)
    else {
      const isOrdinal = isOrdinalSuffix(reading.lower.slice(digits, end))
      pushSpelled(reading, start, end, isOrdinal ? TokenKind.ordinal : TokenKind.symbol, spelled)
    }
    return
  }
  if (end - start < 13 && ROMAN_DIGITS.has(reading.lower[start])) {
    const ordinal = romanOrdinal(reading, start, end)
    if (ordinal !== undefined) {
      reading.push(ordinal, start, end, TokenKind.ordinal)
      return
    }
  }
  pushSpelled(reading, start, end, TokenKind.word, spelled)
}

function pushSpelled(reading: Reading, start: number, end: number, kind: number, spelled: string | undefined): void {
  if (spelled === undefined) reading.pushSlice(start, end, kind)
  else reading.push(spelled, start, end, kind)
}
