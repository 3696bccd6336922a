/** Words with hyphens or several apostrophes: a compound becomes a whole and its parts (`e-mail`, `mother-in-law`, `rock’n’roll`). */
import { apostrophesAsAscii } from '../../../text/apostrophes.ts'
import { HYPHEN } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { isDigits, isWordAt } from '../../../text/words.ts'
import { endsWithApostrophes } from './contraction.ts'
import { pushWord } from './ordinal.ts'

/** Longer chains are slugs and lists, not words: they become only parts. */
const MOST_PARTS = 10

/** A part of a compound: its start, its end, and its end without a possessive ’s. */
type Part = readonly [start: number, end: number, wordEnd: number]

/** Reads a word with hyphens or internal apostrophes, from its first letter or digit. Returns where to continue. */
export function readCompound(reading: Reading, start: number): number {
  const parts: Part[] = []
  for (let i = start; ; ) {
    const [end, wordEnd] = endsWithApostrophes(reading, i)
    parts.push([i, end, wordEnd])
    if (reading.classAt(end) !== HYPHEN || !isWordAt(reading, end + 1)) break
    i = end + 1
  }
  const [, last] = parts[parts.length - 1]
  const words = parts.map(([from, , to]) => apostrophesAsAscii(reading.lower.slice(from, to)))
  if (parts.length > 1 && parts.length <= MOST_PARTS) {
    const areDigits = parts.every(([from, to]) => isDigits(reading, from, to))
    const kind = areDigits ? TokenKind.number : TokenKind.compound
    reading.pushAt(reading.position, words.join('-'), start, last, kind, parts.length)
  }
  parts.forEach(([from, to, wordEnd], i) => {
    if (to === wordEnd && !words[i].includes("'")) pushWord(reading, from, to)
    else reading.push(words[i], from, to, TokenKind.word)
  })
  return last
}
