/** A checked filter, and the documents of a segment that it admits. Reads columns, never stored documents. */

import type { Column } from './column.ts'
import { DocumentSet } from './document-set.ts'

/** A checked filter: plain data. Columns are named by their places in the schema. */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly filter: FilterNode }
  /** The document meets a condition of the column's type, which is plain data that only the type reads. */
  | { readonly kind: 'column'; readonly column: number; readonly condition: object }

/** What filters read: the columns of a segment by their places in the schema. */
export interface FilteredSegment {
  readonly documentCount: number
  column(place: number): Column
}

/** The columns that a filter reads. */
export function columnsOf(filter: FilterNode): number[] {
  if (filter.kind === 'column') return [filter.column]
  return filter.kind === 'not' ? columnsOf(filter.filter) : filter.filters.flatMap(columnsOf)
}

/** The documents that the filter admits, deleted ones included. The set belongs to the caller. */
export function admittedBy(filter: FilterNode, segment: FilteredSegment): DocumentSet {
  const { documentCount } = segment
  switch (filter.kind) {
    case 'and':
      return filter.filters.reduce(
        (set, part) => set.and(admittedBy(part, segment)),
        new DocumentSet(documentCount).not(),
      )
    case 'or':
      return filter.filters.reduce((set, part) => set.or(admittedBy(part, segment)), new DocumentSet(documentCount))
    case 'not':
      return admittedBy(filter.filter, segment).not()
    case 'column':
      return segment.column(filter.column).select(filter.condition)
  }
}

/** The filter without those of its conditions, all of which must hold, that concern `column` alone. */
export function withoutColumn(filter: FilterNode, column: number): FilterNode {
  if (columnsOf(filter).every(other => other === column)) return { kind: 'and', filters: [] }
  if (filter.kind !== 'and') return filter
  return { kind: 'and', filters: filter.filters.map(part => withoutColumn(part, column)) }
}
