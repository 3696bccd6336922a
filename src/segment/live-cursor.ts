/** Walks the linked postings of a live segment in blocks, as the packed ones are walked. */
import type { PostingLog } from './live-segment.ts'
import type { PositionReader, PostingCursor } from './segment.ts'

const BLOCK_LENGTH = 128

export class LivePostingCursor implements PostingCursor {
  readonly documents = new Uint32Array(BLOCK_LENGTH)
  readonly frequencies = new Uint32Array(BLOCK_LENGTH)

  private readonly log: PostingLog
  private next = 0
  private length = 0

  constructor(log: PostingLog) {
    this.log = log
  }

  /** Starts before the posting `first` (0 for an empty list). */
  open(first: number): this {
    this.next = first
    this.length = 0
    return this
  }

  nextBlock(): number {
    const documents = this.log.documents.values
    const frequencies = this.log.frequencies.values
    const next = this.log.next.values
    let posting = this.next
    let i = 0
    for (; posting !== 0 && i < BLOCK_LENGTH; i++) {
      this.documents[i] = documents[posting]
      this.frequencies[i] = frequencies[posting]
      posting = next[posting]
    }
    this.next = posting
    this.length = i
    return i
  }

  seekBlock(document: number): number {
    while (this.length === 0 || this.documents[this.length - 1] < document) if (this.nextBlock() === 0) return 0
    return this.length
  }
}

export class LivePositionReader implements PositionReader {
  positions = new Uint32Array(0)
  length = 0

  private readonly log: PostingLog
  private first = 0
  private posting = 0
  private index = 0

  constructor(log: PostingLog) {
    this.log = log
  }

  open(first: number): this {
    this.first = first
    this.posting = first
    this.index = 0
    return this
  }

  read(index: number): void {
    if (index < this.index) this.open(this.first)
    const next = this.log.next.values
    for (; this.index < index; this.index++) this.posting = next[this.posting]
    const start = this.log.positionStarts.values[this.posting]
    this.length = this.log.frequencies.values[this.posting]
    this.positions = this.log.positions.values.subarray(start, start + this.length)
  }
}
