/** The order of hits, if not by score. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { findColumn } from './filter.ts'
import type { Schema } from './schema.ts'

/**
 * A column to sort by, and in which direction.
 *
 * @example
 * index.search('budget', { sort: { field: 'published', order: 'desc' } })
 */
export interface SortField<Name extends string = string> {
  /** A keyword, number or date field, or `'score'`. */
  field: Name | 'score'
  /** `'asc'` from the smallest value to the largest, `'desc'` the other way. Documents without a value come last in both. Default: `'asc'` for a field, `'desc'` for the score. */
  order?: 'asc' | 'desc' | undefined
}

/**
 * What the option `sort` takes: a column, or several in order of importance.
 *
 * @example
 * index.search('budget', { sort: [{ field: 'published', order: 'desc' }, { field: 'score' }] })
 */
export type Sort<Name extends string = string> = SortField<Name> | readonly SortField<Name>[]

export interface CheckedSortField {
  /** Undefined for the score. */
  column: number | undefined
  descending: boolean
}

const SORT_OPTIONS: OptionNames<SortField> = { field: 1, order: 1 }

/** Returns undefined for the default order. @throws InvalidOptionError */
export function checkSort(sort: unknown, { columns }: Schema): readonly CheckedSortField[] | undefined {
  const fields = Array.isArray(sort) ? sort : [sort]
  const checked = fields.map((sortField, i): CheckedSortField => {
    const option = Array.isArray(sort) ? `sort[${i}]` : 'sort'
    checkOptions(
      sortField,
      SORT_OPTIONS,
      option,
      "an object such as { field: 'published', order: 'desc' }, or an array of them",
    )
    const { field, order = field === 'score' ? 'desc' : 'asc' } = sortField
    if (order !== 'asc' && order !== 'desc') throw new InvalidOptionError(`${option}.order`, order, "'asc' or 'desc'")
    const column = field === 'score' ? undefined : findColumn(field, columns, `${option}.field`, ['score'])
    return { column, descending: order === 'desc' }
  })
  const [first] = checked
  return first === undefined || (checked.length === 1 && first.column === undefined && first.descending)
    ? undefined
    : checked
}
