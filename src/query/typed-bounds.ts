/** Values and ranges of columns as they are typed: `2019-11`, `>=3,5`, `1 000..2 000`. */

import { type ColumnType, columnTypes } from '../columns/column-types.ts'
import type { Bounds } from '../columns/ranges.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { QuerySyntax } from './syntax.ts'

const RANGE = /^(?:([<>])(=?)(.+)|(.*?)\.\.(.*))$/s

/** The bounds of a range, or that it is a value; undefined for what is neither. */
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
  // What has spaces could not be typed again without them: its value can.
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
