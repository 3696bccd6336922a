/** Opens a file: checks the header region and locates the sections. Reads nothing of the body. */
import { CorruptIndexError, UnsupportedVersionError } from '../errors.ts'
import { ByteReader, readUint32 } from './byte-reader.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { crc32 } from './crc32.ts'
import {
  CHECKSUM_LENGTH,
  FIXED_HEADER_LENGTH,
  FORMAT_MAJOR,
  FORMAT_MINOR,
  HEAD_SECTIONS,
  HEADER_CHECKSUM_OFFSET,
  isOptionalSection,
  MAGIC,
  OLDEST_READABLE_MAJOR,
  type OptionalSectionName,
  PAGE_LENGTH,
  REQUIRED,
  type RequiredSectionName,
  SECTION_ENTRY_LENGTH,
  Section,
  type SectionName,
  sectionNames,
} from './layout.ts'

export interface OpenFile<Source extends CheckedBytes = CheckedBytes> {
  source: Source
  sections: Sections
  majorVersion: number
  minorVersion: number
  /** Sixteen hexadecimal digits that change with the content. */
  contentHash: string
}

type Sections = Readonly<Record<RequiredSectionName, ByteRange>> &
  Readonly<Partial<Record<OptionalSectionName, ByteRange>>>

/** The fields of the header with fixed offsets. */
export interface FixedHeader {
  majorVersion: number
  minorVersion: number
  headerLength: number
  fileLength: number
  /** Two halves of 32 bits. */
  contentHash: readonly [number, number]
  pageLength: number
  sectionCount: number
}

/** Reads the first bytes of a file, which nothing has checked yet. Throws `CorruptIndexError` if they are not those of an index. */
export function readFixedHeader(bytes: Uint8Array): FixedHeader {
  if (bytes.length < FIXED_HEADER_LENGTH || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new CorruptIndexError('header', 0, 'it is not a Trouvaille index')
  }
  const reader = new ByteReader(bytes, MAGIC.length, bytes.length, 'header')
  return {
    majorVersion: reader.byte() + reader.byte() * 256,
    minorVersion: reader.byte() + reader.byte() * 256,
    headerLength: reader.uint32(),
    fileLength: reader.uint64(),
    contentHash: [reader.uint32(), reader.uint32()],
    pageLength: reader.uint32(),
    sectionCount: reader.uint32(),
  }
}

/**
 * Throws `CorruptIndexError` or `UnsupportedVersionError`. Only computes the header's checksum, whatever the size of the file. `Bytes` creates the object that
 * reads the body. `bytes` must contain at least the header region of the file of `byteLength` bytes.
 */
export function openFileBytes<Source extends CheckedBytes = CheckedBytes>(
  bytes: Uint8Array,
  Bytes: new (...args: ConstructorParameters<typeof CheckedBytes>) => Source,
  byteLength = bytes.length,
): OpenFile<Source> {
  const header = readFixedHeader(bytes)
  const { majorVersion, minorVersion, headerLength, fileLength, contentHash, pageLength, sectionCount } = header
  // Magic, version, header length and checksum have the same offsets in every version, to tell damage from a newer format.
  if (headerLength > bytes.length || headerLength < FIXED_HEADER_LENGTH) {
    throw new CorruptIndexError('header', 12, 'the header is truncated')
  }
  if (headerChecksum(bytes, headerLength) !== readUint32(bytes, HEADER_CHECKSUM_OFFSET)) {
    throw new CorruptIndexError('header', 0, 'the header does not match its checksum')
  }
  if (majorVersion > FORMAT_MAJOR || majorVersion < OLDEST_READABLE_MAJOR) {
    // Minor versions of version 0 had nothing in common.
    const found = majorVersion === 0 ? minorVersion / 10 : majorVersion
    throw new UnsupportedVersionError(found, OLDEST_READABLE_MAJOR, FORMAT_MAJOR)
  }
  if (fileLength !== byteLength) {
    throw new CorruptIndexError('header', 16, `it has ${byteLength} bytes instead of ${fileLength}`)
  }
  if (headerLength < FIXED_HEADER_LENGTH + sectionCount * SECTION_ENTRY_LENGTH) {
    throw new CorruptIndexError('header', 36, 'the section table is truncated')
  }
  if (pageLength !== PAGE_LENGTH) throw new CorruptIndexError('header', 32, `the page length is not ${PAGE_LENGTH}`)
  const lastPage = (fileLength - headerLength) % PAGE_LENGTH
  if (fileLength < headerLength || (lastPage > 0 && lastPage <= CHECKSUM_LENGTH)) {
    throw new CorruptIndexError('header', 16, 'it does not end at a page boundary')
  }
  const source = new Bytes(bytes, { headerLength, fileLength, mark: contentHash[0] })
  const sections = readSectionTable(source.bytes, header)
  return { source, sections, majorVersion, minorVersion, contentHash: hexadecimal(contentHash) }
}

/** The content hash of the file that starts with these bytes, as in `OpenFile`. @throws CorruptIndexError if they are not the start of an index */
export function contentHashOf(bytes: Uint8Array): string {
  return hexadecimal(readFixedHeader(bytes).contentHash)
}

function hexadecimal(hash: FixedHeader['contentHash']): string {
  return hash.map(half => half.toString(16).padStart(8, '0')).join('')
}

/** The section of a byte of the file, for messages. */
export function sectionAt(sections: OpenFile['sections'], offset: number): string {
  const found = Object.entries(sections).find(([, { start, end }]) => offset >= start && offset < end)
  return found === undefined ? 'body' : found[0]
}

/** The CRC of the header region, its own field counted as zero. */
function headerChecksum(bytes: Uint8Array, headerLength: number): number {
  const before = crc32(bytes, 0, HEADER_CHECKSUM_OFFSET)
  const zero = crc32(new Uint8Array(4), 0, 4, before)
  return crc32(bytes, HEADER_CHECKSUM_OFFSET + 4, headerLength, zero)
}

function readSectionTable(bytes: Uint8Array, header: FixedHeader): Sections {
  const { majorVersion, minorVersion, headerLength, sectionCount: count } = header
  const end = FIXED_HEADER_LENGTH + count * SECTION_ENTRY_LENGTH
  const reader = new ByteReader(bytes, FIXED_HEADER_LENGTH, end, 'header')
  const sections: Partial<Record<SectionName, ByteRange>> = {}
  for (let i = 0; i < count; i++) {
    const id = reader.uint32()
    const flags = reader.uint32()
    const start = reader.uint64()
    const extent = { start, end: start + reader.uint64() }
    if (extent.end > bytes.length) throw reader.corrupt('a section ends beyond the file')
    const name = sectionNames.find(name => Section[name] === id)
    if (name !== undefined) {
      const isPlaced = HEAD_SECTIONS.includes(name) ? extent.end <= headerLength : extent.start >= headerLength
      if (!isPlaced || sections[name] !== undefined) throw reader.corrupt('a section is not where it should be')
      sections[name] = extent
    } else if ((flags & REQUIRED) !== 0) {
      if (minorVersion <= FORMAT_MINOR) throw reader.corrupt(`section ${id} is required and not known to this version`)
      throw new UnsupportedVersionError(Number(`${majorVersion}.${minorVersion}`), OLDEST_READABLE_MAJOR, FORMAT_MAJOR)
    }
  }
  for (const name of sectionNames) {
    if (sections[name] === undefined && !isOptionalSection(name))
      throw new CorruptIndexError(name, 0, 'the section is missing')
  }
  return sections as Sections
}
