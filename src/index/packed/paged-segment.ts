/** A packed segment of which only some pages are in memory. It reports all missing pages of announced reads together. */
import type { ByteRange } from '../../format/checked-bytes.ts'
import type { OpenFile } from '../../format/file-reader.ts'
import { PAGE_CONTENT } from '../../format/layout.ts'
import { mayBeLeftToClasses } from '../../format/lexicon.ts'
import { nearLeaves } from '../../format/near-entries.ts'
import { MissingPages, type PagedBytes } from '../../format/paged-bytes.ts'
import { PositionListReader } from '../../format/position-list.ts'
import type { DocumentId } from '../../schema/document.ts'
import { utf8Encoder } from '../../text/utf8.ts'
import { keysIn } from '../join-classes.ts'
import type { ComingPositions, ComingReads, FieldPostings } from '../segment.ts'
import { PackedSegment } from './packed-segment.ts'

/** In bytes. */
const SMALL_TABLE = 16_384
const FEW_WORDS = 8192

export class PagedSegment extends PackedSegment {
  private readonly pages: PagedBytes
  private readonly places: PositionListReader

  /** `file` locates the sections of `bytes`, which must contain at least the header region. */
  constructor(bytes: Uint8Array, file: OpenFile<PagedBytes>) {
    super(bytes, file)
    this.pages = file.source
    this.places = new PositionListReader(this.metadata.blockLength, this.metadata.tokenCount)
  }

  /** What is needed to find any word in addition to the header. Empty except for very large dictionaries. */
  get dictionaryNodes(): ByteRange {
    return this.classTable.innerExtent
  }

  /** The table that locates ids and stored fields, if it is small: fetching it before it is known which part is needed saves a round trip. */
  private smallTables(): ByteRange[] {
    const { documentTable } = this.file.sections
    return [documentTable].filter(({ start, end }) => end - start <= SMALL_TABLE)
  }

  /** Throws `MissingPages` with all missing pages of `reads` that can be determined. */
  readonly announce = (reads: ComingReads): void => {
    const missing = new Missing()
    missing.attempt(() => this.pages.ensureAll(this.extentsOf(reads)))
    const { classKeys = [], wordPrefix, completions, near, documents = [], positions = [], ids = [] } = reads
    for (const coming of positions) missing.attempt(() => this.pages.ensureAll(this.placesOf(coming)))
    if (classKeys !== 'all') {
      for (const key of classKeys.flatMap(key => keysIn(key) ?? key)) missing.attempt(() => this.wordClass(key))
    }
    if (ids !== 'all') for (const id of ids) missing.attempt(() => this.documentOf(id))
    if (wordPrefix !== undefined) missing.attempt(() => this.pages.ensureAll(this.wordExtents(wordPrefix)))
    if (completions !== undefined) missing.attempt(() => this.pages.ensureAll(this.completionExtents(completions)))
    if (near !== undefined) {
      missing.attempt(() => this.pages.ensureAll(nearLeaves(this.lexicon, near)))
      if (mayBeLeftToClasses(near.typed)) missing.attempt(() => this.pages.ensureAll(this.classTable.nearLeaves(near)))
    }
    for (const document of documents === 'all' ? [] : documents) {
      missing.attempt(() => this.id(document))
    }
    missing.throwAny()
  }

  /** The ranges of the words with a prefix. */
  private wordExtents(prefix: string): ByteRange[] {
    return [this.classTable.extentFrom(prefix), this.lexicon.extentFrom(utf8Encoder.encode(prefix))]
  }

  /** The ranges of the most frequent of them, and of all if they are few, which saves a round trip if they are needed. */
  private completionExtents(prefix: string): ByteRange[] {
    const all = this.wordExtents(prefix)
    if (this.frequentWords === undefined) return all
    const frequent = this.frequentWords.extentFrom(utf8Encoder.encode(prefix))
    return all.reduce((sum, { start, end }) => sum + end - start, 0) <= FEW_WORDS ? [frequent, ...all] : [frequent]
  }

  private extentsOf({
    classKeys,
    columns = [],
    postings = [],
    positions = [],
    ids,
    documents,
  }: ComingReads): ByteRange[] {
    const { classes, norms, documentTable, documents: ofDocuments } = this.file.sections
    const needsNorms = postings.length + positions.length + columns.length > 0 && this.cachedNorms === undefined
    return [
      ...(classKeys === 'all' ? [classes] : []),
      ...columns.map(column => this.columnExtent(column)),
      ...(ids === 'all' || documents === 'all' ? [documentTable, ofDocuments] : []),
      ...postings,
      ...postings.flatMap(list => this.nextPositions(list)),
      ...(postings.length > 0 ? this.smallTables() : []),
      ...(needsNorms ? [norms] : []),
    ]
  }

  /** The positions of a list, if they end on the page of its postings or on the next: they are probably read next, and would be a request of their own. */
  private nextPositions({ end, positionsStart, positionsEnd }: FieldPostings): ByteRange[] {
    return positionsEnd - end <= PAGE_CONTENT ? [{ start: positionsStart, end: positionsEnd }] : []
  }

  /** The ranges of positions. The postings must be in memory, except for whole lists. */
  private placesOf({ postings, indexes }: ComingPositions): ByteRange[] {
    const { start, end, positionsStart, positionsEnd } = postings
    if (indexes === undefined || positionsStart === positionsEnd) return [{ start: positionsStart, end: positionsEnd }]
    this.pages.ensure(start, end, 'postings')
    this.places.open(this.pages.bytes, postings)
    return indexes.map(index => this.places.extentOf(index))
  }

  override documentOf(id: DocumentId): number | undefined {
    const missing = new Missing()
    missing.attempt(() => this.pages.ensureAll(this.smallTables()))
    missing.attempt(() => {
      for (const document of [...this.candidates(id)]) missing.attempt(() => this.id(document))
    })
    missing.throwAny()
    return super.documentOf(id)
  }
}

/** Collects the missing pages of several reads. */
class Missing {
  private readonly pages = new Set<number>()

  attempt(read: () => unknown): void {
    try {
      read()
    } catch (error) {
      if (!(error instanceof MissingPages)) throw error
      for (const page of error.pages) this.pages.add(page)
    }
  }

  throwAny(): void {
    if (this.pages.size > 0) throw new MissingPages([...this.pages].sort((a, b) => a - b))
  }
}
