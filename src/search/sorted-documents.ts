/** The first documents in the order of columns. Ties are broken by order of insertion, which does not depend on segments. */

import type { SortKey } from '../columns/column.ts'
import { columnTypes } from '../columns/column-types.ts'
import type { Segment } from '../index/segment.ts'
import type { CheckedSortField } from '../schema/sort.ts'
import type { RankedOrder, Ranking } from './top-documents.ts'

/** A document with its sort keys. */
export interface SortedDocument extends RankedOrder {
  keys: readonly SortKey[]
}

/** An order of documents by columns, the score among them. */
export class DocumentOrder {
  private readonly fields: readonly CheckedSortField[]
  private sortKeys: readonly ((document: number, score: number) => SortKey)[] = []

  constructor(fields: readonly CheckedSortField[]) {
    this.fields = fields
  }

  /** From now on, documents are those of this segment. */
  enter(segment: Segment): void {
    this.sortKeys = this.fields.map(field => sortKeysOf(field, segment))
  }

  /** A document of the segment with its keys; undefined if it comes after `bound`. */
  read(score: number, order: number, document: number, bound: SortedDocument | undefined): SortedDocument | undefined {
    const { fields, sortKeys } = this
    const first = sortKeys[0](document, score)
    // Most documents end here, so they cost little.
    if (bound !== undefined && compareKeys(first, bound.keys[0], fields[0].descending) > 0) return undefined
    const read = { score, order, keys: sortKeys.map((key, i) => (i === 0 ? first : key(document, score))) }
    return bound !== undefined && this.compare(read, bound) > 0 ? undefined : read
  }

  readonly compare = (a: SortedDocument, b: SortedDocument): number => {
    for (let i = 0; i < this.fields.length; i++) {
      const order = compareKeys(a.keys[i], b.keys[i], this.fields[i].descending)
      if (order !== 0) return order
    }
    return a.order - b.order
  }
}

export class SortedDocuments implements Ranking {
  /** Any score may be among the first. */
  readonly threshold = Number.NEGATIVE_INFINITY
  readonly isByScore = false
  private readonly order: DocumentOrder
  private readonly capacity: number
  private entries: SortedDocument[] = []
  /** The last of the first `capacity` when they were last sorted: what comes after it need not be kept. */
  private bound: SortedDocument | undefined

  constructor(fields: readonly CheckedSortField[], capacity: number) {
    this.order = new DocumentOrder(fields)
    this.capacity = capacity
  }

  enter(segment: Segment): void {
    this.order.enter(segment)
  }

  offer(score: number, order: number, document: number): void {
    const { entries, capacity } = this
    const entry = this.order.read(score, order, document, this.bound)
    if (entry === undefined) return
    entries.push(entry)
    // Sorting twice as many as are wanted, now and then, costs less than keeping them sorted.
    if (entries.length >= 2 * capacity + 64) this.entries = this.sorted()
  }

  sorted(): SortedDocument[] {
    const { entries, capacity } = this
    entries.sort(this.order.compare)
    this.bound = entries[capacity - 1]
    return entries.slice(0, capacity)
  }
}

/** Documents without a value come last in either direction. */
function compareKeys(a: SortKey, b: SortKey, descending: boolean): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1
  return a < b === descending ? 1 : -1
}

function sortKeysOf({ column }: CheckedSortField, segment: Segment): (document: number, score: number) => SortKey {
  return column === undefined ? (_, score) => score : segment.column(column, columnTypes).sortKeys()
}
