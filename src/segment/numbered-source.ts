/** A segment with the number that each of its documents gets in the file that it is written to. */
import type { Segment } from './segment.ts'
import type { SegmentPart } from './segment-part.ts'

/** What is merged of a segment, word by word. */
export type PostingSource = Pick<Segment, 'classes' | 'postings' | 'positions'>

export interface Source<Kind = Segment> {
  segment: Kind
  /** Removed documents get `REMOVED`. */
  numbers: Uint32Array
}

export const REMOVED = 0xffffffff

/** The documents of all parts are numbered anew, in their order. */
export function numberDocuments(parts: readonly SegmentPart[]): Source[] {
  let next = 0
  return parts.map(({ segment, deletions }) => {
    const numbers = new Uint32Array(segment.documentCount)
    for (let document = 0; document < numbers.length; document++) {
      numbers[document] = deletions.has(document) ? REMOVED : next++
    }
    return { segment, numbers }
  })
}
