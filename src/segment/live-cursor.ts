/** Walks the linked postings of a live segment in blocks, as the packed ones are walked. */
import type { PostingLog } from './live-segment.ts'
import type { PositionCursor } from './segment.ts'

const BLOCK_LENGTH = 128

export class LivePostingCursor implements PositionCursor {
  readonly documents = new Uint32Array(BLOCK_LENGTH)
  readonly frequencies = new Uint32Array(BLOCK_LENGTH)
  positions = new Uint32Array(0)
  positionCount = 0

  private readonly log: PostingLog
  private readonly postings = new Uint32Array(BLOCK_LENGTH)
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
      this.postings[i] = posting
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

  readPositions(index: number): void {
    const start = this.log.positionStarts.values[this.postings[index]]
    this.positionCount = this.frequencies[index]
    this.positions = this.log.positions.values.subarray(start, start + this.positionCount)
  }
}
