/** The values of all documents of one segment in one column, side by side, so that filtering, counting and sorting read no stored document. */

import type { DocumentSet } from './document-set.ts'

/** What documents are sorted by; `undefined` if a document has no value, which comes last in either direction. */
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

/** A column as searching reads it. `Value` is what the column's type parses documents' values to. */
export interface Column<Value = unknown> {
  /** What a document holds. */
  value(document: number): Value
  /** How many documents hold a value. */
  countHolders(): number
  /** The documents that meet a condition of the column's type. The set belongs to the caller. Reads the column once, from start to end. */
  select(condition: unknown): DocumentSet
  /** Adds to `counts` how many of `documents` hold each value, or lie in each of `ranges`. */
  count(documents: DocumentSet, counts: Map<string, number>, ranges?: readonly CountedRange[]): void
  /** Returns a function from a document to what it is sorted by. */
  sortKeys(): (document: number) => SortKey
  /** For types whose values group documents: the values, and by document the place of its first one, -1 if it has none. */
  firstValues?(): FirstValues
}

/** A column of a live segment, which grows. */
export interface LiveColumn<Value = unknown> {
  /** Takes the value of the next document. */
  push(value: Value): void
  /** The column as it stands; documents added later are not in it. */
  view(): Column<Value>
}

const CACHED_CONDITIONS = 32

/** The sets of the conditions that a column was asked for last: filters repeat while someone types, and page after page. */
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
