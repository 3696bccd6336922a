/** Checks filters and converts them to plain data. */

import { excludedOption, unknownName } from '../check-options.ts'
import type { ValueReader } from '../columns/column-type.ts'
import { type ConditionOf, columnTypeNames, columnTypes } from '../columns/column-types.ts'
import type { FilterNode } from '../columns/filter-node.ts'
import { InvalidOptionError } from '../errors.ts'
import { isRecord } from '../record.ts'
import type { ColumnField, Schema } from './schema.ts'
import type { ColumnName, ColumnTypeOf, FieldsOf } from './schema-types.ts'

/**
 * Conditions on columns, by field. All of them must hold. `and`, `or` and `not` combine filters. `T` is the type of the documents, `Fields` the schema.
 *
 * @example
 * const filter: Filter<Article> = {
 *   section: ['monde', 'culture'],
 *   published: { gte: '2019-11', lt: '2020' },
 *   not: { tags: 'sport' },
 * }
 */
export type Filter<T, Fields = FieldsOf<T>> =
  string extends ColumnName<Fields>
    ? AnyFilter
    : [ColumnName<Fields>] extends [never]
      ? NoColumns<"Give a field a type in the schema to filter by it: section: { type: 'keyword' }">
      : ColumnFilter<ColumnName<Fields>, T, Fields>

/** A filter on columns that the compiler does not know. */
interface AnyFilter {
  readonly [name: string]: ConditionOf<unknown> | AnyFilter | readonly AnyFilter[] | undefined
}

/** A filter on the columns `Names`, which messages of the compiler thus name. */
type ColumnFilter<Names extends string, T, Fields> = {
  readonly [Name in Exclude<Names, 'and' | 'or' | 'not'>]?:
    | ConditionOf<Name extends keyof T ? T[Name] : unknown, ColumnTypeOf<Fields, Name>>
    | undefined
} & {
  /** All of these filters must hold. */
  readonly and?: readonly ColumnFilter<Names, T, Fields>[] | undefined
  /** At least one of these filters must hold. */
  readonly or?: readonly ColumnFilter<Names, T, Fields>[] | undefined
  /** This filter must not hold. */
  readonly not?: ColumnFilter<Names, T, Fields> | undefined
}

/** A filter of an index without columns: a message of the compiler about it says what is missing. */
type NoColumns<Advice extends string> = {
  readonly [Name in 'and' | 'or']?: readonly NoColumns<Advice>[] | undefined
} & { readonly not?: NoColumns<Advice> | undefined }

const MAX_DEPTH = 32

/** @throws InvalidOptionError for an invalid filter, an unknown field, or a condition that does not fit its field. */
export function checkFilter(filter: unknown, { columns }: Schema, values?: ValueReader): FilterNode {
  return checkAll(filter, columns, 'filter', 0, values)
}

function checkAll(
  filter: unknown,
  columns: readonly ColumnField[],
  option: string,
  depth: number,
  values: ValueReader | undefined,
): FilterNode {
  if (!isRecord(filter)) throw new InvalidOptionError(option, filter, "an object such as { section: 'monde' }")
  if (depth > MAX_DEPTH)
    throw new InvalidOptionError('filter', filter, `filters nested at most ${MAX_DEPTH} levels deep`)
  const filters = Object.entries(filter).flatMap(([name, condition]): FilterNode[] => {
    const path = `${option}.${name}`
    if (condition === undefined) return []
    if (name === 'not') return [{ kind: 'not', filter: checkAll(condition, columns, path, depth + 1, values) }]
    if (name === 'and' || name === 'or') {
      if (!Array.isArray(condition)) throw new InvalidOptionError(path, condition, 'an array of filters')
      return [
        {
          kind: name,
          filters: condition.map((item, i) => checkAll(item, columns, `${path}[${i}]`, depth + 1, values)),
        },
      ]
    }
    const column = findColumn(name, columns, option, ['and', 'or', 'not'])
    return [columnTypes[columns[column].type].checkCondition(condition, column, path, values)]
  })
  return filters.length === 1 ? filters[0] : { kind: 'and', filters }
}

/** The number of the column called `name`. @throws InvalidOptionError that lists the columns and `others`, which are also allowed */
export function findColumn(
  name: unknown,
  columns: readonly ColumnField[],
  option: string,
  others: readonly string[] = [],
): number {
  const column = columns.findIndex(column => column.name === name)
  if (column !== -1) return column
  if (columns.length > 0) throw unknownName(option, name, [...columns.map(column => column.name), ...others])
  const types = columnTypeNames()
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ')
  throw excludedOption(option, name, `no field has the type ${types}`)
}
