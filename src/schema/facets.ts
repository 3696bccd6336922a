/** The facets of a search: the values of the matching documents, with counts. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'
import type { CountedRange } from '../columns/column.ts'
import type { ValueReader } from '../columns/column-type.ts'
import { columnTypes } from '../columns/column-types.ts'
import type { DateValue } from '../columns/date.ts'
import type { Bounds } from '../columns/ranges.ts'
import { InvalidOptionError } from '../errors.ts'
import { isRecord } from '../record.ts'
import { findColumn } from './filter.ts'
import type { Schema } from './schema.ts'

/** A part of a number or date facet: documents within the bounds are counted under the name `value`. */
export interface FacetRange extends Bounds<DateValue> {
  value: string
}

export interface FacetOptions {
  /** How many values to give, those of most documents first: 1 to 10,000. Default: 100. */
  limit?: number | undefined
  /**
   * Whether to count as if the filter said nothing of this field, so that the other values can be chosen as well: conditions of the filter, or of an `and` in it,
   * that speak of this field alone are left out. Default: false.
   */
  ignoreOwnFilter?: boolean | undefined
  /** What to count of a number or date field, which must have them. */
  ranges?: readonly FacetRange[] | undefined
}

/** Names of keyword fields, or an object with more to say about each field. */
export type Facets<Name extends string> = readonly Name[] | { readonly [Field in Name]?: FacetOptions | undefined }

export interface CheckedFacet {
  name: string
  column: number
  limit: number
  ignoreOwnFilter: boolean
  ranges: readonly CountedRange[] | undefined
}

const FACET_OPTIONS: OptionNames<FacetOptions> = { limit: 1, ignoreOwnFilter: 1, ranges: 1 }
const DEFAULT_LIMIT = 100
const MAX_LIMIT = 10_000

/** @throws InvalidOptionError */
export function checkFacets(facets: unknown, schema: Schema, values?: ValueReader): CheckedFacet[] {
  const named = Array.isArray(facets)
    ? facets.map(name => [name, {}])
    : isRecord(facets)
      ? Object.entries(facets)
      : undefined
  if (named === undefined) {
    throw new InvalidOptionError(
      'facets',
      facets,
      'an array of field names, or an object { field: { limit, ignoreOwnFilter, ranges } }',
    )
  }
  return named
    .filter(([, facet]) => facet !== undefined)
    .map(([name, facet]) => checkFacet(name, facet, schema, values))
}

function checkFacet(name: string, facet: unknown, { columns }: Schema, values?: ValueReader): CheckedFacet {
  const column = findColumn(name, columns, 'facets')
  const option = `facets.${name}`
  checkOptions(facet, FACET_OPTIONS, option, 'an object such as { limit: 10 }')
  const { limit: given = DEFAULT_LIMIT, ignoreOwnFilter = false, ranges } = facet
  const limit = checkWhole(`${option}.limit`, given, 1, MAX_LIMIT)
  if (typeof ignoreOwnFilter !== 'boolean') {
    throw new InvalidOptionError(`${option}.ignoreOwnFilter`, ignoreOwnFilter, 'true or false')
  }
  const checkedRanges = columnTypes[columns[column].type].checkFacetRanges(ranges, `${option}.ranges`, values)
  return { name, column, limit, ignoreOwnFilter, ranges: checkedRanges }
}
