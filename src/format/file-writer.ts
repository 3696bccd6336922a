/** Puts sections together into a file: header, section table, what a first read must bring, body, checksums. */
import { ByteWriter } from './byte-writer.ts'
import { crc32 } from './crc32.ts'
import {
  ALIGNMENT,
  FIXED_HEADER_LENGTH,
  FORMAT_MAJOR,
  FORMAT_MINOR,
  HEADER_CHECKSUM_OFFSET,
  isOptionalSection,
  MAGIC,
  PAGE_LENGTH,
  REQUIRED,
  SECTION_ENTRY_LENGTH,
  Section,
  type SectionName,
} from './layout.ts'

/** A section and its bytes, which need not be in memory all at once. */
export interface SectionContent {
  name: SectionName
  length: number
  /** The bytes in pieces. */
  chunks: () => Iterable<Uint8Array>
  /** Of a section of the body: it starts on a page. Default: on a multiple of 8 bytes. */
  onPage?: boolean
}

/** Takes bytes at any place of a file. */
export type WriteAt = (bytes: Uint8Array, offset: number) => void

interface Place {
  name: SectionName
  offset: number
  length: number
}

/** A section whose bytes are in memory. */
export function section(name: SectionName, bytes: Uint8Array): SectionContent {
  return { name, length: bytes.length, chunks: () => [bytes] }
}

/**
 * Writes a file, the sections in the order in which they are given: `headSections` go into the header region, which a reader has whole after its first
 * read; `bodySections` after it. `open` is told the length of the file, and says where to write it.
 */
export function writeFile(
  headSections: readonly SectionContent[],
  bodySections: readonly SectionContent[],
  open: (length: number) => WriteAt,
): void {
  const bodyLength = placeFrom(0, bodySections).end
  const checksumsLength = Math.ceil(bodyLength / PAGE_LENGTH) * 4
  const rootLength = Math.ceil(checksumsLength / PAGE_LENGTH) * 4
  const sectionCount = headSections.length + bodySections.length + 2
  const start = FIXED_HEADER_LENGTH + sectionCount * SECTION_ENTRY_LENGTH
  const head = placeFrom(start, [...headSections, { name: 'checksumRoot', length: rootLength }])
  const body = placeFrom(head.end, bodySections)
  // The file ends where the checksums do: no byte of it is outside a checksum.
  const checksums: Place = { name: 'checksums', offset: body.end, length: checksumsLength }
  const length = checksums.offset + checksumsLength

  const write = open(length)
  const pages = new PageChecksums()
  bodySections.forEach((section, i) => {
    let at = body.places[i].offset
    for (const chunk of section.chunks()) {
      write(chunk, at)
      pages.add(chunk)
      at += chunk.length
    }
    const padding = new Uint8Array((body.places[i + 1]?.offset ?? body.end) - at)
    write(padding, at)
    pages.add(padding)
  })
  const ofPages = pages.end()
  write(ofPages, checksums.offset)
  const ofChecksums = new PageChecksums()
  ofChecksums.add(ofPages)

  const header = new Uint8Array(head.end)
  headSections.forEach((section, i) => {
    let at = head.places[i].offset
    for (const chunk of section.chunks()) {
      header.set(chunk, at)
      at += chunk.length
    }
  })
  header.set(ofChecksums.end(), head.places[headSections.length].offset)
  fillHeader(header, length, [...head.places, ...body.places, checksums], ofPages)
  write(header, 0)
}

/** The same, into memory. */
export function fileBytes(head: readonly SectionContent[], body: readonly SectionContent[]): Uint8Array {
  let file = new Uint8Array(0)
  writeFile(head, body, length => {
    file = new Uint8Array(length)
    return (bytes, offset) => file.set(bytes, offset)
  })
  return file
}

function placeFrom(
  start: number,
  sections: readonly Pick<SectionContent, 'name' | 'length' | 'onPage'>[],
): { places: Place[]; end: number } {
  let end = start
  const places = sections.map(({ name, length, onPage = false }) => {
    const offset = start + roundUp(end - start, onPage ? PAGE_LENGTH : ALIGNMENT)
    end = roundUp(offset + length, ALIGNMENT)
    return { name, offset, length }
  })
  return { places, end }
}

function roundUp(length: number, step: number): number {
  return Math.ceil(length / step) * step
}

/** The CRC of each page of bytes that come in pieces. */
class PageChecksums {
  private readonly checksums = new ByteWriter()
  private crc = 0
  private filled = 0

  add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const end = Math.min(at + PAGE_LENGTH - this.filled, chunk.length)
      this.crc = crc32(chunk, at, end, this.crc)
      this.filled += end - at
      at = end
      if (this.filled === PAGE_LENGTH) this.endPage()
    }
  }

  end(): Uint8Array {
    if (this.filled > 0) this.endPage()
    return this.checksums.toBytes()
  }

  private endPage(): void {
    this.checksums.uint32(this.crc)
    this.crc = 0
    this.filled = 0
  }
}

function fillHeader(region: Uint8Array, fileLength: number, places: readonly Place[], checksums: Uint8Array): void {
  const header = new ByteWriter()
  header.bytes(MAGIC)
  header.byte(FORMAT_MAJOR)
  header.byte(0)
  header.byte(FORMAT_MINOR)
  header.byte(0)
  header.uint32(region.length)
  header.uint64(fileLength)
  // The content hash: two CRCs over the checksums of all pages, the second with another seed. It tells files apart; it is no signature.
  header.uint32(crc32(checksums))
  header.uint32(crc32(checksums, 0, checksums.length, 0x54525600))
  header.uint32(PAGE_LENGTH)
  header.uint32(places.length)
  header.uint32(0)
  header.uint32(0)
  for (const { name, offset, length } of places) {
    header.uint32(Section[name])
    header.uint32(isOptionalSection(name) ? 0 : REQUIRED)
    header.uint64(offset)
    header.uint64(length)
  }
  region.set(header.view(), 0)
  const checksum = new ByteWriter(4)
  checksum.uint32(crc32(region))
  region.set(checksum.view(), HEADER_CHECKSUM_OFFSET)
}
