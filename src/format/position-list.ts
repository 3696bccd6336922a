/**
 * Where in a field a word stands: for each posting as many positions as its frequency, apart from the posting list.
 *
 *     list  = varint(block bytes){blocks - 1} block{blocks}      blocks as in the posting list, its tail included
 *     block = byte(base) bits
 *
 * Positions are written as gaps (the first from -1) in Rice codes (R. Rice, 1979): `gap >> k` ones and a zero, then `k` low bits. A word that
 * stands n times in a document has gaps about n times smaller than one that stands there once, so k = base - log2(n): the frequency,
 * known from the posting list, makes the code fit each document.
 */
import { CorruptIndexError } from '../errors.ts'
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { BLOCK_LENGTH } from './posting-list.ts'

const MAX_BASE = 24
/** A quotient of this many ones is followed by the gap itself in 32 bits. */
const ESCAPE = 20

/** Writes the positions of `count` postings; `positions` holds them one posting after the other. */
export function writePositionList(
  writer: ByteWriter,
  frequencies: Uint32Array,
  positions: Uint32Array,
  count: number,
  scratch: ByteWriter,
  blockLength = BLOCK_LENGTH,
): void {
  scratch.clear()
  let at = 0
  for (let first = 0; first < count; first += blockLength) {
    const start = scratch.length
    const last = Math.min(first + blockLength, count)
    at = writeBlock(scratch, frequencies, first, last, positions, at)
    if (last < count) writer.varint(scratch.length - start)
  }
  writer.bytes(scratch.view())
}

function writeBlock(
  writer: ByteWriter,
  frequencies: Uint32Array,
  first: number,
  last: number,
  positions: Uint32Array,
  start: number,
): number {
  const base = bestBase(frequencies, first, last, positions, start)
  writer.byte(base)
  let pending = 0
  let bits = 0
  const put = (value: number, width: number) => {
    pending |= value << bits
    bits += width
    while (bits >= 8) {
      writer.byte(pending & 0xff)
      pending >>>= 8
      bits -= 8
    }
  }
  let at = start
  for (let posting = first; posting < last; posting++) {
    const k = lowBits(base, frequencies[posting])
    let previous = -1
    for (let n = frequencies[posting]; n > 0; n--) {
      const gap = positions[at] - previous - 1
      previous = positions[at++]
      const quotient = gap >>> k
      if (quotient >= ESCAPE) {
        put(2 ** ESCAPE - 1, ESCAPE)
        put(gap & 0xffff, 16)
        put(gap >>> 16, 16)
      } else {
        put(2 ** quotient - 1, quotient + 1)
        put(gap & (2 ** k - 1), k)
      }
    }
  }
  if (bits > 0) writer.byte(pending & 0xff)
  return at
}

/** How many low bits are written as they are. */
function lowBits(base: number, frequency: number): number {
  return Math.max(0, base - (31 - Math.clz32(frequency)))
}

/** The base that takes the fewest bits: the size has one minimum, so walk downhill from a guess. */
function bestBase(
  frequencies: Uint32Array,
  first: number,
  last: number,
  positions: Uint32Array,
  start: number,
): number {
  let end = start
  let spread = 0
  for (let posting = first; posting < last; posting++) {
    end += frequencies[posting]
    spread += positions[end - 1] + 1
  }
  const cost = (base: number) => bitsTaken(base, frequencies, first, last, positions, start)
  let best = Math.min(MAX_BASE, Math.max(0, Math.floor(Math.log2((0.69 * spread) / (last - first) + 1))))
  let bestCost = cost(best)
  for (const step of [1, -1]) {
    for (let base = best + step; base >= 0 && base <= MAX_BASE; base += step) {
      const bits = cost(base)
      if (bits >= bestCost) break
      best = base
      bestCost = bits
    }
  }
  return best
}

function bitsTaken(
  base: number,
  frequencies: Uint32Array,
  first: number,
  last: number,
  positions: Uint32Array,
  start: number,
): number {
  let bits = 0
  let at = start
  for (let posting = first; posting < last; posting++) {
    const k = lowBits(base, frequencies[posting])
    let previous = -1
    for (let n = frequencies[posting]; n > 0; n--) {
      const quotient = (positions[at] - previous - 1) >>> k
      previous = positions[at++]
      bits += quotient >= ESCAPE ? ESCAPE + 32 : quotient + 1 + k
    }
  }
  return bits
}

/** Reads the positions of single postings: cheapest one after the other, but in any order. One reader serves many lists. */
export class PositionListReader {
  /** The positions of the posting last read, ascending; `length` says how many count. */
  positions = new Uint32Array(64)
  length = 0

  private readonly blockLength: number
  private bytes: Uint8Array = new Uint8Array(0)
  private end = 0
  private starts = new Uint32Array(16)
  private blocks = 0

  // Where reading stands: the block, its base, the posting that comes next, and the bits taken from the bytes but not used.
  private block = -1
  private base = 0
  private next = 0
  private at = 0
  private pending = 0
  private bits = 0

  constructor(blockLength = BLOCK_LENGTH) {
    this.blockLength = blockLength
  }

  /** Starts on the list of `count` postings in `bytes[start..end)`. */
  open(bytes: Uint8Array, start: number, end: number, count: number): void {
    this.bytes = bytes
    this.end = end
    this.block = -1
    this.blocks = Math.ceil(count / this.blockLength)
    if (this.starts.length <= this.blocks) this.starts = new Uint32Array(this.blocks * 2)
    const reader = new ByteReader(bytes, start, end, 'positions')
    let offset = 0
    for (let block = 0; block < this.blocks; block++) {
      this.starts[block] = offset
      if (block < this.blocks - 1) offset += reader.count(end - start, 'a block')
    }
    for (let block = 0; block < this.blocks; block++) this.starts[block] += reader.position
  }

  /** Reads the positions of posting `index` of `block`, whose frequencies (from the posting list) are given. */
  read(block: number, index: number, frequencies: Uint32Array): void {
    if (block !== this.block || index < this.next) this.startBlock(block)
    for (; this.next < index; this.next++) this.skipPosting(frequencies[this.next])
    const frequency = frequencies[index]
    if (frequency > this.positions.length) {
      // Each position takes a bit at least, so a frequency beyond the bits left is a damaged one, not a reason to allocate.
      if (frequency > (this.end - this.at) * 8 + this.bits) throw this.corrupt()
      this.positions = new Uint32Array(frequency * 2)
    }
    const k = lowBits(this.base, frequency)
    let position = -1
    for (let n = 0; n < frequency; n++) {
      position += this.readGap(k) + 1
      this.positions[n] = position
    }
    this.length = frequency
    this.next = index + 1
  }

  private startBlock(block: number): void {
    this.block = block
    this.next = 0
    this.at = this.starts[block]
    this.pending = 0
    this.bits = 0
    if (block >= this.blocks || this.at >= this.end) throw this.corrupt()
    this.base = this.bytes[this.at++]
    if (this.base > MAX_BASE) throw this.corrupt()
  }

  private skipPosting(frequency: number): void {
    const k = lowBits(this.base, frequency)
    for (let n = 0; n < frequency; n++) this.readGap(k)
  }

  private readGap(k: number): number {
    let quotient = 0
    for (;;) {
      if (this.bits === 0) this.fill()
      // The ones at the low end, as many as there are before a zero; above `bits` all bits are zero.
      const inverse = ~this.pending
      const ones = Math.min(31 - Math.clz32(inverse & -inverse), ESCAPE - quotient)
      quotient += ones
      this.pending >>>= ones
      this.bits -= ones
      if (quotient === ESCAPE) return this.take(16) + this.take(16) * 65536
      if (this.bits > 0) break
    }
    this.pending >>>= 1
    this.bits--
    return quotient * 2 ** k + this.take(k)
  }

  /** The next `width` bits, 24 at most. */
  private take(width: number): number {
    while (this.bits < width) this.fill()
    const value = this.pending & (2 ** width - 1)
    this.pending >>>= width
    this.bits -= width
    return value
  }

  private fill(): void {
    if (this.at >= this.end) throw this.corrupt()
    this.pending |= this.bytes[this.at++] << this.bits
    this.bits += 8
  }

  private corrupt(): CorruptIndexError {
    return new CorruptIndexError('positions', this.at, 'a position list is malformed')
  }
}
