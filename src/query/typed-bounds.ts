/** Parses typed values and ranges of columns: `2019-11`, `>=3,5`, `1 000..2 000`. */

import { type ColumnType, columnTypes } from '../columns/column-types.ts'
import type { Bounds } from '../columns/ranges.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { QuerySyntax } from './syntax.ts'

const RANGE = /^(?:([<>])(=?)(.+)|(.*?)\.\.(.*))$/s

/** The bounds of a range, or a value; undefined if it is neither. */
export function boundsOf(
  typed: string,
  type: ColumnType,
  syntax: QuerySyntax,
  values: ValueReader | undefined,
): Bounds<string | number> | 'value' | undefined {
  const { hasRanges, parseTyped } = columnTypes[type]
  const range = hasRanges ? RANGE.exec(typed) : null
  if (range === null) return parseTyped(syntax.unescape(typed), values) === undefined ? undefined : 'value'
  const [, sign, orEqual, ...given] = range
  // Text with spaces could not be typed again without them, but its value can.
  const bounds = given.map(end => {
    if (!end) return undefined
    const value = parseTyped(end, values)
    const bound = value !== undefined && !/\s/.test(end) ? end : value
    return bound !== undefined && syntax.isTypableRangeEnd(String(bound)) ? bound : undefined
  })
  if (!given.some(Boolean) || given.some((end, i) => end && bounds[i] === undefined)) return undefined
  const [value, gte, lte] = bounds
  if (sign !== undefined) return { [`${sign === '>' ? 'gt' : 'lt'}${orEqual && 'e'}`]: value }
  return { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) }
}
