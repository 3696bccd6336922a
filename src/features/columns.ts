/** Filters, facets, sorting, grouping and recency: the feature that reads columns. */
import { columnTypes } from '../columns/column-types.ts'
import { numbersOf } from '../columns/number-column.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { CheckedSortField } from '../schema/sort.ts'
import type { DocumentFactor } from '../search/document-factor.ts'
import { type CheckedRecency, recencyFactor } from '../search/recency.ts'
import { SortedDocuments } from '../search/sorted-documents.ts'
import type { Ranking } from '../search/top-documents.ts'

export { checkColumnTypes } from '../columns/column-types.ts'
export { admittedBy, settleFilter } from '../columns/matching-documents.ts'
export { checkFacets } from '../schema/facets.ts'
export { checkFilter } from '../schema/filter.ts'
export { checkGroup } from '../schema/group.ts'
export { checkSort } from '../schema/sort.ts'
export { countFacets } from '../search/facet-counts.ts'
export { groupingBy } from '../search/grouped-documents.ts'
export { checkRecency } from '../search/recency.ts'

/** By segment, the factors of recency. */
export function recencyFactors(views: readonly SegmentView[], recency: CheckedRecency): DocumentFactor[] {
  return views.map(({ segment }) => {
    const dates = numbersOf(segment.column(recency.column, columnTypes))
    return document => recencyFactor(dates[document], recency)
  })
}

/** A ranking by `sort` instead of by score. */
export function sortedRanking(sort: readonly CheckedSortField[]): (capacity: number) => Ranking {
  return capacity => new SortedDocuments(sort, capacity)
}
