/**
 * The documents of one word in one field, with frequencies: full blocks of 128 packed in as few bits as fit, then a tail.
 *
 *     list   = skip{blocks} block{blocks} tail            blocks = floor(count / blockLength)
 *     skip   = varint(last document - last of the block before) varint(block bytes) byte(max frequency) byte(min norm)
 *     block  = byte(width of gaps) byte(exceptions) packed gaps, byte(width) byte(exceptions) packed frequencies, exceptions
 *     tail   = (varint(gap * 2 + (frequency == 1)) [varint(frequency - 2)]){rest}
 *
 * Packed values are patched ("PFOR", M. Zukowski et al., "Super-Scalar RAM-CPU Cache Compression", 2006): the width is the one that
 * makes the block smallest, the high bits of values that don't fit follow as (index, high bits) pairs.
 */
import { CorruptIndexError } from '../errors.ts'
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

export const BLOCK_LENGTH = 128
const MAX_WIDTH = 24

/** Writes the postings `documents[0..count)` with their frequencies; `norms` are the field's length norms by document. */
export function writePostingList(
  writer: ByteWriter,
  documents: Uint32Array,
  frequencies: Uint32Array,
  count: number,
  norms: Uint8Array,
  scratch: ByteWriter,
  blockLength = BLOCK_LENGTH,
): void {
  scratch.clear()
  const gaps = new Uint32Array(blockLength)
  const lessOnes = new Uint32Array(blockLength)
  const blocks = Math.floor(count / blockLength)
  let previous = -1
  for (let block = 0; block < blocks; block++) {
    const first = block * blockLength
    const blockStart = scratch.length
    const lastBefore = previous
    let maxFrequency = 0
    let minNorm = 255
    for (let i = 0; i < blockLength; i++) {
      const document = documents[first + i]
      gaps[i] = document - previous - 1
      previous = document
      lessOnes[i] = frequencies[first + i] - 1
      if (frequencies[first + i] > maxFrequency) maxFrequency = frequencies[first + i]
      if (norms[document] < minNorm) minNorm = norms[document]
    }
    writePacked(scratch, gaps)
    writePacked(scratch, lessOnes)
    writer.varint(previous - lastBefore)
    writer.varint(scratch.length - blockStart)
    writer.byte(Math.min(maxFrequency, 255))
    writer.byte(minNorm)
  }
  writer.bytes(scratch.view())
  for (let i = blocks * blockLength; i < count; i++) {
    const gap = documents[i] - previous - 1
    previous = documents[i]
    if (frequencies[i] === 1) writer.varint(gap * 2 + 1)
    else {
      writer.varint(gap * 2)
      writer.varint(frequencies[i] - 2)
    }
  }
}

/** Reads a posting list block by block. One reader serves many lists; it allocates nothing once made. */
export class PostingListReader {
  /** The documents of the current block, ascending. */
  readonly documents: Uint32Array
  /** How often the word occurs in each of `documents`. */
  readonly frequencies: Uint32Array
  /** The number of the current block; the tail is a block too. */
  block = -1
  blocks = 0

  private readonly blockLength: number
  private bytes: Uint8Array = new Uint8Array(0)
  private end = 0
  private count = 0
  private documentLimit = 0
  private next = 0
  private last = -1
  /** By block: where its bytes start (and, after the last block, where the tail does), and the last document before it. */
  private starts = new Uint32Array(16)
  private lasts = new Int32Array(16)

  constructor(blockLength = BLOCK_LENGTH) {
    this.blockLength = blockLength
    this.documents = new Uint32Array(blockLength)
    this.frequencies = new Uint32Array(blockLength)
  }

  /** Starts on the list of `count` postings in `bytes[start..end)`; documents must be below `documentLimit`. */
  open(bytes: Uint8Array, start: number, end: number, count: number, documentLimit: number): void {
    this.bytes = bytes
    this.end = end
    this.count = count
    this.documentLimit = documentLimit
    this.block = -1
    this.last = -1
    const full = Math.floor(count / this.blockLength)
    this.blocks = full + (full * this.blockLength < count ? 1 : 0)
    if (this.starts.length <= full) {
      this.starts = new Uint32Array(full * 2 + 2)
      this.lasts = new Int32Array(full * 2 + 2)
    }
    this.next = start
    this.lasts[0] = -1
    if (full > 0) this.readSkips(start, full)
    else this.starts[0] = start
  }

  private readSkips(start: number, full: number): void {
    const skips = new ByteReader(this.bytes, start, this.end, 'postings')
    let offset = 0
    for (let block = 0; block < full; block++) {
      this.lasts[block + 1] = this.lasts[block] + skips.count(this.documentLimit, 'a document')
      this.starts[block] = offset
      offset += skips.count(this.end - start, 'a block')
      skips.skip(2)
    }
    this.starts[full] = offset
    const base = skips.position
    if (base + offset > this.end) throw skips.corrupt('a block is too long')
    for (let block = 0; block <= full; block++) this.starts[block] += base
  }

  /** Fills `documents` and `frequencies` with the next block. Returns how many there are, 0 at the end. */
  nextBlock(): number {
    return this.block + 1 < this.blocks ? this.readBlock(this.block + 1) : 0
  }

  /** Moves to the first block whose last document is ≥ `document`; returns how many postings it holds, 0 where there is none. */
  seekBlock(document: number): number {
    const full = Math.floor(this.count / this.blockLength)
    let low = Math.max(this.block, 0)
    let high = full
    // The first full block whose last document reaches `document`; `full` stands for the tail.
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.lasts[middle + 1] < document) low = middle + 1
      else high = middle
    }
    if (low >= this.blocks) return 0
    if (low === this.block) return this.lengthOf(low)
    return this.readBlock(low)
  }

  private lengthOf(block: number): number {
    return Math.min(this.blockLength, this.count - block * this.blockLength)
  }

  private readBlock(block: number): number {
    const length = this.lengthOf(block)
    this.block = block
    this.last = this.lasts[block]
    this.next = this.starts[block]
    if (length === this.blockLength) this.readFull(length, this.lasts[block + 1])
    else this.readTail(length)
    return length
  }

  private readFull(length: number, expectedLast: number): void {
    const { documents, frequencies } = this
    const afterGaps = readPacked(this.bytes, this.next, this.end, documents, length)
    const after = readPacked(this.bytes, afterGaps, this.end, frequencies, length)
    if (after < 0) throw this.corrupt()
    let document = this.last
    for (let i = 0; i < length; i++) {
      document += documents[i] + 1
      documents[i] = document
      frequencies[i]++
    }
    if (document !== expectedLast || document >= this.documentLimit) throw this.corrupt()
  }

  private readTail(length: number): void {
    const { bytes, documents, frequencies, end } = this
    let at = this.next
    let document = this.last
    for (let i = 0; i < length; i++) {
      let value = 0
      let shift = 0
      let byte = 0x80
      for (; byte >= 0x80 && at < end && shift < 35; shift += 7) {
        byte = bytes[at++]
        value += (byte & 0x7f) * 2 ** shift
      }
      let frequency = 1
      if ((value & 1) === 0) {
        frequency = 0
        byte = 0x80
        for (shift = 0; byte >= 0x80 && at < end && shift < 35; shift += 7) {
          byte = bytes[at++]
          frequency += (byte & 0x7f) * 2 ** shift
        }
        frequency += 2
      }
      if (byte >= 0x80) throw this.corrupt()
      document += Math.floor(value / 2) + 1
      documents[i] = document
      frequencies[i] = frequency
    }
    if (document >= this.documentLimit) throw this.corrupt()
  }

  private corrupt(): CorruptIndexError {
    return new CorruptIndexError('postings', this.next, 'a posting list is malformed')
  }
}

/** Writes `values`, each in `width` bits, low bits first, and then the values that need more. */
function writePacked(writer: ByteWriter, values: Uint32Array): void {
  const width = bestWidth(values)
  const limit = 2 ** width
  let exceptions = 0
  for (const value of values) if (value >= limit) exceptions++
  writer.byte(width)
  writer.byte(exceptions)
  let pending = 0
  let bits = 0
  for (const value of values) {
    pending |= (value & (limit - 1)) << bits
    bits += width
    while (bits >= 8) {
      writer.byte(pending & 0xff)
      pending >>>= 8
      bits -= 8
    }
  }
  if (bits > 0) writer.byte(pending & 0xff)
  for (let i = 0; exceptions > 0 && i < values.length; i++) {
    if (values[i] < limit) continue
    writer.byte(i)
    writer.varint(Math.floor(values[i] / limit))
  }
}

/** The width that takes the fewest bytes, counting three for each value that doesn't fit. */
function bestWidth(values: Uint32Array): number {
  const needing = new Uint32Array(33)
  for (const value of values) needing[32 - Math.clz32(value)]++
  let best = MAX_WIDTH
  let bestCost = Number.POSITIVE_INFINITY
  let beyond = 0
  for (let width = 32; width >= 0; width--) {
    const cost = (values.length * width) / 8 + beyond * 3
    if (width <= MAX_WIDTH && cost < bestCost) {
      best = width
      bestCost = cost
    }
    beyond += needing[width]
  }
  return best
}

/** Reads `length` packed values into `out`. Returns where they end, or -1 where that is beyond `end` or was already. */
function readPacked(bytes: Uint8Array, start: number, end: number, out: Uint32Array, length: number): number {
  if (start < 0 || start + 2 > end) return -1
  const width = bytes[start]
  const exceptions = bytes[start + 1]
  let at = start + 2
  const packedEnd = at + ((length * width + 7) >> 3)
  if (width > MAX_WIDTH || packedEnd > end) return -1
  const mask = 2 ** width - 1
  let pending = 0
  let bits = 0
  for (let i = 0; i < length; i++) {
    while (bits < width) {
      pending |= bytes[at++] << bits
      bits += 8
    }
    out[i] = pending & mask
    pending >>>= width
    bits -= width
  }
  at = packedEnd
  for (let n = 0; n < exceptions; n++) {
    const index = bytes[at++]
    let high = 0
    let byte = 0x80
    for (let shift = 0; byte >= 0x80 && shift < 35; shift += 7) {
      if (at >= end) return -1
      byte = bytes[at++]
      high += (byte & 0x7f) * 2 ** shift
    }
    if (index >= length) return -1
    out[index] += high * 2 ** width
  }
  return at
}
