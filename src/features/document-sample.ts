/**
 * Samples documents: the first ones of a set, in an order that is spread over the whole index.
 *
 * A document in the sample of a set is in the samples of all subsets that contain it (E. Cohen, H. Kaplan, "Summarizing data using bottom-k sketches", 2007),
 * so a phrase that was found is found again when more of it is typed. The order is that of the bit-reversed numbers of the documents that are not removed, so
 * it does not depend on segments and removals.
 */
import type { DocumentSet } from '../columns/document-set.ts'
import type { SegmentView } from '../index/segment-view.ts'

export interface SampledDocument {
  part: number
  document: number
  /** Its rank in the order. */
  rank: number
}

export interface DocumentSample {
  documents: readonly SampledDocument[]
  /** The number of documents in the set. */
  total: number
}

/** The first `most` documents of a set, given by segment. */
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

/** Swaps neighbouring bits, then pairs of bits, and so on. */
function reverseBits(number: number): number {
  let bits = number
  for (let i = 0; i < MASKS.length; i++) bits = ((bits >>> (1 << i)) & MASKS[i]) | ((bits & MASKS[i]) << (1 << i))
  return bits >>> 0
}

const MASKS = [0x55555555, 0x33333333, 0x0f0f0f0f, 0x00ff00ff, 0xffff]
