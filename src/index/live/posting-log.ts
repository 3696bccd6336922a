/**
 * The postings of a live segment: a sequence of bytes for each list (a word in a field), all in one growing array.
 *
 *     list    = posting…
 *     posting = varint(2 · gap + once) [varint(frequency)] [varint(position gap){frequency}]       gaps from −1 at first, less one
 *
 * A list either has positions or not, and its reader must know which.
 *
 * A list is a chain of slices, each about as long as all previous ones, so that a rare word wastes little and a frequent one is almost contiguous (like
 * Lucene's byte slices; D. Cutting, J. Pedersen, "Optimizations for Dynamic Inverted Index Maintenance", 1990). Four bytes after a full slice contain the start
 * of the next one.
 */
import { GrowingUint32Array } from '../../format/growing-array.ts'

const FIRST_SLICE = 8
const LONGEST_SLICE = 4096
const LINK = 4

// The fields of a list's record, contiguous so that adding a posting touches one cache line.
/** The number of postings. */
const COUNT = 0
/** One more than the last document. */
const NEXT_DOCUMENT = 1
/** The start of the first slice, the offset of the next byte, the end of the last slice. */
const HEAD = 2
const TAIL = 3
const END = 4
/** The number of bytes. */
const LENGTH = 5
const RECORD = 6

export class PostingLog {
  private readonly records = new GrowingUint32Array()
  private bytes = new Uint8Array(1 << 14)
  private view = new DataView(this.bytes.buffer)
  private used = 0
  private posting = new Uint8Array(1024)

  /** The approximate size of the log in bytes. */
  get byteLength(): number {
    return this.used + this.records.length * 4
  }

  /** Makes room for lists below `count`. */
  extend(count: number): void {
    this.records.extend(count * RECORD)
  }

  /** How many postings a list has. */
  count(list: number): number {
    return this.records.values[list * RECORD + COUNT]
  }

  /**
   * Adds a posting with the ascending positions `positions[start..start + frequency)`, or without positions if the list has none. Its document is after those
   * of the list.
   */
  append(
    list: number,
    document: number,
    positions: Uint32Array,
    start: number,
    frequency: number,
    hasPositions = true,
  ): void {
    const longest = 5 * (frequency + 2)
    if (longest > this.posting.length) this.posting = new Uint8Array(longest * 2)
    const { posting } = this
    const records = this.records.values
    const record = list * RECORD
    const gap = document - records[record + NEXT_DOCUMENT]
    let length = writeVarint(posting, 0, gap * 2 + (frequency === 1 ? 1 : 0))
    if (frequency !== 1) length = writeVarint(posting, length, frequency)
    const end = hasPositions ? start + frequency : start
    let least = 0
    for (let i = start; i < end; i++) {
      length = writeVarint(posting, length, positions[i] - least)
      least = positions[i] + 1
    }
    records[record + NEXT_DOCUMENT] = document + 1
    records[record + COUNT]++
    this.write(records, record, length)
  }

  /** Appends the first `count` bytes of `posting` to a list. */
  private write(records: Uint32Array, record: number, count: number): void {
    const { posting } = this
    let at = records[record + TAIL]
    let end = records[record + END]
    for (let i = 0; i < count; i++) {
      if (at === end) {
        const written = records[record + LENGTH] + i
        const slice = this.takeSlice(roomAfter(written))
        if (written === 0) records[record + HEAD] = slice
        else this.view.setUint32(end, slice, true)
        at = slice
        end = slice + roomAfter(written)
      }
      this.bytes[at++] = posting[i]
    }
    records[record + TAIL] = at
    records[record + END] = end
    records[record + LENGTH] += count
  }

  private takeSlice(room: number): number {
    const start = this.used
    this.used += room + LINK
    if (this.used > this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2)
      grown.set(this.bytes)
      this.bytes = grown
      this.view = new DataView(grown.buffer)
    }
    return start
  }

  /** How many bytes a list takes. */
  byteLengthOf(list: number): number {
    return this.records.values[list * RECORD + LENGTH]
  }

  /** Copies a list contiguously to the start of `target`, or of a longer array if it does not fit. Returns the array used. */
  copy(list: number, target: Uint8Array): Uint8Array {
    const length = this.byteLengthOf(list)
    if (length > target.length) target = new Uint8Array(length * 2)
    let slice = this.records.values[list * RECORD + HEAD]
    for (let copied = 0; copied < length; ) {
      const room = roomAfter(copied)
      const count = Math.min(room, length - copied)
      target.set(this.bytes.subarray(slice, slice + count), copied)
      copied += count
      if (copied < length) slice = this.view.getUint32(slice + room, true)
    }
    return target
  }
}

/** The length of the slice after `written` bytes. */
function roomAfter(written: number): number {
  return Math.min(written + FIRST_SLICE, LONGEST_SLICE)
}

function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  while (value >= 0x80) {
    // Twice a gap may need 32 bits.
    bytes[at++] = value | 0x80
    value = value > 0x7fffffff ? Math.floor(value / 128) : value >> 7
  }
  bytes[at++] = value
  return at
}

/** Reads the postings of lists. */
export class LogReader {
  document = -1
  frequency = 0
  /** The positions of the posting read last, if `readPositions` was called for it. */
  positions = new Uint32Array(64)

  /** The number of positions of the posting read last: its frequency, or 0. */
  length = 0

  private bytes: Uint8Array = new Uint8Array(0)
  private at = 0
  private left = 0
  private hasPositions = true

  /** Starts reading the list of `count` postings in `bytes` from `start` on. */
  open(bytes: Uint8Array, start: number, count: number, hasPositions: boolean): void {
    this.bytes = bytes
    this.at = start
    this.left = count
    this.hasPositions = hasPositions
    this.document = -1
  }

  /** Moves to the next posting. Its positions must be read or skipped before the next call. Returns false at the end. */
  next(): boolean {
    if (this.left === 0) return false
    this.left--
    const head = this.varint()
    // Not `head >> 1`: twice a gap may need 32 bits.
    this.document += (head >>> 1) + 1
    this.frequency = (head & 1) === 1 ? 1 : this.varint()
    this.length = this.hasPositions ? this.frequency : 0
    return true
  }

  readPositions(): void {
    const { length } = this
    if (length > this.positions.length) this.positions = new Uint32Array(length * 2)
    const { positions } = this
    let least = 0
    for (let i = 0; i < length; i++) {
      const position = least + this.varint()
      positions[i] = position
      least = position + 1
    }
  }

  passPositions(): void {
    const { bytes } = this
    let at = this.at
    for (let i = this.length; i > 0; i--) while (bytes[at++] >= 0x80);
    this.at = at
  }

  private varint(): number {
    const { bytes } = this
    let byte = bytes[this.at++]
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let shift = 7; ; shift += 7) {
      byte = bytes[this.at++]
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }
}
