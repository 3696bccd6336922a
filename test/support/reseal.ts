/** Computes all checksums of a file again, as someone would who means harm. */
import { readUint32 } from '../../src/format/byte-reader.ts'
import { crc32 } from '../../src/format/crc32.ts'
import {
  FIXED_HEADER_LENGTH,
  HEADER_CHECKSUM_OFFSET,
  PAGE_LENGTH,
  SECTION_ENTRY_LENGTH,
  Section,
} from '../../src/format/layout.ts'

export function reseal(file: Uint8Array): Uint8Array {
  const bytes = file.slice()
  const view = new DataView(bytes.buffer)
  const headerLength = readUint32(bytes, 12)
  const section = (id: number) => {
    for (let i = 0; i < readUint32(bytes, 36); i++) {
      const at = FIXED_HEADER_LENGTH + i * SECTION_ENTRY_LENGTH
      if (readUint32(bytes, at) === id) return { start: readUint32(bytes, at + 8), length: readUint32(bytes, at + 16) }
    }
    return { start: 0, length: 0 }
  }
  const checksums = section(Section.checksums)
  const root = section(Section.checksumRoot)
  const seal = (start: number, end: number, target: number) => {
    for (let page = start, at = target; page < end && at + 4 <= bytes.length; page += PAGE_LENGTH, at += 4) {
      view.setUint32(at, crc32(bytes, page, Math.min(page + PAGE_LENGTH, end, bytes.length)), true)
    }
  }
  seal(headerLength, Math.min(checksums.start, bytes.length), checksums.start)
  seal(checksums.start, checksums.start + checksums.length, root.start)
  view.setUint32(HEADER_CHECKSUM_OFFSET, 0, true)
  if (headerLength <= bytes.length) view.setUint32(HEADER_CHECKSUM_OFFSET, crc32(bytes, 0, headerLength), true)
  return bytes
}
