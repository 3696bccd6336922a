/** Walks the postings of a file; a posting that the dictionary holds itself is a list of one. */
import { CorruptIndexError } from '../../errors.ts'
import type { CheckedBytes } from '../../format/checked-bytes.ts'
import { PositionListReader } from '../../format/position-list.ts'
import { PostingListReader } from '../../format/posting-list.ts'
import type { FieldPostings, InlinePosting } from '../../format/word.ts'
import type { PositionReader, PostingCursor } from '../segment.ts'

export class PackedPostingCursor implements PostingCursor {
  readonly documents: Uint32Array
  readonly frequencies: Uint32Array
  private readonly list: PostingListReader
  private inline: InlinePosting | undefined
  private inlineRead = false

  constructor(blockLength: number) {
    this.list = new PostingListReader(blockLength)
    this.documents = this.list.documents
    this.frequencies = this.list.frequencies
  }

  open(bytes: Uint8Array, postings: FieldPostings, documentCount: number): this {
    this.inline = postings.inline
    this.inlineRead = false
    if (this.inline === undefined) {
      this.list.open(bytes, postings.start, postings.end, postings.documentFrequency, documentCount)
    } else if (this.inline.document >= documentCount) {
      throw new CorruptIndexError('classes', 0, 'a document number is too large')
    }
    return this
  }

  nextBlock(): number {
    if (this.inline === undefined) return this.list.nextBlock()
    if (this.inlineRead) return 0
    this.inlineRead = true
    this.documents[0] = this.inline.document
    this.frequencies[0] = this.inline.positions.length
    return 1
  }

  seekBlock(document: number): number {
    if (this.inline === undefined) return this.list.seekBlock(document)
    this.nextBlock()
    return this.inline.document < document ? 0 : 1
  }
}

export class PackedPositionReader implements PositionReader {
  private readonly list: PositionListReader
  private readonly source: CheckedBytes
  private inline: InlinePosting | undefined
  private extents: Uint8Array = new Uint8Array(0)

  constructor(blockLength: number, source: CheckedBytes) {
    this.list = new PositionListReader(blockLength)
    this.source = source
  }

  /** `extents` are the field's. */
  open(postings: FieldPostings, extents: Uint8Array): this {
    this.inline = postings.inline
    this.extents = extents
    if (this.inline === undefined) this.list.open(this.source.bytes, postings)
    return this
  }

  get positions(): Uint32Array {
    return this.inline?.positions ?? this.list.positions
  }

  get length(): number {
    return this.inline?.positions.length ?? this.list.length
  }

  read(index: number, documents: Uint32Array, frequencies: Uint32Array, first: number): void {
    if (this.inline !== undefined) return
    const { start, end } = this.list.extentOf(index)
    this.source.ensure(start, end, 'positions')
    this.list.read(index, documents, frequencies, first, this.extents)
  }
}
