/**
 * Decides from the text alone how a typed query is read: whether a minus excludes, and whether quotations are preferred or required.
 *
 * Most texts with quotation marks and dashes are pasted sentences or headlines, whose signs are punctuation. A text is read in the query language if it is
 * short, or if it has an operator that no sentence has.
 */
import type { QueryNode } from './query-tree.ts'

/** How the signs of a text are read. */
export interface ReadingRule {
  /** A minus before a word excludes it. */
  excludes: boolean
  /** Quotations are optional: they only raise documents that contain them. */
  wishes: boolean
}

/** Every sign is an operator if possible. */
export const EVERY_SIGN: ReadingRule = { excludes: true, wishes: false }

/**
 * A part of a query, and how it was read.
 *
 * @example
 * index.search('trêve Tripoli "monde entier"').reading?.map(({ as }) => as) // ['optional', 'optional']
 */
export interface QueryPart {
  /** The type of its node in the tree. */
  type: QueryNode['type']
  /**
   * How it was read.
   *
   * - `'optional'`: documents that contain it rank higher. The option `match` says how many of these words a document must contain.
   * - `'required'`: documents must contain it.
   * - `'exclusion'`: documents must not contain it.
   * - `'filter'`: it is a condition on a column.
   */
  as: 'optional' | 'required' | 'exclusion' | 'filter'
  /** Where it starts in the query: `query.slice(start, end)`. */
  start: number
  /** Where it ends in the query. */
  end: number
}

/** More words than this are probably a sentence, not a query with exclusions. */
const MOST_WORDS = 6
const LEAST_PLAIN_WORDS = 2
const WORD = /[\p{L}\p{N}]/u
/** A dash between words, as in sentences, or a comma that is not decimal. Not hyphens inside words, nor the minus of an exclusion. */
const DASH_OR_COMMA = /[\u2013-\u2015]|--|-(?=[,;:!?\u2026)\p{Pf}]|\.?(?:\s|$))|,(?!\d)/u

/** @param tree the tree of `text` if every sign is an operator */
export function ruleOf(tree: QueryNode, text: string): ReadingRule {
  if (hasOperators(tree)) return EVERY_SIGN
  return {
    excludes: countWords(text) <= MOST_WORDS && !DASH_OR_COMMA.test(text),
    wishes: countPlainWords(tree) >= LEAST_PLAIN_WORDS,
  }
}

/** Whether a tree has operators that no sentence has: AND and OR, fields, `*` and `~`. */
function hasOperators(node: QueryNode): boolean {
  if (node.type === 'group') return node.of.some(hasOperators)
  if (node.type === 'not') return hasOperators(node.of)
  return node.type === 'phrase' ? node.near !== undefined : node.type !== 'words'
}

function countPlainWords(node: QueryNode): number {
  if (node.type === 'group') return node.of.reduce((sum, of) => sum + countPlainWords(of), 0)
  return node.type === 'words' ? countWords(node.text) : 0
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(chunk => WORD.test(chunk)).length
}

/** The same with optional phrases, except those that are `demanded`. */
export function withWishes(node: QueryNode, demanded: ReadonlySet<QueryNode>): QueryNode {
  if (node.type === 'group') return { ...node, of: node.of.map(of => withWishes(of, demanded)) }
  return node.type === 'phrase' && !demanded.has(node) ? { ...node, optional: true } : node
}

/**
 * The parts of a query parsed from text.
 *
 * @param isColumn whether a field is a column
 * @param areAllRequired whether documents must contain every word: then no part is optional
 */
export function partsOf(node: QueryNode, isColumn: (field: string) => boolean, areAllRequired = false): QueryPart[] {
  const { type, start = 0, end = 0 } = node
  if (type === 'group') return node.of.flatMap(of => partsOf(of, isColumn, areAllRequired))
  const as = meaningOf(node, isColumn)
  return [{ type, as: areAllRequired && as === 'optional' ? 'required' : as, start, end }]
}

function meaningOf(node: QueryNode, isColumn: (field: string) => boolean): QueryPart['as'] {
  switch (node.type) {
    case 'not':
      return 'exclusion'
    case 'range':
      return 'filter'
    case 'field':
      return isColumn(node.field) ? 'filter' : meaningOf(node.of, isColumn)
    case 'phrase':
      return node.optional ? 'optional' : 'required'
    case 'group':
      return node.of.every(of => meaningOf(of, isColumn) === 'optional') ? 'optional' : 'required'
    case 'and':
    case 'or':
      return 'required'
    default:
      return 'optional'
  }
}
