/** The option that returns one hit per group of documents. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'
import { columnTypes } from '../columns/column-types.ts'
import { InvalidOptionError } from '../errors.ts'
import { findColumn } from './filter.ts'
import type { Schema } from './schema.ts'

/**
 * What the option `group` takes: the field whose values make groups.
 *
 * @example
 * index.search('budget', { group: { field: 'section', limit: 2 } })
 */
export interface Group<Name extends string = string> {
  /** A keyword field. If a document has several values, the first counts; a document without a value is a group of its own. */
  field: Name
  /** How many other documents of the group to return with each hit, in `grouped`: 0 to 100. Default: `3`. */
  limit?: number | undefined
}

export interface CheckedGroup {
  column: number
  limit: number
}

const GROUP_OPTIONS: OptionNames<Group> = { field: 1, limit: 1 }
const DEFAULT_LIMIT = 3
const MAX_LIMIT = 100

/** @throws InvalidOptionError */
export function checkGroup(group: unknown, { columns }: Schema): CheckedGroup {
  checkOptions(group, GROUP_OPTIONS, 'group', "an object such as { field: 'page', limit: 3 }")
  const { field, limit = DEFAULT_LIMIT } = group
  const column = findColumn(field, columns, 'group.field')
  if (!columnTypes[columns[column].type].hasGroups)
    throw new InvalidOptionError('group.field', field, 'a keyword field')
  return { column, limit: checkWhole('group.limit', limit, 0, MAX_LIMIT) }
}
