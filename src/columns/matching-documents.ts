/** Finds the documents of a segment that match a filter. Reads columns, never stored documents. */

import type { Column } from './column.ts'
import type { ColumnTypes } from './column-type.ts'
import { type ColumnType, columnTypes } from './column-types.ts'
import { DocumentSet } from './document-set.ts'
import type { FilterNode } from './filter-node.ts'

/** The columns of a segment, by their index in the schema. */
export interface FilteredSegment {
  readonly documentCount: number
  column(place: number, types: ColumnTypes): Column
}

/** A segment and its removed documents. */
interface LeftDocuments {
  readonly segment: FilteredSegment
  readonly deletions: { has(document: number): boolean }
}

/** The same filter with those of its conditions decided that depend on which values there are in all segments. */
export function settleFilter(
  filter: FilterNode,
  columns: readonly { readonly type: ColumnType }[],
  segments: readonly LeftDocuments[],
): FilterNode {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, filters: filter.filters.map(part => settleFilter(part, columns, segments)) }
    case 'not':
      return { ...filter, filter: settleFilter(filter.filter, columns, segments) }
    case 'column': {
      const { settle } = columnTypes[columns[filter.column].type]
      if (settle === undefined) return filter
      const held = segments.map(({ segment, deletions }) => ({
        column: segment.column(filter.column, columnTypes),
        isLeft: (document: number) => !deletions.has(document),
      }))
      return { ...filter, condition: settle(filter.condition, held) }
    }
  }
}

/** The documents that match the filter, including deleted ones. The set belongs to the caller. */
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
      return segment.column(filter.column, columnTypes).select(filter.condition)
  }
}
