/** The immutable segment: the bytes of a file, read where a question touches them. */
import { CorruptIndexError } from '../errors.ts'
import { ClassTable } from '../format/class-table.ts'
import { decodeUtf8 } from '../format/byte-reader.ts'
import type { CheckedBytes, Extent } from '../format/checked-bytes.ts'
import { type OpenFile, openFileBytes } from '../format/file-reader.ts'
import { Identifiers } from '../format/identifiers.ts'
import type { SectionName } from '../format/layout.ts'
import { type LexiconGroup, lexiconFrom } from '../format/lexicon.ts'
import { PositionListReader, positionBlockLength } from '../format/position-list.ts'
import { PostingListReader } from '../format/posting-list.ts'
import { SortedTable, compareBytes } from '../format/sorted-table.ts'
import { StoredDocuments } from '../format/stored-documents.ts'
import type { DocumentId } from '../schema/document.ts'
import { fold } from '../text/fold.ts'
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
const NO_EXTENTS = new Uint8Array(0)

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
  private readExtents: readonly Uint8Array[] | undefined

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
    this.readNorms ??= this.sliceByField('norms')
    return this.readNorms
  }

  get extents(): readonly Uint8Array[] {
    this.readExtents ??= this.sliceByField('extents')
    return this.readExtents
  }

  /** A section of one byte a document for each field. */
  private sliceByField(section: 'norms' | 'extents'): Uint8Array[] {
    const { start, end } = this.section(section)
    const fields = this.metadata.schema.fields.length
    const length = this.documentCount
    if (end - start !== fields * length) throw this.source.corrupt(section, start, 'it has not a byte for each document')
    this.source.ensure(start, end, section)
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
    return this.cursor.open(this.source.bytes, postings, this.documentCount, NO_EXTENTS)
  }

  positions(postings: FieldPostings): PositionCursor {
    this.source.ensure(postings.start, postings.end, 'postings')
    this.source.ensure(postings.positionsStart, postings.positionsEnd, 'positions')
    return this.positionCursor.open(this.source.bytes, postings, this.documentCount, this.extents[postings.field])
  }

  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    for (const { folded, words } of mergeGroups(lexiconFrom(this.source, this.lexicon, prefix), this.keyWords(prefix))) {
      for (const word of words) if (!visit(folded, word)) return
    }
  }

  /** The words whose folded spelling is their class key, which the lexicon leaves out. */
  private *keyWords(prefix: string): Generator<LexiconGroup> {
    for (const { key, keyBytes, terms } of this.classTable.from(prefix)) {
      const words = terms.filter(({ word }) => fold(word) === key)
      if (words.length > 0) yield { key: keyBytes, folded: key, words }
    }
  }

  classes(): Iterable<WordClass> {
    return this.classTable.from()
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

/** Two sequences in order of key as one; under equal keys the words of both, in code-unit order. */
function* mergeGroups(a: Generator<LexiconGroup>, b: Generator<LexiconGroup>): Generator<LexiconGroup> {
  let left = a.next()
  let right = b.next()
  while (!left.done || !right.done) {
    const order = left.done ? 1 : right.done ? -1 : compareBytes(left.value.key, right.value.key)
    if (order === 0 && !left.done && !right.done) {
      const words = [...left.value.words, ...right.value.words].sort((x, y) => (x.word < y.word ? -1 : 1))
      yield { ...left.value, words }
    } else if (order < 0 && !left.done) yield left.value
    else if (!right.done) yield right.value
    if (order <= 0) left = a.next()
    if (order >= 0) right = b.next()
  }
}

/** Joins the readers of a posting list and of its positions; a posting that the dictionary holds itself is a list of one. */
class PackedPostingCursor implements PositionCursor {
  private readonly list: PostingListReader
  private readonly places: PositionListReader
  private bytes: Uint8Array = new Uint8Array(0)
  private postings: FieldPostings | undefined
  private extents: Uint8Array = new Uint8Array(0)
  private placesOpen = false
  private inlineRead = false

  constructor(blockLength: number) {
    this.list = new PostingListReader(blockLength)
    this.places = new PositionListReader(positionBlockLength(blockLength))
  }

  open(bytes: Uint8Array, postings: FieldPostings, documentCount: number, extents: Uint8Array): this {
    this.bytes = bytes
    this.postings = postings
    this.extents = extents
    this.placesOpen = false
    this.inlineRead = false
    const { inline } = postings
    if (inline === undefined) this.list.open(bytes, postings.start, postings.end, postings.documentFrequency, documentCount)
    else if (inline.document >= documentCount) throw new CorruptIndexError('classes', 0, 'a document number is too large')
    return this
  }

  get documents(): Uint32Array {
    return this.list.documents
  }

  get frequencies(): Uint32Array {
    return this.list.frequencies
  }

  get positions(): Uint32Array {
    return this.postings?.inline?.positions ?? this.places.positions
  }

  get positionCount(): number {
    return this.postings?.inline?.positions.length ?? this.places.length
  }

  nextBlock(): number {
    const inline = this.postings?.inline
    if (inline === undefined) return this.list.nextBlock()
    if (this.inlineRead) return 0
    this.inlineRead = true
    this.list.documents[0] = inline.document
    this.list.frequencies[0] = inline.positions.length
    return 1
  }

  seekBlock(document: number): number {
    const inline = this.postings?.inline
    if (inline === undefined) return this.list.seekBlock(document)
    this.nextBlock()
    return inline.document < document ? 0 : 1
  }

  readPositions(index: number): void {
    const { postings } = this
    if (postings === undefined || postings.inline !== undefined) return
    if (!this.placesOpen) {
      this.places.open(this.bytes, postings.positionsStart, postings.positionsEnd, postings.documentFrequency)
      this.placesOpen = true
    }
    const { firstOfBlock, documents, frequencies } = this.list
    this.places.read(firstOfBlock + index, firstOfBlock, documents, frequencies, this.extents)
  }
}
