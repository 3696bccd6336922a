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

/** Writes `varint(shared) varint(rest) rest`. */
export function writeFrontCoded(writer: ByteWriter, previous: Uint8Array, bytes: Uint8Array): void {
  const shared = sharedPrefixLength(previous, bytes)
  writer.varint(shared)
  writer.varint(bytes.length - shared)
  writer.bytes(bytes.subarray(shared))
}

/** Reads what `writeFrontCoded` wrote. */
export function readFrontCoded(reader: ByteReader, previous: Uint8Array): Uint8Array {
  const shared = reader.count(previous.length, 'a shared prefix')
  return joinPrefix(previous, shared, reader.take(reader.varint()))
}

/** The first `shared` bytes of `previous`, and `rest`. */
export function joinPrefix(previous: Uint8Array, shared: number, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(shared + rest.length)
  bytes.set(previous.subarray(0, shared))
  bytes.set(rest, shared)
  return bytes
}
