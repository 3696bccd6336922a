/** The immutable segment: the bytes of a file, read as queries need them. */

import type { Column } from '../../columns/column.ts'
import type { ColumnTypes } from '../../columns/column-type.ts'
import { MissingLanguageError } from '../../errors.ts'
import { readByteLists } from '../../format/byte-lists.ts'
import { decodeUtf8 } from '../../format/byte-reader.ts'
import { type ByteRange, CheckedBytes } from '../../format/checked-bytes.ts'
import { ClassTable } from '../../format/class-table.ts'
import { DocumentTable } from '../../format/document-table.ts'
import { type OpenFile, openFileBytes, sectionAt } from '../../format/file-reader.ts'
import { IdentifierSlots } from '../../format/identifier-slots.ts'
import { encodeIdentifier } from '../../format/identifiers.ts'
import type { RequiredSectionName as SectionName } from '../../format/layout.ts'
import {
  isLeftToClasses,
  type LexiconGroup,
  lexiconFrom,
  mayBeLeftToClasses,
  nearInLexicon,
} from '../../format/lexicon.ts'
import type { NearSpelling } from '../../format/near-spelling.ts'
import { PostingListReader } from '../../format/posting-list.ts'
import { compareBytes, SortedTable } from '../../format/sorted-table.ts'
import { type StoredBlock, StoredDocuments } from '../../format/stored-documents.ts'
import { readDefinitions } from '../../language/definition.ts'
import type { LanguageDefinition } from '../../language/language.ts'
import type { DocumentId } from '../../schema/document.ts'
import { fold } from '../../text/fold.ts'
import { joinClasses, keysIn } from '../join-classes.ts'
import { boundsOf } from '../length-norm.ts'
import type {
  FieldPostings,
  FieldTotal,
  LexiconEntry,
  PackedList,
  PositionReader,
  PostingCursor,
  Segment,
  WordClass,
} from '../segment.ts'
import { readEditorial } from './editorial-section.ts'
import { parseMetadata, type SegmentMetadata } from './metadata.ts'
import { PackedPositionReader } from './packed-positions.ts'

const CACHED_CLASSES = 4096

export class PackedSegment implements Segment {
  readonly metadata: SegmentMetadata
  /** The language that its texts were read in. */
  readonly definition: LanguageDefinition
  readonly file: OpenFile

  protected readonly classTable: ClassTable
  protected readonly lexicon: SortedTable
  protected readonly frequentWords: SortedTable | undefined
  private readonly source: CheckedBytes
  private readonly identifierSlots: IdentifierSlots
  protected readonly storedDocuments: StoredDocuments
  private readonly wordClasses = new Map<string, WordClass | undefined>()
  private readonly postingReader: PostingListReader
  private readonly positionReader: PackedPositionReader
  protected cachedNorms: readonly Uint8Array[] | undefined
  private readonly columns: Column[] = []

  /** Reads the header and the metadata only. Throws `CorruptIndexError` or `UnsupportedVersionError`. */
  constructor(bytes: Uint8Array, file: OpenFile = openFileBytes(bytes, CheckedBytes)) {
    const { source, sections } = file
    this.file = file
    this.source = source
    const textOf = (name: 'metadata' | 'languages' | 'editorial') => {
      const { start, end } = sections[name] ?? { start: 0, end: 0 }
      return decodeUtf8(source.bytes.subarray(start, end), () => source.corrupt(name, start))
    }
    const metadata = parseMetadata(textOf('metadata'), sections.metadata.start, source.fileLength)
    const { editorial } = sections
    const decided = editorial && readEditorial(textOf('editorial'), editorial.start)
    this.metadata = decided ? { ...metadata, schema: { ...metadata.schema, editorial: decided } } : metadata
    this.definition = onlyOne(readDefinitions(textOf('languages'), sections.languages.start))
    this.postingReader = new PostingListReader(this.metadata.blockLength)
    this.positionReader = this.makePositionReader()
    const table = (section: SectionName, root: SectionName) =>
      new SortedTable(source, section, sections[section], sections[root])
    this.classTable = new ClassTable(
      source,
      table('classes', 'classRoot'),
      sections.postings,
      this.metadata.schema.fields.length,
      this.documentCount,
    )
    this.lexicon = table('lexicon', 'lexiconRoot')
    const { frequentWords, frequentRoot } = sections
    if (frequentWords !== undefined && frequentRoot !== undefined) {
      this.frequentWords = new SortedTable(source, 'frequentWords', frequentWords, frequentRoot)
    }
    this.identifierSlots = new IdentifierSlots(source, sections.identifierSlots, this.documentCount)
    const { documentTable, documentRoot, documents } = sections
    const documentBlocks = new DocumentTable(source, documentTable, documentRoot, documents, this.documentCount)
    this.storedDocuments = new StoredDocuments(source, documentBlocks)
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
    return (this.cachedNorms ??= readByteLists(
      this.source,
      'norms',
      this.file.sections.norms,
      this.metadata.schema.fields.length,
      this.documentCount,
    ))
  }

  wordClass(key: string): WordClass | undefined {
    if (this.wordClasses.has(key)) return this.wordClasses.get(key)
    const keys = keysIn(key)
    const wordClass =
      keys === undefined
        ? this.classTable.find(key)
        : joinClasses(
            key,
            keys.map(key => this.wordClass(key)),
          )
    if (this.wordClasses.size >= CACHED_CLASSES) this.wordClasses.clear()
    this.wordClasses.set(key, wordClass)
    return wordClass
  }

  postings(postings: FieldPostings): PostingCursor {
    return this.openList(postings, this.postingReader)
  }

  openList(
    { start, end, documentFrequency, inline }: FieldPostings,
    reader = new PostingListReader(this.metadata.blockLength),
  ): PostingListReader {
    const { source, documentCount, metadata } = this
    if (inline === undefined) {
      source.ensure(start, end, 'postings')
      reader.open(source.bytes, start, end, documentFrequency, documentCount, metadata.tokenCount)
    } else if (inline.document < documentCount) reader.openInline(inline.document, inline.positions.length)
    else throw source.corrupt('classes', start)
    return reader
  }

  positions(postings: FieldPostings, isKept = false): PositionReader {
    const { source, metadata } = this
    source.ensure(postings.start, postings.end, 'postings')
    const reader = isKept ? this.makePositionReader() : this.positionReader
    const { field } = postings
    return reader.open(postings, this.norms[field], boundsOf(metadata.schema.fields[field]))
  }

  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    for (const { folded, words } of mergeGroups(
      lexiconFrom(this.source, this.lexicon, prefix),
      this.keyWords(prefix),
    )) {
      for (const word of words) if (!visit(folded, word)) return
    }
  }

  /** The words that are only in the table of classes, not in the lexicon. */
  private *keyWords(prefix: string): Generator<LexiconGroup> {
    for (const { key, keyBytes, terms } of this.classTable.from(prefix, key => isLeftToClasses(key, key))) {
      const words = terms.filter(({ word }) => fold(word) === key)
      if (words.length > 0) yield { key: keyBytes, folded: key, words }
    }
  }

  scanFrequentWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    if (this.frequentWords === undefined) return
    for (const { folded, words } of lexiconFrom(this.source, this.frequentWords, prefix)) {
      for (const word of words) if (!visit(folded, word)) return
    }
  }

  nearWords(spelling: NearSpelling, visit: (folded: string, entry: LexiconEntry, edits: number) => void): void {
    for (const { folded, words, edits } of nearInLexicon(this.source, this.lexicon, spelling)) {
      for (const word of words) visit(folded, word, edits)
    }
    if (!mayBeLeftToClasses(spelling.typed)) return
    for (const { key, terms, edits } of this.classTable.near(spelling)) {
      if (!isLeftToClasses(key, key)) continue
      for (const term of terms) if (fold(term.word) === key) visit(key, term, edits)
    }
  }

  classes(): Iterable<WordClass> {
    return this.classTable.from()
  }

  column(place: number, types: ColumnTypes): Column {
    return (this.columns[place] ??= this.readColumn(place, types))
  }

  private readColumn(place: number, types: ColumnTypes): Column {
    const { columns, documentCount } = this.metadata
    const { start, end } = this.columnExtent(place)
    const name = columns[place]?.type
    const type = name !== undefined && Object.hasOwn(types, name) ? types[name] : undefined
    // The norms have one byte per document, so `documentCount` can be trusted once they are read.
    if (type === undefined || this.norms.length === 0) {
      throw this.source.corrupt('columns', start)
    }
    this.source.ensure(start, end, 'columns')
    return type.read(this.source.bytes, start, end, documentCount)
  }

  /** @throws CorruptIndexError if it reaches beyond its section */
  protected columnExtent(column: number): ByteRange {
    const section = this.file.sections.columns ?? { start: 0, end: 0 }
    const lengths = this.metadata.columns.map(({ bytes }) => bytes)
    const start = lengths.slice(0, column).reduce((sum, bytes) => sum + bytes, section.start)
    const end = start + (lengths[column] ?? 0)
    if (end > section.end) throw this.source.corrupt('columns', section.start)
    return { start, end }
  }

  id(document: number): DocumentId {
    return this.storedDocuments.id(document)
  }

  documentOf(id: DocumentId): number | undefined {
    const encoded = encodeIdentifier(id)
    for (const document of this.identifierSlots.candidates(encoded)) {
      const { isNumber, bytes } = this.storedDocuments.readIdentifier(document)
      if (isNumber === encoded.isNumber && compareBytes(bytes, encoded.bytes) === 0) return document
    }
    return undefined
  }

  /** The documents that may have an id. */
  protected candidates(id: DocumentId): Iterable<number> {
    return this.identifierSlots.candidates(encodeIdentifier(id))
  }

  stored(document: number): string {
    return this.metadata.schema.storeFields.length === 0 ? '{}' : this.storedDocuments.read(document)
  }

  get blockLength(): number {
    return this.metadata.blockLength
  }

  packedList({ start, end, positionsStart, positionsEnd }: FieldPostings): PackedList {
    const { bytes } = this.source
    this.source.ensure(start, end, 'postings')
    this.source.ensure(positionsStart, positionsEnd, 'postings')
    return { postings: bytes.subarray(start, end), positions: bytes.subarray(positionsStart, positionsEnd) }
  }

  storedBlocks(): ReadonlyMap<number, StoredBlock> {
    return this.metadata.schema.storeFields.length === 0 ? new Map() : this.storedDocuments.blocks()
  }

  /** Reads and checks every byte. */
  verify(): void {
    this.source.verify(offset => sectionAt(this.file.sections, offset))
  }

  /** The file, with every byte checked. @throws CorruptIndexError */
  toFile(): Uint8Array {
    return this.source.toFile(offset => sectionAt(this.file.sections, offset))
  }

  private makePositionReader(): PackedPositionReader {
    const { blockLength, tokenCount } = this.metadata
    return new PackedPositionReader(blockLength, tokenCount, this.source)
  }
}

/** Files with several entries are specified, but no version writes them yet. */
function onlyOne([definition, ...others]: [LanguageDefinition, ...LanguageDefinition[]]): LanguageDefinition {
  if (others.length === 0) return definition
  const names = [definition, ...others].map(({ name }) => `"${name}"`).join(' and ')
  throw new MissingLanguageError(
    definition.name,
    `This index contains ${names}; this version of trouvaille reads one language. Update trouvaille.`,
  )
}

/** Merges two sequences sorted by key; for equal keys, the words of both in code-unit order. */
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
