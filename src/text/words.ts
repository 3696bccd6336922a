/** The ends of sequences of letters and digits: the basis of all readers of words. */
import { CLASSES, classOf, DIGIT, isAstralLetter, isAstralMark, MARK, SURROGATE, UPPER } from './character-class.ts'
import type { Reading } from './text-scanner.ts'

/** The end of the run of letters, marks and digits that starts at `i`. */
export function endOfWord(reading: Reading, i: number): number {
  const { plain, length } = reading
  while (i < length) {
    const code = plain.charCodeAt(i)
    const kind = CLASSES[code] || classOf(code)
    if (kind <= DIGIT) i++
    else if (kind === SURROGATE && (isAstralLetterAt(reading, i) || isAstralMarkAt(reading, i))) i += 2
    else break
  }
  return i
}

/** The end of the run of ASCII digits that starts at `i`. */
export function endOfDigits(reading: Reading, i: number): number {
  while (reading.classAt(i) === DIGIT) i++
  return i
}

/** Whether there is a letter of either case at `i`. */
export function isLetterAt(reading: Reading, i: number): boolean {
  const kind = reading.classAt(i)
  return kind <= UPPER || (kind === SURROGATE && isAstralLetterAt(reading, i))
}

/** Whether there is a letter or a digit at `i`. */
export function isWordAt(reading: Reading, i: number): boolean {
  return reading.classAt(i) === DIGIT || isLetterAt(reading, i)
}

/** Whether the character before `i` belongs to a word. */
export function isWordBefore(reading: Reading, i: number): boolean {
  const kind = reading.classAt(i - 1)
  return kind <= DIGIT || (kind === SURROGATE && i >= 2 && endOfWord(reading, i - 2) >= i)
}

/** Whether the letter at `i` is a capital. */
export function isCapitalAt(reading: Reading, i: number): boolean {
  return reading.classAt(i) === UPPER
}

/** Whether there are only digits between `start` and `end`. */
export function isDigits(reading: Reading, start: number, end: number): boolean {
  return endOfDigits(reading, start) >= end
}

/** Whether there is a letter outside the basic plane at `i`. */
export function isAstralLetterAt(reading: Reading, i: number): boolean {
  const character = String.fromCodePoint(reading.plain.codePointAt(i) ?? 0)
  return character.length === 2 && isAstralLetter(character)
}

function isAstralMarkAt(reading: Reading, i: number): boolean {
  const character = String.fromCodePoint(reading.plain.codePointAt(i) ?? 0)
  return character.length === 2 && isAstralMark(character)
}

/** The end of a run of letters and marks, without digits. */
export function endOfLetters(reading: Reading, i: number): number {
  while (reading.classAt(i) <= MARK) i++
  return i
}
