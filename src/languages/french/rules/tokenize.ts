/** Reads a French text in one pass. Plain words are read here, everything else by the file for it. */

import { readAcronym } from '../../../text/acronym.ts'
import { LONGEST_LOCAL_PART, readDotted, readHandle, readUrl } from '../../../text/address.ts'
import {
  AMPERSAND,
  APOSTROPHE,
  AT,
  CLASSES,
  COLON,
  COMMA,
  classOf,
  DEGREE,
  DIGIT,
  DOT,
  HASH,
  HYPHEN,
  MARK,
  MIDDLE_DOT,
  OPENING_PARENTHESIS,
  PICTURE,
  PLUS,
  SEPARATOR,
  SIGN,
  SLASH,
  SPACE,
  SURROGATE,
  UPPER,
} from '../../../text/character-class.ts'
import { endOfThousands, readCountryIdentifier } from '../../../text/digit-groups.ts'
import { romanValue } from '../../../text/roman.ts'
import { readAddressAhead, readAstral, readAstralWord, readTemperature } from '../../../text/signs.ts'
import {
  readAmpersand,
  readHashtag,
  readLeadingDot,
  readLettersWithDigits,
  readSignAfter,
} from '../../../text/symbol.ts'
import { Reading } from '../../../text/text-scanner.ts'
import { TokenKind, type TokenList } from '../../../text/token.ts'
import { endOfDigits, endOfWord, isAstralLetterAt, isCapitalAt, isWordAt, isWordBefore } from '../../../text/words.ts'
import { readAbbreviation, readGluedReference } from './abbreviation.ts'
import { readApostrophe, readSpacedElision } from './apostrophe.ts'
import { readCompound } from './compound.ts'
import { readDecade } from './date.ts'
import { readInclusive } from './inclusive.ts'
import { readNumber, readPhone, readVersion } from './number.ts'
import { mayBeginNumber, readNumberWords } from './number-words.ts'
import { pushWord } from './ordinal.ts'

/** Reads a text into `tokens`. A query may be typed carelessly: a space may replace an apostrophe. Never throws. */
export function tokenizeFrench(text: string, tokens: TokenList, isQuestion: boolean): void {
  const reading = new Reading(text, tokens, isQuestion)
  const { plain, length } = reading
  let i = 0
  while (i < length) {
    const code = plain.charCodeAt(i)
    const kind = CLASSES[code] || classOf(code)
    if (kind <= UPPER) i = readWord(reading, i)
    else if (kind === DIGIT) i = readFromDigit(reading, i)
    else if (kind <= COMMA) i++
    else i = readSign(reading, i, kind)
  }
}

function readWord(reading: Reading, start: number): number {
  if (reading.nextAt - start <= LONGEST_LOCAL_PART) {
    const end = readAddressAhead(reading, start)
    if (end !== -1) return end
  }
  const { plain, length } = reading
  let end = start + 1
  let next = SEPARATOR
  while (end < length) {
    const code = plain.charCodeAt(end)
    next = CLASSES[code] || classOf(code)
    if (next > MARK) break
    end++
  }
  if (end === length) next = SEPARATOR
  if (next >= SPACE && next <= COMMA) {
    if (next === SPACE) {
      const read = readBeforeSpace(reading, start, end)
      if (read !== -1) return read
    }
    if (mayBeRoman(plain.charCodeAt(start))) pushWord(reading, start, end)
    else reading.pushSlice(start, end, TokenKind.word)
    return end
  }
  const read = readBefore(reading, start, end, next)
  if (read !== -1) return read
  pushWord(reading, start, end)
  return end
}

/** The first letters of lower-case Roman numerals: words that start with one need a closer look. */
function mayBeRoman(code: number): boolean {
  return code === 0x49 || code === 0x56 || code === 0x58 || code === 0x69 || code === 0x76 || code === 0x78
}

/** What follows the space distinguishes `no 12` from `no`, `R & D` from `R`, and `hépatite A` from `hépatite a`. */
function readBeforeSpace(reading: Reading, start: number, end: number): number {
  const size = end - start
  if (mayBeginNumber(reading.lower, start, size)) {
    const read = readNumberWords(reading, start, end)
    if (read !== -1) return read
  }
  if (size === 6 && reading.lower.startsWith('ann', start)) {
    const read = readDecade(reading, start, end)
    if (read !== -1) return read
  }
  if (size < 5) {
    const read = readShortWord(reading, start, end)
    if (read !== -1) return read
  }
  if (size > 2 && mayName(reading.plain.charCodeAt(end + 1))) readName(reading, start, end)
  return reading.isQuestion ? readQuestionWord(reading, start, end) : -1
}

/** Whether a character is one of A, I, V, X, Y: letters that may be part of a name but look like another word or a number. */
function mayName(code: number): boolean {
  return code > 0x40 && code < 0x5a && ((0x3400202 >> (code & 31)) & 1) === 1
}

/** Adds the whole of a name and the letter after it. A and Y without their capital are stop words; Charles X is Charles 10. */
function readName(reading: Reading, start: number, end: number): void {
  if (!namesWithLetter(reading, end)) return
  const second = reading.lower[end + 1]
  pushNamed(reading, start, end, String(romanValue(second) || second), end + 2)
}

/** The numbers of single Roman letters, after a name in a query. */
const SMALL_NUMBER = / (1|5|10|cinq|dix)(?![\p{L}\d.,-])/uy

/** The letter of a name in lower case in a query: nothing follows, or a sign, a number, a conjunction. The a of « permis a points » has lost its accent. */
const SMALL_LETTER = / [ay](?![\p{L}\p{M}\d’'-])(?= *(?:$|[^\p{L}\p{M} ])| +(?:et|ou) )/uy

function readQuestionWord(reading: Reading, start: number, end: number): number {
  SMALL_LETTER.lastIndex = end
  if (end - start > 2 && SMALL_LETTER.test(reading.plain))
    pushNamed(reading, start, end, reading.plain[end + 1], end + 2)
  SMALL_NUMBER.lastIndex = end
  const number = SMALL_NUMBER.exec(reading.lower)
  if (number !== null && end - start > 2) {
    const numberEnd = end + number[0].length
    // The 5 of « été 5 500 » is not a separate number.
    if (endOfThousands(reading, end + 1, numberEnd) === numberEnd) {
      pushNamed(reading, start, end, number[1].replace('dix', '10').replace('cinq', '5'), numberEnd)
    }
  }
  return readSpacedElision(reading, start, end)
}

/** Adds the whole of a name and the letter or number that belongs to it: `hépatite-a`, `charles-10`. */
function pushNamed(reading: Reading, start: number, end: number, second: string, wholeEnd: number): void {
  const whole = `${reading.lower.slice(start, end)}-${second}`
  reading.pushAt(reading.position, whole, start, wholeEnd, TokenKind.compound, 2)
}

function namesWithLetter(reading: Reading, end: number): boolean {
  if (reading.classAt(end - 1) > UPPER) return false
  const after = reading.classAt(end + 2)
  // « Elle va A Paris » has lost an accent; « l’hépatite A tue » has not.
  if (after === SPACE) return reading.classAt(end + 3) !== UPPER
  if (after === DOT) return !isWordAt(reading, end + 3)
  return after === SEPARATOR || after === COMMA || after === COLON || after === SLASH
}

function readShortWord(reading: Reading, start: number, end: number): number {
  const after = reading.classAt(end + 1)
  if (after === DIGIT) {
    const read = readBeforeNumber(reading, start, end)
    if (read !== -1) return read
  }
  if (after === DIGIT || after === UPPER) return readAbbreviation(reading, start, end)
  if (after === AMPERSAND) return readAmpersand(reading, start, end)
  return -1
}

/** Reads one or two letters with the digits after them: v2.0, FR76 3000 …; -1 if it is neither. */
function readBeforeNumber(reading: Reading, start: number, end: number): number {
  if (end - start === 1 && reading.lower[start] === 'v') return readVersion(reading, start)
  return end - start === 2 && isCapitalAt(reading, start) ? readCountryIdentifier(reading, start) : -1
}

/** Reads a word by the character at its end, if that is not just a separator; -1 if the word is a plain one after all. */
function readBefore(reading: Reading, start: number, end: number, next: number): number {
  switch (next) {
    case APOSTROPHE:
      return readApostrophe(reading, start, end)
    case HYPHEN:
      return isWordAt(reading, end + 1) ? readBeforeHyphen(reading, start, end) : -1
    case DOT:
      return readBeforeDot(reading, start, end)
    case MIDDLE_DOT:
    case OPENING_PARENTHESIS:
    case SLASH:
      return readInclusive(reading, start, end)
    case DIGIT:
      return readBeforeDigit(reading, start, end)
    case PLUS:
    case HASH:
      return readSignAfter(reading, start, end)
    case AMPERSAND:
      return readAmpersand(reading, start, end)
    case DEGREE:
      return readAbbreviation(reading, start, end)
    case COLON:
      return reading.plain.startsWith('//', end + 1) ? readUrl(reading, start) : -1
    case SURROGATE:
      return isAstralLetterAt(reading, end) ? readAstralWord(reading, start) : -1
    default:
      return -1
  }
}

function readBeforeHyphen(reading: Reading, start: number, end: number): number {
  const read = readNumberWords(reading, start, end)
  return read === -1 ? readCompound(reading, start) : read
}

/** C.-à-d. */
const ACRONYMS = { bare: 'à' }

function readBeforeDot(reading: Reading, start: number, end: number): number {
  let read = end - start === 1 ? readBeforeNumber(reading, start, end) : -1
  if (read === -1) read = end - start === 1 ? readAcronym(reading, start, ACRONYMS) : readInclusive(reading, start, end)
  if (read === -1 && end - start < 5) read = readAbbreviation(reading, start, end)
  if (read !== -1 || !isWordAt(reading, end + 1)) return read
  if (end - start === 3 && reading.lower.startsWith('www', start)) return readUrl(reading, start)
  return readDotted(reading, start, end)
}

function readBeforeDigit(reading: Reading, start: number, lettersEnd: number): number {
  const read = readBeforeNumber(reading, start, lettersEnd)
  if (read !== -1) return read
  const end = endOfWord(reading, lettersEnd)
  if (end === endOfDigits(reading, lettersEnd) && reading.lower.slice(start, lettersEnd) === 'no') {
    if (reading.classAt(end) !== HYPHEN || !isWordAt(reading, end + 1)) {
      reading.push('n°', start, lettersEnd, TokenKind.symbol)
      return lettersEnd
    }
  }
  if (reading.classAt(end) === HYPHEN && isWordAt(reading, end + 1)) {
    return lettersEnd - start === 1 ? readGluedReference(reading, start, lettersEnd) : readCompound(reading, start)
  }
  return readLettersWithDigits(reading, start, lettersEnd)
}

function readFromDigit(reading: Reading, start: number): number {
  const address = reading.nextAt - start <= LONGEST_LOCAL_PART ? readAddressAhead(reading, start) : -1
  return address === -1 ? readFollowing(reading, readNumber(reading, start)) : address
}

const FOLLOWING = /[ \u00a0\u202f]et[ \u00a0\u202f](?:(s(?:uiv)?)\.|(s(?:uiv(?:ante?s?)?)?)(?![\p{L}\d-]))/uy

/**
 * Reads `et suivants`, `et suiv.` or `et s.` after the number of an article or a page, which ends at `end`. A query requires only the number, so there it is
 * read like an elided word.
 */
function readFollowing(reading: Reading, end: number): number {
  if (reading.lower.charCodeAt(end + 1) !== 0x65 || reading.lower.charCodeAt(end + 2) !== 0x74) return end
  FOLLOWING.lastIndex = end
  const match = FOLLOWING.exec(reading.lower)
  if (match === null) return end
  const last = end + match[0].length
  const wordStart = end + 4
  const written = match[1] ?? match[2]
  reading.push('et', end + 1, end + 3, TokenKind.word)
  const kind = reading.isQuestion ? TokenKind.elision : TokenKind.word
  reading.push('suivants', wordStart, wordStart + written.length, kind)
  return last
}

/** Reads what starts with a sign. A sign that starts nothing is skipped. */
function readSign(reading: Reading, start: number, kind: number): number {
  let read = -1
  if (kind === HASH) read = readHashtag(reading, start)
  else if (kind === AT) read = readHandle(reading, start)
  else if (kind === DOT) read = readLeadingDot(reading, start)
  else if (kind === PLUS) read = isWordBefore(reading, start) ? -1 : readPhone(reading, start)
  else if (kind === DEGREE) read = readTemperature(reading, start)
  else if (kind === SIGN || kind === PICTURE) {
    const sign = reading.plain[start]
    reading.push(sign === '№' ? 'n°' : sign, start, start + 1, TokenKind.symbol)
  } else if (kind === SURROGATE) read = readAstral(reading, start)
  return read === -1 ? start + 1 : read
}
