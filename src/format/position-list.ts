/**
 * Where in a field a word stands: for each posting as many positions as its frequency, apart from the posting list.
 *
 *     list   = varint(block bytes){blocks - 1} block{blocks}          blocks of 32 postings, the last one shorter
 *     block  = bit(repeats) posting{…}                               bits, low end of each byte first
 *     posting = [bit(same)] [positions]                              `same` where the block has repeats, not for its first posting
 *
 * Positions are a set of known size below a known bound (the text's extent), written by binary interpolation: the middle one first, in as many
 * bits as its range needs, then both halves, each in what is left of the range (A. Moffat, L. Stuiver, "Binary Interpolative Coding for Effective
 * Index Compression", 2000). That takes hardly more than the logarithm of the number of such sets, and no parameter. Templates put a word
 * at the same place in document after document; a block may say so by a bit a posting.
 */
import { BitReader } from './bit-reader.ts'
import { BitWriter } from './bit-writer.ts'
import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { extentOfCode } from './extent.ts'

export const POSITION_BLOCK_LENGTH = 32

/** Position blocks never straddle posting blocks. */
export function positionBlockLength(postingBlockLength: number): number {
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

export function writePositionList(
  writer: ByteWriter,
  list: PositionsToWrite,
  scratch: ByteWriter,
  blockLength = POSITION_BLOCK_LENGTH,
): void {
  scratch.clear()
  let at = 0
  for (let first = 0; first < list.count; first += blockLength) {
    const start = scratch.length
    const last = Math.min(first + blockLength, list.count)
    at = writeBlock(scratch, list, first, last, at)
    if (last < list.count) writer.varint(scratch.length - start)
  }
  writer.bytes(scratch.view())
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

  private readonly blockLength: number
  private readonly bits = new BitReader('positions')
  private bytes: Uint8Array = new Uint8Array(0)
  private starts = new Uint32Array(16)
  private blocks = 0
  private block = -1
  /** The posting of the block that comes next. */
  private next = 0
  private hasRepeats = false

  constructor(blockLength = POSITION_BLOCK_LENGTH) {
    this.blockLength = blockLength
  }

  /** Starts on the list of `count` postings in `bytes[start..end)`. */
  open(bytes: Uint8Array, start: number, end: number, count: number): void {
    this.bytes = bytes
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
    this.starts[this.blocks] = end
  }

  /**
   * Reads the positions of posting `index` of the list, of which `documents` and `frequencies` hold all postings from `first` on; `extents`
   * are the field's, by document.
   */
  read(index: number, documents: Uint32Array, frequencies: Uint32Array, first: number, extents: Uint8Array): void {
    const block = Math.floor(index / this.blockLength)
    if (block !== this.block || index < this.next) this.startBlock(block)
    for (; this.next <= index; this.next++) {
      const posting = first + this.next
      this.readPosting(frequencies[posting], extentOfCode[extents[documents[posting]]])
    }
  }

  private startBlock(block: number): void {
    const start = this.starts[block]
    const end = this.starts[block + 1]
    if (block >= this.blocks || start >= end) throw this.bits.corrupt()
    this.bits.open(this.bytes, start, end)
    this.block = block
    this.next = block * this.blockLength
    this.hasRepeats = this.bits.bits(1) === 1
  }

  private readPosting(frequency: number, extent: number): void {
    const isFirst = this.next % this.blockLength === 0
    if (this.hasRepeats && !isFirst && this.bits.bits(1) === 1) {
      if (frequency !== this.length) throw this.bits.corrupt()
      return
    }
    // There can't be more positions than places: a greater frequency is a damaged one, not a reason to allocate.
    if (frequency > extent) throw this.bits.corrupt()
    if (frequency > this.positions.length) this.positions = new Uint32Array(frequency * 2)
    this.length = frequency
    this.readSet(0, frequency, 0, extent)
  }

  private readSet(start: number, end: number, low: number, high: number): void {
    const count = end - start
    if (count === 0) return
    if (high - low === count) {
      for (let i = start; i < end; i++) this.positions[i] = low + i - start
      return
    }
    const middle = start + (count >> 1)
    const position = low + (middle - start) + this.bits.oneOf(high - low - count + 1)
    this.positions[middle] = position
    this.readSet(start, middle, low, position)
    this.readSet(middle + 1, end, position + 1, high)
  }
}
