/** Conditions on columns of numbers and dates: one value or bounds, which become an inclusive range. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { isRecord } from '../record.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { CountedRange } from './column.ts'
import type { ColumnTypeDefinition } from './column-type.ts'
import type { FilterNode } from './filter-node.ts'
import { LiveNumberColumn, NumberColumn, readNumberColumn, writeNumberColumn } from './number-column.ts'

/**
 * Bounds, all of which must hold: `{ gte: 10, lt: 20 }`.
 *
 * @example
 * index.search('', { filter: { views: { gte: 100, lt: 1000 } } })
 */
export interface Bounds<Value> {
  /** Greater than this. */
  gt?: Value | undefined
  /** This or greater. */
  gte?: Value | undefined
  /** Less than this. */
  lt?: Value | undefined
  /** This or less. */
  lte?: Value | undefined
}

export const BOUND_NAMES = ['gte', 'gt', 'lte', 'lt'] as const
const BOUNDS: OptionNames<Bounds<unknown>> = { gt: 1, gte: 1, lt: 1, lte: 1 }

/** The numbers that a value represents, from `start` to `last`: a date may be a whole year. */
export interface Interval {
  start: number
  last: number
}

/** What a type adds to the common part of types with ranges. */
interface RangeValues {
  /** @throws InvalidOptionError for an invalid value */
  interval(value: unknown, option: string, values?: ValueReader): Interval
  parseTyped(text: string | number, values?: ValueReader): string | number | undefined
}

/** The common part of column types with ranges, whose values are stored as numbers. */
export function rangeType({ interval, parseTyped }: RangeValues) {
  const intervalBy = (values: ValueReader | undefined) => (value: unknown, option: string) =>
    interval(value, option, values)
  const checkCondition = (condition: unknown, place: number, option: string, values?: ValueReader): FilterNode => {
    return { kind: 'column', column: place, condition: checkRange(condition, option, intervalBy(values)) }
  }
  return {
    hasRanges: true,
    hasGroups: false,
    write: (writer, values) => writeNumberColumn(writer, Float64Array.from(values)),
    read: (...bytes) => new NumberColumn(readNumberColumn(...bytes)),
    makeLive: () => new LiveNumberColumn(),
    checkCondition,
    checkFacetRanges: (ranges, option, values) => checkFacetRanges(ranges, option, intervalBy(values)),
    parseTyped,
    filterByTyped(texts, place, values) {
      const typed = texts.flatMap(text => parseTyped(text, values) ?? [])
      return { kind: 'or', filters: typed.map(value => checkCondition(value, place, 'query', values)) }
    },
  } satisfies Partial<ColumnTypeDefinition<number>>
}

/** @throws InvalidOptionError */
function checkRange(
  condition: unknown,
  option: string,
  interval: (value: unknown, option: string) => Interval,
): { from: number; to: number } {
  if (!isRecord(condition)) {
    const { start, last } = interval(condition, option)
    return { from: start, to: last }
  }
  checkOptions(condition, BOUNDS, option)
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [name, value] of Object.entries(condition)) {
    const path = `${option}.${name}`
    if (value === undefined) continue
    const { start, last } = interval(value, path)
    if (name === 'gte') from = Math.max(from, start)
    else if (name === 'gt') from = Math.max(from, nextNumber(last))
    else if (name === 'lte') to = Math.min(to, last)
    else to = Math.min(to, -nextNumber(-start))
  }
  return { from, to }
}

/** The next greater number that a column can store. */
function nextNumber(number: number): number {
  const bits = new BigInt64Array(1)
  const floats = new Float64Array(bits.buffer)
  // −0 and 0 are equal.
  floats[0] = number + 0
  bits[0] += number < 0 ? -1n : 1n
  return floats[0]
}

const RANGE_OPTIONS = { value: 1, ...BOUNDS }

/** @throws InvalidOptionError */
function checkFacetRanges(
  ranges: unknown,
  option: string,
  interval: (value: unknown, option: string) => Interval,
): CountedRange[] {
  const allowed = "ranges such as [{ value: '2019', gte: '2019', lt: '2020' }], for a number or date"
  if (!Array.isArray(ranges)) throw new InvalidOptionError(option, ranges, allowed)
  return ranges.map((range, i) => {
    const path = `${option}[${i}]`
    checkOptions(range, RANGE_OPTIONS, path, allowed)
    const { value, ...bounds } = range
    if (typeof value !== 'string')
      throw new InvalidOptionError(`${path}.value`, value, 'the name of the range, a string')
    if (ranges.findIndex(other => other.value === value) < i) {
      throw new InvalidOptionError(`${path}.value`, value, 'unique names')
    }
    return { value, ...checkRange(bounds, path, interval) }
  })
}

/**
 * The documents whose value is between bounds typed in a query.
 *
 * @throws InvalidOptionError for invalid bounds, and for a type without ranges
 */
export function filterByTypedBounds(
  bounds: Bounds<string | number>,
  { parseTyped, checkCondition }: ColumnTypeDefinition,
  place: number,
  option: string,
  values?: ValueReader,
): FilterNode {
  const condition = BOUND_NAMES.flatMap(name => {
    const bound = bounds[name]
    return bound === undefined ? [] : [[name, parseTyped(bound, values) ?? bound]]
  })
  return checkCondition(Object.fromEntries(condition), place, option, values)
}
