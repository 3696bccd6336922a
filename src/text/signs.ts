/** Words other than letters and digits of the basic plane: letters outside it, pictures, flags, temperatures; and addresses with an @. */
import { LONGEST_LOCAL_PART, readEmail } from './address.ts'
import { isAstralPicture } from './character-class.ts'
import type { Reading } from './text-scanner.ts'
import { TokenKind } from './token.ts'
import { endOfWord, isAstralLetterAt, isWordAt } from './words.ts'

/** Reads a word with letters outside the basic plane, from its first letter. */
export function readAstralWord(reading: Reading, start: number): number {
  const end = endOfWord(reading, start)
  reading.pushSlice(start, end, TokenKind.word)
  return end
}

/** Reads an e-mail address that starts at `start`, if the next @ is near enough; -1 if there is none. */
export function readAddressAhead(reading: Reading, start: number): number {
  if (reading.nextAt < start) reading.nextAt = reading.indexOfAt(start)
  return reading.nextAt - start <= LONGEST_LOCAL_PART ? readEmail(reading, start) : -1
}

/** Reads °C and °F, in a query also °c; -1 if the degree sign stands alone. */
export function readTemperature(reading: Reading, start: number): number {
  const scale = (reading.isQuestion ? reading.plain[start + 1]?.toUpperCase() : reading.plain[start + 1]) ?? ''
  if ((scale !== 'C' && scale !== 'F') || isWordAt(reading, start + 2)) return -1
  reading.push(`°${scale.toLowerCase()}`, start, start + 2, TokenKind.symbol)
  return start + 2
}

/** Reads a word or a picture outside the basic plane; -1 for half a character. */
export function readAstral(reading: Reading, start: number): number {
  if (isAstralLetterAt(reading, start)) return readAstralWord(reading, start)
  const character = String.fromCodePoint(reading.plain.codePointAt(start) ?? 0)
  if (character.length === 1) return -1
  let end = start + 2
  if (isAstralPicture(character)) {
    // A flag is two letters of a country.
    if (isFlagLetter(reading, start) && isFlagLetter(reading, end)) end += 2
    reading.push(reading.plain.slice(start, end), start, end, TokenKind.symbol)
  }
  return end
}

function isFlagLetter(reading: Reading, i: number): boolean {
  const code = reading.plain.codePointAt(i) ?? 0
  return code >= 0x1f1e6 && code <= 0x1f1ff
}
