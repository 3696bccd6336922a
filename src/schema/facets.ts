/** The facets of a search: which values the matching documents hold, and how many of them each. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { BOUNDS, type Bounds, checkRange, type DateValue, findColumn } from './filter.ts'
import type { Schema } from './schema.ts'

/** A part of a number or date facet: documents within the bounds are counted under the name `value`. */
export interface FacetRange extends Bounds<DateValue> {
  value: string
}

export interface FacetOptions {
  /** How many values to give, those of most documents first: 1 to 10,000. Default: 100. */
  limit?: number
  /**
   * Whether to count as if the filter said nothing of this field, so that the other values can be chosen as well: conditions of the filter, or of an `and` in it,
   * that speak of this field alone are left out. Default: false.
   */
  ignoreOwnFilter?: boolean
  /** What to count of a number or date field, which must have them. */
  ranges?: readonly FacetRange[]
}

/** Names of keyword fields, or an object with more to say about each field. */
export type Facets<Name extends string> = readonly Name[] | { readonly [Field in Name]?: FacetOptions }

export interface CheckedFacet {
  name: string
  column: number
  limit: number
  ignoreOwnFilter: boolean
  ranges: readonly { value: string; from: number; to: number }[] | undefined
}

const FACET_OPTIONS: OptionNames<FacetOptions> = { limit: 1, ignoreOwnFilter: 1, ranges: 1 }
const RANGE_OPTIONS: OptionNames<FacetRange> = { value: 1, ...BOUNDS }
const DEFAULT_LIMIT = 100
const MAX_LIMIT = 10_000

/** @throws InvalidOptionError */
export function checkFacets(facets: unknown, schema: Schema): CheckedFacet[] {
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
  return named.filter(([, said]) => said !== undefined).map(([name, said]) => checkFacet(name, said, schema))
}

function checkFacet(name: string, said: unknown, { columns }: Schema): CheckedFacet {
  const column = findColumn(name, columns, 'facets')
  const option = `facets.${name}`
  checkOptions(said, FACET_OPTIONS, option, 'an object such as { limit: 10 }')
  const { limit = DEFAULT_LIMIT, ignoreOwnFilter = false, ranges } = said
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new InvalidOptionError(`${option}.limit`, limit, `a whole number from 1 to ${MAX_LIMIT}`)
  }
  if (typeof ignoreOwnFilter !== 'boolean') {
    throw new InvalidOptionError(`${option}.ignoreOwnFilter`, ignoreOwnFilter, 'true or false')
  }
  const { type } = columns[column]
  if (type === 'keyword') {
    if (ranges === undefined) return { name, column, limit, ignoreOwnFilter, ranges }
    throw new InvalidOptionError(`${option}.ranges`, ranges, 'nothing: keywords have no ranges')
  }
  const allowed = "ranges such as [{ value: '2019', gte: '2019', lt: '2020' }], for a number or date"
  if (!Array.isArray(ranges)) throw new InvalidOptionError(`${option}.ranges`, ranges, allowed)
  const checked = ranges.map((range, i) => {
    const place = `${option}.ranges[${i}]`
    checkOptions(range, RANGE_OPTIONS, place, allowed)
    const { value, ...bounds } = range
    if (typeof value !== 'string')
      throw new InvalidOptionError(`${place}.value`, value, 'the name of the range, a string')
    if (ranges.findIndex(other => other.value === value) < i) {
      throw new InvalidOptionError(`${place}.value`, value, 'each name once')
    }
    return { value, ...checkRange(bounds, type, place) }
  })
  return { name, column, limit, ignoreOwnFilter, ranges: checked }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
