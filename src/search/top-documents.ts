/** The best documents so far: a heap of fixed size with the worst on top. Ties are broken by order of insertion. */
import type { Segment } from '../index/segment.ts'

/** A document by its number over all segments: lower is earlier. */
export interface RankedOrder {
  score: number
  order: number
  /** The number of its group, if hits are grouped. */
  group?: number
  /** Editors have it come first. */
  promoted?: boolean
}

/** Keeps the first of the collected documents, in some order. */
export interface Ranking {
  /** Documents below this score need not be collected. */
  readonly threshold: number
  /** Only the score decides, so documents with low scores may be skipped. */
  readonly isByScore: boolean
  /** From now on, documents are those of this segment. */
  enter?(segment: Segment): void
  /** `order` is the document's number over all segments, `document` that in its own. */
  offer(score: number, order: number, document: number): void
  /** First to last. */
  sorted(): RankedOrder[]
  /** Another ranking of the same documents, if it is by score. */
  copy?(): Ranking
}

export class TopDocuments implements Ranking {
  readonly isByScore = true
  private readonly scores: Float64Array
  /** The documents' numbers over all segments: lower is earlier. */
  private readonly orders: Float64Array
  private readonly capacity: number
  private size = 0

  constructor(capacity: number) {
    this.capacity = capacity
    this.scores = new Float64Array(capacity)
    this.orders = new Float64Array(capacity)
  }

  /** Collects a document. It is kept while it is among the best. */
  offer(score: number, order: number): void {
    const { size, capacity } = this
    if (size < capacity) {
      this.size++
      this.up(size, score, order)
    } else if (capacity > 0 && isWorse(this.scores[0], this.orders[0], score, order)) {
      this.down(score, order)
    }
  }

  get threshold(): number {
    return this.size < this.capacity || this.capacity === 0 ? Number.NEGATIVE_INFINITY : this.scores[0]
  }

  /** Another of the same documents. */
  copy(): TopDocuments {
    const copy = new TopDocuments(this.capacity)
    copy.scores.set(this.scores)
    copy.orders.set(this.orders)
    copy.size = this.size
    return copy
  }

  /** Best first. */
  sorted(): RankedOrder[] {
    const entries = Array.from({ length: this.size }, (_, i) => ({ score: this.scores[i], order: this.orders[i] }))
    return entries.sort((a, b) => b.score - a.score || a.order - b.order)
  }

  private up(from: number, score: number, order: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isWorse(score, order, this.scores[parent], this.orders[parent])) break
      this.put(at, this.scores[parent], this.orders[parent])
      at = parent
    }
    this.put(at, score, order)
  }

  private down(score: number, order: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.size) break
      const right = child + 1
      if (
        right < this.size &&
        isWorse(this.scores[right], this.orders[right], this.scores[child], this.orders[child])
      ) {
        child = right
      }
      if (!isWorse(this.scores[child], this.orders[child], score, order)) break
      this.put(at, this.scores[child], this.orders[child])
      at = child
    }
    this.put(at, score, order)
  }

  private put(at: number, score: number, order: number): void {
    this.scores[at] = score
    this.orders[at] = order
  }
}

function isWorse(score: number, order: number, thanScore: number, thanOrder: number): boolean {
  return score < thanScore || (score === thanScore && order > thanOrder)
}
