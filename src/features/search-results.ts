/** The results of a search, and how the options of the call determine their type. */
import type { QueryPart } from '../query/reading-rule.ts'
import type { StoredDocument } from '../schema/schema-types.ts'
import type { FacetCount } from '../search/facet-counts.ts'
import type { Hit, HitOfDocument } from './hit.ts'

/** The results of a search for documents of type `T`, of which the fields `Stored` are stored. */
export type SearchResults<T = Record<string, unknown>, Stored = undefined> = ResultsOfHits<Hit<T, Stored>> &
  FullMatches &
  FacetsOf<unknown>

/** The results of `similar()`. */
export type SimilarResults<T = Record<string, unknown>, Stored = undefined> = ResultsOfHits<Hit<T, Stored>>

/** How many of the documents hold all that was asked for. */
export interface FullMatches {
  /**
   * The number of matching documents that hold all words of the query, stop words and words that people ask with (« comment », « puis-je ») aside. A word
   * that was corrected, split or completed counts by what it was read as. Exact unless `fullMatchesIsLowerBound` is true.
   */
  fullMatches: number
  /** Whether more documents hold all words than `fullMatches`, which is `countUpTo` then. */
  fullMatchesIsLowerBound?: boolean
}

/** The results of a search, but for facets, for hits of a type. */
export interface ResultsOfHits<HitType> {
  /** The number of matching documents, exact unless `totalIsLowerBound` is true. */
  total: number
  /** Whether more documents match than `total`, which is `countUpTo` then. */
  totalIsLowerBound?: boolean
  /** The number of groups that the matching documents are in, if `group` was asked for and `total` is exact. */
  totalGroups?: number
  /** The best of them, best first or as `sort` says; equal ones in order of insertion. */
  hits: HitType[]
  /** The cursor of the next page, for the option `after`; undefined on the last one. */
  next?: string | undefined
  /** The query with its typos corrected (`'Haftar Tripoli'` for `'Hafter Tripoli'`) if `fuzzy` corrected any: what the hits answer. */
  correction: string | undefined
  /**
   * The query as it may have been meant, offered and not applied: a word of it may be a misspelling, or be right (a name, an acronym, a rare word that
   * documents have).
   */
  didYouMean?: string | undefined
  /** How each part of the query was read, in the order of the text. Absent if the query is words alone, or a tree. */
  reading?: readonly QueryPart[]
  /** In milliseconds. */
  tookMs: number
}

/**
 * The results of a call with `Options`: with `facets`, `hit.highlights` and `hit.explanation` if the call asked for them. If they are optional in `Options`,
 * they are optional in the results.
 */
export type ResultsOf<T, Stored, Options> = ResultsOfHits<HitOf<StoredDocument<T, Stored>, Options>> &
  FullMatches &
  FacetsOf<Options>

/** A hit of a call with `Options`. */
export type HitOf<Document, Options> = HitOfDocument<Document> &
  ([Options] extends [{ readonly highlight: object }]
    ? { highlights: NonNullable<HitOfDocument<Document>['highlights']> }
    : unknown) &
  ([Options] extends [{ readonly explain: true }]
    ? { explanation: NonNullable<HitOfDocument<Document>['explanation']> }
    : unknown) &
  ([Options] extends [{ readonly group: object }]
    ? { grouped: HitOf<Document, Omit<Options, 'group'>>[]; groupedTotal: number }
    : unknown)

/** The counts of a call with `Options`: the values of the matching documents, by the fields of the option `facets`. */
export type FacetsOf<Options> = unknown extends Options
  ? AnyFacets
  : [Options] extends [{ readonly facets: infer Facets extends object }]
    ? { facets: Facets extends readonly (infer Name)[] ? CountsByName<Name> : CountsByOption<Facets> }
    : AnyFacets

interface AnyFacets {
  facets?: { readonly [name: string]: FacetCount[] | undefined } | undefined
}

type CountsByName<Name> = { readonly [Field in Name & string]: FacetCount[] }
type CountsByOption<Facets> = {
  readonly [Field in keyof Facets]: Facets[Field] extends object ? FacetCount[] : FacetCount[] | undefined
}

/**
 * Lets the compiler infer `Options` from an argument, for `ResultsOf`, without a say in what the argument may be: an option that does not exist is refused
 * as if there were no type parameter. Code that passes options of a generic type on gives `unknown` as the type: `search<unknown>(query, options)`.
 */
export type Capture<Options> = [Options] extends [never] ? Options : unknown
