/** What the executor knows of a segment: words with their postings, lengths, columns, ids and stored fields. Live and packed segments both have it. */
import type { Column } from '../columns/column.ts'
import type { ColumnTypes } from '../columns/column-type.ts'
import type { GrowingUint32Array } from '../format/growing-array.ts'
import type { PostingListReader } from '../format/posting-list.ts'
import type { StoredBlock } from '../format/stored-documents.ts'
import type { FieldPostings, LexiconEntry, WordClass } from '../format/word.ts'
import type { DocumentId } from '../schema/document.ts'

export type { PostingListReader } from '../format/posting-list.ts'
export type { FieldPostings, InlinePosting, LexiconEntry, Term, WordClass } from '../format/word.ts'

/** Walks the postings of one term in one field, block by block. Valid until the segment's next cursor of the same kind is opened. */
export interface PostingCursor {
  /** The documents of the current block, ascending; the first `nextBlock()` or `seekBlock()` many count. */
  readonly documents: Uint32Array
  readonly frequencies: Uint32Array
  /** Moves to the next block. Returns its length, 0 at the end (and again when called after it). */
  nextBlock(): number
  /** Moves forward to the block that holds the first document ≥ `document` (staying where that is the current one). Returns its length, 0 where there is none. */
  seekBlock(document: number): number
}

/** Reads the positions of single postings of a list that was read before. */
export interface PositionReader {
  /** The positions last read, ascending; `length` of them count: none if the list has no positions. */
  readonly positions: Uint32Array
  readonly length: number
  /**
   * Reads the positions of posting `index` of the list, whose documents and frequencies stand in the given arrays from `first` on. Cheapest
   * in ascending order.
   */
  read(index: number, documents: Uint32Array, frequencies: Uint32Array, first: number): void
}

/** Postings of a list of which the positions will be read. */
export interface ComingPositions {
  postings: FieldPostings
  /** Places in the list. Default: all. */
  indexes?: readonly number[]
}

/** Reads of a segment that belong together. */
export interface ComingReads {
  /** Keys that `wordClass` will be asked for; `all` for `classes()`. */
  classKeys?: readonly string[] | 'all'
  /** What `scanWords` will be asked for. */
  wordPrefix?: string | undefined
  /** What `scanFrequentWords` will be asked for, and `scanWords` if there are not enough of these. */
  completions?: string
  /** What `nearWords` will be asked for. */
  near?: { typed: string; most: number }
  /** Places among the schema's columns. */
  columns?: readonly number[]
  postings?: readonly FieldPostings[]
  positions?: readonly ComingPositions[]
  /** Ids that will be looked up; `all` for the ids of all documents. */
  ids?: 'all' | readonly DocumentId[]
  /** Documents of which `id` and `stored` will be asked; `all` for the stored fields of all. */
  documents?: readonly number[] | 'all'
}

/** A set of documents with everything needed to search them. Documents are numbered from 0 in order of insertion. */
export interface Segment {
  readonly documentCount: number
  /** By field: one length norm a document. */
  readonly norms: readonly Uint8Array[]
  /** By field: the sum of the lengths that the norms stand for, and how many documents have the field at all. */
  readonly fieldTotals: readonly FieldTotal[]
  /** How many distinct words and postings the segment has. */
  readonly wordCount: number

  /** Of segments whose bytes may be elsewhere: is told of reads that belong together before the first of them, so that all they miss comes at one go. */
  readonly announce?: ((reads: ComingReads) => void) | undefined
  wordClass(key: string): WordClass | undefined
  /** A cursor of the segment's own, moved to the start of a list. */
  postings(postings: FieldPostings): PostingCursor
  /** Only of segments that can read the blocks of a list in any order (else undefined): `reader`, or a new one, at the start of a list. */
  openList?(postings: FieldPostings, reader: PostingListReader | undefined): PostingListReader | undefined
  /** Valid until the segment's next reader is asked for, unless `isKept`. */
  positions(postings: FieldPostings, isKept?: boolean): PositionReader

  /** Words whose folded spelling starts with `prefix` (folded), in order of the folded spelling, until `visit` returns false. */
  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void
  /** As `scanWords`, of some words only: those that more documents hold than any of the others. None if the segment has no list of them. */
  scanFrequentWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void
  /**
   * Words whose folded spelling, hyphens and apostrophes aside, is at most `most` edits from `typed` (which has none of these), in any order. At most 2: corrections
   * are not farther.
   */
  nearWords(typed: string, most: number, visit: (folded: string, entry: LexiconEntry, edits: number) => void): void
  /** All classes, in order of their keys as UTF-8. */
  classes(): Iterable<WordClass>

  /** The column at a place among the schema's columns. Of a live segment, with the documents added before the call. */
  column(place: number, types: ColumnTypes): Column

  id(document: number): DocumentId
  /** The document with this id, removed or not: where an id was removed and added again, the last one. */
  documentOf(id: DocumentId): number | undefined
  /** The stored fields as JSON. */
  stored(document: number): string

  /** Of segments that are files: how many postings a full block has, and what may be copied instead of being written anew. */
  readonly blockLength?: number
  packedList?(postings: FieldPostings): PackedList
  /** By the first document of each. */
  storedBlocks?(): ReadonlyMap<number, StoredBlock>
}

/** The bytes of a list as they stand in a file. */
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
