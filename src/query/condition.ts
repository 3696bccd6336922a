/** The condition that a query sets: which documents may be hits. Plain data; nothing here knows of segments. */

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

/** It holds so many of these terms of the query, in any way that scores. */
export interface TermsCondition {
  type: 'terms'
  terms: readonly number[]
  least: number
}

/** It holds a form of the word: its class, without false friends, or what widens it. */
export interface FormsCondition extends TermWidening {
  type: 'forms'
  word: string
  field: number | undefined
}

/** It holds words as they are written, at these distances from one another, or, with `near`, in any order. */
export interface PhraseCondition {
  type: 'phrase'
  slots: readonly PhraseSlot[]
  near: number | undefined
  field: number | undefined
}

/** What is said twice is met once: a phrase of stop words takes a tenth of a second. */
export function combine(type: 'and' | 'or', all: readonly Condition[]): Condition | undefined {
  const of = [...new Map(all.map(condition => [JSON.stringify(condition), condition])).values()]
  return of.length < 2 ? of[0] : { type, of }
}
