/** The layout of a file: magic bytes, version, sections. Specified in docs/format.md. */

/** Like PNG's: a byte above 127 (not a text file), CR LF and LF (detects transfers that change line ends), Ctrl-Z (stops `type`). */
export const MAGIC = Uint8Array.of(0x89, 0x54, 0x52, 0x56, 0x0d, 0x0a, 0x1a, 0x0a)

/** Raised when older readers cannot read new files. Versions 0 and 1 were never published. */
export const FORMAT_MAJOR = 2
/** Raised when something is added that older readers can ignore. */
export const FORMAT_MINOR = 0
export const OLDEST_READABLE_MAJOR = 2

export const FIXED_HEADER_LENGTH = 48
export const HEADER_CHECKSUM_OFFSET = 40
export const SECTION_ENTRY_LENGTH = 24

/**
 * The body of a file is divided into pages: content, then its checksum. Range requests are for whole pages. In our measurements, shorter ones cost fewer bytes
 * but more requests.
 */
export const PAGE_LENGTH = 512
export const CHECKSUM_LENGTH = 4
/** The content length of a page. Offsets count only content. */
export const PAGE_CONTENT = PAGE_LENGTH - CHECKSUM_LENGTH

/** Nodes of tables start on multiples of two pages. A leaf is not longer, unless a single entry is. */
export const NODE_LENGTH = 2 * PAGE_CONTENT

/** The writer keeps the header region below this, except in very long files. */
export const HEADER_LIMIT = 16_384
/** The length of the first range request. The header region of files of up to about 80,000 words fits in it. */
export const FIRST_READ = 12_288

export const Section = {
  metadata: 1,
  classRoot: 3,
  lexiconRoot: 4,
  documentRoot: 5,
  norms: 6,
  classes: 8,
  lexicon: 9,
  postings: 10,
  documents: 12,
  documentTable: 13,
  identifierSlots: 14,
  columns: 18,
  languages: 19,
  editorial: 20,
  frequentRoot: 21,
  frequentWords: 22,
} as const

export type SectionName = keyof typeof Section

/** Sections that a file may omit, and that a reader need not know. */
export const OPTIONAL_SECTIONS = [
  'columns',
  'editorial',
  'frequentRoot',
  'frequentWords',
] as const satisfies readonly SectionName[]
export type OptionalSectionName = (typeof OPTIONAL_SECTIONS)[number]
/** Sections of the header region, which a reader has before it checks a page; all others are of the body. */
export const HEAD_SECTIONS: readonly SectionName[] = [
  'metadata',
  'languages',
  'editorial',
  'classRoot',
  'lexiconRoot',
  'frequentRoot',
  'documentRoot',
]

export type RequiredSectionName = Exclude<SectionName, OptionalSectionName>

export function isOptionalSection(name: SectionName): name is OptionalSectionName {
  return (OPTIONAL_SECTIONS as readonly SectionName[]).includes(name)
}

export const sectionNames = Object.keys(Section) as SectionName[]

/** Bit 0 of a section's flags: a reader that does not know the section must reject the file. */
export const REQUIRED = 1
