/** The kinds of apparent operators in a query that are read as words. */

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

/** Something that looked like an operator and was read as words. */
export interface QueryProblem {
  start: number
  end: number
  code: QueryProblemCode
  /** The code in words. */
  message: string
}
