/** Walks the postings of a live segment in blocks, as the packed ones are walked. */
import { LogReader, type PostingLog } from './posting-log.ts'
import type { PositionReader, PostingCursor } from './segment.ts'

const BLOCK_LENGTH = 128

export class LivePostingCursor implements PostingCursor {
  readonly documents = new Uint32Array(BLOCK_LENGTH)
  readonly frequencies = new Uint32Array(BLOCK_LENGTH)

  private readonly log: PostingLog
  private readonly reader = new LogReader()
  private length = 0

  constructor(log: PostingLog) {
    this.log = log
  }

  open(list: number): this {
    this.reader.open(this.log, list)
    this.length = 0
    return this
  }

  nextBlock(): number {
    const { reader, documents, frequencies } = this
    let i = 0
    while (i < BLOCK_LENGTH && reader.next()) {
      documents[i] = reader.document
      frequencies[i++] = reader.frequency
      reader.passPositions()
    }
    this.length = i
    return i
  }

  seekBlock(document: number): number {
    while (this.length === 0 || this.documents[this.length - 1] < document) if (this.nextBlock() === 0) return 0
    return this.length
  }
}

export class LivePositionReader implements PositionReader {
  length = 0

  private readonly log: PostingLog
  private readonly reader = new LogReader()
  private list = 0
  /** The posting that comes next. */
  private next = 0

  constructor(log: PostingLog) {
    this.log = log
  }

  get positions(): Uint32Array {
    return this.reader.positions
  }

  open(list: number): this {
    this.list = list
    this.reader.open(this.log, list)
    this.next = 0
    return this
  }

  read(index: number): void {
    if (index === this.next - 1) return
    if (index < this.next) this.open(this.list)
    const { reader } = this
    while (this.next < index) {
      this.next++
      reader.next()
      reader.passPositions()
    }
    this.next++
    reader.next()
    reader.readPositions()
    this.length = reader.frequency
  }
}
