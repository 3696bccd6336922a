/** Ranks chosen documents first, whatever their score, and all others as another ranking does. */
import type { Segment } from '../index/segment.ts'
import type { RankedOrder, Ranking } from './top-documents.ts'

/** Above every score. The ranks of promoted documents are subtracted from it, so that they keep their order. */
const FIRST = 2 ** 50

export class PromotedFirst implements Ranking {
  /** All documents must be collected, because a promoted one may have any score. */
  readonly threshold = Number.NEGATIVE_INFINITY
  readonly isByScore: boolean
  private readonly others: Ranking
  /** The ranks of promoted documents, by their numbers over all segments. */
  private readonly places: ReadonlyMap<number, number>
  private readonly scores = new Map<number, number>()

  /** @param orders the numbers over all segments of the documents that come first, in their order */
  constructor(others: Ranking, orders: readonly number[]) {
    this.others = others
    this.isByScore = others.isByScore
    this.places = new Map(orders.map((order, place) => [order, place]))
  }

  /** Whether a promoted document was collected, which means that it matches the query. */
  hasMet(order: number): boolean {
    return this.scores.has(order)
  }

  enter(segment: Segment): void {
    this.others.enter?.(segment)
  }

  offer(score: number, order: number, document: number): void {
    const place = this.places.get(order)
    if (place !== undefined) this.scores.set(order, score)
    this.others.offer(place === undefined ? score : FIRST - place, order, document)
  }

  sorted(): RankedOrder[] {
    return this.others.sorted().map(entry => {
      const score = this.scores.get(entry.order)
      return score === undefined ? entry : { ...entry, score, promoted: true }
    })
  }
}
