/**
 * The set of letters of each word, as a number, to find words a few edits away from a typed one without comparing most others. Words may be in any order.
 *
 * An edit changes the length by at most one, and the set of letters by at most two (one is replaced by another).
 */
import { GrowingUint32Array } from '../../format/growing-array.ts'

const LETTERS = 26
const LETTER_MASK = 2 ** LETTERS - 1
/** Lengths take six bits; longer words have the maximum. */
const MOST_LENGTH = 63

export class LetterSets {
  private readonly sets = new GrowingUint32Array()

  get length(): number {
    return this.sets.length
  }

  /** Adds the next word, folded and without hyphens and apostrophes. */
  push(piece: string): void {
    this.sets.push(setOf(piece))
  }

  /** The words, by number, that may be at most `most` edits from `piece`. */
  *candidates(piece: string, most: number): Generator<number> {
    const { values, length } = this.sets
    const own = setOf(piece)
    const letters = own & LETTER_MASK
    const size = own >>> LETTERS
    for (let word = 0; word < length; word++) {
      const other = values[word]
      if (Math.abs((other >>> LETTERS) - size) > most) continue
      if (bitCount((other & LETTER_MASK) ^ letters) <= 2 * most) yield word
    }
  }
}

function setOf(piece: string): number {
  let letters = 0
  for (let i = 0; i < piece.length; i++) letters |= 1 << (piece.charCodeAt(i) % LETTERS)
  return (letters | (Math.min(piece.length, MOST_LENGTH) << LETTERS)) >>> 0
}

/** How many bits of a number below 2²⁶ are set. */
function bitCount(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24) & 63
}
