/** The state of a search box at one moment: immutable plain data, so that frameworks can compare it by identity. */
import type { Failure } from './failure.ts'
import type { FacetChoices } from './plan.ts'
import type { ShownHit } from './present.ts'

/** A column to filter by: its values with their counts, or the bounds that the visitor chose. */
export type ShownFacet =
  | { field: string; type: 'keyword'; values: readonly { value: string; count: number; isChosen: boolean }[] }
  | { field: string; type: 'date' | 'number'; from: string; to: string }

/** The answer of one index. */
export interface Answer {
  /** The query that it answers. */
  query: string
  /** The hits to show, best first. */
  hits: readonly ShownHit[]
  /** The number of matching documents; more if `totalIsLowerBound`. */
  total: number
  /** Whether more documents than `total` match. */
  totalIsLowerBound: boolean
  /** The number of matching documents that contain all words; more if `fullMatchesIsLowerBound`. */
  fullMatches: number
  /** Whether more documents than `fullMatches` contain all words. */
  fullMatchesIsLowerBound: boolean
  /** How many hits there are to show: documents, or pages if documents are the sections of pages. */
  shownTotal: number
  /** Whether `more()` would show more hits. */
  hasMore: boolean
  /** The query with its typos corrected, which the hits answer; `undefined` if nothing was corrected. */
  correction: string | undefined
  /** The query as it may have been meant, to offer as a button; `undefined` if there is nothing to offer. */
  didYouMean: string | undefined
  /** The columns to filter by, with their values. */
  facets: readonly ShownFacet[]
  /** The columns that hits can be sorted by. */
  sorts: readonly string[]
  /** How long the search took, in milliseconds. */
  tookMs: number
}

/** What a search box shows at one moment. A new object after each change. */
export interface SearchState {
  /** The text in the field. */
  query: string
  /**
   * What the box is doing.
   *
   * - `'idle'`: there is no query.
   * - `'loading'`: a search is running; `answers` has those of the search before.
   * - `'ready'`: `answers` has those of `query`.
   * - `'failed'`: the search failed; `failure` says why.
   */
  phase: 'idle' | 'loading' | 'ready' | 'failed'
  /** `true` if the visitor sent the query, `false` if typing paused. */
  isFinal: boolean
  /** Whether the search takes so long that a message should say so. */
  isSlow: boolean
  /** The answer of each index, in their order. Empty if there is none. */
  answers: readonly Answer[]
  /** Which index is shown, from 0. */
  active: number
  /** The filters that the visitor chose, by column. */
  choices: FacetChoices
  /** The column that hits are sorted by, the newest or greatest first; `undefined` for the best first. */
  sort: string | undefined
  /** Whether the query is searched as it was typed, without corrections. */
  isExact: boolean
  /** Why the search failed; `undefined` if it did not. */
  failure: Failure | undefined
  /** Earlier searches, the latest first. Empty unless the box keeps them (option `recent`). */
  recent: readonly string[]
}

export const IDLE: SearchState = {
  query: '',
  phase: 'idle',
  isFinal: false,
  isSlow: false,
  answers: [],
  active: 0,
  choices: {},
  sort: undefined,
  isExact: false,
  failure: undefined,
  recent: [],
}
