/** What follows a number and belongs to it: `pour cent` for %, and the zeros of `millions`, `Md` or `k€`. */
import { SPACE } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'

/** For `isPercentAt` and `readPercent`. */
export const PER_CENT = /[ \u00a0\u202f](p(?:our|(?=\.)))\.?[ \u00a0\u202f](cent|mille)(?![\p{L}-])/uy

/** Only capitals for M and Md: « 2 m » is metres. Only money counts in k. */
const MAGNITUDE =
  /[ \u00a0\u2009\u202f]?(k(?=[€$£])|mille|M|Mr?ds?|[Mm]illions?|[Mm]illiards?|MILLIONS?|MILLIARDS?)(?![\p{L}\p{N}.-])/uy

/**
 * Adds the whole of a number and the power of a thousand after it, as in `2,5 milliards` and `3 M€`, before the number itself is added. Adds nothing if none
 * follows.
 *
 * @param number the number as the dictionary writes it
 */
export function pushMagnitude(reading: Reading, number: string, start: number, end: number): void {
  // Few numbers are followed by a k or an m, so the expression is rarely tried.
  const letter = reading.lower.charCodeAt(reading.classAt(end) === SPACE ? end + 1 : end)
  if (letter !== 0x6b && letter !== 0x6d) return
  MAGNITUDE.lastIndex = end
  const match = MAGNITUDE.exec(reading.plain)
  if (match === null) return
  const power = match[1].toLowerCase()
  const thousands = power === 'k' || power === 'mille' ? 1 : /^m(?:r?d|illia)/.test(power) ? 3 : 2
  const value = String(Math.round(Number(number) * 1000 ** thousands))
  reading.pushAt(reading.position, value, start, end + match[0].length, TokenKind.number, 2)
}
