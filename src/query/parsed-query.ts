/** The options and the result of parsing a query. */

import type { ColumnType } from '../columns/column-types.ts'
import type { QueryProblem } from './query-problem.ts'
import type { GroupNode } from './query-tree.ts'
import type { QueryPart } from './reading-rule.ts'

/** The fields that a typed query may name, as in `title:trêve`. */
export interface QueryFields {
  /** The text fields that may stand before a colon. Default: none, so that `a:b` is words. */
  fields?: readonly string[] | undefined
  /** The columns that may stand before a colon, with their types: `{ published: 'date' }`. Default: none. */
  columns?: Readonly<Record<string, ColumnType>> | undefined
}

/**
 * What `parseQuery()` returns.
 *
 * @example
 * const { tree, reading, problems } = parseQuery('trêve -Tripoli')
 */
export interface ParsedQuery {
  /** The query as plain data. `search()` takes it in place of the text. */
  tree: GroupNode
  /** How each part was read: as optional, required, an exclusion or a filter. In the order of the text. */
  reading: readonly QueryPart[]
  /** What looked like an operator and was read as words, to show next to the search field. Empty if there is nothing to report. */
  problems: readonly QueryProblem[]
}
