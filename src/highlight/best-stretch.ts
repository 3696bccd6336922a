/** Finds the stretches of a text that cover most of a query within a given length, with one pass over the marks for each. */

import { RELATED_SNIPPET_SHARE } from '../weights.ts'
import type { Cuts } from './cuts.ts'
import { inkEnd } from './ink.ts'
import type { Mark } from './marks.ts'

/** A part of a text. */
export interface Stretch {
  start: number
  end: number
}

/** A stretch and what it shows. */
export interface BestStretch extends Stretch {
  /** The weight of the terms that it covers. */
  weight: number
  /** The terms that it covers by their own words. */
  terms: ReadonlySet<number>
}

/** Extends a mark by what no reader would separate from it. */
export type Surround = (mark: Mark) => Stretch

/** Weights are compared as integers, because sums that grow and shrink must return to the same value. */
const UNIT = 4096
/** How far to look for the space before or after a marked word: `l’`, `(«`, `M. `. */
const REACH = 48

/**
 * Chooses by the weight of the distinct query words covered, then by the smallest number of words between the first and the last of them, then the earliest.
 * What adjoins the outer words (`l’`, `M.`, a comma) is part of the stretch.
 *
 * If the later marks cover everything that the first one does, the first is dropped, so that the shortest stretches are compared.
 */
export function bestStretch(
  marks: readonly Mark[],
  length: number,
  weights: readonly number[],
  surround: Surround,
): BestStretch | undefined {
  const covered = new CoveredTerms(weights)
  const starts: number[] = []
  let best: (Stretch & { weight: number; words: number; marks: readonly [number, number] }) | undefined
  let left = 0
  marks.forEach((mark, right) => {
    const { start, end } = surround(mark)
    starts.push(start)
    covered.add(mark)
    while (left < right && (end - starts[left] > length || covered.covers(marks[left]))) covered.remove(marks[left++])
    const words = mark.last - marks[left].first
    if (best === undefined || covered.weight > best.weight || (covered.weight === best.weight && words < best.words)) {
      best = { start: starts[left], end, weight: covered.weight, words, marks: [left, right] }
    }
  })
  if (best === undefined) return undefined
  const { start, end, weight, marks: of } = best
  return { start, end, weight, terms: new Set(marks.slice(of[0], of[1] + 1).flatMap(({ expansion }) => expansion.own)) }
}

/** Up to `most` stretches of at most `length` each, in the order in which they were chosen: each covers most of what the previous ones do not. */
export function bestStretches(
  marks: readonly Mark[],
  length: number,
  weights: readonly number[],
  surround: Surround,
  most: number,
): BestStretch[] {
  const chosen: BestStretch[] = []
  const shown = new Set<number>()
  while (chosen.length < most) {
    const left = marks.filter(({ start, end }) => chosen.every(other => end <= other.start || start >= other.end))
    const unshown = weights.map((weight, term) => (shown.has(term) ? 0 : weight))
    const best = bestStretch(left, length, unshown, surround)
    // Words that are only related do not deserve a separate window.
    if (best === undefined || (chosen.length > 0 && ![...best.terms].some(term => unshown[term] > 0))) break
    chosen.push(best)
    for (const term of best.terms) shown.add(term)
  }
  return chosen
}

/** The terms that a moving stretch covers, and their weight. A word also counts as related to itself. */
class CoveredTerms {
  weight = 0
  private readonly ownWeights: readonly number[]
  private readonly relatedWeights: readonly number[]
  private readonly ownCounts: Uint32Array
  private readonly relatedCounts: Uint32Array

  constructor(weights: readonly number[]) {
    this.ownWeights = weights.map(weight => Math.round(weight * UNIT * (1 - RELATED_SNIPPET_SHARE)))
    this.relatedWeights = weights.map(weight => Math.round(weight * UNIT * RELATED_SNIPPET_SHARE))
    this.ownCounts = new Uint32Array(weights.length)
    this.relatedCounts = new Uint32Array(weights.length)
  }

  add({ expansion: { own, related } }: Mark): void {
    for (const term of own) {
      if (this.ownCounts[term]++ === 0) this.weight += this.ownWeights[term]
      if (this.relatedCounts[term]++ === 0) this.weight += this.relatedWeights[term]
    }
    for (const term of related) if (this.relatedCounts[term]++ === 0) this.weight += this.relatedWeights[term]
  }

  remove({ expansion: { own, related } }: Mark): void {
    for (const term of own) {
      if (--this.ownCounts[term] === 0) this.weight -= this.ownWeights[term]
      if (--this.relatedCounts[term] === 0) this.weight -= this.relatedWeights[term]
    }
    for (const term of related) if (--this.relatedCounts[term] === 0) this.weight -= this.relatedWeights[term]
  }

  /** Whether everything stays covered if `mark`, which was added, is removed. */
  covers({ expansion: { own, related } }: Mark): boolean {
    return own.every(term => this.ownCounts[term] > 1) && related.every(term => this.relatedCounts[term] > 1)
  }
}

/** Includes what adjoins a mark (`l’`, `M. `, a comma), unless it is too long to show. */
export function surroundingsIn(cuts: Cuts, length: number): Surround {
  return ({ start, end }) => {
    const outer = { start: outerStart(start, cuts), end: outerEnd(end, cuts) }
    return outer.end - outer.start > length ? { start, end } : outer
  }
}

function outerStart(start: number, cuts: Cuts): number {
  for (let at = start; at >= 0 && at > start - REACH; at--) if (at === 0 || cuts.mayCut(at)) return at
  return start
}

function outerEnd(end: number, cuts: Cuts): number {
  const { source } = cuts
  for (let at = end; at <= source.length && at < end + REACH; at++) {
    if (at === source.length || cuts.mayCut(at)) return Math.max(end, inkEnd(source, at))
  }
  return end
}
