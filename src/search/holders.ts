/** Counts the documents that hold words, removed ones left out. */
import type { Term } from '../segment/segment.ts'
import type { SegmentPart } from '../segment/segment-part.ts'

/** How many documents that were not removed hold any of `terms`; `total` counts the removed ones too. */
export function holders(part: SegmentPart, total: number, terms: readonly Term[]): number {
  if (part.deletions.count === 0) return total
  const removed = new Set<number>()
  for (const { fields } of terms) {
    for (const postings of fields) {
      const cursor = part.segment.postings(postings)
      for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
        for (let i = 0; i < length; i++) if (part.deletions.has(cursor.documents[i])) removed.add(cursor.documents[i])
      }
    }
  }
  return total - removed.size
}
