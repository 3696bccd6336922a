/** Ordinals in digits: `1st`, `22nd`, `19th`. */
import { DIGIT } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { endOfDigits } from '../../../text/words.ts'

const SUFFIX = /^(?:st|nd|rd|th)$/

/** Whether this suffix after digits forms an ordinal. `2d` and `3d` are dimensions. */
export function isOrdinalSuffix(suffix: string): boolean {
  return SUFFIX.test(suffix)
}

/** The correct ordinal of a number: `21st`, `11th`. */
export function ordinalOf(value: number): string {
  const tens = value % 100
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return value + suffix
}

/** Adds a word, a number or an ordinal. */
export function pushWord(reading: Reading, start: number, end: number): void {
  if (reading.classAt(start) !== DIGIT) {
    reading.pushSlice(start, end, TokenKind.word)
    return
  }
  const digits = endOfDigits(reading, start)
  const kind =
    digits >= end
      ? TokenKind.number
      : isOrdinalSuffix(reading.lower.slice(digits, end))
        ? TokenKind.ordinal
        : TokenKind.symbol
  reading.pushSlice(start, end, kind)
}
