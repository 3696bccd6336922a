/** The documents of a segment that a filter admits. Reads columns, never stored documents. */

import type { Column } from './column.ts'
import type { ColumnTypes } from './column-type.ts'
import { columnTypes } from './column-types.ts'
import { DocumentSet } from './document-set.ts'
import type { FilterNode } from './filter-node.ts'

/** What filters read: the columns of a segment by their places in the schema. */
export interface FilteredSegment {
  readonly documentCount: number
  column(place: number, types: ColumnTypes): Column
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
      return segment.column(filter.column, columnTypes).select(filter.condition)
  }
}
