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

/**
 * A range of a number or date facet: the documents within the bounds are counted under the name `value`.
 *
 * @example
 * const ranges: FacetRange[] = [{ value: 'avant 2010', lt: '2010' }, { value: 'depuis 2010', gte: '2010' }]
 */
export interface FacetRange extends Bounds<DateValue> {
  /** The name of the range in the results. */
  value: string
}

/**
 * How to count the values of one field.
 *
 * @example
 * index.search('Tripoli', { facets: { section: { limit: 5, ignoreOwnFilter: true } } })
 */
export interface FacetOptions {
  /** How many values to return, the most frequent first: 1 to 10,000. Default: `100`. */
  limit?: number | undefined
  /**
   * Whether to count as if the filter had no condition on this field: `true` for checkboxes, so that visitors also see the counts of values that they did not
   * choose. Conditions on this field alone are ignored, at the top of the filter and in an `and`. Default: `false`.
   */
  ignoreOwnFilter?: boolean | undefined
  /** The ranges to count. A number or date field needs them; a keyword field has none. */
  ranges?: readonly FacetRange[] | undefined
}

/**
 * What the option `facets` takes: the names of keyword fields, or an object with the options of each field.
 *
 * @example
 * index.search('Tripoli', {
 *   facets: { section: { limit: 5 }, published: { ranges: [{ value: 'en 2019', gte: '2019', lte: '2019' }] } },
 * })
 */
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
