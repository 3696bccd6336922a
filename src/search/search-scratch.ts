/**
 * The working memory of a search, reused by later searches. A search inside another one (in `boostDocument`) gets its own. The arrays of the window exist once,
 * so their content is saved and restored.
 */

import type { SegmentView } from '../index/segment-view.ts'
import { QueryPostings } from './query-postings.ts'
import { Window } from './window.ts'
import { windowLoops } from './window-loops.ts'

export class SearchScratch {
  window = new Window()
  /** By segment: the postings read last. They are garbage-collected together with their segment. */
  private readonly postings = new WeakMap<SegmentView, QueryPostings>()
  private readonly objects = new WeakMap<SegmentView, object>()

  postingsOf(part: SegmentView): QueryPostings {
    let postings = this.postings.get(part)
    if (postings === undefined) this.postings.set(part, (postings = new QueryPostings()))
    return postings
  }

  /**
   * Keeps the objects of a search for a segment until the next search of it. If a garbage collection finds no object of a class, V8 drops the code that it
   * compiled for that class, and queries are slow until it is compiled again.
   */
  keep(part: SegmentView, objects: object): void {
    this.objects.set(part, objects)
  }
}

/** Those that no search is using. There is one, unless searches were nested. */
const free: SearchScratch[] = []

/** A scratch keeps the postings of the last search, so only a few are kept. Searches nested more deeply allocate their own each time. */
const MAX_FREE = 4

/** How many searches are nested now. */
let depth = 0

/** Calls `search` with a scratch that no other search is using. */
export function withScratch<Result>(search: (scratch: SearchScratch) => Result): Result {
  const scratch = free.pop() ?? new SearchScratch()
  const bringBack = depth > 0 ? windowLoops.setAside() : undefined
  depth++
  try {
    return search(scratch)
  } catch (error) {
    // A damaged file or a missing page can stop a search halfway. Its sums must not leak into the next one.
    scratch.window = new Window()
    windowLoops.clear()
    throw error
  } finally {
    depth--
    bringBack?.()
    if (free.length < MAX_FREE) free.push(scratch)
  }
}
