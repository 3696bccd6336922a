/** A leaf of a sorted table: entries one after the other, found without putting their keys together. */

import { SpelledOut } from './bounds.ts'
import type { ByteReader } from './byte-reader.ts'
import { joinPrefix, LONG, readAscending, readFrontLength } from './front-coding.ts'
import type { NearSpelling } from './near-spelling.ts'

/** An entry's key, and where its value stands in `bytes`. */
export interface TableEntry {
  key: Uint8Array
  bytes: Uint8Array
  valueStart: number
  valueEnd: number
}

/** A varint from here on takes more than a byte. */
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

  /** The entries in order. `before`: the last key of the leaf before, if that was read. */
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

  /** The bytes that values stand in. */
  get bytes(): Uint8Array {
    return this.reader.bytes
  }

  /** The entries with keys that are a few edits away from the typed spelling, with these edits. Keys that are too far are not put together. */
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
      // Nearly all entries have lengths of one byte each. For each entry that is near, hundreds are skipped.
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
      // The first bytes of a key that was too far are still there for the next one that is not.
      if (shared >= spelling.tooFarFrom) continue
      if (keyLength > key.length) key = joinPrefix(key, shared, new Uint8Array(2 * keyLength))
      for (let i = 0; i < rest; i++) key[shared + i] = bytes[restStart + i]
      const edits = spelling.read(key, shared, keyLength)
      const valueEnd = valueStart + length
      if (edits < spelling.tooMany) yield { key: key.slice(0, keyLength), bytes, valueStart, valueEnd, edits }
      reader.position = valueEnd
    }
  }

  /**
   * The value of `target`; `pass` is called with the start of each value before it. No key is put together on the way: `matched` bytes of
   * the target are known to agree with the entry before, and that decides most entries by their `shared` alone.
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
      // Shares less with the entry before than that did with the target: it is beyond the target. Shares more: it is below, like that one.
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
