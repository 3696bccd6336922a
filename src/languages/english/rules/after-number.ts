/** What follows a number and belongs to it: `per cent` for %, and the zeros of `million`, `bn` or `k`. */
import { AMPERSAND, APOSTROPHE, COMMA, DOT, HYPHEN, SEPARATOR, SPACE } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { isWordAt } from '../../../text/words.ts'

/** For `isPercentAt` and `readPercent`. */
export const PER_CENT = /[ \u00a0\u202f](per)[ \u00a0\u202f](cent)(?![\p{L}-])/uy

const MAGNITUDE = /[ \u00a0\u2009\u202f]?(thousand|million|billion|trillion|mn|bn|tn|[km])(?![\p{L}\p{N}])/uy
/** A short amount of money, up to its end. */
const MONEY = /[$£€]\d{1,3}(?:\.\d{1,3})?$/

const POWERS: Readonly<Record<string, number>> = { t: 1, k: 1, m: 2, b: 3, tr: 4, tn: 4 }

/** Whether the word that ends at `end` is read on its own: not with what follows, as the m of « 3m’s », « m&m » and « m.p.h. » is. */
function endsWord(reading: Reading, end: number): boolean {
  const next = reading.classAt(end)
  if (next === SPACE) return reading.classAt(end + 1) !== AMPERSAND
  if (next === DOT || next === HYPHEN || next === APOSTROPHE) return !isWordAt(reading, end + 1)
  return end >= reading.length || next === SEPARATOR || next === COMMA
}

/** Whether an amount of money ends at `end`, so that the m of `$3m` are millions. */
export function isMoneyBefore(reading: Reading, end: number): boolean {
  return MONEY.test(reading.lower.slice(Math.max(end - 8, 0), end))
}

/**
 * Adds the whole of a number and the power of a thousand after it, as in `2.5 billion` and `$3m`, before the number itself is added. Adds nothing if none
 * follows.
 *
 * @param number the number as the dictionary writes it
 */
export function pushMagnitude(reading: Reading, number: string, start: number, end: number): void {
  // Few numbers are followed by one of these letters, so the expression is rarely tried.
  const letter = reading.lower.charAt(reading.classAt(end) === SPACE ? end + 1 : end)
  if (letter === '' || !'tmbk'.includes(letter)) return
  MAGNITUDE.lastIndex = end
  const match = MAGNITUDE.exec(reading.lower)
  // `3m` are three metres, `$3m` three million.
  const isOneLetter = match !== null && match[1].length === 1
  if (match === null || !endsWord(reading, end + match[0].length)) return
  if (isOneLetter && !isMoneyBefore(reading, end)) return
  const power = POWERS[match[1].slice(0, 2)] ?? POWERS[letter]
  const value = Math.round(Number(number) * 1000 ** power)
  if (Number.isSafeInteger(value)) {
    reading.pushAt(reading.position, String(value), start, end + match[0].length, TokenKind.number, 2)
  }
}
