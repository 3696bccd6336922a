/** A segment with the number that each of its documents gets in the file that it is written to. */
import type { Segment } from './segment.ts'
import type { SegmentPart } from './segment-part.ts'

export interface Source {
  segment: Segment
  index: number
  /** Removed documents get `REMOVED`. */
  numbers: Uint32Array
}

export const REMOVED = 0xffffffff

/** The documents of all parts are numbered anew, in their order. */
export function numberDocuments(parts: readonly SegmentPart[]): Source[] {
  let next = 0
  return parts.map(({ segment, deletions }, index) => {
    const numbers = new Uint32Array(segment.documentCount)
    for (let document = 0; document < numbers.length; document++) {
      numbers[document] = deletions.has(document) ? REMOVED : next++
    }
    return { segment, index, numbers }
  })
}
