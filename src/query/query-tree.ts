/** A query as a tree of plain data: the result of parsing typed text, or built directly by programs. */

import type { Bounds } from '../columns/ranges.ts'

/** The place of a node in the text that it was parsed from: `text.slice(start, end)`. Trees made by hand do not need it. */
export interface Place {
  /** Where it starts in the text. */
  start?: number
  /** Where it ends in the text. */
  end?: number
}

/**
 * Plain words, as a visitor would type them. They are optional: the option `match` says how many of them a document must contain.
 *
 * @example
 * index.search({ type: 'words', text: 'trêve Tripoli' })
 */
export interface WordsNode extends Place {
  type: 'words'
  /** The words. */
  text: string
}

/**
 * A phrase: words that stand together as written, `"cessez-le-feu"`. Documents must contain it, unless it is optional.
 *
 * @example
 * index.search({ type: 'phrase', text: 'cessez-le-feu' })
 */
export interface PhraseNode extends Place {
  type: 'phrase'
  /** The words of the phrase. */
  text: string
  /** The words may stand in any order, with at most this many other words between them: 0 to 999. Default: they stand together in this order. */
  near?: number
  /**
   * `true` makes the phrase optional: its words count like plain words, and a document that contains the phrase and all other words comes before those that do not
   * contain the phrase. Not with `near`. Default: `false`.
   */
  optional?: boolean
}

/**
 * A word that may be unfinished: `négoc*`.
 *
 * @example
 * index.search({ type: 'prefix', text: 'négoc' })
 */
export interface PrefixNode extends Place {
  type: 'prefix'
  /** The beginning of the word. */
  text: string
}

/**
 * A word, or one that is spelled almost like it: `Hafter~`.
 *
 * @example
 * index.search({ type: 'fuzzy', text: 'Hafter', edits: 1 })
 */
export interface FuzzyNode extends Place {
  type: 'fuzzy'
  /** The word. */
  text: string
  /** How many letters may be inserted, deleted, replaced or swapped with their neighbour. Default: `1`, or `2` for words of 8 letters and more. */
  edits?: 1 | 2
}

/**
 * A range of numbers or dates: `published:2019-11-01..2019-11-30`. It needs at least one bound.
 *
 * @example
 * index.search({ type: 'range', field: 'published', gte: '2019-11' })
 */
export interface RangeNode extends Place, Bounds<string | number> {
  type: 'range'
  /** The column. */
  field: string
}

/**
 * A query for one field: `title:trêve`.
 *
 * @example
 * index.search({ type: 'field', field: 'title', of: { type: 'words', text: 'trêve' } })
 */
export interface FieldNode extends Place {
  type: 'field'
  /** The text field or column. */
  field: string
  /** What is searched in it. */
  of: QueryNode
}

/**
 * What documents must not contain: `-Tripoli`.
 *
 * @example
 * index.search({ type: 'not', of: { type: 'words', text: 'Tripoli' } })
 */
export interface NotNode extends Place {
  type: 'not'
  /** What is excluded. */
  of: QueryNode
}

/**
 * What documents must contain: all parts (`and`), or at least one (`or`).
 *
 * @example
 * index.search({ type: 'or', of: [{ type: 'words', text: 'trêve' }, { type: 'words', text: 'pêche' }] })
 */
export interface OperatorNode extends Place {
  type: 'and' | 'or'
  /** The parts. */
  of: readonly QueryNode[]
}

/**
 * Parts that stand next to one another: plain words and optional phrases are optional, every other part is required.
 *
 * @example
 * index.search({ type: 'group', of: [{ type: 'words', text: 'trêve' }, { type: 'phrase', text: 'monde entier' }] })
 */
export interface GroupNode extends Place {
  type: 'group'
  /** The parts, in the order of the text. */
  of: readonly QueryNode[]
}

/**
 * A node of a query tree. `parseQuery()` makes trees of text; programs build them without any text, so that nothing in a value is taken for an operator.
 *
 * @example
 * const tree: QueryNode = {
 *   type: 'group',
 *   of: [
 *     { type: 'words', text: 'cessez-le-feu' },
 *     { type: 'field', field: 'title', of: { type: 'phrase', text: 'Khalifa Haftar' } },
 *   ],
 * }
 * index.search(tree)
 */
export type QueryNode =
  | WordsNode
  | PhraseNode
  | PrefixNode
  | FuzzyNode
  | RangeNode
  | FieldNode
  | NotNode
  | OperatorNode
  | GroupNode

/** The signs beyond words in any language; each language adds its quotation marks and operators. */
export const OPERATOR_SIGNS = /["()*~\\]|(?:^|\s)[-'‘]|\S:(?=\S)/
