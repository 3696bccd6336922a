/** A posting list of a question. Where it has several blocks, each is read when something in it is looked for. */

import type { GrowingUint32Array } from '../format/growing-array.ts'
import { appendPostings } from '../index/append-postings.ts'
import type { FieldPostings, PostingBlocks, Segment } from '../index/segment.ts'
import type { WeightedForm } from '../query/expand.ts'

/** Where a question's postings stand, list behind list. */
export interface PostingArrays {
  readonly documents: GrowingUint32Array
  readonly frequencies: GrowingUint32Array
}

export class ReadList {
  readonly form: WeightedForm
  /** The form is another spelling of a whole that the term is a part of. */
  readonly whole: boolean
  readonly postings: FieldPostings
  /** The list stands in the arrays from here… */
  readonly start: number
  /** …to here. */
  readonly end: number
  /** Where the last search ended: a posting that was read, or `end`. */
  next: number

  private readonly arrays: PostingArrays
  private readonly blocks: PostingBlocks | undefined
  private block = 0

  /** Makes room for the list at the end of the arrays; `blocks` are the list's, if it has any. */
  constructor(
    form: WeightedForm,
    whole: boolean,
    postings: FieldPostings,
    segment: Segment,
    arrays: PostingArrays,
    blocks: PostingBlocks | undefined,
  ) {
    const { documents, frequencies } = arrays
    this.form = form
    this.whole = whole
    this.postings = postings
    this.arrays = arrays
    this.start = documents.length
    this.next = this.start
    if (blocks !== undefined) {
      documents.extend(this.start + postings.documentFrequency)
      frequencies.extend(documents.length)
      this.ensure(blocks, 0)
      if (blocks.length > 1) this.blocks = blocks
    } else appendPostings(segment, postings, documents, frequencies)
    this.end = documents.length
  }

  /** Searches begin at the list's start again. */
  rewind(): void {
    this.next = this.start
    this.block = 0
  }

  /** Moves forward to the first posting whose document is ≥ `document`. Returns its place, `end` where there is none. */
  seek(document: number): number {
    const { blocks, next, end } = this
    const documents = this.arrays.documents.values
    if (next === end || documents[next] >= document) return next
    if (blocks === undefined) return (this.next = firstAtLeast(documents, document, next, end))
    this.block = blocks.blockOf(document, this.block)
    return (this.next = this.block === blocks.length ? end : this.firstIn(blocks, this.block, document))
  }

  /** The place of the first posting whose document is ≥ `document`, with all read between. Does not move. */
  readTo(document: number): number {
    const { blocks, next, end } = this
    if (blocks === undefined) return firstAtLeast(this.arrays.documents.values, document, next, end)
    const block = blocks.blockOf(document, this.block)
    for (let b = this.block + 1; b < Math.min(block, blocks.length); b++) this.ensure(blocks, b)
    return block === blocks.length ? end : this.firstIn(blocks, block, document)
  }

  /** The place of the posting of `document`, -1 where it has none. */
  find(document: number): number {
    this.rewind()
    const at = this.seek(document)
    return at < this.end && this.arrays.documents.values[at] === document ? at : -1
  }

  private firstIn(blocks: PostingBlocks, block: number, document: number): number {
    this.ensure(blocks, block)
    const first = this.start + block * blocks.blockLength
    const low = Math.max(this.next, first)
    return firstAtLeast(this.arrays.documents.values, document, low, first + blocks.lengthOf(block))
  }

  private ensure(blocks: PostingBlocks, block: number): void {
    if (blocks.isRead(block)) return
    const { documents, frequencies } = this.arrays
    blocks.read(block, documents.values, frequencies.values, this.start + block * blocks.blockLength)
  }
}

/** The first index from `low` on whose document is ≥ `document`, or `high`; near `low` more often than not. */
export function firstAtLeast(documents: Uint32Array, document: number, low: number, high: number): number {
  let from = low
  let step = 1
  while (from + step < high && documents[from + step] < document) {
    from += step
    step *= 2
  }
  let to = Math.min(high, from + step)
  while (from < to) {
    const middle = (from + to) >> 1
    if (documents[middle] < document) from = middle + 1
    else to = middle
  }
  return from
}
