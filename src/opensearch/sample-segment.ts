/**
 * A segment of some documents of an index with the statistics of all. Scores over it equal those over the whole index, to the last bit. The documents are those
 * that may be among the best, in order of insertion.
 */
import type { Column } from '../columns/column.ts'
import type { NearSpelling } from '../format/near-spelling.ts'
import type { LexiconEntry, Term, WordClass } from '../format/word.ts'
import { LiveSegment } from '../index/live/live-segment.ts'
import type {
  ComingReads,
  FieldPostings,
  FieldTotal,
  PositionReader,
  PostingCursor,
  Segment,
} from '../index/segment.ts'
import { SegmentList } from '../index/segment-list.ts'
import { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { DocumentId, ReadDocument } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import type { Statistics } from './statistics.ts'

export class SampleSegment implements Segment {
  /** Only the documents, with their words. */
  readonly documents: LiveSegment
  private readonly statistics: Statistics
  private readonly needsIds: (ids: 'all' | readonly DocumentId[]) => void

  /** `needsIds` receives the ids that will be looked up. */
  constructor(
    documents: readonly ReadDocument[],
    schema: Schema,
    language: Language,
    statistics: Statistics,
    needsIds: (ids: 'all' | readonly DocumentId[]) => void,
  ) {
    this.documents = new LiveSegment(language, schema)
    for (const document of documents) this.documents.add(document)
    this.statistics = statistics
    this.needsIds = needsIds
  }

  get documentCount(): number {
    return this.documents.documentCount
  }

  get norms(): readonly Uint8Array[] {
    return this.documents.norms
  }

  get fieldTotals(): readonly FieldTotal[] {
    return this.documents.fieldTotals
  }

  get wordCount(): number {
    return this.documents.wordCount
  }

  announce({ classKeys, completions, near, ids }: ComingReads): void {
    const { statistics } = this
    statistics.announceCollection()
    if (Array.isArray(classKeys)) statistics.announceClasses(classKeys)
    if (completions !== undefined) statistics.announceBeginning(completions)
    if (near !== undefined) statistics.announceNear(near.typed, near.most)
    if (ids !== undefined) this.needsIds(ids)
    statistics.throwIfMissing()
  }

  /** The class with the counts of the whole index, and the postings of these documents. */
  wordClass(key: string): WordClass | undefined {
    const counted = this.statistics.wordClass(key)
    if (counted === undefined) return undefined
    const here = new Map(this.documents.wordClass(key)?.terms.map(term => [term.word, term.fields]))
    const terms = counted.words.map(
      ({ word, documentFrequency }): Term => ({ word, documentFrequency, fields: here.get(word) ?? [] }),
    )
    return { key, documentFrequency: counted.documentFrequency, terms }
  }

  postings(postings: FieldPostings): PostingCursor {
    return this.documents.postings(postings)
  }

  positions(postings: FieldPostings, isKept?: boolean): PositionReader {
    return this.documents.positions(postings, isKept)
  }

  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    for (const entry of this.statistics.startingWith(prefix)) if (!visit(entry.folded, entry)) return
  }

  scanFrequentWords(): void {}

  nearWords({ typed, most }: NearSpelling, visit: (folded: string, entry: LexiconEntry, edits: number) => void): void {
    for (const entry of this.statistics.nearWords(typed, most)) visit(entry.folded, entry, entry.edits)
  }

  /** The classes of these documents. */
  classes(): Iterable<WordClass> {
    return this.documents.classes()
  }

  column(place: number): Column {
    return this.documents.column(place)
  }

  id(document: number): DocumentId {
    return this.documents.id(document)
  }

  documentOf(id: DocumentId): number | undefined {
    return this.documents.documentOf(id)
  }

  stored(document: number): string {
    return this.documents.stored(document)
  }
}

/** The segment with the statistics of all documents of the index. */
export class SampleView extends SegmentView {
  private readonly statistics: Statistics

  constructor(segment: SampleSegment, statistics: Statistics) {
    super(segment)
    this.statistics = statistics
  }

  override get documentCount(): number {
    return this.statistics.collection.documentCount
  }

  override get fieldTotals(): FieldTotal[] {
    return [...this.statistics.collection.fieldTotals]
  }
}

/** A segment list with the documents of a call as its only segment. */
export class SampleList extends SegmentList {
  private readonly needsId: (id: DocumentId) => void

  constructor(schema: Schema, language: Language, view: SampleView, needsId: (id: DocumentId) => void) {
    super(schema, language)
    this.parts = [view]
    this.needsId = needsId
  }

  /** An index on a cluster changes constantly, so cursors record only where a page ended and for which query. */
  override get state(): string {
    return ''
  }

  override find(id: DocumentId) {
    this.needsId(id)
    return super.find(id)
  }
}
