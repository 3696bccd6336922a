/** Words with signs: `C++`, `C#`, `.NET`, `Node.js`, `R&D`, `COVID19`, `#MeToo`. */
import { AMPERSAND, DIGIT, DOT, HASH, PLUS, SPACE } from './character-class.ts'
import type { Reading } from './text-scanner.ts'
import { TokenKind } from './token.ts'
import { endOfDigits, endOfLetters, endOfWord, isCapitalAt, isLetterAt, isWordAt, isWordBefore } from './words.ts'

/** Reads `+`, `++` or `#` at the end of a word; -1 if it is not one. */
export function readSignAfter(reading: Reading, start: number, end: number): number {
  let last = end
  while (last - end < 3 && reading.classAt(last) === PLUS) last++
  if (last === end && reading.classAt(end) === HASH) last++
  // Bac+5 and A#b join two words; C++11 is C++ and its year.
  if (last === end || (isWordAt(reading, last) && last - end < 2)) return -1
  const word = reading.lower.slice(start, end)
  const position = reading.position++
  reading.pushAt(position, reading.lower.slice(start, last), start, last, TokenKind.symbol, 1)
  // Canal finds Canal+; C does not find C++.
  if (end - start > 1) reading.pushAt(position, word, start, end, TokenKind.word, 1)
  return last
}

/** Reads letters on both sides of `&`: R&D, AT&T, R & D; -1 if `&` is only a conjunction. */
export function readAmpersand(reading: Reading, start: number, end: number): number {
  const isSpaced = reading.classAt(end) === SPACE
  const isNamed = (i: number) => reading.isQuestion || isCapitalAt(reading, i)
  if (isSpaced && !(end - start === 1 && isNamed(start) && reading.classAt(end + 2) === SPACE)) return -1
  const sign = isSpaced ? end + 1 : end
  const second = isSpaced ? end + 3 : end + 1
  if (reading.classAt(sign) !== AMPERSAND || !isLetterAt(reading, second)) return -1
  const secondEnd = endOfWord(reading, second)
  if (isSpaced && (secondEnd - second > 1 || !isNamed(second))) return -1
  // &amp; and the like, left over from HTML.
  if (reading.plain[secondEnd] === ';') return -1
  const left = reading.lower.slice(start, end)
  const right = reading.lower.slice(second, secondEnd)
  if (left.length === 1 && right.length === 1) {
    reading.push(`${left}&${right}`, start, secondEnd, TokenKind.symbol)
  } else {
    reading.pushAt(reading.position, `${left}&${right}`, start, secondEnd, TokenKind.symbol, 2)
    reading.push(left, start, end, TokenKind.word)
    reading.push(right, second, secondEnd, TokenKind.word)
  }
  return secondEnd
}

/** Reads letters directly followed by digits: a whole and its two parts if both have a meaning (COVID19), otherwise one word (G20, B2B). */
export function readLettersWithDigits(reading: Reading, start: number, lettersEnd: number): number {
  const { lower } = reading
  const end = endOfWord(reading, lettersEnd)
  const digitsEnd = endOfDigits(reading, lettersEnd)
  const letters = lower.slice(start, lettersEnd)
  if (digitsEnd === end && letters.length > 1) {
    const last = endOfVersion(reading, end)
    reading.pushAt(reading.position, lower.slice(start, last), start, last, TokenKind.symbol, 2)
    reading.push(letters, start, lettersEnd, TokenKind.word)
    reading.push(lower.slice(lettersEnd, last), lettersEnd, last, TokenKind.number)
    return last
  }
  reading.push(lower.slice(start, end), start, end, TokenKind.symbol)
  return end
}

/** The end of a version whose first number ends at `end`: the 3.0 of USB3.0. */
function endOfVersion(reading: Reading, end: number): number {
  let last = end
  while (reading.classAt(last) === DOT && reading.classAt(last + 1) === DIGIT) last = endOfDigits(reading, last + 1)
  return isWordAt(reading, last) ? end : last
}

/** Reads a name that starts with a full stop, such as .NET or .fr; -1 if the full stop ends something. */
export function readLeadingDot(reading: Reading, start: number): number {
  const before = reading.classAt(start - 1)
  if (isWordBefore(reading, start) || before === DOT || !isLetterAt(reading, start + 1)) return -1
  const end = endOfLetters(reading, start + 1)
  const following = reading.classAt(end)
  if (end - start > 8 || following === DIGIT || (following === DOT && isWordAt(reading, end + 1))) return -1
  if (isCapitalAt(reading, start + 1) !== isCapitalAt(reading, end - 1) || end - start < 3) return -1
  const position = reading.position++
  reading.pushAt(position, reading.lower.slice(start, end), start, end, TokenKind.symbol, 1)
  // A text may lack the space after a full stop; in a query the full stop is intended.
  if (!reading.isQuestion)
    reading.pushAt(position, reading.lower.slice(start + 1, end), start + 1, end, TokenKind.word, 1)
  return end
}

/** Reads a hashtag: with its sign, without it, and as its words if capitals show them (#BalanceTonPorc). */
export function readHashtag(reading: Reading, start: number): number {
  if (isWordBefore(reading, start) || !isLetterAt(reading, start + 1)) return -1
  const end = endOfWord(reading, start + 1)
  const starts = [start + 1]
  for (let i = start + 2; i < end; i++) if (isCapitalAt(reading, i) && !isCapitalAt(reading, i - 1)) starts.push(i)
  const { lower, position } = reading
  const span = Math.min(starts.length, 255)
  // A query with a hashtag of one word also means the word.
  if (!reading.isQuestion || span > 1) {
    reading.pushAt(position, lower.slice(start, end), start, end, TokenKind.symbol, span)
  }
  if (starts.length > 1) reading.pushAt(position, lower.slice(start + 1, end), start + 1, end, TokenKind.compound, span)
  for (let k = 0; k < starts.length; k++) {
    const partEnd = k + 1 < starts.length ? starts[k + 1] : end
    reading.push(lower.slice(starts[k], partEnd), starts[k], partEnd, TokenKind.word)
  }
  return end
}
