/**
 * Function words that are names in capitals: the `US` is not `us`, `IT` is not `it`, and `The Who` is neither word. Each becomes a separate word (`u.s.`,
 * `i.t.`, `the-who`), so it is not a stop word.
 */
import { APOSTROPHE, SPACE } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { WordShapes } from '../../../text/word-shapes.ts'
import { endOfLetters, isCapitalAt, isLetterAt, isWordAt } from '../../../text/words.ts'

/** Acronyms that are function words, or another word, in lower case. */
const ACRONYMS = 'us it who aids'.split(' ')
/** Other words that single letters with full stops may be: a.m. */
const WITH_STOPS: ReadonlySet<string> = new Set([...ACRONYMS, 'am', 'is', 'as', 'so', 'me', 'or', 'in', 'no', 'do'])
const SHAPES = new WordShapes(ACRONYMS)

/** The dictionary's word for the letters of an acronym with full stops: `u.s.`, but `un`. */
export function acronymWord(letters: string): string {
  return WITH_STOPS.has(letters) ? dotted(letters) : letters
}

function dotted(letters: string): string {
  return letters.replace(/./gu, '$&.')
}

/** The lower-case word of such an acronym, and vice versa: a query for `aids` or `who` may mean the acronym. */
export function acronymLike(word: string): string | undefined {
  return word === 'who' || word === 'aids' ? dotted(word) : undefined
}

/** The number of characters around a word whose case is examined. */
const AROUND = 40
const SMALL_LETTER = /\p{Ll}/u
/** A word after a determiner, or at the start of a query, is not a pronoun. */
const DETERMINER_BEFORE = /(?:^|[^\p{L}])(?:the|an?)[ \u00a0]$/u
const FOLLOWING_NOUN = /^[ \u00a0]\p{L}{2,}/u

/** Reads US, IT, WHO and AIDS in capitals; in a query also a lower-case us that cannot be a pronoun (`us economy`, `the us`). Returns -1 for other words. */
export function readCapitals(reading: Reading, start: number, end: number): number {
  const { lower, plain } = reading
  if (!SHAPES.mayHave(lower, start, end - start)) return -1
  const letters = lower.slice(start, end)
  if (!ACRONYMS.includes(letters)) return -1
  const isMeant = isInCapitals(reading, start, end)
    ? !isShouted(plain, start, end)
    : reading.isQuestion && letters === 'us' && isNoPronoun(lower, start, end)
  if (!isMeant) return -1
  reading.push(dotted(letters), start, end, TokenKind.acronym)
  return end
}

function isInCapitals(reading: Reading, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isCapitalAt(reading, i)) return false
  return true
}

/** Whether all surrounding words are in capitals too: WHO ARE YOU? Two words may also be acronyms: US GDP. */
function isShouted(plain: string, start: number, end: number): boolean {
  const around = plain.slice(Math.max(0, start - AROUND), end + AROUND)
  return !SMALL_LETTER.test(around) && (around.match(/\p{L}+/gu)?.length ?? 0) > 2
}

function isNoPronoun(lower: string, start: number, end: number): boolean {
  const before = lower.slice(Math.max(0, start - 5), start)
  if (DETERMINER_BEFORE.test(before)) return true
  return lower.slice(0, start).trim() === '' && FOLLOWING_NOUN.test(lower.slice(end, end + 4))
}

/** Words that never follow an article unless both form a name: The Who, The The. */
const NAMES: ReadonlySet<string> = new Set('who the them what that there'.split(' '))

/** Adds the whole of a name that consists of `the` and a function word, before its words. In a text it is capitalised. */
export function readNameOfTwo(reading: Reading, start: number, end: number): void {
  const next = end + 1
  if (reading.classAt(end) !== SPACE || !isLetterAt(reading, next)) return
  if (!reading.isQuestion && !isCapitalAt(reading, next)) return
  const nextEnd = endOfLetters(reading, next)
  if (isWordAt(reading, nextEnd) || !NAMES.has(reading.lower.slice(next, nextEnd))) return
  if (isCapitalAt(reading, next + 1) && isShouted(reading.plain, start, nextEnd)) return
  let last = nextEnd
  if (reading.classAt(nextEnd) === APOSTROPHE && isWordAt(reading, nextEnd + 1)) {
    // The Who’s albums. In any other word, such as `the who’ve`, the name would end in the middle.
    if (reading.lower[nextEnd + 1] !== 's' || isWordAt(reading, nextEnd + 2)) return
    last = nextEnd + 2
  }
  const whole = `the-${reading.lower.slice(next, nextEnd)}`
  reading.pushAt(reading.position, whole, start, last, TokenKind.compound, 2)
}
