/** Reads the postings of a posting log in blocks, with the interface of packed ones. */

import type { FieldPostings, PositionReader, PostingCursor } from '../segment.ts'
import { LogReader, type PostingLog } from './posting-log.ts'

const BLOCK_LENGTH = 128

export class LogPostingCursor implements PostingCursor {
  readonly documents = new Uint32Array(BLOCK_LENGTH)
  readonly frequencies = new Uint32Array(BLOCK_LENGTH)

  private readonly reader = new LogReader()
  private copy: Uint8Array = new Uint8Array(0)
  private length = 0

  /** Starts reading list number `start` of a log. */
  openList(log: PostingLog, { start, hasPositions }: FieldPostings): this {
    this.copy = log.copy(start, this.copy)
    return this.open(this.copy, 0, log.count(start), hasPositions)
  }

  /** Starts reading the list of `count` postings in `bytes` from `start` on. */
  open(bytes: Uint8Array, start: number, count: number, hasPositions: boolean): this {
    this.reader.open(bytes, start, count, hasPositions)
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

export class LogPositionReader implements PositionReader {
  length = 0

  private readonly reader = new LogReader()
  private copy: Uint8Array = new Uint8Array(0)
  private bytes: Uint8Array = this.copy
  private start = 0
  private count = 0
  private hasPositions = true
  /** The next posting. */
  private next = 0

  get positions(): Uint32Array {
    return this.reader.positions
  }

  openList(log: PostingLog, { start, hasPositions }: FieldPostings): this {
    this.copy = log.copy(start, this.copy)
    return this.open(this.copy, 0, log.count(start), hasPositions)
  }

  open(bytes: Uint8Array, start: number, count: number, hasPositions: boolean): this {
    this.bytes = bytes
    this.start = start
    this.count = count
    this.hasPositions = hasPositions
    this.rewind()
    return this
  }

  private rewind(): void {
    this.reader.open(this.bytes, this.start, this.count, this.hasPositions)
    this.next = 0
  }

  read(index: number): void {
    if (index === this.next - 1) return
    if (index < this.next) this.rewind()
    const { reader } = this
    for (; this.next < index; this.next++) {
      reader.next()
      reader.passPositions()
    }
    this.next++
    reader.next()
    reader.readPositions()
    this.length = reader.length
  }
}
