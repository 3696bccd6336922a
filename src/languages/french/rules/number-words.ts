/**
 * Numbers and ordinals in letters. Several words are read as their number (`deux millions`, `quatre-vingt-dixième`). A single one is a variant of its digits in
 * queries (`deux` and 2).
 *
 * Hyphens are optional, as in the 1990 and the older spelling (Conseil supérieur de la langue française). Belgian and Swiss septante, huitante and nonante are
 * included.
 */
import { APOSTROPHE, DIGIT, HYPHEN, SPACE } from '../../../text/character-class.ts'
import { isPercentAt, readPercent } from '../../../text/percent.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { WordShapes } from '../../../text/word-shapes.ts'
import { endOfLetters, isWordAt } from '../../../text/words.ts'
import { PER_CENT } from './after-number.ts'

const SMALL = 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')

/** The words that have one value, without plurals. */
const SIMPLE: readonly (readonly [word: string, value: number])[] = [
  ...SMALL.map((word, i) => [word, i + 1] as const),
  ...'vingt trente quarante cinquante soixante septante huitante nonante'
    .split(' ')
    .map((word, i) => [word, 10 * i + 20] as const),
  ['cent', 100],
  ['mille', 1000],
]

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SIMPLE,
  ['une', 1],
  ['vingts', 20],
  ['cents', 100],
  ['million', 1e6],
  ['millions', 1e6],
  ['milliard', 1e9],
  ['milliards', 1e9],
])

/** Une starts none. These shapes rule out most words. */
const SHAPES = new WordShapes([...VALUES.keys()].filter(word => word !== 'une'))

/** Whether a word may start a number, by its first two letters and its length. */
export function mayBeginNumber(text: string, start: number, length: number): boolean {
  return SHAPES.mayHave(text, start, length)
}

/** The value of an ordinal in letters, or undefined: cinquième is 5, neuvième 9, unième (in vingt et unième) 1. */
function ordinalValue(word: string): number | undefined {
  const base = /^(.+)i[eè]mes?$/.exec(word)?.[1]
  if (base === undefined) return undefined
  return VALUES.get(base) ?? VALUES.get(`${base}e`) ?? VALUES.get(base.replace(/qu$/, 'q').replace(/v$/, 'f'))
}

/** A partly read number: thousands and above are in `total`, the rest in `rest`. */
interface Sum {
  total: number
  rest: number
}

/** The sum with one more word of the number, or undefined if the word starts another one (`vingt, trente`). */
function plus({ total, rest }: Sum, value: number): Sum | undefined {
  const tens = rest % 100
  if (value < 100) {
    if (value === 20 && tens === 4) return { total, rest: rest + 76 }
    const fits =
      tens === 0 ||
      (value < 10 && tens > 19 && tens % 10 === 0) ||
      (value < 10 && value > 6 && tens === 10) ||
      (value < 17 && (tens === 60 || tens === 80))
    return fits ? { total, rest: rest + value } : undefined
  }
  if (value === 100) return rest < 20 && rest !== 1 ? { total, rest: (rest || 1) * 100 } : undefined
  if (value === 1000) return total % 1e6 === 0 ? { total: total + (rest || 1) * 1000, rest: 0 } : undefined
  if (total + rest === 0) return undefined
  if (total < 1e6) return { total: (total + rest) * value, rest: 0 }
  return total % 1e9 === 0 && value === 1e6 ? { total: total + rest * value, rest: 0 } : undefined
}

/**
 * Reads a number in letters from its first word, which ends at `firstEnd`: a whole in digits, and its words. Returns -1 for a single word, which is an ordinary
 * word; but the percentage of `cinq pour cent` is read.
 */
export function readNumberWords(reading: Reading, start: number, firstEnd: number): number {
  const { lower } = reading
  // Un starts only un million and un milliard.
  if (firstEnd - start === 2 && lower.charCodeAt(start + 3) !== 0x6d) return -1
  if (!VALUES.has(lower.slice(start, firstEnd))) return -1
  const words: [start: number, end: number][] = []
  let sum: Sum = { total: 0, rest: 0 }
  // How many of the words belong to the number. An « et » does only together with the next word.
  let size = 0
  let isOrdinal = false
  for (let i = start; !isOrdinal; ) {
    const end = endOfLetters(reading, i)
    const word = lower.slice(i, end)
    words.push([i, end])
    if (word !== 'et' || size === 0) {
      const value = VALUES.get(word) ?? (size > 0 ? ordinalValue(word) : undefined)
      const next = value === undefined ? undefined : plus(sum, value)
      if (next === undefined) break
      sum = next
      isOrdinal = !VALUES.has(word)
      size = words.length
    } else if (!/^(?:un|onz)/.test(lower.slice(end + 1, end + 4))) break
    if (reading.classAt(end) !== SPACE && reading.classAt(end) !== HYPHEN) break
    i = end + 1
  }
  if (size === 0) return -1
  const end = words[size - 1][1]
  const after = reading.classAt(end)
  // Vingt-quatre-heures and dix-huit-trous are compounds.
  if (after === APOSTROPHE || after === DIGIT || (after === HYPHEN && isWordAt(reading, end + 1))) return -1
  const isPercentage = isPercentAt(reading, end, PER_CENT)
  if (size === 1 && !isPercentage) return -1
  const number = String(sum.total + sum.rest)
  if (size > 1) {
    const kind = isOrdinal ? TokenKind.ordinal : TokenKind.number
    reading.pushAt(reading.position, isOrdinal ? `${number}e` : number, start, end, kind, size)
  }
  for (const [from, to] of words.slice(0, size)) reading.push(lower.slice(from, to), from, to, TokenKind.word)
  return readPercent(reading, end, PER_CENT)
}

/** The numbers and ordinals of one word, each in letters and in digits. */
export function numbersOfOneWord(): (readonly [letters: string, digits: string])[] {
  return SIMPLE.slice(1).flatMap(([word, value]) => [
    [word, String(value)] as const,
    [ordinal(word), `${value}e`] as const,
  ])
}

function ordinal(word: string): string {
  return `${word.replace(/e$/, '').replace(/q$/, 'qu').replace(/f$/, 'v')}ième`
}
