/** The first documents in the order of columns. Equal ones go by order of insertion, which is the same in any cut into segments. */

import type { SortKey } from '../columns/column.ts'
import type { Segment } from '../index/segment.ts'
import type { CheckedSortField } from '../schema/sort.ts'
import type { RankedOrder, Ranking } from './top-documents.ts'

interface Entry extends RankedOrder {
  keys: SortKey[]
}

export class SortedDocuments implements Ranking {
  /** Any score may be among the first. */
  readonly threshold = Number.NEGATIVE_INFINITY
  private readonly fields: readonly CheckedSortField[]
  private readonly capacity: number
  private entries: Entry[] = []
  /** The last of the first `capacity` when they were last sorted: what comes after it need not be kept. */
  private bound: Entry | undefined
  private sortKeys: ((document: number, score: number) => SortKey)[] = []

  constructor(fields: readonly CheckedSortField[], capacity: number) {
    this.fields = fields
    this.capacity = capacity
  }

  enter(segment: Segment): void {
    this.sortKeys = this.fields.map(field => sortKeysOf(field, segment))
  }

  offer(score: number, order: number, document: number): void {
    const { bound, entries, fields, capacity } = this
    const [firstKey, ...others] = this.sortKeys
    const first = firstKey(document, score)
    // Most documents go here, and cost no more than this.
    if (bound !== undefined && compareKeys(first, bound.keys[0], fields[0].descending) > 0) return
    const entry = { score, order, keys: [first, ...others.map(key => key(document, score))] }
    if (bound !== undefined && this.compare(entry, bound) > 0) return
    entries.push(entry)
    // Sorting twice as many as are wanted, now and then, costs less than keeping them sorted.
    if (entries.length >= 2 * capacity + 64) this.entries = this.sorted()
  }

  sorted(): Entry[] {
    const { entries, capacity } = this
    entries.sort((a, b) => this.compare(a, b))
    this.bound = entries[capacity - 1]
    return entries.slice(0, capacity)
  }

  private compare(a: Entry, b: Entry): number {
    for (let i = 0; i < this.fields.length; i++) {
      const order = compareKeys(a.keys[i], b.keys[i], this.fields[i].descending)
      if (order !== 0) return order
    }
    return a.order - b.order
  }
}

/** Documents without a value come last in either direction. */
function compareKeys(a: SortKey, b: SortKey, descending: boolean): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1
  return a < b === descending ? 1 : -1
}

function sortKeysOf({ column }: CheckedSortField, segment: Segment): (document: number, score: number) => SortKey {
  return column === undefined ? (_, score) => score : segment.column(column).sortKeys()
}
