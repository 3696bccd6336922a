/** Reading around an apostrophe: an elided word comes off, other words keep theirs; in questions a space may stand for one. */
import { APOSTROPHE, COMMA, DIGIT, SEPARATOR, SPACE, UPPER } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { endOfLetters, isLetterAt, isWordAt, isWordBefore } from '../../../text/words.ts'
import { readCompound } from './compound.ts'
import { AFTER_C, ELIDED, isElided, VOWEL } from './elision.ts'

/** Fixed expressions that start with an elided word but are one word. */
const EXPRESSIONS = ['c’est-à-dire', 'c’est-a-dire', 'qu’en-dira-t-on', 'jusqu’au-bout'].map(expression =>
  expression.split('’'),
)

/** Reads a word followed by an apostrophe at `end`. Returns where to continue. */
export function readApostrophe(reading: Reading, start: number, end: number): number {
  const { lower, plain } = reading
  const left = lower.slice(start, end)
  const next = end + 1
  if (isWordAt(reading, next)) {
    if (!isElided(reading, left, next)) {
      if (isLetterAt(reading, next)) return readCompound(reading, start)
    } else {
      for (const [word, rest] of EXPRESSIONS) {
        if (left === word && lower.startsWith(rest, next)) return readCompound(reading, start)
      }
      reading.push(`${left}'`, start, next, TokenKind.elision)
      return next
    }
  } else if (
    ELIDED.has(left) &&
    // L’« Arabie », d' abord; but not the quotes of ‘s’ or `c`.
    (plain[end] === "'" || plain[end] === '’') &&
    /[ \u00a0\u202f«“"(@#.]/.test(plain.charAt(next)) &&
    reading.classAt(start - 1) !== APOSTROPHE
  ) {
    reading.push(`${left}'`, start, next, TokenKind.elision)
    return next
  }
  reading.push(left, start, end, TokenKind.word)
  return next
}

/** Words that never follow an elided word, although they start with a vowel: `vitamine d et calcium`. */
const NEVER_ELIDES: ReadonlySet<string> = new Set(['et', 'ou', 'où', 'à', 'au', 'aux', 'y', 'h'])

/** Words whose internal apostrophe people omit: their first part and what may follow it. */
const WRITTEN_APART: ReadonlyMap<string, RegExp> = new Map([
  ['aujourd', /^hui$/],
  ['prud', /^hom/],
  ['presqu', /^[iî]les?$/],
  ['quelqu', /^une?s?$/],
  ['entr', /^actes?$/],
])

/** What may follow a name. */
const NAME_ENDS: ReadonlySet<number> = new Set([SPACE, SEPARATOR, COMMA])

/** In a query, reads a word before the space at `end` as elided if the space replaces an apostrophe; -1 if it does not. */
export function readSpacedElision(reading: Reading, start: number, end: number): number {
  if (end - start > 7 || reading.classAt(end) !== SPACE) return -1
  const { lower } = reading
  const left = lower.slice(start, end)
  const next = end + 1
  const nextEnd = endOfLetters(reading, next)
  if (nextEnd === next || reading.classAt(nextEnd) === DIGIT) return -1
  const right = lower.slice(next, nextEnd)
  if (WRITTEN_APART.get(left)?.test(right)) {
    reading.push(`${left}'${right}`, start, nextEnd, TokenKind.word)
    return nextEnd
  }
  // N Djamena, o neill: the name may have an internal apostrophe. A word that continues with a sign (Canal+, node.js) is not such a name.
  const isName = right.length > 2 && NAME_ENDS.has(reading.classAt(nextEnd))
  if ((left === 'n' || left === 'm' || left === 'o') && isName && !isElided(reading, left, next)) {
    reading.pushAt(reading.position, `${left}'${right}`, start, nextEnd, TokenKind.compound, 2)
  }
  if (!ELIDED.has(left) || isWordBefore(reading, start)) return -1
  if (left === 't' && /^(?:ils?|elles?|on)$/.test(right)) {
    reading.push("t'", start, end, TokenKind.elision)
    return next
  }
  if (!VOWEL.test(right.charAt(0)) || (left.length === 1 && NEVER_ELIDES.has(right))) return -1
  // A capital letter is a name (Vitamine D, RER C), unless the next word has its capital too: COTE D IVOIRE.
  if (reading.classAt(start) === UPPER && reading.classAt(next) !== UPPER && start > 0) return -1
  if (left === 'c' && !AFTER_C.has(right)) return -1
  if (!isElided(reading, left, next)) return -1
  reading.push(`${left}'`, start, end, TokenKind.elision)
  return next
}
