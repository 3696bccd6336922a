/**
 * The positions of a word in a field: for each posting as many as its frequency, separate from the posting list.
 *
 *     list   = group{posting blocks}                                     how long each group is, the skips of the posting list say
 *     group  = varint(block bytes){blocks - 1} block{blocks}             blocks of 32 postings, the last one shorter
 *     block  = bit(repeats) posting{…}                               bits, low end of each byte first
 *     posting = [bit(same)] [positions]                              `same` if the block has repeats, not for its first posting
 *
 * So in a long list, only the groups of the requested postings are read.
 *
 * Positions are a set of known size below a bound estimated from the text's length, written by binary interpolation: first the middle one, in as many bits as
 * its range needs, then both halves, each in the remaining range (A. Moffat, L. Stuiver, "Binary Interpolative Coding for Effective Index Compression", 2000).
 * This takes hardly more than the logarithm of the number of such sets, and needs no parameter. The middle one has one extra value, which means that a position
 * is not below the bound; the set then follows with a higher bound. Templates put a word at the same position in many documents, so a block may mark repeated
 * positions with one bit per posting.
 */

import { CorruptIndexError } from '../errors.ts'
import { BitWriter } from './bit-writer.ts'
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { ByteRange } from './checked-bytes.ts'
import { readSkip } from './posting-list.ts'
import type { FieldPostings } from './word.ts'

const POSITION_BLOCK_LENGTH = 32
/** No text is this long. */
const HIGHEST_BOUND = 2 ** 30

/** Position blocks never straddle posting blocks. */
function positionBlockLength(postingBlockLength: number): number {
  return postingBlockLength % POSITION_BLOCK_LENGTH === 0 ? POSITION_BLOCK_LENGTH : postingBlockLength
}

/** Postings with their positions, in order. */
export interface PositionsToWrite {
  count: number
  documents: Uint32Array
  frequencies: Uint32Array
  positions: Uint32Array
  /** By document: the length norms of the field. */
  norms: Uint8Array
  /** By norm: the expected bound of positions. */
  bounds: Float64Array
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
  const { documents, frequencies, positions, norms, bounds } = list
  const repeats = countRepeats(list, first, last, start)
  // A repeat saves the bits of its positions, about seven each, and costs each other posting one bit.
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
    writePosting(bits, positions, at, at + frequency, bounds[norms[documents[posting]]])
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

/** Whether the positions of `posting`, which start at `at`, equal those of the previous posting and are possible in this text. */
function isRepeat({ frequencies, positions }: PositionsToWrite, posting: number, at: number): boolean {
  const frequency = frequencies[posting]
  if (frequencies[posting - 1] !== frequency) return false
  for (let i = 0; i < frequency; i++) if (positions[at + i] !== positions[at + i - frequency]) return false
  return true
}

/** Writes `positions[start..end)`, at least one. A special value in place of the middle one may say that the bound is too low. */
function writePosting(bits: BitWriter, positions: Uint32Array, start: number, end: number, expected: number): void {
  const count = end - start
  const half = count >> 1
  const middle = positions[start + half]
  for (let bound = Math.max(expected, count); ; bound = raisedBound(bound)) {
    const room = bound - count + 1
    const fits = positions[end - 1] < bound
    bits.oneOf(fits ? middle - half : room, room + 1)
    if (!fits) continue
    writeSet(bits, positions, start, start + half, 0, middle)
    writeSet(bits, positions, start + half + 1, end, middle + 1, bound)
    return
  }
}

/** The next bound after one that was too low. */
function raisedBound(bound: number): number {
  return bound + (bound >> 2) + 2
}

/** Writes `positions[start..end)`, which are in [low, high). */
function writeSet(
  bits: BitWriter,
  positions: Uint32Array,
  start: number,
  end: number,
  low: number,
  high: number,
): void {
  const count = end - start
  // None, or all that fit: nothing to write.
  if (count === 0 || high - low === count) return
  const middle = start + (count >> 1)
  const least = low + (middle - start)
  bits.oneOf(positions[middle] - least, high - low - count + 1)
  writeSet(bits, positions, start, middle, low, positions[middle])
  writeSet(bits, positions, middle + 1, end, positions[middle] + 1, high)
}

/** Reads the positions of single postings in any order; consecutive ones are cheapest. One reader serves many lists. */
export class PositionListReader {
  /** The positions of the posting read last, ascending; the first `length` entries are valid. */
  positions = new Uint32Array(64)
  length = 0

  /** The block length of the posting list, and that within a group. */
  private readonly groupLength: number
  private readonly tokenCount: number
  private readonly blockLength: number
  private bytes: Uint8Array = new Uint8Array(0)
  /** A view of the bytes of the block, where the block starts, how many of its bits were read, and how many it has. */
  private view: DataView = new DataView(new ArrayBuffer(0))
  private blockStart = 0
  private bit = 0
  private endBit = 0
  private count = 0
  /** Where each group starts, then the end of the list. */
  private groupStarts = new Uint32Array(16)
  private group = -1
  /** Where each block of the group starts, and its end. */
  private readonly starts: Uint32Array
  private block = -1
  /** The next posting. */
  private next = 0
  private hasRepeats = false

  /** `groupLength`: the number of postings in a full block of the posting list. `tokenCount`: the number of positions of all lists. */
  constructor(groupLength: number, tokenCount: number) {
    this.groupLength = groupLength
    this.tokenCount = tokenCount
    this.blockLength = positionBlockLength(groupLength)
    this.starts = new Uint32Array(Math.ceil(groupLength / this.blockLength) + 1)
  }

  /** The group of posting `index`, which must be in memory before it is read. */
  groupOf(index: number): number {
    return Math.floor(index / this.groupLength)
  }

  /** Starts reading the positions of a list whose postings are in memory. */
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

  /** The range of the positions of posting `index`, which must be in memory before they are read. */
  extentOf(index: number): ByteRange {
    const group = this.groupOf(index)
    return { start: this.groupStarts[group], end: this.groupStarts[group + 1] }
  }

  /**
   * Reads the positions of posting `index` of the list. `documents` and `frequencies` contain all its postings from `first` on. `norms` are the field's, by
   * document, and `bounds` the expected bounds of positions, by norm.
   *
   * Skipping a posting requires reading it, so phrases of common words spend most of their time here. Hence no recursion, no calls, hardly any branch that
   * depends on the bits, and only 31-bit integers, which the compiler handles best.
   */
  read(
    index: number,
    documents: Uint32Array,
    frequencies: Uint32Array,
    first: number,
    norms: Uint8Array,
    bounds: Float64Array,
  ): void {
    const group = this.groupOf(index)
    if (group !== this.group) this.startGroup(group)
    const block = Math.floor((index - group * this.groupLength) / this.blockLength)
    if (block !== this.block || index < this.next) this.startBlock(block)
    const { view, blockStart, endBit, hasRepeats } = this
    const stack = rights
    const last = index | 0
    // The first posting of a block has nothing to repeat.
    const blockFirst = (this.group * this.groupLength + this.block * this.blockLength) | 0
    let positions: Uint32Array = this.positions
    let bit = this.bit | 0
    let length = this.length | 0
    for (let next = this.next | 0; next <= last; next++) {
      const count = frequencies[first + next] | 0
      if (hasRepeats && next !== blockFirst) {
        if (bit >= endBit) throw this.corrupt()
        const isSame = (view.getUint8(blockStart + (bit >>> 3)) >>> (bit & 7)) & 1
        bit = (bit + 1) | 0
        if (isSame === 1) {
          if (count !== length) throw this.corrupt()
          continue
        }
      }
      if (count > positions.length || count < 0) positions = this.makeRoom(frequencies[first + next])
      length = count
      let start = 0
      let end = count
      let low = 0
      let high = bounds[norms[documents[first + next]]] | 0
      if (high < count) high = count
      let depth = 0
      // The middle one of the whole set has one extra value: the bound is too low.
      let more = 1
      for (;;) {
        const size = (end - start) | 0
        const spare = (high - low - size) | 0
        if (size > 0 && ((spare + more) | 0) > 0) {
          const half = size >> 1
          const range = (spare + 1 + more) | 0
          const width = (31 - Math.clz32(range)) | 0
          if (bit > endBit) throw this.corrupt()
          let value: number
          if (width < 24) {
            const ahead = view.getInt32(blockStart + (bit >>> 3), true) >>> (bit & 7)
            const short = ((2 << width) - range) | 0
            const code = ahead & ((1 << width) - 1)
            const isLong = (short - 1 - code) >>> 31
            bit = (bit + width + isLong) | 0
            value = (code + (-isLong & ((code + ((ahead >>> width) & 1) - short) | 0)) + ((range - short) >> 1)) | 0
          } else {
            value = this.wideValue(bit, range, width) | 0
            bit = this.bit | 0
          }
          const rank = (value < range ? value : value - range) | 0
          if (more === 1) {
            if (rank === range - 1) {
              high = raisedBound(high)
              if (high >= HIGHEST_BOUND) throw this.corrupt()
              continue
            }
            more = 0
          }
          const position = (low + half + rank) | 0
          const middle = (start + half) | 0
          positions[middle] = position
          if (middle + 1 < end) {
            stack[depth] = middle + 1
            stack[depth + 1] = end
            stack[depth + 2] = position + 1
            stack[depth + 3] = high
            depth = (depth + 4) | 0
          }
          end = middle
          high = position
          continue
        }
        for (let i = start; i < end; i++) positions[i] = low + i - start
        if (depth === 0) break
        depth = (depth - 4) | 0
        start = stack[depth]
        end = stack[depth + 1]
        low = stack[depth + 2]
        high = stack[depth + 3]
      }
      if (bit > endBit) throw this.corrupt()
    }
    this.length = length
    this.next = last + 1
    this.bit = bit
  }

  private startGroup(group: number): void {
    const { starts, groupStarts } = this
    const postings = Math.min(this.groupLength, this.count - group * this.groupLength)
    const blocks = Math.ceil(postings / this.blockLength)
    const end = groupStarts[group + 1]
    const reader = new ByteReader(this.bytes, groupStarts[group], end, 'postings')
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
    // Up to five bytes are read at a time, some of them beyond a block, so the last ones of a file are copied.
    const isLast = end + 5 > this.bytes.length
    const bytes = isLast ? new Uint8Array(end - start + 5) : this.bytes
    if (isLast) bytes.set(this.bytes.subarray(start, end))
    if (bytes.buffer !== this.view.buffer || bytes.byteOffset !== this.view.byteOffset) {
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    }
    this.blockStart = isLast ? 0 : start
    this.bit = 0
    this.endBit = (end - start) * 8
    this.hasRepeats = (this.view.getUint8(this.blockStart) & 1) === 1
    this.bit = 1
  }

  /** The value that `read` reads for a range of at least 24 bits, before it is brought into the range. Moves past it. */
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
    return new CorruptIndexError('postings', this.starts[Math.max(0, this.block)])
  }

  /** More positions than the whole file has means a damaged frequency, so nothing is allocated. */
  private makeRoom(frequency: number): Uint32Array {
    if (frequency > this.tokenCount) throw this.corrupt()
    return (this.positions = new Uint32Array(frequency * 2))
  }
}

/** The parts of a set that remain to be read: start, end, least position and bound. Each half of a set may leave one. */
const rights = new Int32Array(4 * 32)
