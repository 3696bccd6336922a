/** A segment in an index, with its removed and remaining documents. */

import type { DocumentId } from '../schema/document.ts'
import { lengthOfNorm } from './length-norm.ts'
import type { FieldTotal, Segment } from './segment.ts'

export class SegmentView {
  readonly segment: Segment
  readonly deletions = new Deletions()
  private readonly removed: FieldTotal[]

  constructor(segment: Segment) {
    this.segment = segment
    this.removed = segment.fieldTotals.map(() => ({ length: 0, documents: 0 }))
  }

  /** The number of remaining documents. */
  get documentCount(): number {
    return this.segment.documentCount - this.deletions.count
  }

  /** By field, over the remaining documents. */
  get fieldTotals(): FieldTotal[] {
    return this.segment.fieldTotals.map((total, field) => ({
      length: total.length - this.removed[field].length,
      documents: total.documents - this.removed[field].documents,
    }))
  }

  /** The document with this id, unless it was removed. */
  documentOf(id: DocumentId): number | undefined {
    const document = this.segment.documentOf(id)
    return document === undefined || this.deletions.has(document) ? undefined : document
  }

  remove(document: number): void {
    if (!this.deletions.add(document)) return
    this.segment.norms.forEach((norms, field) => {
      if (norms[document] === 0) return
      this.removed[field].length += lengthOfNorm[norms[document]]
      this.removed[field].documents++
    })
  }
}

export class Deletions {
  count = 0
  private bits = new Uint8Array(0)

  has(document: number): boolean {
    return (this.bits[document >> 3] & (1 << (document & 7))) !== 0
  }

  /** Returns whether the document existed until now. */
  add(document: number): boolean {
    if (this.has(document)) return false
    const byte = document >> 3
    if (byte >= this.bits.length) {
      const grown = new Uint8Array((byte + 1) * 2)
      grown.set(this.bits)
      this.bits = grown
    }
    this.bits[byte] |= 1 << (document & 7)
    this.count++
    return true
  }
}
