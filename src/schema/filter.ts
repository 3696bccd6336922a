/** Filters as people write them, and the checked tree that they become: plain data over the places of columns, which knows no segment. */

import { checkOptions, type OptionNames, unknownName } from '../check-options.ts'
import { readDate } from '../columns/date.ts'
import { InvalidOptionError } from '../errors.ts'
import type { ColumnField, ColumnType, Schema } from './schema.ts'
import type { ColumnName, ColumnTypeOf, FieldsOf } from './schema-types.ts'

/** One value, any of several, none of some, all of some. */
export type KeywordCondition<Value extends string = string> =
  | Value
  | readonly Value[]
  | {
      /** Documents without any value are admitted. */
      not?: Value | readonly Value[]
      all?: readonly Value[]
    }

/** Bounds that must all hold. */
export interface Bounds<Value> {
  gt?: Value
  gte?: Value
  lt?: Value
  lte?: Value
}

export type NumberCondition = number | Bounds<number>

/**
 * A string names a period: `'2019'` admits the year, `{ lte: '2019-11' }` all until the end of November. A `Date` or a number (milliseconds since 1970 UTC)
 * is a moment.
 */
export type DateCondition = DateValue | Bounds<DateValue>

/** A date as documents and filters give it. */
export type DateValue = string | number | Date

/** What can be asked of a column of a type, whose values in documents have the type `Value`. */
export type ConditionOf<Value, Type extends ColumnType = ColumnType> =
  | ('keyword' extends Type ? KeywordConditionOf<StringsOf<Value>> : never)
  | ('number' extends Type ? (Extract<Known<Value>, number> extends never ? never : NumberCondition) : never)
  | ('date' extends Type ? ([Type] extends ['date'] ? DateCondition : DateConditionOf<Known<Value>>) : never)

/** Nothing known is anything. */
type Known<Value> = unknown extends Value ? DateValue | readonly string[] : Value
type StringsOf<Value> = Extract<Known<Value> | Extract<Known<Value>, readonly unknown[]>[number], string>
/** Numbers and names out of a list could be dates; where the schema doesn't say so, they are taken for what they look like. */
type DateConditionOf<Value> = string extends Value
  ? DateCondition
  : Extract<Value, Date> extends never
    ? never
    : DateCondition
type KeywordConditionOf<Value extends string> = [Value] extends [never] ? never : KeywordCondition<Value>

/** Conditions by field, and filters put together. All that is said must hold. */
export type Filter<T, Fields = FieldsOf<T>> =
  string extends ColumnName<Fields>
    ? { readonly [name: string]: ConditionOf<unknown> | Filter<T, Fields> | readonly Filter<T, Fields>[] | undefined }
    : {
        readonly [Name in Exclude<ColumnName<Fields>, 'and' | 'or' | 'not'>]?: ConditionOf<
          Name extends keyof T ? T[Name] : unknown,
          ColumnTypeOf<Fields, Name>
        >
      } & {
        readonly and?: readonly Filter<T, Fields>[]
        readonly or?: readonly Filter<T, Fields>[]
        readonly not?: Filter<T, Fields>
      }

/** A checked filter. Columns are named by their places in the schema. */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly filter: FilterNode }
  /** The document holds any of the values. */
  | { readonly kind: 'keyword'; readonly column: number; readonly values: readonly string[] }
  /** Its number lies in the range, both ends included. Dates are milliseconds since 1970 UTC. */
  | { readonly kind: 'range'; readonly column: number; readonly from: number; readonly to: number }

export const BOUNDS: OptionNames<Bounds<unknown>> = { gt: 1, gte: 1, lt: 1, lte: 1 }
const KEYWORD_CONDITIONS: OptionNames<Extract<KeywordCondition, { not?: unknown }>> = { not: 1, all: 1 }
const MAX_DEPTH = 32

/** @throws InvalidOptionError for what is no filter, an unknown field, or a condition that doesn't fit its field. */
export function checkFilter(filter: unknown, { columns }: Schema): FilterNode {
  return checkAll(filter, columns, 'filter', 0)
}

function checkAll(filter: unknown, columns: readonly ColumnField[], option: string, depth: number): FilterNode {
  if (!isRecord(filter)) throw new InvalidOptionError(option, filter, "an object such as { section: 'monde' }")
  if (depth > MAX_DEPTH) throw new InvalidOptionError('filter', filter, `filters nested ${MAX_DEPTH} deep at most`)
  const filters = Object.entries(filter).flatMap(([name, said]): FilterNode[] => {
    const place = `${option}.${name}`
    if (said === undefined) return []
    if (name === 'not') return [{ kind: 'not', filter: checkAll(said, columns, place, depth + 1) }]
    if (name === 'and' || name === 'or') {
      if (!Array.isArray(said)) throw new InvalidOptionError(place, said, 'an array of filters')
      return [{ kind: name, filters: said.map((item, i) => checkAll(item, columns, `${place}[${i}]`, depth + 1)) }]
    }
    const column = findColumn(name, columns, option, ['and', 'or', 'not'])
    return [checkCondition(said, columns[column], column, place)]
  })
  return filters.length === 1 ? filters[0] : { kind: 'and', filters }
}

/** The number of the column called `name`. @throws InvalidOptionError that names the columns, and `others`, which are allowed too */
export function findColumn(
  name: unknown,
  columns: readonly ColumnField[],
  option: string,
  others: readonly string[] = [],
): number {
  const column = columns.findIndex(column => column.name === name)
  if (column !== -1) return column
  if (columns.length === 0) {
    throw new InvalidOptionError(option, name, 'nothing, because no field has the type keyword, number or date')
  }
  throw unknownName(option, name, [...columns.map(column => column.name), ...others])
}

function checkCondition(said: unknown, { type }: ColumnField, column: number, option: string): FilterNode {
  return type === 'keyword'
    ? checkKeyword(said, column, option)
    : { kind: 'range', column, ...checkRange(said, type, option) }
}

function checkKeyword(said: unknown, column: number, option: string): FilterNode {
  const anyOf = (values: unknown, option: string): FilterNode => {
    const list = typeof values === 'string' ? [values] : values
    if (!Array.isArray(list) || !list.every(value => typeof value === 'string')) {
      throw new InvalidOptionError(option, values, 'a string, an array of strings, { not: … } or { all: […] }')
    }
    return { kind: 'keyword', column, values: list }
  }
  if (!isRecord(said)) return anyOf(said, option)
  checkOptions(said, KEYWORD_CONDITIONS, option)
  const filters = Object.entries(said).flatMap(([name, values]): FilterNode[] => {
    const place = `${option}.${name}`
    if (values === undefined) return []
    if (name === 'not') return [{ kind: 'not', filter: anyOf(values, place) }]
    if (!Array.isArray(values)) throw new InvalidOptionError(place, values, 'an array of strings')
    return values.map(value => anyOf(value, place))
  })
  return { kind: 'and', filters }
}

/**
 * Bounds as a range with both ends included.
 *
 * @throws InvalidOptionError
 */
export function checkRange(said: unknown, type: 'number' | 'date', option: string): { from: number; to: number } {
  const period = type === 'date' ? checkDate : checkNumber
  if (!isRecord(said)) {
    const { start, last } = period(said, option)
    return { from: start, to: last }
  }
  checkOptions(said, BOUNDS, option)
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [name, value] of Object.entries(said)) {
    const place = `${option}.${name}`
    if (value === undefined) continue
    const { start, last } = period(value, place)
    if (name === 'gte') from = Math.max(from, start)
    else if (name === 'gt') from = Math.max(from, nextNumber(last))
    else if (name === 'lte') to = Math.min(to, last)
    else to = Math.min(to, -nextNumber(-start))
  }
  return { from, to }
}

function checkNumber(value: unknown, option: string): { start: number; last: number } {
  if (typeof value === 'number' && Number.isFinite(value)) return { start: value, last: value }
  throw new InvalidOptionError(option, value, 'a finite number, or bounds such as { gte: 10, lt: 20 }')
}

function checkDate(value: unknown, option: string): { start: number; last: number } {
  const period = readDate(value)
  if (period !== undefined) return { start: period.start, last: period.end - 1 }
  throw new InvalidOptionError(
    option,
    value,
    "a date ('2019-11-26', '2019-11', '2019', with or without a time of day; a Date; milliseconds), or bounds such as { gte: '2019-11' }",
  )
}

/** The next greater number that a column can hold. */
function nextNumber(number: number): number {
  const bits = new BigInt64Array(1)
  const floats = new Float64Array(bits.buffer)
  // −0 and 0 are one.
  floats[0] = number + 0
  bits[0] += number < 0 ? -1n : 1n
  return floats[0]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
