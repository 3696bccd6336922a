/** Reads an English text in one pass. Plain words are read here, everything else by the file for it. */
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
  OPENING_PARENTHESIS,
  PICTURE,
  PLUS,
  SEPARATOR,
  SIGN,
  SPACE,
  SURROGATE,
  UPPER,
} from '../../../text/character-class.ts'
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
import { endOfWord, isAstralLetterAt, isCapitalAt, isWordAt, isWordBefore } from '../../../text/words.ts'
import type { DateOrder } from '../options.ts'
import { acronymWord, readCapitals, readNameOfTwo } from './capitals.ts'
import { readCompound } from './compound.ts'
import { readApostrophe, readBareContraction, readShortAnd } from './contraction.ts'
import { mayBeMonth, readMonthFirst } from './date.ts'
import { readLeadingPoint, readNumber, readPhone, readVersion } from './number.ts'
import { mayBeginNumber, readDayInLetters, readNumberWords } from './number-words.ts'
import { readPhrasalVerb } from './phrasal-verb.ts'

/** Reads a text into `tokens`. A query may be typed carelessly. Never throws. */
export function tokenizeEnglish(text: string, tokens: TokenList, isQuestion: boolean, order: DateOrder): void {
  const reading = new Reading(text, tokens, isQuestion)
  const { plain, length } = reading
  let i = 0
  while (i < length) {
    const code = plain.charCodeAt(i)
    const kind = CLASSES[code] || classOf(code)
    if (kind <= UPPER) i = readWord(reading, i)
    else if (kind === DIGIT) i = readFromDigit(reading, i, order)
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
  const read =
    next > COMMA || next === DIGIT ? readBefore(reading, start, end, next) : readPlain(reading, start, end, next)
  if (read !== -1) return read
  reading.pushSlice(start, end, TokenKind.word)
  return end
}

/** Reads a word followed by a space, a comma or nothing; -1 if it is an ordinary word. */
function readPlain(reading: Reading, start: number, end: number, next: number): number {
  const { lower } = reading
  const size = end - start
  if (size < 2) return next === SPACE ? readLetter(reading, start, end) : -1
  const capitals = readCapitals(reading, start, end)
  if (capitals !== -1) return capitals
  if (next === SPACE) {
    if (size === 3 && lower.startsWith('the', start)) readNameOfTwo(reading, start, end)
    const read = readBeforeSpace(reading, start, end)
    if (read !== -1) return read
  }
  // Dont, youre, whats, im.
  return readBareContraction(reading, start, end)
}

/** What follows the space distinguishes `May 5` from `may`, `No. 5` from `no` and `two million` from `two`. */
function readBeforeSpace(reading: Reading, start: number, end: number): number {
  const { lower } = reading
  const size = end - start
  if (mayBeginNumber(lower, start, size)) {
    const read = readNumberWords(reading, start, end)
    if (read !== -1) return read
  }
  if (size > 4 && lower.startsWith('of', end + 1)) {
    const read = readDayInLetters(reading, start, end)
    if (read !== -1) return read
  }
  if (reading.classAt(end + 1) !== DIGIT) {
    readPhrasalVerb(reading, start, end)
    return -1
  }
  if (mayBeMonth(lower, start, size)) {
    const read = readMonthFirst(reading, start)
    if (read !== -1) return read
  }
  return readNumero(reading, start, end)
}

/** No. 5, No 5: `no` before a number, with its full stop or a capital. */
function readNumero(reading: Reading, start: number, end: number): number {
  if (end - start > 3 || !/^nos?$/.test(reading.lower.slice(start, end))) return -1
  if (reading.classAt(end) !== DOT && !isCapitalAt(reading, start)) return -1
  reading.push('no.', start, end, TokenKind.symbol)
  return end
}

/** Reads the p of p. 45 as the word for a page. A query may lack its full stop. */
function readPage(reading: Reading, start: number): number {
  reading.push('p.', start, start + 1, TokenKind.symbol)
  return start + 1
}

function readLetter(reading: Reading, start: number, end: number): number {
  const and = readShortAnd(reading, start, end)
  if (and !== -1) return and
  const after = reading.classAt(end + 1)
  if (after === DIGIT && reading.isQuestion && reading.lower[start] === 'p') return readPage(reading, start)
  if (after === AMPERSAND) return readAmpersand(reading, start, end)
  return after === DIGIT && reading.lower[start] === 'v' ? readVersion(reading, start) : -1
}

/** Reads a word by the character at its end, if that is not just a separator; -1 if the word is a plain one after all. */
function readBefore(reading: Reading, start: number, end: number, next: number): number {
  switch (next) {
    case APOSTROPHE: {
      const and = readShortAnd(reading, start, end)
      if (and !== -1) return and
      const read = readApostrophe(reading, start, end)
      return read === -1 ? readCompound(reading, start) : read
    }
    case HYPHEN:
      return isWordAt(reading, end + 1) ? readBeforeHyphen(reading, start, end) : readPlain(reading, start, end, next)
    case DOT:
      return readBeforeDot(reading, start, end)
    case OPENING_PARENTHESIS:
      return readOptionalPlural(reading, start, end)
    case DIGIT:
      return readBeforeDigit(reading, start, end)
    case PLUS:
    case HASH:
      return readSignAfter(reading, start, end)
    case AMPERSAND:
      return readAmpersand(reading, start, end)
    case COLON:
      return reading.plain.startsWith('//', end + 1) ? readUrl(reading, start) : readPlain(reading, start, end, next)
    case SURROGATE:
      return isAstralLetterAt(reading, end) ? readAstralWord(reading, start) : -1
    default:
      return readPlain(reading, start, end, next)
  }
}

function readBeforeHyphen(reading: Reading, start: number, end: number): number {
  const read = mayBeginNumber(reading.lower, start, end - start) ? readNumberWords(reading, start, end) : -1
  return read === -1 ? readCompound(reading, start) : read
}

const ACRONYMS = { initials: true, wordOf: acronymWord }

/** Degrees, whose parts have more than one letter: Ph.D., B.Sc., and Ph.D.s. */
const DEGREE_NAME = /(ph\.d|[bmd]\.sc|[dm]\.phil|[bm]\.e(?:d|ng)|ed\.d|ll\.[bdm])\.?(?:['’]?s)?(?![\p{L}\d])/uy

/** Reads a degree, written without its full stops; -1 for another word. */
function readDegree(reading: Reading, start: number): number {
  DEGREE_NAME.lastIndex = start
  const match = DEGREE_NAME.exec(reading.lower)
  if (match === null) return -1
  const end = start + match[0].length
  reading.push(match[1].replaceAll('.', ''), start, end, TokenKind.acronym)
  return end
}

function readBeforeDot(reading: Reading, start: number, end: number): number {
  const degree = end - start < 3 && isWordAt(reading, end + 1) ? readDegree(reading, start) : -1
  if (degree !== -1) return degree
  if (end - start === 1) {
    const number = reading.classAt(end + 1) === SPACE ? end + 2 : end + 1
    if (reading.lower[start] === 'p' && reading.classAt(number) === DIGIT) return readPage(reading, start)
    const version = reading.lower[start] === 'v' ? readVersion(reading, start) : -1
    return version === -1 ? readAcronymOrName(reading, start, end) : version
  }
  if (reading.classAt(end + 1) === SPACE && reading.classAt(end + 2) === DIGIT) {
    const month = mayBeMonth(reading.lower, start, end - start) ? readMonthFirst(reading, start) : -1
    const read = month === -1 ? readNumero(reading, start, end) : month
    if (read !== -1) return read
  }
  if (!isWordAt(reading, end + 1)) return readPlain(reading, start, end, DOT)
  if (reading.lower.startsWith('www', start) && end - start === 3) return readUrl(reading, start)
  if (reading.classAt(end + 1) === DIGIT && readNumero(reading, start, end) !== -1) return end
  return readDotted(reading, start, end)
}

function readAcronymOrName(reading: Reading, start: number, end: number): number {
  const acronym = readAcronym(reading, start, ACRONYMS)
  if (acronym !== -1) return acronym
  return isWordAt(reading, end + 1) ? readDotted(reading, start, end) : -1
}

const OPTIONAL_PLURAL = /\(e?s\)/y

/** Reads `author(s)` as the singular; -1 if the parentheses contain something else. */
function readOptionalPlural(reading: Reading, start: number, end: number): number {
  OPTIONAL_PLURAL.lastIndex = end
  const match = OPTIONAL_PLURAL.exec(reading.lower)
  if (match === null) return readPlain(reading, start, end, OPENING_PARENTHESIS)
  const last = end + match[0].length
  reading.push(reading.lower.slice(start, end), start, last, TokenKind.word)
  return last
}

function readBeforeDigit(reading: Reading, start: number, lettersEnd: number): number {
  const version = lettersEnd - start === 1 && reading.lower[start] === 'v' ? readVersion(reading, start) : -1
  if (version !== -1) return version
  const end = endOfWord(reading, lettersEnd)
  if (reading.classAt(end) === HYPHEN && isWordAt(reading, end + 1)) return readCompound(reading, start)
  return readLettersWithDigits(reading, start, lettersEnd)
}

function readFromDigit(reading: Reading, start: number, order: DateOrder): number {
  const address = reading.nextAt - start <= LONGEST_LOCAL_PART ? readAddressAhead(reading, start) : -1
  return address === -1 ? readNumber(reading, start, order) : address
}

/** Reads what starts with a sign. A sign that starts nothing is skipped. */
function readSign(reading: Reading, start: number, kind: number): number {
  let read = -1
  if (kind === HASH) read = readHashtag(reading, start)
  else if (kind === AT) read = readHandle(reading, start)
  else if (kind === DOT) {
    read = readLeadingPoint(reading, start)
    if (read === -1) read = readLeadingDot(reading, start)
  } else if (kind === PLUS || kind === OPENING_PARENTHESIS)
    read = isWordBefore(reading, start) ? -1 : readPhone(reading, start)
  else if (kind === DEGREE) read = readTemperature(reading, start)
  else if (kind === SIGN || kind === PICTURE) {
    const sign = reading.plain[start]
    reading.push(sign === '№' ? 'no.' : sign, start, start + 1, TokenKind.symbol)
  } else if (kind === SURROGATE) read = readAstral(reading, start)
  return read === -1 ? start + 1 : read
}
