/** The documents that hold words, and how many there are. */
import type { Term } from '../segment/segment.ts'
import type { SegmentPart } from '../segment/segment-part.ts'
import { DocumentSet } from './document-set.ts'

/** How many documents that were not removed hold any of `terms`; `total` counts the removed ones too. */
export function holders(part: SegmentPart, total: number, terms: readonly Term[]): number {
  if (part.deletions.count === 0) return total
  const removed = new Set<number>()
  eachHolder(part, terms, document => {
    if (part.deletions.has(document)) removed.add(document)
  })
  return total - removed.size
}

/** The documents that hold any of `terms`, removed ones included. */
export function documentsHolding(part: SegmentPart, terms: readonly Term[]): DocumentSet {
  const holding = new DocumentSet(part.segment.documentCount)
  eachHolder(part, terms, document => {
    holding.add(document)
  })
  return holding
}

/** Visits the documents that hold any of `terms`; one that holds several, several times. */
function eachHolder(part: SegmentPart, terms: readonly Term[], visit: (document: number) => void): void {
  for (const { fields } of terms) {
    for (const postings of fields) {
      const cursor = part.segment.postings(postings)
      for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
        for (let i = 0; i < length; i++) visit(cursor.documents[i])
      }
    }
  }
}
