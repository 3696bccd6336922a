/** Reads the positions of a list in a file, or those of a posting in the dictionary. */
import type { CheckedBytes } from '../../format/checked-bytes.ts'
import { PositionListReader } from '../../format/position-list.ts'
import type { FieldPostings, InlinePosting } from '../../format/word.ts'
import type { PositionReader } from '../segment.ts'

export class PackedPositionReader implements PositionReader {
  private readonly list: PositionListReader
  private readonly source: CheckedBytes
  private inline: InlinePosting | undefined
  private hasPositions = true
  /** The group of postings whose bytes are known to be in memory. */
  private group = -1
  private norms: Uint8Array = new Uint8Array(0)
  private bounds: Float64Array = new Float64Array(0)

  constructor(blockLength: number, tokenCount: number, source: CheckedBytes) {
    this.list = new PositionListReader(blockLength, tokenCount)
    this.source = source
  }

  /** `norms` and `bounds` are the field's. */
  open(postings: FieldPostings, norms: Uint8Array, bounds: Float64Array): this {
    this.inline = postings.inline
    this.hasPositions = postings.hasPositions
    this.group = -1
    this.norms = norms
    this.bounds = bounds
    if (this.inline === undefined && this.hasPositions) this.list.open(this.source.bytes, postings)
    return this
  }

  get positions(): Uint32Array {
    return this.inline?.positions ?? this.list.positions
  }

  get length(): number {
    return this.hasPositions ? (this.inline?.positions.length ?? this.list.length) : 0
  }

  read(index: number, documents: Uint32Array, frequencies: Uint32Array, first: number): void {
    if (this.inline !== undefined || !this.hasPositions) return
    const group = this.list.groupOf(index)
    if (group !== this.group) {
      const { start, end } = this.list.extentOf(index)
      this.source.ensure(start, end, 'postings')
      this.group = group
    }
    this.list.read(index, documents, frequencies, first, this.norms, this.bounds)
  }
}
