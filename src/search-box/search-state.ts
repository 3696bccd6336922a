/** The state of a search box at one moment: immutable plain data, so that frameworks can compare it by identity. */
import type { Failure } from './failure.ts'
import type { FacetChoices } from './plan.ts'
import type { ShownHit } from './present.ts'

/** The values of a column that hits have, or the bounds of a range. */
export type ShownFacet =
  | { field: string; type: 'keyword'; values: readonly { value: string; count: number; isChosen: boolean }[] }
  | { field: string; type: 'date' | 'number'; from: string; to: string }

/** The answer of one index. */
export interface Answer {
  /** The text that it answers. */
  query: string
  hits: readonly ShownHit[]
  /** Documents that match; more than that if `totalIsLowerBound`. */
  total: number
  totalIsLowerBound: boolean
  /** Of these, the ones that hold all words; more than that if `fullMatchesIsLowerBound`. */
  fullMatches: number
  fullMatchesIsLowerBound: boolean
  /** How many hits there are to show: documents, or pages if documents are the sections of pages. */
  shownTotal: number
  hasMore: boolean
  /** The query with its typos corrected: what the hits answer. */
  correction: string | undefined
  /** The query as it may have been meant. */
  didYouMean: string | undefined
  facets: readonly ShownFacet[]
  /** The columns that hits can be sorted by. */
  sorts: readonly string[]
  /** In milliseconds. */
  tookMs: number
}

export interface SearchState {
  /** The text in the field. */
  query: string
  /**
   * `'idle'`: nothing is searched for. `'loading'`: a search is in progress; `answers` has the ones before it. `'ready'`: `answers` has those of `query`.
   * `'failed'`: `failure` says why.
   */
  phase: 'idle' | 'loading' | 'ready' | 'failed'
  /** Whether the visitor sent the query, rather than paused while typing. */
  isFinal: boolean
  /** Whether a search takes so long that it should be said. */
  isSlow: boolean
  /** The answer of each index, in their order. Empty if there is none. */
  answers: readonly Answer[]
  /** Which index is shown, from 0. */
  active: number
  choices: FacetChoices
  /** The column that hits are sorted by, newest or greatest first; undefined for the best first. */
  sort: string | undefined
  /** Whether words are taken as they were typed, without corrections. */
  isExact: boolean
  failure: Failure | undefined
  /** Earlier searches, the latest first. Empty unless the box keeps them. */
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
