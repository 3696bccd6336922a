/** A segment with the new number of each of its documents in the file to write. */
import type { Segment } from '../segment.ts'
import type { SegmentView } from '../segment-view.ts'

/** The part of a segment that is merged word by word. */
export type PostingSource = Pick<Segment, 'classes' | 'postings' | 'positions' | 'blockLength' | 'packedList'>

export interface Source<Kind = Segment> {
  segment: Kind
  /** Removed documents get `REMOVED`. */
  numbers: Uint32Array
}

export const REMOVED = 0xffffffff

/** Renumbers the documents of all segments, in order. */
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

/** For each document of the file, the index of its source and its number there. */
export interface Origins {
  sources: Uint32Array
  documents: Uint32Array
}

/** The inverse of the sources' numbers. */
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
