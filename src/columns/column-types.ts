/** The table of column types. A new type is one entry here, a file for the entry, and its tests. */

import { CorruptIndexError } from '../errors.ts'
import type { ColumnTypeDefinition, ColumnTypeTraits } from './column-type.ts'
import { type DateCondition, type DateValue, date } from './date.ts'
import { type KeywordCondition, keyword } from './keyword.ts'
import { type NumberCondition, number } from './number.ts'

/**
 * The type of a column: what its values are, and what conditions it takes. See `ColumnOptions`.
 *
 * @example
 * const type: ColumnType = 'keyword'
 */
export type ColumnType = 'keyword' | 'number' | 'date'

export const columnTypes: Readonly<Record<ColumnType, ColumnTypeDefinition>> = { keyword, number, date }

/** The traits of every column type, for programs that read column options from users. */
export const columnTraits: Readonly<Record<ColumnType, ColumnTypeTraits>> = columnTypes

/** The type of the column that groups the sections of a page. */
export const PAGE_TYPE: ColumnType = 'keyword'

/** The names of all column types. */
export function columnTypeNames(): readonly ColumnType[] {
  return Object.keys(columnTypes) as ColumnType[]
}

/** Whether `value` is the name of a column type. */
export function isColumnType(value: unknown): value is ColumnType {
  return typeof value === 'string' && Object.hasOwn(columnTypes, value)
}

/** Checks the columns that a file declares. @throws CorruptIndexError for an unknown type */
export function checkColumnTypes(columns: readonly { name: string; type: string }[]): void {
  const unknown = columns.find(({ type }) => !isColumnType(type))
  if (unknown !== undefined) {
    throw new CorruptIndexError('metadata', 0, `the column "${unknown.name}" has an unknown type`)
  }
}

/** The condition that a filter can have on a column of the type `Type`, whose values in documents have the type `Value`. */
export type ConditionOf<Value, Type extends ColumnType = ColumnType> =
  | ('keyword' extends Type ? KeywordConditionOf<StringsOf<Value>> : never)
  | ('number' extends Type ? (Extract<Known<Value>, number> extends never ? never : NumberCondition) : never)
  | ('date' extends Type ? ([Type] extends ['date'] ? DateCondition : DateConditionOf<Known<Value>>) : never)

/** The types that a column can have if its values in documents have the type `Value`. */
export type ColumnTypeFor<Value> =
  | (StringsOf<Value> extends never ? never : 'keyword')
  | (Extract<Known<Value>, number> extends never ? never : 'number')
  | (Extract<Known<Value>, DateValue> extends never ? never : 'date')

/** A value of unknown type may be anything. */
type Known<Value> = unknown extends Value ? DateValue | readonly string[] : Value
type StringsOf<Value> = Extract<Known<Value> | Extract<Known<Value>, readonly unknown[]>[number], string>
/** Numbers and strings of a union type could be dates; without a schema, their conditions follow their types. */
type DateConditionOf<Value> = string extends Value
  ? DateCondition
  : Extract<Value, Date> extends never
    ? never
    : DateCondition
type KeywordConditionOf<Value extends string> = [Value] extends [never] ? never : KeywordCondition<Value>
