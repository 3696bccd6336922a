/**
 * Words with hyphens: a compound becomes a whole and its parts (`cessez-le-feu`), and pronouns after a verb are separated (`dit-il`).
 *
 * The whole is written with U+002D and U+0027 whatever the text has. Rule of the inverted pronouns: Grevisse & Goosse, Le bon usage,
 * on the hyphen: a verb takes one before je, tu, il… and before -t-, and an imperative before its complements.
 */
import { apostrophesAsAscii } from '../../../text/apostrophes.ts'
import { APOSTROPHE, HYPHEN } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { endOfWord, isCapitalAt, isDigits, isLetterAt, isWordAt } from '../../../text/words.ts'
import { isElided, OWN_APOSTROPHE } from './elision.ts'
import { type Inclusive, inclusiveParts, readInclusiveEnding } from './inclusive.ts'
import { pushWord } from './ordinal.ts'

/** One part of a compound; an elided one ends with its apostrophe. */
export interface Part {
  start: number
  end: number
  elided: boolean
}

const CLITICS: ReadonlySet<string> = new Set(
  'je tu il elle on nous vous ils elles ce moi toi lui leur le la les y en t m ci là'.split(' '),
)

/** Nouns that look like a verb with its pronoun. */
const NOUNS: ReadonlySet<string> = new Set(['rendez-vous', "qu'en-dira-t-on", 'chez-soi', 'chez-moi', 'chez-nous'])

/** A compound with both words in the plural: choux-fleurs. In names, the second word has a capital (États-Unis). */
const TWO_PLURALS = /^(\p{L}{3,})[sx](-\p{L}{3,}[sx])$/u

/** Longer chains are slugs and lists, not words: they become only parts. */
const MOST_PARTS = 10

/** Reads a word with hyphens or an internal apostrophe, from its first letter or digit. Returns where to continue. */
export function readCompound(reading: Reading, start: number): number {
  const parts = partsFrom(reading, start)
  const last = parts[parts.length - 1]
  const inclusive = inclusiveParts(reading, parts) ?? readInclusiveEnding(reading, last.start, last.end)
  if (inclusive?.parts !== undefined) parts.length = inclusive.parts
  const end = inclusive?.end ?? last.end
  const head = inclusive === undefined ? headLength(reading, parts) : parts.length
  if (head > 1 && head <= MOST_PARTS) {
    const whole = wholeWord(reading, parts, head)
    const wholeEnd = head === parts.length ? end : parts[head - 1].end
    const kind = isMadeOfDigits(reading, parts, head) ? TokenKind.number : TokenKind.compound
    reading.pushAt(reading.position, whole, start, wholeEnd, kind, head)
    // The 1990 spelling has choufleurs for choux-fleurs, with one plural ending instead of two.
    const isNoun = !reading.isQuestion && head === 2 && parts.length === 2 && !isCapitalAt(reading, parts[1].start)
    const plurals = isNoun ? TWO_PLURALS.exec(whole) : null
    if (plurals !== null) {
      reading.pushAt(reading.position, plurals[1] + plurals[2], start, wholeEnd, kind, head)
    }
    if (inclusive?.feminine !== undefined) {
      const lastPart = parts[parts.length - 1]
      const stem = whole.slice(0, whole.length - (lastPart.end - lastPart.start))
      reading.pushAt(reading.position, stem + inclusive.feminine, start, end, TokenKind.compound, head)
    }
  }
  for (let k = 0; k < parts.length; k++) {
    const isLast = k === parts.length - 1
    pushPart(reading, parts[k], isLast ? inclusive : undefined, k >= head || (head === 1 && parts.length > 1))
  }
  return end
}

function pushPart(reading: Reading, part: Part, inclusive: Inclusive | undefined, isClitic: boolean): void {
  const written = reading.lower.slice(part.start, part.end)
  const word = apostrophesAsAscii(written)
  if (part.elided) reading.push(word, part.start, part.end, TokenKind.elision)
  // The t of a-t-il is a sound, not a word: it is written like an elided word.
  else if (isClitic && (word === 't' || word === 'm')) {
    reading.push(`${word}'`, part.start, part.end, TokenKind.elision)
  } else if (inclusive !== undefined) {
    const position = reading.position++
    reading.pushAt(position, word, part.start, inclusive.end, TokenKind.word, 1)
    if (inclusive.feminine !== undefined) {
      reading.pushAt(position, inclusive.feminine, part.start, inclusive.end, TokenKind.word, 1)
    }
  } else pushWord(reading, part.start, part.end, word === written ? undefined : word)
}

function partsFrom(reading: Reading, start: number): Part[] {
  const parts: Part[] = []
  let partStart = start
  let i = start
  for (;;) {
    i = endOfWord(reading, i)
    const kind = reading.classAt(i)
    if (kind === APOSTROPHE && isLetterAt(reading, i + 1)) {
      const left = reading.lower.slice(partStart, i)
      if (isElided(reading, left, i + 1)) {
        parts.push({ start: partStart, end: i + 1, elided: true })
        partStart = i + 1
      } else if (joinsWords(reading, left, i + 1)) {
        parts.push({ start: partStart, end: i, elided: false })
        partStart = i + 1
      }
      i++
      continue
    }
    parts.push({ start: partStart, end: i, elided: false })
    if (kind !== HYPHEN || !isWordAt(reading, i + 1)) return parts
    partStart = ++i
  }
}

/** Whether an apostrophe joins two words like a hyphen: grand’mère, rock’n’roll; not aujourd’hui, O’Neill, McDonald’s. */
function joinsWords(reading: Reading, left: string, next: number): boolean {
  const isMiddle = (i: number) => reading.lower[i] === 'n' && reading.classAt(i + 1) === APOSTROPHE
  if (isMiddle(next - 2) && reading.classAt(next - 3) === APOSTROPHE) return true
  return left.length > 3 && !OWN_APOSTROPHE.has(left) && (isMiddle(next) || endOfWord(reading, next) > next + 1)
}

/** How many parts the word has without the pronouns after a verb, -ci and -là. */
function headLength(reading: Reading, parts: Part[]): number {
  let head = parts.length
  while (head > 1 && CLITICS.has(cliticAt(reading, parts[head - 1]))) head--
  if (head === parts.length) return head
  if (head > 1) {
    // A longer word only loses -ci and -là: un sans-abri-là; sot-l’y-laisse and Saint-Jean-la-Vêtre keep all their parts.
    const last = cliticAt(reading, parts[parts.length - 1])
    return last === 'ci' || last === 'là' ? parts.length - 1 : parts.length
  }
  return NOUNS.has(wholeWord(reading, parts, parts.length)) ? parts.length : 1
}

function cliticAt(reading: Reading, part: Part): string {
  return reading.lower.slice(part.start, part.elided ? part.end - 1 : part.end)
}

function wholeWord(reading: Reading, parts: Part[], count: number): string {
  let whole = ''
  for (let k = 0; k < count; k++) {
    const { start, end, elided } = parts[k]
    whole += apostrophesAsAscii(reading.lower.slice(start, end))
    if (k < count - 1 && !elided) whole += '-'
  }
  return whole
}

function isMadeOfDigits(reading: Reading, parts: Part[], count: number): boolean {
  for (let k = 0; k < count; k++) if (!isDigits(reading, parts[k].start, parts[k].end)) return false
  return true
}
