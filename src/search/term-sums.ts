/** Sums over the documents of a window that contain a term; other documents have 0. */

import { SECTION_LENGTH, windowLoops } from './window-loops.ts'

export class TermSums {
  /** The documents that contain it, relative to the start of the window: the first `count` entries. */
  readonly holders: Uint16Array
  /** Its section of the window's arrays, and where its holders end. */
  private readonly start: number
  private end: number

  /** `section`: which part of the arrays it uses. No two that are used together share one. */
  constructor(section: number) {
    this.start = section * SECTION_LENGTH
    this.end = this.start
    this.holders = windowLoops.holders.subarray(this.start, this.start + SECTION_LENGTH)
  }

  get count(): number {
    return this.end - this.start
  }

  /** Adds postings `from` to `to`: `weight` times the frequency times the factor of the document's norm. */
  add(
    documents: Uint32Array,
    frequencies: Uint32Array,
    from: number,
    to: number,
    windowStart: number,
    weight: number,
    norms: Uint8Array,
    factors: Float64Array,
  ): void {
    const { start, end } = this
    this.end = windowLoops.add(start, end, documents, frequencies, from, to, windowStart, weight, norms, factors)
  }

  /** The same for the word as typed, which also has a separate sum with `ownWeight`. */
  addOwn(
    documents: Uint32Array,
    frequencies: Uint32Array,
    from: number,
    to: number,
    windowStart: number,
    weight: number,
    norms: Uint8Array,
    factors: Float64Array,
    ownWeight: number,
  ): void {
    const { addOwn } = windowLoops
    const { start, end } = this
    this.end = addOwn(start, end, documents, frequencies, from, to, windowStart, weight, norms, factors, ownWeight)
  }

  /** Lowers the sums to those of `others`, and clears `others`: a document must contain both. */
  lowerTo(others: TermSums): void {
    this.end = windowLoops.lower(this.start, this.end, others.start)
    others.clear()
  }

  /** Raises the sums to those of `others`, and clears `others`: its words substitute for these. */
  raiseTo(others: TermSums): void {
    this.end = windowLoops.raise(this.start, this.end, others.start, others.end)
    others.clear()
  }

  /** Moves the sums to the titles' share of the query. */
  moveToTitle(rarity: number): void {
    windowLoops.addTitle(this.start, this.end, rarity)
    this.end = this.start
  }

  /** Moves the sums to the score, then those of the word as typed. Returns how many documents are then touched. */
  moveToScore(rarity: number, ownWeight: number, touchedCount: number): number {
    const count = windowLoops.addScores(this.start, this.end, rarity, ownWeight, touchedCount)
    this.end = this.start
    return count
  }

  private clear(): void {
    windowLoops.clearSums(this.start, this.end)
    this.end = this.start
  }
}
