/** Front coding: a string as what it shares with the one before it, and the rest. */
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** How many bytes two strings have in common at their start. */
export function sharedPrefixLength(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a[shared] === b[shared]) shared++
  return shared
}

/** What one byte says of both lengths; from here on, the rest of a length follows. */
export const LONG = 15

/** Writes both lengths, and what is not shared. */
export function writeFrontCoded(writer: ByteWriter, previous: Uint8Array, bytes: Uint8Array): void {
  const shared = sharedPrefixLength(previous, bytes)
  const rest = bytes.length - shared
  writeLengths(writer, shared, rest)
  writer.bytes(bytes.subarray(shared))
}

/** Two lengths in one byte if both are below 15. */
export function writeLengths(writer: ByteWriter, first: number, second: number): void {
  writer.byte(Math.min(first, LONG) + 16 * Math.min(second, LONG))
  if (first >= LONG) writer.varint(first - LONG)
  if (second >= LONG) writer.varint(second - LONG)
}

/** A length of which four bits are read: the shared one stands in the low bits of the byte, the rest's in the high ones, in this order. */
export function readFrontLength(reader: ByteReader, bits: number): number {
  return bits < LONG ? bits : LONG + reader.varint()
}

/** Reads what `writeFrontCoded` wrote. */
export function readFrontCoded(reader: ByteReader, previous: Uint8Array): Uint8Array {
  const head = reader.byte()
  const shared = readFrontLength(reader, head & 15)
  if (shared > previous.length) throw reader.corrupt()
  return joinPrefix(previous, shared, reader.take(readFrontLength(reader, head >>> 4)))
}

/** The first `shared` bytes of `previous`, and `rest`. */
export function joinPrefix(previous: Uint8Array, shared: number, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(shared + rest.length)
  bytes.set(previous.subarray(0, shared))
  bytes.set(rest, shared)
  return bytes
}
