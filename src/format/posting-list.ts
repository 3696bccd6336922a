/**
 * The documents of one word in one field, with frequencies: skip data, then blocks of 128, the last one shorter.
 *
 *     list  = skip{full blocks} block{blocks}
 *     skip  = varint(last document - last of the block before) varint(block bytes) byte(max frequency) byte(min norm) varint(position bytes)
 *     block = byte(gapBits + 32 * frequencyBits) bits                                             gapBits up to 24
 *           | byte(31 + 32 * frequencyBits) byte(gapBits + 32 * lengthBits) byte(runs - 1) bits   in runs of consecutive documents
 *     bits  = low bits of the gaps, [of the lengths,] of the frequencies, quotients of the gaps, [of the lengths,] of the frequencies
 *
 * Gaps (documents between two postings or runs), lengths minus one and frequencies minus one are written in split Rice codes (R. Rice, 1979): `value >> k`
 * zeros and a one, and `k` low bits, with the best k for the block. Contiguous low bits are fast to read. A quotient of 12 zeros means that the value follows
 * in 32 bits, so one long gap among short ones costs little. If all frequencies are one, frequencyBits is 7 and they are not written. Words of titles come in
 * runs, because consecutive chapters have them.
 */
import { CorruptIndexError } from '../errors.ts'
import { BitWriter } from './bit-writer.ts'
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { lastRead, readRice, readUnary, riceOf, writeQuotient } from './rice-codes.ts'

export const BLOCK_LENGTH = 128
const MAX_GAP_BITS = 24
const MAX_FREQUENCY_BITS = 6
/** In place of gapBits: the block is written in runs. */
const RUNS = 31
const MAX_LENGTH_BITS = 7
/** More than the longest block has, and few enough to count bits in 32-bit integers. */
const MAX_BLOCK_BYTES = 2 ** 24
/** In place of frequencyBits: all frequencies are one. */
const ONCE = 7
/** The minimum number of bytes of a skip and its block. */
const LEAST_BLOCK_BYTES = 6
/** Frequencies with a bit from this one on are counted against the limit. Lower ones take enough bytes, for a few hundred positions each. */
const FROM_HIGH = 10

const NO_POSTINGS = new Uint32Array(0)

/** Postings to write. */
export interface PostingsToWrite {
  count: number
  documents: Uint32Array
  frequencies: Uint32Array
  /** By document: the length norms of the field. */
  norms: Uint8Array
  /** By block: the bytes that the positions of its postings take. */
  positionBytes: readonly number[]
}

export function writePostingList(
  writer: ByteWriter,
  { count, documents, frequencies, norms, positionBytes }: PostingsToWrite,
  scratch: ByteWriter,
  blockLength = BLOCK_LENGTH,
): void {
  scratch.clear()
  const gaps = new Uint32Array(Math.min(blockLength, count))
  const extras = new Uint32Array(gaps.length)
  let previous = -1
  for (let first = 0; first < count; first += blockLength) {
    const length = Math.min(blockLength, count - first)
    const start = scratch.length
    const lastBefore = previous
    let maxFrequency = 0
    let minNorm = 255
    for (let i = 0; i < length; i++) {
      const document = documents[first + i]
      gaps[i] = document - previous - 1
      previous = document
      extras[i] = frequencies[first + i] - 1
      maxFrequency = Math.max(maxFrequency, frequencies[first + i])
      minNorm = Math.min(minNorm, norms[document])
    }
    writeBlock(scratch, gaps.subarray(0, length), extras.subarray(0, length))
    if (length < blockLength) break
    writer.varint(previous - lastBefore)
    writer.varint(scratch.length - start)
    writer.byte(Math.min(maxFrequency, 255))
    writer.byte(minNorm)
    writer.varint(positionBytes[first / blockLength])
  }
  writer.bytes(scratch.view())
}

function writeBlock(writer: ByteWriter, gaps: Uint32Array, extras: Uint32Array): void {
  const frequencies = extras.every(extra => extra === 0) ? undefined : riceOf(extras, MAX_FREQUENCY_BITS)
  const frequencyBits = frequencies?.lowBits ?? ONCE
  const ofGaps = riceOf(gaps, MAX_GAP_BITS)
  const runs = runsOf(gaps)
  const ofStarts = riceOf(runs.gaps, MAX_GAP_BITS)
  const ofLengths = riceOf(runs.lengths, MAX_LENGTH_BITS)
  const written = frequencies === undefined ? [] : [frequencies]
  if (ofStarts.cost + ofLengths.cost + 16 < ofGaps.cost) {
    writer.byte(RUNS + 32 * frequencyBits)
    writer.byte(ofStarts.lowBits + 32 * ofLengths.lowBits)
    writer.byte(runs.gaps.length - 1)
    written.unshift(ofStarts, ofLengths)
  } else {
    writer.byte(ofGaps.lowBits + 32 * frequencyBits)
    written.unshift(ofGaps)
  }
  const bits = new BitWriter(writer)
  for (const { values, lowBits } of written) for (const value of values) bits.bits(value, lowBits)
  for (const { values, lowBits } of written) for (const value of values) writeQuotient(bits, value, lowBits)
  bits.end()
}

/** The runs of consecutive documents: the gap before each (minus one after the first), and its length minus one. */
function runsOf(gaps: Uint32Array): { gaps: Uint32Array; lengths: Uint32Array } {
  const starts = new Uint32Array(gaps.length)
  const lengths = new Uint32Array(gaps.length)
  let runs = 0
  gaps.forEach((gap, i) => {
    if (i > 0 && gap === 0) lengths[runs - 1]++
    else starts[runs++] = i === 0 ? gap : gap - 1
  })
  return { gaps: starts.subarray(0, runs), lengths: lengths.subarray(0, runs) }
}

/** Reads past a skip. Returns the number of bytes of its block's positions, at most `most`. */
export function readSkip(skips: ByteReader, most: number): number {
  skips.varint()
  skips.varint()
  skips.skip(2)
  return skips.count(most)
}

/**
 * Reads the blocks of a posting list: in any order into the caller's arrays (`read`), or in sequence into its own (`nextBlock`, `seekBlock`). It can be reused
 * for other lists, and allocates nothing for a block.
 */
export class PostingListReader {
  /** Set by `nextBlock` and `seekBlock`: the documents of the current block, ascending, and the frequency in each. */
  documents: Uint32Array = NO_POSTINGS
  frequencies: Uint32Array = NO_POSTINGS
  /** Set by the same: the number of the current block, including the last one. */
  block = -1

  readonly blockLength: number
  /** How many blocks there are. */
  length = 0

  private bytes: Uint8Array = new Uint8Array(0)
  private view: DataView = new DataView(new ArrayBuffer(0))
  private end = 0
  private count = 0
  private documentLimit = 0
  /** The remaining number of positions for high frequencies. */
  private tokensLeft = 0
  /** The frequency of the only posting of a list without bytes; otherwise 0. */
  private inlineFrequency = 0
  /** By block: where its bytes start, the last document before it, and 1 if it was read. */
  private starts = new Uint32Array(2)
  private lasts = new Int32Array(2)
  private done = new Uint8Array(2)

  constructor(blockLength = BLOCK_LENGTH) {
    this.blockLength = blockLength
  }

  /**
   * Starts reading the list of `count` postings in `bytes[start..end)`. Documents must be below `documentLimit`, and frequencies add up to at most
   * `tokenLimit`.
   */
  open(
    bytes: Uint8Array,
    start: number,
    end: number,
    count: number,
    documentLimit: number,
    tokenLimit = Number.POSITIVE_INFINITY,
  ): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    }
    this.end = end
    this.documentLimit = documentLimit
    this.inlineFrequency = 0
    this.tokensLeft = tokenLimit
    const isPossible = count <= documentLimit && LEAST_BLOCK_BYTES * Math.floor(count / this.blockLength) <= end - start
    // Four bytes are read at a time, so up to four beyond a list. A file continues after its postings.
    if (!isPossible || start > end || end + 4 > bytes.length) throw new CorruptIndexError('postings', start)
    this.begin(count)
    this.starts[0] = start
    this.readSkips(start)
  }

  /** Starts reading a list of one posting that is stored in the dictionary. */
  openInline(document: number, frequency: number): void {
    this.inlineFrequency = frequency
    this.begin(1)
    this.lasts[0] = -1
    this.lasts[1] = document
  }

  private begin(count: number): void {
    this.block = -1
    this.count = count
    this.length = Math.ceil(count / this.blockLength)
    if (this.starts.length <= this.length) {
      this.starts = new Uint32Array(this.length * 2 + 2)
      this.lasts = new Int32Array(this.length * 2 + 2)
      this.done = new Uint8Array(this.length * 2 + 2)
    } else this.done.fill(0, 0, this.length)
  }

  private readSkips(start: number): void {
    const full = Math.floor(this.count / this.blockLength)
    this.lasts[0] = -1
    if (full === 0) return
    const skips = new ByteReader(this.bytes, start, this.end, 'postings')
    let offset = 0
    for (let block = 0; block < full; block++) {
      this.lasts[block + 1] = this.lasts[block] + skips.count(this.documentLimit)
      this.starts[block] = offset
      offset += skips.count(this.end - start)
      skips.skip(2)
      skips.varint()
    }
    this.starts[full] = offset
    if (skips.position + offset > this.end) throw skips.corrupt()
    for (let block = 0; block <= full; block++) this.starts[block] += skips.position
  }

  /** The first block from `from` on that may contain a document ≥ `document`; `length` if there is none. */
  blockOf(document: number, from: number): number {
    // The last documents of full blocks are known. The shorter block at the end may contain anything.
    const { lasts } = this
    const full = Math.floor(this.count / this.blockLength)
    let low = from
    let step = 1
    while (low + step < full && lasts[low + step] < document) {
      low += step
      step *= 2
    }
    let high = Math.min(full, low + step)
    while (low < high) {
      const middle = (low + high) >> 1
      if (lasts[middle + 1] < document) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Whether the block was read since its list was opened. */
  isRead(block: number): boolean {
    return this.done[block] === 1
  }

  lengthOf(block: number): number {
    return Math.min(this.blockLength, this.count - block * this.blockLength)
  }

  /** Reads a block into the arrays, from index `at` on. */
  read(block: number, documents: Uint32Array, frequencies: Uint32Array, at: number): void {
    const isFirst = this.done[block] === 0
    this.done[block] = 1
    if (this.inlineFrequency > 0) {
      documents[at] = this.lasts[1]
      frequencies[at] = this.inlineFrequency
      return
    }
    const length = this.lengthOf(block)
    if (this.starts[block] >= this.end) throw this.corrupt(block)
    const hasHigh = this.unpack(block, length, documents, frequencies, at)
    if (hasHigh && isFirst) {
      for (let i = at; i < at + length; i++) this.tokensLeft -= frequencies[i]
      if (this.tokensLeft < 0) throw this.corrupt(block)
    }
    const last = documents[at + length - 1]
    const isFull = length === this.blockLength
    if (last >= this.documentLimit || (isFull && last !== this.lasts[block + 1])) throw this.corrupt(block)
  }

  /** Fills `documents` and `frequencies` with the next block. Returns their number, 0 at the end. */
  nextBlock(): number {
    return this.block + 1 < this.length ? this.readCurrent(this.block + 1) : 0
  }

  /** Moves to the first block whose last document is ≥ `document`. Returns its number of postings, or 0 if there is none. */
  seekBlock(document: number): number {
    const block = this.blockOf(document, Math.max(this.block, 0))
    if (block >= this.length) return 0
    const length = block === this.block ? this.lengthOf(block) : this.readCurrent(block)
    return this.documents[length - 1] < document ? 0 : length
  }

  private readCurrent(block: number): number {
    if (this.documents === NO_POSTINGS) {
      this.documents = new Uint32Array(this.blockLength)
      this.frequencies = new Uint32Array(this.blockLength)
    }
    this.block = block
    this.read(block, this.documents, this.frequencies, 0)
    return this.lengthOf(block)
  }

  /** Returns whether a frequency is high. */
  private unpack(block: number, length: number, documents: Uint32Array, frequencies: Uint32Array, at: number): boolean {
    const start = this.starts[block]
    const head = this.bytes[start]
    const inRuns = (head & 31) === RUNS
    const gapBits = inRuns ? this.bytes[start + 1] & 31 : head & 31
    const lengthBits = inRuns ? this.bytes[start + 1] >>> 5 : 0
    const gaps = inRuns ? this.bytes[start + 2] + 1 : length
    const frequencyBits = head >>> 5
    const hasFrequencies = frequencyBits !== ONCE
    if (gapBits > MAX_GAP_BITS || gaps > length) throw this.corrupt(block)
    const { view } = this
    // In bits from the start of the block.
    const limit = Math.min(this.end - start, MAX_BLOCK_BYTES) * 8
    const gapsAt = inRuns ? 24 : 8
    const lengthsAt = gapsAt + gaps * gapBits
    const frequenciesAt = lengthsAt + (inRuns ? gaps * lengthBits : 0)
    let high = frequenciesAt + (hasFrequencies ? length * frequencyBits : 0)
    if (high > limit) throw this.corrupt(block)
    const before = this.lasts[block]
    if (!inRuns) high = readRice(view, start, gapsAt, gapBits, high, limit, documents, at, gaps, before, -1)
    else {
      high = readValues(view, start, gapsAt, gapBits, high, limit, runGaps, 0, gaps)
      if (high >= 0) high = readValues(view, start, lengthsAt, lengthBits, high, limit, runLengths, 0, gaps)
    }
    if (hasFrequencies && high >= 0)
      high = readValues(view, start, frequenciesAt, frequencyBits, high, limit, frequencies, at, length)
    if (high < 0) throw this.corrupt(block)
    const hasHigh = hasFrequencies && lastRead.bits >> FROM_HIGH !== 0
    if (!hasFrequencies) frequencies.fill(1, at, at + length)
    if (inRuns && !spreadRuns(before, gaps, documents, at, at + length)) throw this.corrupt(block)
    return hasHigh
  }

  private corrupt(block: number): CorruptIndexError {
    return new CorruptIndexError('postings', this.starts[block])
  }
}

/** The runs of the current block; a block has at most 256 postings. */
const runGaps = new Uint32Array(256)
const runLengths = new Uint32Array(256)

/** Expands the documents of `runs` runs. Returns whether their number is right and all are below 2^31. */
function spreadRuns(before: number, runs: number, documents: Uint32Array, start: number, end: number): boolean {
  // First as gaps: then runs of all lengths are one loop, whose iterations the processor can predict.
  documents.fill(1, start, end)
  let i = start
  for (let run = 0; run < runs; run++) {
    if (i >= end) return false
    documents[i] += runGaps[run]
    i += runLengths[run]
  }
  if (i !== end) return false
  let document = before - 1
  let sign = 0
  for (i = start; i < end; i++) {
    document = (document + documents[i]) | 0
    sign |= document
    documents[i] = document
  }
  return sign >= 0
}

/** Reads values, each plus 1. */
function readValues(
  view: DataView,
  base: number,
  low: number,
  width: number,
  high: number,
  limit: number,
  out: Uint32Array,
  at: number,
  length: number,
): number {
  if (width === 0) return readUnary(view, base, high, limit, out, at, length)
  return readRice(view, base, low, width, high, limit, out, at, length, 0, 0)
}
