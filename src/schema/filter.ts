/** Filters as people write them, checked and turned into the plain data that columns are searched by. */

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
    ? { readonly [name: string]: ConditionOf<unknown> | Filter<T, Fields> | readonly Filter<T, Fields>[] | undefined }
    : {
        readonly [Name in Exclude<ColumnName<Fields>, 'and' | 'or' | 'not'>]?:
          | ConditionOf<Name extends keyof T ? T[Name] : unknown, ColumnTypeOf<Fields, Name>>
          | undefined
      } & {
        readonly and?: readonly Filter<T, Fields>[] | undefined
        readonly or?: readonly Filter<T, Fields>[] | undefined
        readonly not?: Filter<T, Fields> | undefined
      }

const MAX_DEPTH = 32

/** @throws InvalidOptionError for what is no filter, an unknown field, or a condition that doesn't fit its field. */
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

/** The number of the column called `name`. @throws InvalidOptionError that names the columns, and `others`, which are allowed too */
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
