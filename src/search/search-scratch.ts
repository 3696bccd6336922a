/** The memory that a search works in, reused from search to search; a search inside another one (in `boostDocument`) gets its own. */

import type { SegmentView } from '../index/segment-view.ts'
import { QueryPostings } from './query-postings.ts'
import { Window } from './window.ts'

export class SearchScratch {
  window = new Window()
  /** By segment: the postings that were read last. They are collected together with their segment. */
  private readonly postings = new WeakMap<SegmentView, QueryPostings>()
  private readonly objects = new WeakMap<SegmentView, object>()

  postingsOf(part: SegmentView): QueryPostings {
    let postings = this.postings.get(part)
    if (postings === undefined) this.postings.set(part, (postings = new QueryPostings()))
    return postings
  }

  /**
   * Keeps the objects of a search for a segment until the next search of it. Where a garbage collection finds no object of a class, V8 drops the code that it
   * compiled for that class, and the queries that follow are slow until it is compiled again.
   */
  keep(part: SegmentView, objects: object): void {
    this.objects.set(part, objects)
  }
}

/** Those that no search uses now. There is one, unless searches were nested. */
const free: SearchScratch[] = []

/** A scratch takes about 500 KB. Searches nested more deeply than this allocate their own each time. */
const MAX_FREE = 4

/** Calls `search` with a scratch that no other search uses meanwhile. */
export function withScratch<Result>(search: (scratch: SearchScratch) => Result): Result {
  const scratch = free.pop() ?? new SearchScratch()
  try {
    return search(scratch)
  } catch (error) {
    // A damaged file or a missing page can stop a search half-way; its sums must not leak into the next one.
    scratch.window = new Window()
    throw error
  } finally {
    if (free.length < MAX_FREE) free.push(scratch)
  }
}
