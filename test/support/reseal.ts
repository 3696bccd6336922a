/** Computes all checksums of a file again, as someone would who means harm. */
import { readUint32 } from '../../src/format/byte-reader.ts'
import { markChecksum } from '../../src/format/checked-bytes.ts'
import { crc32 } from '../../src/format/crc32.ts'
import { CHECKSUM_LENGTH, HEADER_CHECKSUM_OFFSET, PAGE_LENGTH } from '../../src/format/layout.ts'

export function reseal(file: Uint8Array): Uint8Array {
  const bytes = file.slice()
  const view = new DataView(bytes.buffer)
  const headerLength = readUint32(bytes, 12)
  const mark = readUint32(bytes, 24)
  for (let start = headerLength, page = 0; start < bytes.length; start += PAGE_LENGTH, page++) {
    const end = Math.min(start + PAGE_LENGTH, bytes.length) - CHECKSUM_LENGTH
    if (end >= start) view.setUint32(end, markChecksum(crc32(bytes, start, end), page, mark), true)
  }
  view.setUint32(HEADER_CHECKSUM_OFFSET, 0, true)
  if (headerLength <= bytes.length) view.setUint32(HEADER_CHECKSUM_OFFSET, crc32(bytes, 0, headerLength), true)
  return bytes
}
