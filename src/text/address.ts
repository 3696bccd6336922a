/** E-mail addresses, URLs, names of sites and files, @handles: a whole, and the words in it as its parts. */
import { DIGIT, DOT } from './character-class.ts'
import type { Reading } from './text-scanner.ts'
import { TokenKind } from './token.ts'
import { endOfLetters, endOfWord, isCapitalAt, isDigits, isLetterAt, isWordAt, isWordBefore } from './words.ts'

/** RFC 5321 allows 64 characters before the @. */
export const LONGEST_LOCAL_PART = 64
const LONGEST_WHOLE = 256
const MOST_PARTS = 20
const EMAIL = /[\w.%+-]+@[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?/uy
const URL_TEXT = /(?:(?:https?|ftp):\/\/|www\.)[^\s<>"\u00ab\u00bb“”{}|\\^`]*/iy
/** What follows a URL in a sentence and is not part of it. */
const AFTER_URL = ".,;:!?)]'’…*_"

/** Reads an e-mail address from its first character; -1 if there is none. */
export function readEmail(reading: Reading, start: number): number {
  EMAIL.lastIndex = start
  const match = EMAIL.exec(reading.plain)
  if (match === null) return -1
  const end = start + match[0].length
  pushWhole(reading, reading.lower.slice(start, end), start, end, start)
  return end
}

/** Reads a URL from its first character; -1 if there is none. The whole has no scheme, `www.` and final slash. */
export function readUrl(reading: Reading, start: number): number {
  URL_TEXT.lastIndex = start
  const match = URL_TEXT.exec(reading.plain)
  if (match === null) return -1
  const end = endWithout(reading.plain, start + match[0].length, AFTER_URL)
  const lower = reading.lower.slice(start, end)
  const host = /^(?:\w+:\/\/)?(?:www\.)?/.exec(lower)?.[0].length ?? 0
  if (host >= lower.length) return -1
  pushWhole(reading, lower.slice(host, endWithout(lower, lower.length, '/')), start, end, start + host)
  return end
}

/** The end of a text without trailing characters of `characters`. */
function endWithout(text: string, end: number, characters: string): number {
  while (end > 0 && characters.includes(text[end - 1])) end--
  return end
}

/** Adds a whole and, as parts, the sequences of letters and digits from `first` on. */
function pushWhole(reading: Reading, whole: string, start: number, end: number, first: number): void {
  const parts: [number, number][] = []
  for (let i = first; i < end; ) {
    const partEnd = isWordAt(reading, i) ? Math.min(endOfWord(reading, i), end) : i
    if (partEnd > i) {
      parts.push([i, partEnd])
      i = partEnd
      // What % escapes are bytes, not words.
    } else i += reading.plain[i] === '%' && i + 3 <= end ? 3 : 1
  }
  if (parts.length > 0 && parts.length < 256 && whole.length <= LONGEST_WHOLE) {
    reading.pushAt(reading.position, whole, start, end, TokenKind.address, parts.length)
  }
  for (const [partStart, partEnd] of parts) pushPlain(reading, partStart, partEnd)
}

function pushPlain(reading: Reading, start: number, end: number): void {
  const kind = isDigits(reading, start, end) ? TokenKind.number : TokenKind.word
  reading.push(reading.lower.slice(start, end), start, end, kind)
}

/** Reads words joined by full stops, as in Node.js, lemonde.fr or index.html; -1 if the full stop ends a sentence. */
export function readDotted(reading: Reading, start: number, firstEnd: number): number {
  const parts: [number, number][] = [[start, firstEnd]]
  let end = firstEnd
  while (parts.length <= MOST_PARTS && reading.classAt(end) === DOT && isWordAt(reading, end + 1)) {
    const partEnd = endOfWord(reading, end + 1)
    if (!isOneCase(reading, end + 1, partEnd)) break
    parts.push([end + 1, partEnd])
    end = partEnd
  }
  if (parts.length === 1 || parts.length > MOST_PARTS) return -1
  reading.pushAt(reading.position, reading.lower.slice(start, end), start, end, TokenKind.symbol, parts.length)
  for (const [partStart, partEnd] of parts) pushPlain(reading, partStart, partEnd)
  return end
}

/** Names after a full stop have one case (js, NET). A sentence after a missing space starts with a capital (« fin.Il »). */
function isOneCase(reading: Reading, start: number, end: number): boolean {
  if (reading.classAt(start) === DIGIT) return true
  const isCapital = isCapitalAt(reading, start)
  if (isCapital && end - start === 1) return false
  for (let i = start + 1; i < endOfLetters(reading, start); i++) if (isCapitalAt(reading, i) !== isCapital) return false
  return true
}

/** Reads an @handle, with its sign and without; -1 if the @ stands alone. */
export function readHandle(reading: Reading, start: number): number {
  if (isWordBefore(reading, start) || !(isLetterAt(reading, start + 1) || isWordAt(reading, start + 1))) return -1
  const parts: [number, number][] = []
  let end = start + 1
  for (let i = end; i < reading.length; ) {
    const partEnd = isWordAt(reading, i) ? endOfWord(reading, i) : i
    if (partEnd > i) {
      parts.push([i, partEnd])
      end = i = partEnd
    } else if (reading.plain[i] === '_' || (reading.plain[i] === '.' && isWordAt(reading, i + 1))) i++
    else break
  }
  // A query with a handle of one word also means the name.
  if (parts.length < 256 && !(reading.isQuestion && parts.length === 1)) {
    reading.pushAt(reading.position, reading.lower.slice(start, end), start, end, TokenKind.address, parts.length)
  }
  for (const [partStart, partEnd] of parts) pushPlain(reading, partStart, partEnd)
  return end
}
