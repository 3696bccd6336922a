/** A set of documents of one segment, one bit each, for filters and query operators. */

const WORD_BITS = 32

export class DocumentSet {
  /** The number of documents in the segment: the set contains numbers below it. */
  readonly capacity: number
  private readonly bits: Uint32Array

  /** An empty set, or the set with the bits of `bits`, 32 documents each, the lowest bit first. */
  constructor(capacity: number, bits = new Uint32Array(Math.ceil(capacity / WORD_BITS))) {
    this.capacity = capacity
    this.bits = bits
  }

  has(document: number): boolean {
    return (this.bits[document >>> 5] & (1 << (document & 31))) !== 0
  }

  add(document: number): void {
    this.bits[document >>> 5] |= 1 << (document & 31)
  }

  delete(document: number): void {
    this.bits[document >>> 5] &= ~(1 << (document & 31))
  }

  isEmpty(): boolean {
    return this.bits.every(bits => bits === 0)
  }

  copy(): DocumentSet {
    return new DocumentSet(this.capacity).or(this)
  }

  /** Whether some document is in both. */
  meets(other: DocumentSet): boolean {
    for (let i = 0; i < this.bits.length; i++) if ((this.bits[i] & other.bits[i]) !== 0) return true
    return false
  }

  /** The documents that are in both. Changes this set, and returns it. */
  and(other: DocumentSet): this {
    for (let i = 0; i < this.bits.length; i++) this.bits[i] &= other.bits[i]
    return this
  }

  /** The documents that are in either. Changes this set, and returns it. */
  or(other: DocumentSet): this {
    for (let i = 0; i < this.bits.length; i++) this.bits[i] |= other.bits[i]
    return this
  }

  /** The documents that are not in it. Changes this set, and returns it. */
  not(): this {
    for (let i = 0; i < this.bits.length; i++) this.bits[i] = ~this.bits[i]
    const last = this.capacity & 31
    if (last > 0) this.bits[this.bits.length - 1] &= 2 ** last - 1
    return this
  }

  /** How many documents it has. */
  get size(): number {
    let size = 0
    for (const word of this.bits) for (let rest = word; rest !== 0; rest &= rest - 1) size++
    return size
  }

  /** Ascending. */
  toArray(): Uint32Array {
    const documents = new Uint32Array(this.size)
    let i = 0
    this.forEach(document => {
      documents[i++] = document
    })
    return documents
  }

  /** Writes those from `start` to `end` (exclusive) to `places`, ascending and relative to `start`. Returns their number. */
  placesIn(start: number, end: number, places: Uint16Array): number {
    const { bits, capacity } = this
    const last = Math.min(end, capacity)
    let count = 0
    for (let i = start >>> 5; i * WORD_BITS < last; i++) {
      let rest = bits[i]
      while (rest !== 0) {
        const lowest = rest & -rest
        const document = i * WORD_BITS + 31 - Math.clz32(lowest)
        if (document >= start && document < last) places[count++] = document - start
        rest ^= lowest
      }
    }
    return count
  }

  /** Ascending. */
  forEach(visit: (document: number) => void): void {
    for (let i = 0; i < this.bits.length; i++) {
      let rest = this.bits[i]
      while (rest !== 0) {
        const lowest = rest & -rest
        visit(i * WORD_BITS + 31 - Math.clz32(lowest))
        rest ^= lowest
      }
    }
  }
}
