/** Front coding: a string as the length of the prefix that it shares with the previous one, and the rest. */
import { MOST_FOR_A_BYTE, type SpelledOut } from './bounds.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** How many bytes two strings have in common at their start. */
export function sharedPrefixLength(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a[shared] === b[shared]) shared++
  return shared
}

/** One byte has both lengths; from this value on, the rest of a length follows. */
export const LONG = 15

/** Writes both lengths, and the bytes that are not shared. */
export function writeFrontCoded(writer: ByteWriter, previous: Uint8Array, bytes: Uint8Array): void {
  const shared = sharedPrefixLength(previous, bytes)
  const rest = bytes.length - shared
  writeLengths(writer, shared, rest)
  writer.bytes(bytes.subarray(shared))
}

/** Writes front-coded strings, but complete ones if they would expand to more than a reader accepts. A string may share less than it has in common. */
export class FrontCodedWriter {
  private readonly writer: ByteWriter
  private readonly start: number
  private spelledOut = 0

  /** `start`: the offset of the first byte that is read together with the strings. */
  constructor(writer: ByteWriter, start: number) {
    this.writer = writer
    this.start = start
  }

  /** Whether a string of this many bytes would expand too much unless it is written completely. */
  isTooMuch(length: number): boolean {
    return this.spelledOut + length > MOST_FOR_A_BYTE * (this.writer.length - this.start)
  }

  /** Counts a string that is written. */
  count(length: number): void {
    this.spelledOut += length
  }

  add(previous: Uint8Array, bytes: Uint8Array): void {
    writeFrontCoded(this.writer, this.isTooMuch(bytes.length) ? NO_BYTES : previous, bytes)
    this.count(bytes.length)
  }
}

/** Two lengths in one byte if both are below 15. */
export function writeLengths(writer: ByteWriter, first: number, second: number): void {
  writer.byte(Math.min(first, LONG) + 16 * Math.min(second, LONG))
  if (first >= LONG) writer.varint(first - LONG)
  if (second >= LONG) writer.varint(second - LONG)
}

/** A length of which four bits are already read. Read the shared length (low bits of the byte) first, then that of the rest (high bits). */
export function readFrontLength(reader: ByteReader, bits: number): number {
  return bits < LONG ? bits : LONG + reader.varint()
}

/** Reads what `writeFrontCoded` wrote; `spelledOut` counts the expanded strings. */
export function readFrontCoded(reader: ByteReader, previous: Uint8Array, spelledOut: SpelledOut): Uint8Array {
  const head = reader.byte()
  const shared = readFrontLength(reader, head & 15)
  if (shared > previous.length) throw reader.corrupt()
  const length = shared + readFrontLength(reader, head >>> 4)
  const start = reader.position - shared
  reader.skip(length - shared)
  spelledOut.add(length, reader)
  // Not by views and set(), which take longer for strings of a few bytes.
  const string = new Uint8Array(length)
  for (let i = 0; i < length; i++) string[i] = i < shared ? previous[i] : reader.bytes[start + i]
  return string
}

/**
 * Like `readFrontCoded`, for strings that ascend strictly. `previous` is undefined for the first string, which must be above `least`, if given.
 *
 * @throws CorruptIndexError
 */
export function readAscending(
  reader: ByteReader,
  previous: Uint8Array | undefined,
  spelledOut: SpelledOut,
  least = previous,
): Uint8Array {
  const string = readFrontCoded(reader, previous ?? NO_BYTES, spelledOut)
  if (least !== undefined && !isAbove(string, least)) throw reader.corrupt('keys do not ascend')
  return string
}

const NO_BYTES = new Uint8Array(0)

/** In unsigned lexicographic order. */
function isAbove(bytes: Uint8Array, other: Uint8Array): boolean {
  const shared = sharedPrefixLength(bytes, other)
  return shared < bytes.length && (shared === other.length || bytes[shared] > other[shared])
}
