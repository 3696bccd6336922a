/** The interface of a segment for the executor: words with postings, lengths, columns, ids and stored fields. Live and packed segments implement it. */
import type { Column } from '../columns/column.ts'
import type { ColumnTypes } from '../columns/column-type.ts'
import type { GrowingUint32Array } from '../format/growing-array.ts'
import type { NearSpelling } from '../format/near-spelling.ts'
import type { PostingListReader } from '../format/posting-list.ts'
import type { StoredBlock } from '../format/stored-documents.ts'
import type { FieldPostings, LexiconEntry, WordClass } from '../format/word.ts'
import type { DocumentId } from '../schema/document.ts'

export type { PostingListReader } from '../format/posting-list.ts'
export type { FieldPostings, InlinePosting, LexiconEntry, Term, WordClass } from '../format/word.ts'

/** Reads the postings of one term in one field, block by block. Valid until the segment's next cursor of the same kind is opened. */
export interface PostingCursor {
  /** The documents of the current block, ascending. As many are valid as `nextBlock()` or `seekBlock()` returned. */
  readonly documents: Uint32Array
  readonly frequencies: Uint32Array
  /** Moves to the next block. Returns its length, or 0 at the end, also when called again. */
  nextBlock(): number
  /** Moves forward to the block with the first document ≥ `document`, which may be the current one. Returns its length, or 0 if there is none. */
  seekBlock(document: number): number
}

/** Reads the positions of single postings of a list whose postings were read. */
export interface PositionReader {
  /** The positions read last, ascending. `length` of them are valid: none if the list has no positions. */
  readonly positions: Uint32Array
  readonly length: number
  /**
   * Reads the positions of posting `index` of the list, whose documents and frequencies are in the given arrays from `first` on. Cheapest in ascending order.
   */
  read(index: number, documents: Uint32Array, frequencies: Uint32Array, first: number): void
}

/** Postings of a list whose positions will be read. */
export interface ComingPositions {
  postings: FieldPostings
  /** Indexes in the list. Default: all. */
  indexes?: readonly number[]
}

/** Reads of a segment that are announced together. */
export interface ComingReads {
  /** Keys for `wordClass`; `all` for `classes()`. */
  classKeys?: readonly string[] | 'all'
  /** The prefix for `scanWords`. */
  wordPrefix?: string | undefined
  /** The prefix for `scanFrequentWords`, and for `scanWords` if these are not enough. */
  completions?: string
  /** The argument of `nearWords`. */
  near?: NearSpelling
  /** Indexes of the schema's columns. */
  columns?: readonly number[]
  postings?: readonly FieldPostings[]
  positions?: readonly ComingPositions[]
  /** Ids that will be looked up; `all` for the ids of all documents. */
  ids?: 'all' | readonly DocumentId[]
  /** Documents for `id` and `stored`; `all` for the stored fields of all. */
  documents?: readonly number[] | 'all'
}

/** A set of documents with everything needed to search them. Documents are numbered from 0 in order of insertion. */
export interface Segment {
  readonly documentCount: number
  /** By field: one length norm per document. */
  readonly norms: readonly Uint8Array[]
  /** By field: the sum of the lengths that the norms represent, and how many documents have the field. */
  readonly fieldTotals: readonly FieldTotal[]
  /** How many distinct words and postings the segment has. */
  readonly wordCount: number

  /** For segments whose bytes may not be in memory: announces reads, so that all their missing pages are fetched together. */
  readonly announce?: ((reads: ComingReads) => void) | undefined
  wordClass(key: string): WordClass | undefined
  /** The segment's cursor, moved to the start of a list. */
  postings(postings: FieldPostings): PostingCursor
  /** Only for segments that can read the blocks of a list in any order: `reader`, or a new one, at the start of a list. */
  openList?(postings: FieldPostings, reader: PostingListReader | undefined): PostingListReader | undefined
  /** Valid until the segment's next reader is requested, unless `isKept`. */
  positions(postings: FieldPostings, isKept?: boolean): PositionReader

  /** Words whose folded spelling starts with `prefix` (folded), in order of the folded spelling, until `visit` returns false. */
  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void
  /** Like `scanWords`, but only for the most frequent words. None if the segment has no list of them. */
  scanFrequentWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void
  /** Words whose folded spelling, without hyphens and apostrophes, is near, in any order. At most two edits. */
  nearWords(spelling: NearSpelling, visit: (folded: string, entry: LexiconEntry, edits: number) => void): void
  /** All classes, in order of their keys as UTF-8. */
  classes(): Iterable<WordClass>

  /** The column with this index in the schema. For a live segment, with the documents added before the call. */
  column(place: number, types: ColumnTypes): Column

  id(document: number): DocumentId
  /** The document with this id, removed or not; the last one if an id was removed and added again. */
  documentOf(id: DocumentId): number | undefined
  /** The stored fields as JSON. */
  stored(document: number): string

  /** For segments in files: the number of postings in a full block, and what may be copied instead of being rewritten. */
  readonly blockLength?: number
  packedList?(postings: FieldPostings): PackedList
  /** By the first document of each. */
  storedBlocks?(): ReadonlyMap<number, StoredBlock>
}

/** The bytes of a list in a file. */
export interface PackedList {
  postings: Uint8Array
  positions: Uint8Array
}

export interface FieldTotal {
  length: number
  documents: number
}

/** Reads a whole posting list to the end of two arrays. */
export function appendPostings(
  segment: Pick<Segment, 'postings'>,
  postings: FieldPostings,
  documents: GrowingUint32Array,
  frequencies: GrowingUint32Array,
): void {
  const cursor = segment.postings(postings)
  for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
    documents.append(cursor.documents, length)
    frequencies.append(cursor.frequencies, length)
  }
}
