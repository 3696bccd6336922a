/**
 * Where in a field a word stands: for each posting as many positions as its frequency, apart from the posting list.
 *
 *     list   = group{posting blocks}                                     how long each group is, the skips of the posting list say
 *     group  = varint(block bytes){blocks - 1} block{blocks}             blocks of 32 postings, the last one shorter
 *     block  = bit(repeats) posting{…}                               bits, low end of each byte first
 *     posting = [bit(same)] [positions]                              `same` where the block has repeats, not for its first posting
 *
 * So of a long list no more is read than the groups of the postings that are wanted.
 *
 * Positions are a set of known size below a known bound (the text's extent), written by binary interpolation: the middle one first, in as many
 * bits as its range needs, then both halves, each in what is left of the range (A. Moffat, L. Stuiver, "Binary Interpolative Coding for Effective
 * Index Compression", 2000). That takes hardly more than the logarithm of the number of such sets, and no parameter. Templates put a word
 * at the same place in document after document; a block may say so by a bit a posting.
 */

import { CorruptIndexError } from '../errors.ts'
import { BitWriter } from './bit-writer.ts'
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { ByteRange } from './checked-bytes.ts'
import { readSkip } from './posting-list.ts'
import type { FieldPostings } from './word.ts'

const POSITION_BLOCK_LENGTH = 32

/** Position blocks never straddle posting blocks. */
function positionBlockLength(postingBlockLength: number): number {
  return postingBlockLength % POSITION_BLOCK_LENGTH === 0 ? POSITION_BLOCK_LENGTH : postingBlockLength
}

/** Postings with their positions, one posting after the other. */
export interface PositionsToWrite {
  count: number
  documents: Uint32Array
  frequencies: Uint32Array
  positions: Uint32Array
  /** By document: the code of the text's extent. */
  extents: Uint8Array
}

/** `blockLength` is that of the posting list. Returns the bytes of each group. */
export function writePositionList(
  writer: ByteWriter,
  list: PositionsToWrite,
  scratch: ByteWriter,
  blockLength: number,
): number[] {
  const step = positionBlockLength(blockLength)
  const lengths: number[] = []
  let at = 0
  for (let first = 0; first < list.count; first += blockLength) {
    const start = writer.length
    const last = Math.min(first + blockLength, list.count)
    scratch.clear()
    for (let block = first; block < last; block += step) {
      const before = scratch.length
      at = writeBlock(scratch, list, block, Math.min(block + step, last), at)
      if (block + step < last) writer.varint(scratch.length - before)
    }
    writer.bytes(scratch.view())
    lengths.push(writer.length - start)
  }
  return lengths
}

function writeBlock(writer: ByteWriter, list: PositionsToWrite, first: number, last: number, start: number): number {
  const { documents, frequencies, positions, extents } = list
  const repeats = countRepeats(list, first, last, start)
  // A repeat saves the bits of its positions, about seven each, and costs all others a bit.
  const sayRepeats = repeats * 7 > last - first
  const bits = new BitWriter(writer)
  bits.bits(sayRepeats ? 1 : 0, 1)
  let at = start
  for (let posting = first; posting < last; posting++) {
    const frequency = frequencies[posting]
    if (sayRepeats && posting > first) {
      const same = isRepeat(list, posting, at)
      bits.bits(same ? 1 : 0, 1)
      if (same) {
        at += frequency
        continue
      }
    }
    writeSet(bits, positions, at, at + frequency, 0, extentOfCode[extents[documents[posting]]])
    at += frequency
  }
  bits.end()
  return at
}

function countRepeats(list: PositionsToWrite, first: number, last: number, start: number): number {
  let repeats = 0
  let at = start + list.frequencies[first]
  for (let posting = first + 1; posting < last; posting++) {
    if (isRepeat(list, posting, at)) repeats++
    at += list.frequencies[posting]
  }
  return repeats
}

/** Whether the positions of `posting`, which start at `at`, are those of the posting before, and possible in this text. */
function isRepeat({ frequencies, positions }: PositionsToWrite, posting: number, at: number): boolean {
  const frequency = frequencies[posting]
  if (frequencies[posting - 1] !== frequency) return false
  for (let i = 0; i < frequency; i++) if (positions[at + i] !== positions[at + i - frequency]) return false
  return true
}

/** Writes `positions[start..end)`, which lie in [low, high). */
function writeSet(
  bits: BitWriter,
  positions: Uint32Array,
  start: number,
  end: number,
  low: number,
  high: number,
): void {
  const count = end - start
  // None, or as many as there is room for: nothing to say.
  if (count === 0 || high - low === count) return
  const middle = start + (count >> 1)
  const least = low + (middle - start)
  bits.oneOf(positions[middle] - least, high - low - count + 1)
  writeSet(bits, positions, start, middle, low, positions[middle])
  writeSet(bits, positions, middle + 1, end, positions[middle] + 1, high)
}

/** Reads the positions of single postings: cheapest one after the other, but in any order. One reader serves many lists. */
export class PositionListReader {
  /** The positions of the posting last read, ascending; `length` says how many count. */
  positions = new Uint32Array(64)
  length = 0

  /** Of the posting list, and of the blocks in a group. */
  private readonly groupLength: number
  private readonly blockLength: number
  private bytes: Uint8Array = new Uint8Array(0)
  /** Of the bytes that the block is in: a view, where the block starts, and how many of its bits were read, of how many. */
  private view: DataView = new DataView(new ArrayBuffer(0))
  private blockStart = 0
  private bit = 0
  private endBit = 0
  private count = 0
  /** Where each group starts, and behind them the end of the list. */
  private groupStarts = new Uint32Array(16)
  private group = -1
  /** Where each block of the group starts, and its end. */
  private readonly starts: Uint32Array
  private block = -1
  /** The posting that comes next. */
  private next = 0
  private hasRepeats = false

  /** `groupLength`: how many postings a full block of the posting list holds. */
  constructor(groupLength: number) {
    this.groupLength = groupLength
    this.blockLength = positionBlockLength(groupLength)
    this.starts = new Uint32Array(Math.ceil(groupLength / this.blockLength) + 1)
  }

  /** Starts on the positions of a list of which the postings are here. */
  open(bytes: Uint8Array, { start, end, positionsStart, positionsEnd, documentFrequency }: FieldPostings): void {
    this.bytes = bytes
    this.count = documentFrequency
    this.group = -1
    this.block = -1
    const full = Math.floor(documentFrequency / this.groupLength)
    if (this.groupStarts.length < full + 2) this.groupStarts = new Uint32Array(full * 2 + 2)
    const { groupStarts } = this
    const skips = new ByteReader(bytes, start, end, 'postings')
    let at = positionsStart
    for (let group = 0; group < full; group++) {
      groupStarts[group] = at
      at += readSkip(skips, positionsEnd - at)
    }
    groupStarts[full] = at
    groupStarts[Math.ceil(documentFrequency / this.groupLength)] = positionsEnd
  }

  /** Where the positions of posting `index` stand, which must be here before they are read. */
  extentOf(index: number): ByteRange {
    const group = Math.floor(index / this.groupLength)
    return { start: this.groupStarts[group], end: this.groupStarts[group + 1] }
  }

  /**
   * Reads the positions of posting `index` of the list, of which `documents` and `frequencies` hold all postings from `first` on; `extents`
   * are the field's, by document.
   */
  read(index: number, documents: Uint32Array, frequencies: Uint32Array, first: number, extents: Uint8Array): void {
    const group = Math.floor(index / this.groupLength)
    if (group !== this.group) this.startGroup(group)
    const block = Math.floor((index - group * this.groupLength) / this.blockLength)
    if (block !== this.block || index < this.next) this.startBlock(block)
    for (; this.next <= index; this.next++) {
      const posting = first + this.next
      this.readPosting(frequencies[posting], extentOfCode[extents[documents[posting]]])
    }
  }

  private startGroup(group: number): void {
    const { starts, groupStarts } = this
    const postings = Math.min(this.groupLength, this.count - group * this.groupLength)
    const blocks = Math.ceil(postings / this.blockLength)
    const end = groupStarts[group + 1]
    const reader = new ByteReader(this.bytes, groupStarts[group], end, 'positions')
    let offset = 0
    for (let block = 0; block < blocks; block++) {
      starts[block] = offset
      if (block < blocks - 1) offset += reader.count(end - reader.position)
    }
    for (let block = 0; block < blocks; block++) starts[block] += reader.position
    starts[blocks] = end
    this.group = group
    this.block = -1
  }

  private startBlock(block: number): void {
    const start = this.starts[block]
    const end = this.starts[block + 1]
    if (start >= end) throw this.corrupt()
    this.block = block
    this.next = this.group * this.groupLength + block * this.blockLength
    // Up to five bytes are read at a time, and so some beyond a block: the last ones of a file are copied.
    const isLast = end + 5 > this.bytes.length
    const bytes = isLast ? new Uint8Array(end - start + 5) : this.bytes
    if (isLast) bytes.set(this.bytes.subarray(start, end))
    if (bytes.buffer !== this.view.buffer || bytes.byteOffset !== this.view.byteOffset) {
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    }
    this.blockStart = isLast ? 0 : start
    this.bit = 0
    this.endBit = (end - start) * 8
    this.hasRepeats = this.readBit() === 1
  }

  private readBit(): number {
    const { view, blockStart, bit } = this
    if (bit >= this.endBit) throw this.corrupt()
    this.bit++
    return (view.getUint8(blockStart + (bit >>> 3)) >>> (bit & 7)) & 1
  }

  /** What `readSet` reads of a range of 24 bits and more, before it is brought into the range. Moves behind it. */
  private wideValue(bit: number, range: number, width: number): number {
    const { view, blockStart } = this
    const at = blockStart + (bit >>> 3)
    const shift = bit & 7
    const low = view.getUint32(at, true) >>> shift
    const next = shift === 0 ? low : (low | (view.getUint8(at + 4) << (32 - shift))) >>> 0
    const short = 2 ** (width + 1) - range
    const first = next % 2 ** width
    const isLong = first >= short
    this.bit = bit + width + (isLong ? 1 : 0)
    const rank = isLong ? first * 2 + ((next >>> width) & 1) - short : first
    return rank + ((range - short) >> 1)
  }

  private corrupt(): CorruptIndexError {
    return new CorruptIndexError('positions', this.starts[Math.max(0, this.block)])
  }

  private readPosting(frequency: number, extent: number): void {
    const isFirst = (this.next % this.groupLength) % this.blockLength === 0
    if (this.hasRepeats && !isFirst && this.readBit() === 1) {
      if (frequency !== this.length) throw this.corrupt()
      return
    }
    // There can't be more positions than places: a greater frequency is a damaged one, not a reason to allocate.
    if (frequency > extent) throw this.corrupt()
    if (frequency > this.positions.length) this.positions = new Uint32Array(frequency * 2)
    this.length = frequency
    this.readSet(frequency, extent)
  }

  /**
   * Reads `count` positions below `extent`. Skipping a posting takes reading it, so phrases of common words spend most of their time here: no recursion,
   * and hardly a branch that depends on the bits.
   */
  private readSet(count: number, extent: number): void {
    const { positions, view, blockStart, endBit } = this
    let { bit } = this
    let start = 0
    let end = count
    let low = 0
    let high = extent
    let depth = 0
    for (;;) {
      const size = end - start
      if (size > 0 && high - low > size) {
        const half = size >> 1
        const range = high - low - size + 1
        const width = 31 - Math.clz32(range)
        if (bit > endBit) throw this.corrupt()
        let value: number
        if (width < 24) {
          // Whole numbers of 31 bits, for the sake of the compiler.
          const next = view.getUint32(blockStart + (bit >>> 3), true) >>> (bit & 7)
          const short = (2 << width) - range
          const first = next & ((1 << width) - 1)
          const isLong = (short - 1 - first) >>> 31
          bit += width + isLong
          value = first + isLong * (first + ((next >>> width) & 1) - short) + ((range - short) >> 1)
        } else {
          value = this.wideValue(bit, range, width)
          bit = this.bit
        }
        const position = low + half + (value < range ? value : value - range)
        const middle = start + half
        positions[middle] = position
        if (middle + 1 < end) {
          rights[depth++] = middle + 1
          rights[depth++] = end
          rights[depth++] = position + 1
          rights[depth++] = high
        }
        end = middle
        high = position
        continue
      }
      for (let i = start; i < end; i++) positions[i] = low + i - start
      if (depth === 0) break
      high = rights[--depth]
      low = rights[--depth]
      end = rights[--depth]
      start = rights[--depth]
    }
    if (bit > endBit) throw this.corrupt()
    this.bit = bit
  }
}

/** What is left to read of a set: from where, to where, the least position and the bound. Each half of a set may leave one such piece. */
const rights = new Int32Array(4 * 32)

const EXACT = 32
const STEPS = 16

/** The least code whose extent is at least `extent` (the last position plus one). */
export function encodeExtent(extent: number): number {
  if (extent <= EXACT) return extent
  const octave = 31 - Math.clz32((extent - 1) >>> 5)
  const step = Math.ceil((extent - EXACT * 2 ** octave) / ((EXACT / STEPS) * 2 ** octave))
  return Math.min(255, EXACT + octave * STEPS + step)
}

/** By code: the bound that positions stay below. The last code bounds nothing that a file can hold. */
export const extentOfCode: Float64Array = makeExtents()

function makeExtents(): Float64Array {
  const extents = new Float64Array(256)
  for (let code = 0; code < 255; code++) {
    const octave = Math.floor((code - EXACT) / STEPS)
    const step = (code - EXACT) % STEPS
    extents[code] = code <= EXACT ? code : (EXACT + (step * EXACT) / STEPS) * 2 ** octave
  }
  extents[255] = 2 ** 30
  return extents
}
