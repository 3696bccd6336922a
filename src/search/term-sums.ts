/** Sums over the documents of a window that hold a term; those that don't have 0. */

import { SECTION_LENGTH, windowLoops } from './window-loops.ts'

export class TermSums {
  /** The documents that hold it, counted from the start of the window: the first `count` of these. */
  readonly holders: Uint16Array
  /** Its section of the window's arrays, and where its holders end. */
  private readonly start: number
  private end: number

  /** `section`: which one of the arrays it has. No two that are used together share one. */
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

  /** The same for the word as typed, which is summed apart as well, with `ownWeight`. */
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

  /** Lowers the sums to those of `others`, which are cleared: a document must hold both. */
  lowerTo(others: TermSums): void {
    this.end = windowLoops.lower(this.start, this.end, others.start)
    others.clear()
  }

  /** Raises the sums to those of `others`, which are cleared: what was counted there stands for what is counted here. */
  raiseTo(others: TermSums): void {
    this.end = windowLoops.raise(this.start, this.end, others.start, others.end)
    others.clear()
  }

  /** Moves the sums to what titles have of the query. */
  moveToTitle(rarity: number): void {
    windowLoops.addTitle(this.start, this.end, rarity)
    this.end = this.start
  }

  /** Moves the sums to the score, the word as typed after them. Returns how many documents are touched then. */
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
