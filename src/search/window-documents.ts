/** Some documents of a window, which are looked at alone. */

import type { DocumentSet } from '../columns/document-set.ts'

/** How many documents a window holds. The arrays over it take about 500 KB, of which a question uses half: second-level caches have room for it. */
export const WINDOW_LENGTH = 4096

/** So many are sorted more quickly than the whole window is looked through. */
const FEW = 32

export class WindowDocuments {
  /** The first `count` are the documents, ascending, counted from the start of the window. */
  readonly places = new Uint16Array(WINDOW_LENGTH)
  count = 0
  /** By document: 1 where it is one of them. */
  readonly isIn = new Uint8Array(WINDOW_LENGTH)
  private readonly fourIn = new Uint32Array(this.isIn.buffer)

  /** Takes the first `count` of `places`, in whatever order, each once, in place of those that it has. */
  take(places: Uint16Array, count: number): void {
    this.clear()
    for (let i = 0; i < count; i++) this.isIn[places[i]] = 1
    this.sort()
  }

  /** Takes those of a set that are in the window of `length` documents from `start` on, in place of those that it has. */
  takeFrom(documents: DocumentSet, start: number, length: number): void {
    this.clear()
    this.count = documents.placesIn(start, start + length, this.places)
    for (let i = 0; i < this.count; i++) this.isIn[this.places[i]] = 1
  }

  /** Leaves out those that don't pass, which are tested in ascending order. */
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

  /** Takes one more, after the others. */
  add(place: number): void {
    if (this.isIn[place] === 1) return
    this.isIn[place] = 1
    this.places[this.count++] = place
  }

  /** Puts those that were added in ascending order. */
  order(): void {
    if (this.count <= FEW) this.places.subarray(0, this.count).sort()
    else this.sort()
  }

  /** Takes those whose `isIn` was set. */
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
