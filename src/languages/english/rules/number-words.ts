/**
 * Numbers and ordinals in letters. Several words are read as their number (`two million`, `twenty-one`, `one hundred and fifth`). A single one is a variant of
 * its digits in queries (`two` and 2).
 */
import { APOSTROPHE, DIGIT, HYPHEN, SPACE } from '../../../text/character-class.ts'
import { isPercentAt, readPercent } from '../../../text/percent.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { WordShapes } from '../../../text/word-shapes.ts'
import { endOfLetters, isWordAt } from '../../../text/words.ts'
import { PER_CENT } from './after-number.ts'
import { isBeforeMonth } from './date.ts'
import { ordinalOf } from './ordinal.ts'

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, i) => [word, i + 1] as const),
  ...TENS.map((word, i) => [word, 10 * i + 20] as const),
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

const ORDINALS: ReadonlyMap<string, number> = new Map(
  [...VALUES].map(([word, value]) => [ordinalWord(word), value] as const),
)

function ordinalWord(word: string): string {
  const irregular = {
    one: 'first',
    two: 'second',
    three: 'third',
    five: 'fifth',
    eight: 'eighth',
    nine: 'ninth',
    twelve: 'twelfth',
  }
  return irregular[word as keyof typeof irregular] ?? `${word.replace(/y$/, 'ie')}th`
}

/** Hundred and higher powers do not start a number. */
const SHAPES = new WordShapes([...SMALL, ...TENS])

/** Whether a word may start a number, by its first two letters and its length. */
export function mayBeginNumber(text: string, start: number, length: number): boolean {
  return SHAPES.mayHave(text, start, length)
}

/** A partly read number: thousands and above are in `total`, the rest in `rest`; `least` is the last power of a thousand. */
interface Sum {
  total: number
  rest: number
  least: number
}

/** The sum with one more word of the number, or undefined if the word starts another one (`twenty, thirty`). */
function plus({ total, rest, least }: Sum, value: number): Sum | undefined {
  const tens = rest % 100
  // Nineteen eighty-four, twenty twenty: a year by its century.
  if (total === 0 && rest > 12 && rest < 21 && value > 9 && value < 100) {
    return { total, rest: rest * 100 + value, least }
  }
  if (value < 20) {
    const fits = tens === 0 || (value < 10 && tens > 19 && tens % 10 === 0)
    return fits ? { total, rest: rest + value, least } : undefined
  }
  if (value < 100) return tens === 0 ? { total, rest: rest + value, least } : undefined
  if (value === 100) return rest > 0 && rest < 100 ? { total, rest: rest * 100, least } : undefined
  return rest > 0 && value < least ? { total: total + rest * value, rest: 0, least: value } : undefined
}

/**
 * Reads a number in letters from its first word, which ends at `firstEnd`: a whole in digits, and its words. Returns -1 for a single word, which is an ordinary
 * word; but the percentage of `five per cent` is read.
 */
export function readNumberWords(reading: Reading, start: number, firstEnd: number): number {
  const { lower } = reading
  if (!VALUES.has(lower.slice(start, firstEnd))) return -1
  const words: [start: number, end: number][] = []
  let sum: Sum = { total: 0, rest: 0, least: Number.POSITIVE_INFINITY }
  // How many of the words belong to the number. An « and » does only together with the next word.
  let size = 0
  let isOrdinal = false
  for (let i = start; !isOrdinal; ) {
    const end = endOfLetters(reading, i)
    const word = lower.slice(i, end)
    words.push([i, end])
    const isAnd = word === 'and' && size > 0 && (sum.rest % 100 === 0 || sum.rest === 0)
    if (!isAnd) {
      const value = VALUES.get(word) ?? (size > 0 ? ORDINALS.get(word) : undefined)
      const next = value === undefined ? undefined : plus(sum, value)
      if (next === undefined) break
      sum = next
      isOrdinal = !VALUES.has(word)
      size = words.length
    }
    if (reading.classAt(end) !== SPACE && reading.classAt(end) !== HYPHEN) break
    i = end + 1
  }
  if (size === 0) return -1
  const end = words[size - 1][1]
  const after = reading.classAt(end)
  // Twenty-four-hour is a compound.
  if (after === APOSTROPHE || after === DIGIT || (after === HYPHEN && isWordAt(reading, end + 1))) return -1
  if (size === 1 && !isPercentAt(reading, end, PER_CENT)) return -1
  const number = sum.total + sum.rest
  if (size > 1) {
    const kind = isOrdinal ? TokenKind.ordinal : TokenKind.number
    const isDay = isOrdinal && number < 32 && isBeforeMonth(reading, end)
    // The twenty-first of March. A query has only the number of the day, which every notation has.
    if (isDay) reading.pushAt(reading.position, String(number), start, end, TokenKind.number, size)
    if (!isDay || !reading.isQuestion) {
      reading.pushAt(reading.position, isOrdinal ? ordinalOf(number) : String(number), start, end, kind, size)
    }
  }
  for (const [from, to] of words.slice(0, size)) reading.push(lower.slice(from, to), from, to, TokenKind.word)
  return readPercent(reading, end, PER_CENT)
}

/** Reads `first` before `of May` as the number of a day; -1 for another word. */
export function readDayInLetters(reading: Reading, start: number, end: number): number {
  const day = ORDINALS.get(reading.lower.slice(start, end))
  if (day === undefined || day > 31 || !isBeforeMonth(reading, end)) return -1
  const position = reading.position++
  reading.pushAt(position, String(day), start, end, TokenKind.number, 1)
  // A query has only the number, which every notation has.
  if (!reading.isQuestion) reading.pushAt(position, reading.lower.slice(start, end), start, end, TokenKind.word, 1)
  return end
}

/** The numbers and ordinals of one word, each in letters and in digits. */
export function numbersOfOneWord(): (readonly [letters: string, digits: string])[] {
  return [...SMALL, ...TENS, 'hundred', 'thousand'].flatMap(word => {
    const value = VALUES.get(word) ?? 0
    return [[word, String(value)] as const, [ordinalWord(word), ordinalOf(value)] as const]
  })
}
