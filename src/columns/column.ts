/** The values of one column for all documents of a segment, so that filtering, counting and sorting read no stored documents. */

import type { DocumentSet } from './document-set.ts'

/** The sort key of a document; `undefined` if it has no value, which comes last in either direction. */
export type SortKey = number | string | undefined

/** Numbers from `from` to `to`, both included, counted under the name `value`. */
export interface CountedRange {
  value: string
  from: number
  to: number
}

export interface FirstValues {
  readonly values: readonly string[]
  readonly placeOf: (document: number) => number
}

/** A column for searching. `Value` is the parsed value of a document. */
export interface Column<Value = unknown> {
  /** The value of a document. */
  value(document: number): Value
  /** How many documents have a value. */
  countHolders(): number
  /** The documents that meet a condition of the column's type. The set belongs to the caller. Reads the column once, from start to end. */
  select(condition: unknown): DocumentSet
  /** Adds to `counts` how many of `documents` have each value, or are in each of `ranges`. */
  count(documents: DocumentSet, counts: Map<string, number>, ranges?: readonly CountedRange[]): void
  /** Returns a function from a document to its sort key. */
  sortKeys(): (document: number) => SortKey
  /** For types that group documents: the values, and by document the index of its first value, or -1. */
  firstValues?(): FirstValues
}

/** A column of a live segment, which grows. */
export interface LiveColumn<Value = unknown> {
  /** Adds the value of the next document. */
  push(value: Value): void
  /** The current column; documents added later are not in it. */
  view(): Column<Value>
}

const CACHED_CONDITIONS = 32

/** Caches the sets of a column's latest conditions, because filters repeat while someone types or pages. */
export class ConditionCache {
  private readonly sets = new Map<string, DocumentSet>()

  /** A copy of the set for `condition`, computed by `select` if it is not cached. */
  get(condition: string, select: () => DocumentSet): DocumentSet {
    let set = this.sets.get(condition)
    if (set === undefined) {
      if (this.sets.size >= CACHED_CONDITIONS) this.sets.clear()
      this.sets.set(condition, (set = select()))
    }
    return set.copy()
  }
}
