/** The immutable segment: the bytes of a file, read where a question touches them. */
import { ClassTable } from '../format/class-table.ts'
import { decodeUtf8 } from '../format/byte-reader.ts'
import type { CheckedBytes, Extent } from '../format/checked-bytes.ts'
import { type OpenFile, openFileBytes } from '../format/file-reader.ts'
import { Identifiers } from '../format/identifiers.ts'
import type { SectionName } from '../format/layout.ts'
import { scanLexicon } from '../format/lexicon.ts'
import { PositionListReader } from '../format/position-list.ts'
import { PostingListReader } from '../format/posting-list.ts'
import { SortedTable } from '../format/sorted-table.ts'
import { StoredDocuments } from '../format/stored-documents.ts'
import type { DocumentId } from '../schema/document.ts'
import type {
  FieldPostings,
  FieldTotal,
  LexiconEntry,
  PositionCursor,
  PostingCursor,
  Segment,
  WordClass,
} from './segment.ts'
import { parseMetadata } from './metadata.ts'
import type { SegmentMetadata } from './write-segment.ts'

const CACHED_CLASSES = 4096

export class PackedSegment implements Segment {
  readonly metadata: SegmentMetadata
  readonly file: OpenFile

  private readonly source: CheckedBytes
  private readonly classTable: ClassTable
  private readonly lexicon: SortedTable
  private readonly identifiers: Identifiers
  private readonly storedDocuments: StoredDocuments
  private readonly wordClasses = new Map<string, WordClass | undefined>()
  private readonly cursor: PackedPostingCursor
  private readonly positionCursor: PackedPostingCursor
  private readNorms: readonly Uint8Array[] | undefined

  /** Reads the header and the metadata only. Throws `CorruptIndexError` or `UnsupportedVersionError`. */
  constructor(bytes: Uint8Array) {
    const file = openFileBytes(bytes)
    const { source, sections } = file
    this.file = file
    this.source = source
    const json = decodeUtf8(bytes.subarray(sections.metadata.start, sections.metadata.end), () =>
      source.corrupt('metadata', sections.metadata.start, 'it is not UTF-8'),
    )
    this.metadata = parseMetadata(json, sections.metadata.start)
    this.cursor = new PackedPostingCursor(this.metadata.blockLength)
    this.positionCursor = new PackedPostingCursor(this.metadata.blockLength)
    const table = (section: SectionName, root: SectionName) =>
      new SortedTable(source, section, sections[section], sections[root])
    this.classTable = new ClassTable(
      source,
      table('classes', 'classRoot'),
      sections.postings,
      sections.positions,
      this.metadata.schema.fields.length,
    )
    this.lexicon = table('lexicon', 'lexiconRoot')
    this.identifiers = new Identifiers(
      source,
      this.documentCount,
      sections.identifiers,
      sections.identifierOffsets,
      sections.identifierOrder,
    )
    this.storedDocuments = new StoredDocuments(source, sections.stored, table('storedBlocks', 'storedRoot'))
  }

  get documentCount(): number {
    return this.metadata.documentCount
  }

  get wordCount(): number {
    return this.metadata.wordCount
  }

  get fieldTotals(): readonly FieldTotal[] {
    return this.metadata.fieldTotals
  }

  get norms(): readonly Uint8Array[] {
    this.readNorms ??= this.sliceNorms()
    return this.readNorms
  }

  private sliceNorms(): Uint8Array[] {
    const { start, end } = this.section('norms')
    const fields = this.metadata.schema.fields.length
    const length = this.documentCount
    if (end - start !== fields * length) throw this.source.corrupt('norms', start, 'the norms are not as many as the documents')
    this.source.ensure(start, end, 'norms')
    return Array.from({ length: fields }, (_, field) =>
      this.source.bytes.subarray(start + field * length, start + (field + 1) * length),
    )
  }

  private section(name: SectionName): Extent {
    return this.file.sections[name]
  }

  wordClass(key: string): WordClass | undefined {
    if (this.wordClasses.has(key)) return this.wordClasses.get(key)
    const found = this.classTable.find(key)
    if (this.wordClasses.size >= CACHED_CLASSES) this.wordClasses.clear()
    this.wordClasses.set(key, found)
    return found
  }

  postings(postings: FieldPostings): PostingCursor {
    this.source.ensure(postings.start, postings.end, 'postings')
    return this.cursor.open(this.source.bytes, postings, this.documentCount)
  }

  positions(postings: FieldPostings): PositionCursor {
    this.source.ensure(postings.start, postings.end, 'postings')
    this.source.ensure(postings.positionsStart, postings.positionsEnd, 'positions')
    return this.positionCursor.open(this.source.bytes, postings, this.documentCount)
  }

  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    scanLexicon(this.source, this.lexicon, prefix, visit)
  }

  classes(): Iterable<WordClass> {
    return this.classTable.all()
  }

  id(document: number): DocumentId {
    return this.identifiers.id(document)
  }

  documentOf(id: DocumentId): number | undefined {
    return this.identifiers.documentOf(id)
  }

  stored(document: number): string {
    return this.metadata.schema.storeFields.length === 0 ? '{}' : this.storedDocuments.read(document)
  }

  /** Reads and checks every byte. */
  verify(): void {
    this.source.verify(offset => {
      const found = Object.entries(this.file.sections).find(([, { start, end }]) => offset >= start && offset < end)
      return found === undefined ? 'body' : found[0]
    })
  }
}

/** Joins the readers of a posting list and of its positions. */
class PackedPostingCursor implements PositionCursor {
  private readonly list: PostingListReader
  private readonly places: PositionListReader
  private bytes: Uint8Array = new Uint8Array(0)
  private postings: FieldPostings | undefined
  private placesOpen = false

  constructor(blockLength: number) {
    this.list = new PostingListReader(blockLength)
    this.places = new PositionListReader(blockLength)
  }

  open(bytes: Uint8Array, postings: FieldPostings, documentCount: number): this {
    this.list.open(bytes, postings.start, postings.end, postings.documentFrequency, documentCount)
    this.bytes = bytes
    this.postings = postings
    this.placesOpen = false
    return this
  }

  get documents(): Uint32Array {
    return this.list.documents
  }

  get frequencies(): Uint32Array {
    return this.list.frequencies
  }

  get positions(): Uint32Array {
    return this.places.positions
  }

  get positionCount(): number {
    return this.places.length
  }

  nextBlock(): number {
    return this.list.nextBlock()
  }

  seekBlock(document: number): number {
    return this.list.seekBlock(document)
  }

  readPositions(index: number): void {
    const { postings } = this
    if (postings === undefined) return
    if (!this.placesOpen) {
      this.places.open(this.bytes, postings.positionsStart, postings.positionsEnd, postings.documentFrequency)
      this.placesOpen = true
    }
    this.places.read(this.list.block, index, this.list.frequencies)
  }
}
