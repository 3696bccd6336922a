/** Some documents of a window, to be examined alone. */

import type { DocumentSet } from '../columns/document-set.ts'

/** The number of documents in a window. Its arrays take about 500 KB, of which a query uses half; this fits in second-level caches. */
export const WINDOW_LENGTH = 4096

/** Sorting up to this many is faster than scanning the whole window. */
const FEW = 32

export class WindowDocuments {
  /** The first `count` are the documents, ascending, counted from the start of the window. */
  readonly places = new Uint16Array(WINDOW_LENGTH)
  count = 0
  /** By document: 1 if it is one of them. */
  readonly isIn = new Uint8Array(WINDOW_LENGTH)
  private readonly fourIn = new Uint32Array(this.isIn.buffer)

  /** Replaces the documents by the first `count` of `places`, in any order, each once. */
  take(places: Uint16Array, count: number): void {
    this.clear()
    for (let i = 0; i < count; i++) this.isIn[places[i]] = 1
    this.sort()
  }

  /** Replaces the documents by those of a set that are in the window of `length` documents from `start` on. */
  takeFrom(documents: DocumentSet, start: number, length: number): void {
    this.clear()
    this.count = documents.placesIn(start, start + length, this.places)
    for (let i = 0; i < this.count; i++) this.isIn[this.places[i]] = 1
  }

  /** Keeps those that pass a test, which is called in ascending order. */
  keep(test: (place: number) => boolean): void {
    const { places, isIn } = this
    let kept = 0
    for (let i = 0; i < this.count; i++) {
      const at = places[i]
      if (test(at)) places[kept++] = at
      else isIn[at] = 0
    }
    this.count = kept
  }

  /** Adds one at the end. */
  add(place: number): void {
    if (this.isIn[place] === 1) return
    this.isIn[place] = 1
    this.places[this.count++] = place
  }

  /** Sorts added documents in ascending order. */
  order(): void {
    if (this.count <= FEW) this.places.subarray(0, this.count).sort()
    else this.sort()
  }

  /** Replaces the documents by those whose `isIn` is set. */
  sort(): void {
    const { places, isIn, fourIn } = this
    let count = 0
    for (let four = 0; four < fourIn.length; four++) {
      if (fourIn[four] === 0) continue
      for (let at = four * 4; at < four * 4 + 4; at++) if (isIn[at] === 1) places[count++] = at
    }
    this.count = count
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.isIn[this.places[i]] = 0
    this.count = 0
  }
}
