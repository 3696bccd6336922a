/** A segment with the number that each of its documents gets in the file that it is written to. */
import type { Segment } from '../segment.ts'
import type { SegmentView } from '../segment-view.ts'

/** What is merged of a segment, word by word. */
export type PostingSource = Pick<Segment, 'classes' | 'postings' | 'positions' | 'blockLength' | 'packedList'>

export interface Source<Kind = Segment> {
  segment: Kind
  /** Removed documents get `REMOVED`. */
  numbers: Uint32Array
}

export const REMOVED = 0xffffffff

/** The documents of all parts are numbered anew, in their order. */
export function numberDocuments(parts: readonly SegmentView[]): Source[] {
  let next = 0
  return parts.map(({ segment, deletions }) => {
    const numbers = new Uint32Array(segment.documentCount)
    for (let document = 0; document < numbers.length; document++) {
      numbers[document] = deletions.has(document) ? REMOVED : next++
    }
    return { segment, numbers }
  })
}

/** Of each document of the file, the source that it comes from (an index) and its number there. */
export interface Origins {
  sources: Uint32Array
  documents: Uint32Array
}

/** What the numbers of the sources say, read from the other end. */
export function originsOf(sources: readonly Source<unknown>[]): Origins {
  const count = sources.reduce(
    (sum, { numbers }) => sum + numbers.reduce((n, to) => n + (to === REMOVED ? 0 : 1), 0),
    0,
  )
  const origins = { sources: new Uint32Array(count), documents: new Uint32Array(count) }
  sources.forEach(({ numbers }, source) => {
    numbers.forEach((to, document) => {
      if (to === REMOVED) return
      origins.sources[to] = source
      origins.documents[to] = document
    })
  })
  return origins
}
