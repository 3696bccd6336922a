/** Puts sections together into a file: header, section table, what a first read must bring, body, checksums. */
import { ByteWriter } from './byte-writer.ts'
import { crc32 } from './crc32.ts'
import {
  ALIGNMENT,
  FIXED_HEADER_LENGTH,
  FORMAT_MAJOR,
  FORMAT_MINOR,
  FORMAT_MINOR_WITH_COLUMNS,
  HEADER_CHECKSUM_OFFSET,
  MAGIC,
  OPTIONAL_SECTION,
  PAGE_LENGTH,
  REQUIRED,
  SECTION_ENTRY_LENGTH,
  Section,
  type SectionName,
} from './layout.ts'

/** A section and its bytes, in the order in which they shall stand. */
export interface SectionBytes {
  name: SectionName
  bytes: Uint8Array
}

/**
 * The bytes of a file. `headSections` go into the header region, which a reader has whole after its first read; `bodySections` after it.
 */
export function writeFile(headSections: readonly SectionBytes[], bodySections: readonly SectionBytes[]): Uint8Array {
  const bodyLength = bodySections.reduce((sum, section) => sum + align(section.bytes.length), 0)
  const checksumsLength = Math.ceil(bodyLength / PAGE_LENGTH) * 4
  const rootLength = Math.ceil(checksumsLength / PAGE_LENGTH) * 4

  const sectionCount = headSections.length + bodySections.length + 2
  let offset = FIXED_HEADER_LENGTH + sectionCount * SECTION_ENTRY_LENGTH
  const places: { name: SectionName; offset: number; length: number }[] = []
  const place = (name: SectionName, length: number) => {
    places.push({ name, offset, length })
    offset += align(length)
  }
  for (const section of headSections) place(section.name, section.bytes.length)
  place('checksumRoot', rootLength)
  const headerLength = offset
  for (const section of bodySections) place(section.name, section.bytes.length)
  // The file ends where the checksums do: no byte of it is outside a checksum.
  places.push({ name: 'checksums', offset, length: checksumsLength })
  const file = new Uint8Array(offset + checksumsLength)

  const bytesOf = new Map([...headSections, ...bodySections].map(section => [section.name, section.bytes]))
  for (const { name, offset } of places) file.set(bytesOf.get(name) ?? [], offset)
  const root = placeOf(places, 'checksumRoot')
  const checksums = placeOf(places, 'checksums')
  writeChecksums(file, headerLength, checksums.offset, checksums.offset)
  writeChecksums(file, checksums.offset, checksums.offset + checksums.length, root.offset)
  writeHeader(file, headerLength, places, checksums)
  return file
}

function writeHeader(
  file: Uint8Array,
  headerLength: number,
  places: readonly { name: SectionName; offset: number; length: number }[],
  checksums: { offset: number; length: number },
): void {
  const header = new ByteWriter()
  header.bytes(MAGIC)
  header.byte(FORMAT_MAJOR)
  header.byte(0)
  header.byte(places.some(({ name }) => name === OPTIONAL_SECTION) ? FORMAT_MINOR_WITH_COLUMNS : FORMAT_MINOR)
  header.byte(0)
  header.uint32(headerLength)
  header.uint64(file.length)
  // The content hash: two CRCs over the checksums of all pages, the second with another seed. It tells files apart; it is no signature.
  const end = checksums.offset + checksums.length
  header.uint32(crc32(file, checksums.offset, end))
  header.uint32(crc32(file, checksums.offset, end, 0x54525600))
  header.uint32(PAGE_LENGTH)
  header.uint32(places.length)
  header.uint32(0)
  header.uint32(0)
  for (const { name, offset, length } of places) {
    header.uint32(Section[name])
    header.uint32(name === OPTIONAL_SECTION ? 0 : REQUIRED)
    header.uint64(offset)
    header.uint64(length)
  }
  file.set(header.view(), 0)
  const checksum = new ByteWriter(4)
  checksum.uint32(crc32(file, 0, headerLength))
  file.set(checksum.view(), HEADER_CHECKSUM_OFFSET)
}

/** Writes the CRC of each page between `start` and `end` at `target`. */
function writeChecksums(file: Uint8Array, start: number, end: number, target: number): void {
  const view = new DataView(file.buffer)
  for (let page = start, at = target; page < end; page += PAGE_LENGTH, at += 4) {
    view.setUint32(at, crc32(file, page, Math.min(page + PAGE_LENGTH, end)), true)
  }
}

function placeOf<P extends { name: SectionName }>(places: readonly P[], name: SectionName): P {
  const found = places.find(place => place.name === name)
  if (found === undefined) throw new Error(`section ${name} was not placed`)
  return found
}

function align(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}
