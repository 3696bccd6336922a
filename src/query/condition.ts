/** The condition of a query: which documents may be hits. Plain data; nothing here knows segments. */

import type { FilterNode } from '../columns/filter-node.ts'
import type { PhraseSlot, TermWidening } from './query.ts'

/** What a document must meet to be a hit. */
export type Condition =
  | TermsCondition
  | FormsCondition
  | PhraseCondition
  | { type: 'filter'; filter: FilterNode }
  | { type: 'and' | 'or'; of: readonly Condition[] }
  | { type: 'not'; of: Condition }

/** It contains this many of these query terms, in any form that scores. */
export interface TermsCondition {
  type: 'terms'
  terms: readonly number[]
  least: number
}

/** It contains a form of the word: its class, without false friends, or its completions and near words. */
export interface FormsCondition extends TermWidening {
  type: 'forms'
  word: string
  field: number | undefined
}

/** It contains words as written, at these distances from one another, or, with `near`, in any order. */
export interface PhraseCondition {
  type: 'phrase'
  slots: readonly PhraseSlot[]
  near: number | undefined
  field: number | undefined
}

/** Duplicates are removed, because a phrase of stop words takes a tenth of a second. */
export function combine(type: 'and' | 'or', all: readonly Condition[]): Condition | undefined {
  const of = [...new Map(all.map(condition => [JSON.stringify(condition), condition])).values()]
  return of.length < 2 ? of[0] : { type, of }
}
