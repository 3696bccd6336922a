/** Counts the values of the matching documents and merges the counts of all segments. */

import { columnTypes } from '../columns/column-types.ts'
import type { DocumentSet } from '../columns/document-set.ts'
import { type FilterNode, withoutColumn } from '../columns/filter-node.ts'
import { textToSortBy } from '../columns/keyword-column.ts'
import { admittedBy } from '../columns/matching-documents.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { RecentMap } from '../recent-map.ts'
import type { CheckedFacet } from '../schema/facets.ts'

/**
 * A value of a field, or the name of a range, with the number of matching documents that have it.
 *
 * @example
 * const { facets } = index.search('Tripoli', { facets: ['section'] })
 * for (const { value, count } of facets.section) console.log(value, count)
 */
export interface FacetCount<Value extends string = string> {
  /** The value, or the name of the range. */
  value: Value
  /** How many of the matching documents have it. */
  count: number
}

/**
 * @param matching by segment, the documents that match the query; without regard to the filter if a facet ignores its own
 * @param admitted by segment, the documents that pass the filter
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
        segment.column(column, columnTypes).count(eligible?.and(matching[i]) ?? matching[i], counts, ranges)
      })
      if (ranges !== undefined) return [name, Array.from(counts, ([value, count]) => ({ value, count }))]
      return [name, mostFirst(counts, limit, sortTextsOf(parts[0]?.segment ?? parts))]
    }),
  )
}

/** A value, its count, and its sort key if it was needed. */
interface CountedValue extends FacetCount {
  text: string | undefined
}

/** The first `limit` by count; values with equal counts in the order of `sort`. */
function mostFirst(counts: ReadonlyMap<string, number>, limit: number, texts: RecentMap<string, string>): FacetCount[] {
  const least = leastOfFirst(counts, limit)
  const first: CountedValue[] = []
  for (const [value, count] of counts) if (count >= least) first.push({ value, count, text: undefined })
  const textOf = (counted: CountedValue) =>
    (counted.text ??= texts.get(counted.value, () => textToSortBy(counted.value)))
  first.sort((a, b) => b.count - a.count || (textOf(a) < textOf(b) ? -1 : 1))
  return first.slice(0, limit).map(({ value, count }) => ({ value, count }))
}

/** The smallest of the `limit` greatest counts. In a field with many values, most occur once, and those need not be sorted. */
function leastOfFirst(counts: ReadonlyMap<string, number>, limit: number): number {
  if (counts.size <= limit) return 0
  const ascending = Float64Array.from(counts.values()).sort()
  return ascending[ascending.length - limit]
}

/** By segment: the sort keys of facet values. Successive queries have facets with the same values. */
const sortTexts = new WeakMap<object, RecentMap<string, string>>()
const MOST_TEXTS = 4096

function sortTextsOf(segment: object): RecentMap<string, string> {
  let texts = sortTexts.get(segment)
  if (texts === undefined) sortTexts.set(segment, (texts = new RecentMap(MOST_TEXTS)))
  return texts
}
