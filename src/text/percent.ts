/** The sign % in words after a number: `per cent`, `pour cent`, `pour mille`. */
import type { Reading } from './text-scanner.ts'
import { TokenKind } from './token.ts'

/** Whether a percentage follows a number that ends at `end`. `written`: two words with a space before each, as a sticky expression with a group for each word. */
export function isPercentAt(reading: Reading, end: number, written: RegExp): boolean {
  written.lastIndex = end
  return written.test(reading.lower)
}

/** Adds the sign as the whole of both words: % for a hundred, ‰ for a thousand. The first word starts with a p. Returns where to continue. */
export function readPercent(reading: Reading, end: number, written: RegExp): number {
  if (reading.lower.charCodeAt(end + 1) !== 0x70) return end
  written.lastIndex = end
  const match = written.exec(reading.lower)
  if (match === null) return end
  const [text, first, second] = match
  const last = end + text.length
  reading.pushAt(reading.position, second === 'cent' ? '%' : '‰', end + 1, last, TokenKind.symbol, 2)
  reading.push(first, end + 1, end + 1 + first.length, TokenKind.word)
  reading.push(second, last - second.length, last, TokenKind.word)
  return last
}
