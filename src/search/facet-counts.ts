/** Counts which values documents hold, over the documents that match, and merges the counts of all segments. */

import type { DocumentSet } from '../columns/document-set.ts'
import { admittedBy } from '../columns/matching-documents.ts'
import type { Segment } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { CheckedFacet } from '../schema/facets.ts'
import type { FilterNode } from '../schema/filter.ts'
import { textToSortBy } from './sorted-documents.ts'

/** A value of a field, or the name of a range, and how many documents hold it. */
export interface FacetCount<Value extends string = string> {
  value: Value
  count: number
}

/** `matching` has, by part, the documents that match whatever the filter says; `admitted` those that the filter admits. */
export function countFacets(
  facets: readonly CheckedFacet[],
  parts: readonly SegmentView[],
  matching: readonly DocumentSet[],
  filter: FilterNode | undefined,
  admitted: readonly DocumentSet[] | undefined,
): Record<string, FacetCount[]> {
  return Object.fromEntries(
    facets.map(facet => {
      const rest = facet.ignoreOwnFilter && filter !== undefined ? withoutColumn(filter, facet.column) : undefined
      const counts = new Map(facet.ranges?.map(({ value }) => [value, 0]))
      parts.forEach(({ segment }, i) => {
        const obeyed = rest === undefined ? admitted?.[i].copy() : admittedBy(rest, segment)
        const documents = obeyed?.and(matching[i]) ?? matching[i]
        if (facet.ranges === undefined) addValues(counts, segment, facet.column, documents)
        else addRanges(counts, segment, facet.column, documents, facet.ranges)
      })
      const listed = Array.from(counts, ([value, count]) => ({ value, count }))
      return [facet.name, facet.ranges === undefined ? mostFirst(listed).slice(0, facet.limit) : listed]
    }),
  )
}

/** What is left of a filter without the conditions, all of which must hold, that speak of nothing but a column. */
function withoutColumn(filter: FilterNode, column: number): FilterNode {
  if (isOnlyOf(filter, column)) return { kind: 'and', filters: [] }
  if (filter.kind !== 'and') return filter
  return { kind: 'and', filters: filter.filters.map(part => withoutColumn(part, column)) }
}

function isOnlyOf(filter: FilterNode, column: number): boolean {
  if ('column' in filter) return filter.column === column
  return filter.kind === 'not' ? isOnlyOf(filter.filter, column) : filter.filters.every(part => isOnlyOf(part, column))
}

function addValues(counts: Map<string, number>, segment: Segment, column: number, documents: DocumentSet): void {
  const { values, starts, ordinals } = segment.keywords(column)
  const byOrdinal = new Uint32Array(values.length)
  documents.forEach(document => {
    for (let i = starts[document]; i < starts[document + 1]; i++) byOrdinal[ordinals[i]]++
  })
  byOrdinal.forEach((count, ordinal) => {
    if (count > 0) counts.set(values[ordinal], (counts.get(values[ordinal]) ?? 0) + count)
  })
}

function addRanges(
  counts: Map<string, number>,
  segment: Segment,
  column: number,
  documents: DocumentSet,
  ranges: NonNullable<CheckedFacet['ranges']>,
): void {
  const numbers = segment.numbers(column)
  const byRange = new Uint32Array(ranges.length)
  documents.forEach(document => {
    for (let r = 0; r < ranges.length; r++) {
      if (numbers[document] >= ranges[r].from && numbers[document] <= ranges[r].to) byRange[r]++
    }
  })
  ranges.forEach(({ value }, r) => {
    counts.set(value, (counts.get(value) ?? 0) + byRange[r])
  })
}

/** Values of as many documents in the order in which they are sorted by. */
function mostFirst(counts: FacetCount[]): FacetCount[] {
  const texts = new Map(counts.map(({ value }) => [value, textToSortBy(value)]))
  const text = (value: string) => texts.get(value) ?? ''
  return counts.sort((a, b) => b.count - a.count || (text(a.value) < text(b.value) ? -1 : 1))
}
