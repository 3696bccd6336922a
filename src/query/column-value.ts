/** What a question says of columns: values typed as text, and the filters that they become. */
import { readDate } from '../columns/date.ts'
import { checkRange, type FilterNode } from '../schema/filter.ts'
import type { ColumnField, ColumnType } from '../schema/schema.ts'
import { RANGE_ENDS, type RangeEnds } from './query-tree.ts'

/** The value of a column, as filters take it; undefined for what is none. `3,5` is a number too. */
export function readValue(value: string | number, type: ColumnType): string | number | undefined {
  if (type !== 'number') return type === 'keyword' || readDate(value) !== undefined ? value : undefined
  const number = typeof value === 'number' ? value : Number(value.trim().replace(',', '.') || Number.NaN)
  return Number.isFinite(number) ? number : undefined
}

/** The documents that have one of the values; texts that are no value of the column are none. */
export function filterByValues(texts: readonly string[], { type }: ColumnField, column: number): FilterNode {
  if (type === 'keyword') return { kind: 'keyword', column, values: texts }
  const values = texts.flatMap(text => readValue(text, type) ?? [])
  return {
    kind: 'or',
    filters: values.map(value => ({ kind: 'range', column, ...checkRange(value, type, 'question') })),
  }
}

/** @throws InvalidOptionError for ends that are no values of the column */
export function filterByRange(ends: RangeEnds, { type }: ColumnField, column: number, option: string): FilterNode {
  const bounds = RANGE_ENDS.flatMap(name => {
    const end = ends[name]
    return end === undefined ? [] : [[name, readValue(end, type) ?? end]]
  })
  return { kind: 'range', column, ...checkRange(Object.fromEntries(bounds), type === 'number' ? type : 'date', option) }
}
