/** The options and the result of parsing a query. */

import type { ColumnType } from '../columns/column-types.ts'
import type { QueryProblem } from './query-problem.ts'
import type { GroupNode } from './query-tree.ts'
import type { QueryPart } from './reading-rule.ts'

/** The fields of the index that a query is for. */
export interface QueryFields {
  /** The text fields that may be named before a colon. Default: none, so that all of `a:b` is words. */
  fields?: readonly string[] | undefined
  /** The fields of other types, whose values may be asked for. Default: none. */
  columns?: Readonly<Record<string, ColumnType>> | undefined
}

export interface ParsedQuery {
  tree: GroupNode
  /** How each part was read, in the order of the text. */
  reading: readonly QueryPart[]
  problems: readonly QueryProblem[]
}
