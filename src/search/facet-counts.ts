/** Counts which values documents hold, over the documents that match, and merges the counts of all segments. */

import type { DocumentSet } from '../columns/document-set.ts'
import { textToSortBy } from '../columns/keyword-column.ts'
import { admittedBy, type FilterNode, withoutColumn } from '../columns/matching-documents.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { CheckedFacet } from '../schema/facets.ts'

/** A value of a field, or the name of a range, and how many documents hold it. */
export interface FacetCount<Value extends string = string> {
  value: Value
  count: number
}

/**
 * @param matching by part, the documents that match the query, whatever the filter says
 * @param admitted by part, the documents that the filter admits
 */
export function countFacets(
  facets: readonly CheckedFacet[],
  parts: readonly SegmentView[],
  matching: readonly DocumentSet[],
  filter: FilterNode | undefined,
  admitted: readonly DocumentSet[] | undefined,
): Record<string, FacetCount[]> {
  return Object.fromEntries(
    facets.map(({ name, column, ranges, limit, ignoreOwnFilter }) => {
      const rest = ignoreOwnFilter && filter !== undefined ? withoutColumn(filter, column) : undefined
      const counts = new Map(ranges?.map(({ value }) => [value, 0]))
      parts.forEach(({ segment }, i) => {
        const eligible = rest === undefined ? admitted?.[i].copy() : admittedBy(rest, segment)
        segment.column(column).count(eligible?.and(matching[i]) ?? matching[i], counts, ranges)
      })
      const listed = Array.from(counts, ([value, count]) => ({ value, count }))
      return [name, ranges === undefined ? mostFirst(listed).slice(0, limit) : listed]
    }),
  )
}

/** By count; values of equally many documents in the order of `sort`. */
function mostFirst(counts: FacetCount[]): FacetCount[] {
  const texts = new Map(counts.map(({ value }) => [value, textToSortBy(value)]))
  const text = (value: string) => texts.get(value) ?? ''
  return counts.sort((a, b) => b.count - a.count || (text(a.value) < text(b.value) ? -1 : 1))
}
