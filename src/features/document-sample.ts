/**
 * A sample of documents: of any set the first ones in an order that is spread over the whole index.
 *
 * What is sampled of a set is sampled of each of its subsets that has it (E. Cohen, H. Kaplan, "Summarizing data using bottom-k sketches",
 * 2007): a phrase that was seen is seen again when more of it is typed. The order is that of the documents' numbers with their bits reversed, over the
 * documents that are left, so that neither cuts into segments nor removals show.
 */
import type { DocumentSet } from '../columns/document-set.ts'
import type { SegmentView } from '../index/segment-view.ts'

export interface SampledDocument {
  part: number
  document: number
  /** Its place in the order. */
  rank: number
}

export interface DocumentSample {
  documents: readonly SampledDocument[]
  /** How many documents the set has. */
  total: number
}

/** The first `most` documents of a set, which is given by segment. */
export function sampleOf(sets: readonly DocumentSet[], parts: readonly SegmentView[], most: number): DocumentSample {
  const documents: SampledDocument[] = []
  let total = 0
  let first = 0
  parts.forEach(({ deletions, documentCount }, part) => {
    let removed = 0
    let checked = 0
    sets[part].forEach(document => {
      if (deletions.count > 0) {
        for (; checked < document; checked++) if (deletions.has(checked)) removed++
        if (deletions.has(document)) return
      }
      total++
      const rank = reverseBits(first + document - removed)
      if (documents.length === most && rank > documents[most - 1].rank) return
      if (documents.length === most) documents.pop()
      let at = documents.length
      while (at > 0 && documents[at - 1].rank > rank) at--
      documents.splice(at, 0, { part, document, rank })
    })
    first += documentCount
  })
  return { documents, total }
}

function reverseBits(number: number): number {
  let reversed = 0
  for (let bit = 0; bit < 32; bit++) reversed = (reversed << 1) | ((number >>> bit) & 1)
  return reversed >>> 0
}
