/** The kinds of apparent operators in a query that are read as words. */

/** What looked like an operator in a query and was read as words. */
export type QueryProblemCode =
  | 'unclosed-quote'
  | 'unclosed-parenthesis'
  | 'unopened-parenthesis'
  | 'lone-operator'
  | 'unknown-field'
  | 'unreadable-value'
  | 'no-exclusion'
  | 'too-deep'
  | 'too-many'

/**
 * Something that looked like an operator and was read as words.
 *
 * @example
 * for (const { message } of parseQuery('trêve OU').problems) show(message)
 */
export interface QueryProblem {
  /** Where it starts in the query: `query.slice(start, end)`. */
  start: number
  /** Where it ends in the query. */
  end: number
  /** Which problem it is. */
  code: QueryProblemCode
  /** The problem in English, to be shown as it is or translated by its code. */
  message: string
}
