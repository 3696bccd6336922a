/**
 * Assembles a file from sections: header, section table, the sections that a first read must contain, and the body in pages with checksums.
 *
 * The body is read twice, because the content hash depends on the checksums of all pages, and each page is marked with it.
 */
import { ByteWriter } from './byte-writer.ts'
import { markChecksum } from './checked-bytes.ts'
import { crc32 } from './crc32.ts'
import {
  CHECKSUM_LENGTH,
  FIXED_HEADER_LENGTH,
  FORMAT_MAJOR,
  FORMAT_MINOR,
  HEADER_CHECKSUM_OFFSET,
  isOptionalSection,
  MAGIC,
  PAGE_CONTENT,
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
  /** For a section of the body: starts on a page. Default: starts where the previous one ends. */
  onPage?: boolean
}

/** Writes bytes at any offset of a file. */
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
 * Writes a file with the sections in the given order: `headSections` in the header region, which a reader has after its first read, then `bodySections`. `open`
 * receives the length of the file and returns where to write it.
 */
export function writeFile(
  headSections: readonly SectionContent[],
  bodySections: readonly SectionContent[],
  open: (length: number) => WriteAt,
): void {
  const sectionCount = headSections.length + bodySections.length
  const head = placeFrom(FIXED_HEADER_LENGTH + sectionCount * SECTION_ENTRY_LENGTH, headSections)
  const body = placeFrom(head.end, bodySections)
  const pageCount = Math.ceil((body.end - head.end) / PAGE_CONTENT)
  const length = body.end + pageCount * CHECKSUM_LENGTH

  const write = open(length)
  const crcs = new Uint32Array(pageCount)
  for (const { page, bytes } of piecesOf(contentOf(bodySections, body))) {
    crcs[page] = crc32(bytes, 0, bytes.length, crcs[page])
  }
  const contentHash = hashOf(crcs)
  writePages(piecesOf(contentOf(bodySections, body)), crcs, contentHash[0], write, head.end)

  const header = new Uint8Array(head.end)
  let at = head.start
  for (const chunk of contentOf(headSections, head)) {
    header.set(chunk, at)
    at += chunk.length
  }
  fillHeader(header, length, [...head.places, ...body.places], contentHash)
  write(header, 0)
}

/** The sections in order, with the zeros between them. */
function* contentOf(sections: readonly SectionContent[], { places, end }: Places): Generator<Uint8Array> {
  for (const [i, section] of sections.entries()) {
    yield* section.chunks()
    const { offset, length } = places[i]
    yield new Uint8Array((places[i + 1]?.offset ?? end) - offset - length)
  }
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

/** The offsets of sections that follow one another from `start` on. */
interface Places {
  start: number
  places: Place[]
  end: number
}

function placeFrom(start: number, sections: readonly SectionContent[]): Places {
  let end = start
  const places = sections.map(({ name, length, onPage = false }) => {
    const offset = onPage ? start + Math.ceil((end - start) / PAGE_CONTENT) * PAGE_CONTENT : end
    end = offset + length
    return { name, offset, length }
  })
  return { start, places, end }
}

/** Chunks, split at the ends of pages. */
function* piecesOf(chunks: Iterable<Uint8Array>): Generator<{ page: number; bytes: Uint8Array }> {
  let position = 0
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const bytes = chunk.subarray(at, at + PAGE_CONTENT - (position % PAGE_CONTENT))
      yield { page: Math.floor(position / PAGE_CONTENT), bytes }
      at += bytes.length
      position += bytes.length
    }
  }
}

/** How many bytes are written at a time. */
const WRITE_LENGTH = 128 * PAGE_LENGTH

/** Writes the pages of the body, each with its checksum, to the file from `start` on. */
function writePages(
  pieces: Iterable<{ page: number; bytes: Uint8Array }>,
  crcs: Uint32Array,
  mark: number,
  write: WriteAt,
  start: number,
): void {
  const pages = new ByteWriter(WRITE_LENGTH + PAGE_LENGTH)
  let written = start
  const endPage = (page: number) => {
    pages.uint32(markChecksum(crcs[page], page, mark))
    if (pages.length < WRITE_LENGTH && page < crcs.length - 1) return
    write(pages.view(), written)
    written += pages.length
    pages.clear()
  }
  let current = 0
  for (const { page, bytes } of pieces) {
    if (page > current) endPage(current)
    current = page
    pages.bytes(bytes)
  }
  if (crcs.length > 0) endPage(current)
}

/** The content hash: two CRCs over those of all pages, the second with another seed. It distinguishes files; it is not a signature. */
function hashOf(crcs: Uint32Array): [number, number] {
  const checksums = new ByteWriter(crcs.length * CHECKSUM_LENGTH)
  for (const crc of crcs) checksums.uint32(crc)
  const bytes = checksums.view()
  return [crc32(bytes), crc32(bytes, 0, bytes.length, 0x54525600)]
}

function fillHeader(
  region: Uint8Array,
  fileLength: number,
  places: readonly Place[],
  contentHash: readonly [number, number],
): void {
  const header = new ByteWriter()
  header.bytes(MAGIC)
  header.byte(FORMAT_MAJOR)
  header.byte(0)
  header.byte(FORMAT_MINOR)
  header.byte(0)
  header.uint32(region.length)
  header.uint64(fileLength)
  for (const half of contentHash) header.uint32(half)
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
