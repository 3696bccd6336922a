/** A leaf of a sorted table: consecutive entries, found without assembling their keys. */

import { SpelledOut } from './bounds.ts'
import type { ByteReader } from './byte-reader.ts'
import { LONG, readAscending, readFrontLength } from './front-coding.ts'
import type { NearSpelling } from './near-spelling.ts'

/** An entry's key, and the range of its value in `bytes`. */
export interface TableEntry {
  key: Uint8Array
  bytes: Uint8Array
  valueStart: number
  valueEnd: number
}

/** A varint from here on takes more than one byte. */
const LONG_LENGTH = 0x80

/** One leaf of a table, read from its start. */
export class Leaf {
  readonly preamble: Uint8Array
  private readonly reader: ByteReader
  private readonly firstEntry: number

  constructor(reader: ByteReader) {
    this.reader = reader
    this.preamble = reader.take(reader.varint())
    this.firstEntry = reader.position
  }

  /** The entries in order. `before`: the last key of the previous leaf, if it was read. */
  *entries(before?: Uint8Array): Generator<TableEntry> {
    const { reader } = this
    reader.position = this.firstEntry
    const spelledOut = new SpelledOut(reader.end)
    let key: Uint8Array | undefined
    while (!reader.done) {
      key = readAscending(reader, key, spelledOut, key ?? before)
      const length = reader.varint()
      const valueStart = reader.position
      reader.skip(length)
      yield { key, bytes: reader.bytes, valueStart, valueEnd: reader.position }
    }
  }

  /** The bytes that contain the values. */
  get bytes(): Uint8Array {
    return this.reader.bytes
  }

  /** The entries whose keys are a few edits away from the typed spelling, with these edits. Keys that are too far are not assembled. */
  *near(spelling: NearSpelling): Generator<TableEntry & { edits: number }> {
    const { reader } = this
    const { bytes } = reader
    reader.position = this.firstEntry
    let key: Uint8Array = new Uint8Array(64)
    let keyLength = 0
    spelling.tooFarFrom = Number.POSITIVE_INFINITY
    const { end } = reader
    while (!reader.done) {
      const entry = reader.position
      const head = bytes[entry]
      let shared = head & 15
      let rest = head >>> 4
      let restStart = entry + 1
      const lengthAt = restStart + rest
      let length = lengthAt < end ? bytes[lengthAt] : LONG_LENGTH
      let valueStart = lengthAt + 1
      // Nearly all entries have one-byte lengths. For each near entry, hundreds are skipped.
      if (shared < LONG && rest < LONG && length < LONG_LENGTH && valueStart + length <= end) {
        reader.position = valueStart + length
      } else {
        reader.position = entry + 1
        shared = readFrontLength(reader, shared)
        rest = readFrontLength(reader, rest)
        restStart = reader.position
        reader.skip(rest)
        length = reader.varint()
        valueStart = reader.position
        reader.skip(length)
      }
      if (shared > keyLength) throw reader.corrupt()
      keyLength = shared + rest
      // The first bytes of a key that was too far remain for the next one that is not.
      if (shared >= spelling.tooFarFrom) continue
      if (keyLength > key.length) {
        const longer = new Uint8Array(2 * keyLength)
        longer.set(key)
        key = longer
      }
      for (let i = 0; i < rest; i++) key[shared + i] = bytes[restStart + i]
      const edits = spelling.read(key, shared, keyLength)
      const valueEnd = valueStart + length
      if (edits < spelling.tooMany) yield { key: key.slice(0, keyLength), bytes, valueStart, valueEnd, edits }
      reader.position = valueEnd
    }
  }

  /**
   * The value of `target`. `pass` is called at the start of each value before it. No key is assembled on the way: `matched` is the number of bytes that the
   * target has in common with the previous entry, and with it `shared` alone decides most entries.
   */
  seek(target: Uint8Array, pass?: (reader: ByteReader) => void): { start: number; end: number } | undefined {
    const { reader } = this
    const { bytes } = reader
    reader.position = this.firstEntry
    let matched = 0
    while (!reader.done) {
      const head = reader.byte()
      const shared = readFrontLength(reader, head & 15)
      const restLength = readFrontLength(reader, head >>> 4)
      const restStart = reader.position
      reader.skip(restLength)
      const length = reader.varint()
      const start = reader.position
      // If the entry shares less with the previous one than that did with the target, it is beyond the target. If it shares more, it is below, like that one.
      if (shared < matched) return undefined
      if (shared === matched) {
        let i = 0
        while (i < restLength && matched < target.length && bytes[restStart + i] === target[matched]) {
          i++
          matched++
        }
        if (i === restLength && matched === target.length) {
          reader.skip(length)
          return { start, end: reader.position }
        }
        if (i < restLength && (matched === target.length || bytes[restStart + i] > target[matched])) return undefined
      }
      pass?.(reader)
      reader.position = start
      reader.skip(length)
    }
    return undefined
  }
}
