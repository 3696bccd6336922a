/**
 * Lists with one byte per document, each as raw DEFLATE (RFC 1951) after its packed length: `varint(bytes) block`.
 *
 * fflate compresses them. It is pure JavaScript, so the bytes are the same on every machine and it is synchronous.
 */
import { deflateSync } from 'fflate'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { inflate } from './inflate.ts'

export function writeByteLists(lists: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter()
  for (const list of lists) {
    const packed = deflateSync(list, { level: 9 })
    writer.varint(packed.length)
    writer.bytes(packed)
  }
  return writer.toBytes()
}

/** The `count` lists of a section, each `length` bytes long. */
export function readByteLists(
  source: CheckedBytes,
  name: string,
  { start, end }: ByteRange,
  count: number,
  length: number,
): Uint8Array[] {
  source.ensure(start, end, name)
  const reader = new ByteReader(source.bytes, start, end, name)
  const lists = Array.from({ length: count }, () => inflate(reader.take(reader.varint()), length, reader))
  if (!reader.done) throw reader.corrupt()
  return lists
}
