/** Numbers words by their code units, so that words are looked up within a text, and only new words become strings. */
import { GrowingUint32Array } from '../../format/growing-array.ts'

const FIRST_SLOTS = 1 << 12

export class WordTable {
  length = 0

  /** Open addressing: the hash of a word, and its number plus one; 0 for a free slot. At least twice as many slots as words. */
  private slots = new Uint32Array(FIRST_SLOTS * 2)
  private mask = FIRST_SLOTS - 1
  /** The code units of all words, concatenated. */
  private units = new Uint16Array(1 << 14)
  /** By word: the start of its code units; after the last word, the start for the next one. */
  private readonly starts = new GrowingUint32Array()

  constructor() {
    this.starts.push(0)
  }

  /** The number of the word `text.slice(start, end)`; -1 if it is not in the table. */
  find(text: string, start: number, end: number): number {
    const { slots, mask } = this
    const hash = hashOf(text, start, end)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot * 2 + 1] - 1
      if (number === -1) return -1
      if (slots[slot * 2] === hash && this.isWord(number, text, start, end)) return number
    }
  }

  private isWord(number: number, text: string, start: number, end: number): boolean {
    const { units } = this
    const starts = this.starts.values
    const first = starts[number]
    if (starts[number + 1] - first !== end - start) return false
    for (let i = start, at = first; i < end; i++, at++) if (units[at] !== text.charCodeAt(i)) return false
    return true
  }

  /** Adds a new word. Its number is the previous number of words. */
  add(word: string): number {
    const number = this.length++
    const first = this.starts.values[number]
    if (first + word.length > this.units.length) this.growUnits(first + word.length)
    for (let i = 0; i < word.length; i++) this.units[first + i] = word.charCodeAt(i)
    this.starts.push(first + word.length)
    if (this.length * 2 > this.mask) this.growSlots()
    this.fill(hashOf(word, 0, word.length), number)
    return number
  }

  private fill(hash: number, number: number): void {
    const { slots, mask } = this
    let slot = hash & mask
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    slots[slot * 2] = hash
    slots[slot * 2 + 1] = number + 1
  }

  private growSlots(): void {
    const { slots } = this
    this.slots = new Uint32Array(slots.length * 2)
    this.mask = this.slots.length / 2 - 1
    for (let i = 0; i < slots.length; i += 2) if (slots[i + 1] !== 0) this.fill(slots[i], slots[i + 1] - 1)
  }

  private growUnits(length: number): void {
    const grown = new Uint16Array(Math.max(length, this.units.length * 2))
    grown.set(this.units)
    this.units = grown
  }
}

/** FNV-1a over code units (http://www.isthe.com/chongo/tech/comp/fnv/), its high bits folded into the low ones, which choose the slot. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
