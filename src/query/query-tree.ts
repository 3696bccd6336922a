/** A query as a tree of plain data: the result of parsing typed text, or built directly by programs. */

import type { Bounds } from '../columns/ranges.ts'

/** Where a node stands in the text it was read from: `text.slice(start, end)`. Trees made by hand need not say. */
export interface Place {
  start?: number
  end?: number
}

/** Plain words, as someone would type them. They are wishes: what the option `match` says of them counts. */
export interface WordsNode extends Place {
  type: 'words'
  text: string
}

/**
 * Words that stand together as written (`"cessez-le-feu"`); with `near`, in any order with at most so many others between them. Documents must hold them,
 * unless the phrase is optional.
 */
export interface PhraseNode extends Place {
  type: 'phrase'
  text: string
  /** 0 to 999. */
  near?: number
  /**
   * A wish, as a quotation beside two or more words is: its words count like plain words, and a document that holds the phrase and all other words comes before
   * those that don't hold the phrase. Not with `near`. Default: false.
   */
  optional?: boolean
}

/** A word that may be unfinished: `négoc*`. */
export interface PrefixNode extends Place {
  type: 'prefix'
  text: string
}

/** A word and those a few slips away: `Hafter~`. */
export interface FuzzyNode extends Place {
  type: 'fuzzy'
  text: string
  /** How many slips. Default: one, two from 8 letters on. */
  slips?: 1 | 2
}

/** A range of numbers or dates: `published:2019-11-01..2019-11-30`. At least one end. */
export interface RangeNode extends Place, Bounds<string | number> {
  type: 'range'
  field: string
}

/** What is asked of one field: `title:trêve`. */
export interface FieldNode extends Place {
  type: 'field'
  field: string
  of: QueryNode
}

/** What must not be there: `-Tripoli`. */
export interface NotNode extends Place {
  type: 'not'
  of: QueryNode
}

/** What must be there, all of it (`and`) or one of it (`or`). */
export interface OperatorNode extends Place {
  type: 'and' | 'or'
  of: readonly QueryNode[]
}

/** Things side by side: plain words and optional phrases are wishes, everything else is a condition. */
export interface GroupNode extends Place {
  type: 'group'
  of: readonly QueryNode[]
}

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
