/** The results of a search, and how the options of the call determine their type. */
import type { QueryPart } from '../query/reading-rule.ts'
import type { StoredDocument } from '../schema/schema-types.ts'
import type { FacetCount } from '../search/facet-counts.ts'
import type { Hit, HitOfDocument, PlainHit } from './hit.ts'

/**
 * The results of a search, whatever its options: `facets`, `highlights` and `explanation` may be missing. `T` is the type of the documents, `Stored` the names
 * of the stored fields. For code that takes the results of any call.
 *
 * @example
 * function titles({ hits }: SearchResults<Article, 'title'>): string[] {
 *   return hits.map(hit => hit.document.title)
 * }
 */
export type SearchResults<T = Record<string, unknown>, Stored = undefined> = ResultsOfHits<Hit<T, Stored>> &
  FullMatches &
  FacetsOf<unknown>

/**
 * The results of `similar()`. `T` is the type of the documents, `Stored` the names of the stored fields.
 *
 * @example
 * const { hits } = index.similar('treve', { limit: 3 })
 */
export type SimilarResults<T = Record<string, unknown>, Stored = undefined> = ResultsOfHits<Hit<T, Stored>>

/**
 * How many of the matching documents contain everything that the query asks for.
 *
 * @example
 * const { total, fullMatches } = index.search('trêve à Tripoli')
 */
export interface FullMatches {
  /**
   * The number of matching documents that contain all words of the query, except stop words and question words (« comment », « puis-je »). A word
   * that was corrected, split or completed counts as what it was read as. Exact unless `fullMatchesIsLowerBound` is `true`.
   */
  fullMatches: number
  /** `true` if more documents than `fullMatches` contain all words: counting stopped at `countUpTo`. Absent if `fullMatches` is exact. */
  fullMatchesIsLowerBound?: boolean
}

declare const sortedBy: unique symbol

/**
 * The cursor of the next page (`next` of the results), for the option `after`. It is a string, which you can keep in an address or a message.
 *
 * `SortFields` are the fields that the hits are sorted by, or `'score'`. The compiler refuses the cursor of a search with another `sort`; a plain string is
 * accepted, and the search checks it when it runs.
 *
 * @example
 * const first = index.search('Tripoli', { limit: 20 })
 * const second = index.search('Tripoli', { limit: 20, after: first.next })
 */
export type Cursor<SortFields = unknown> = string & { readonly [sortedBy]?: SortFields }

/** The fields that a search with `Options` sorts by; `Unknown` if the compiler does not see them. */
type SortFieldsOf<Options, Unknown> = unknown extends Options
  ? Unknown
  : [Options] extends [{ readonly sort: infer Sorted }]
    ? string extends FieldsOfSort<Sorted>
      ? Unknown
      : FieldsOfSort<Sorted>
    : MayHave<Options, 'sort'> extends true
      ? Unknown
      : 'score'

type FieldsOfSort<Sorted> = Sorted extends { readonly field: infer Field } | readonly { readonly field: infer Field }[]
  ? Field
  : 'score'

/** The results of a search without its facets, by the type of the hits and of the cursor. */
export interface ResultsOfHits<HitType, Next = string> {
  /** The number of matching documents. Exact unless `totalIsLowerBound` is `true`. */
  total: number
  /** `true` if more documents than `total` match: counting stopped at `countUpTo`. Absent if `total` is exact. */
  totalIsLowerBound?: boolean
  /** The number of groups of matching documents. Present only if the search has the option `group` and `total` is exact. */
  totalGroups?: number
  /** The hits of this page, best first or in the order of `sort`; equal ones in order of insertion. */
  hits: HitType[]
  /** The cursor of the next page, for the option `after`; `undefined` on the last page. */
  next?: Next | undefined
  /** The query with its typos corrected (`'Haftar Tripoli'` for `'Hafter Tripoli'`). The hits answer it. `undefined` if nothing was corrected. */
  correction: string | undefined
  /**
   * The query as it may have been meant, to offer as a link: it was not applied, because the word may be right (a name, an acronym, a rare word that documents
   * have). Absent if there is nothing to offer.
   */
  didYouMean?: string | undefined
  /** How each part of the query was read: as optional, required, an exclusion or a filter. Absent if the query has words alone, or is a tree. */
  reading?: readonly QueryPart[]
  /** How long the search took, in milliseconds. */
  tookMs: number
}

/**
 * The results of a search with options of the type `Options`: `facets`, `hit.highlights`, `hit.explanation` and `hit.grouped` are there if the options ask for
 * them. If an option may be missing in `Options`, what it decides may be missing in the results.
 */
export type ResultsOf<T, Stored, Options> = ResultsOfHits<
  HitOf<StoredDocument<T, Stored>, Options>,
  Cursor<SortFieldsOf<Options, never>>
> &
  FullMatches &
  FacetsOf<Options>

/** A hit of a search with options of the type `Options`. `Document` is the type of the stored fields. */
export type HitOf<Document, Options> = PlainHit<Document> &
  HighlightsOf<Document, Options> &
  ([Options] extends [{ readonly explain: true }]
    ? Present<HitOfDocument<Document>, 'explanation'>
    : Pick<HitOfDocument<Document>, 'explanation'>) &
  ([Options] extends [{ readonly group: object }]
    ? Present<HitOfDocument<Document>, 'groupedTotal'> & {
        /** The other matching documents of its group, best first. */
        grouped: HitOf<Document, Omit<Options, 'group'>>[]
      }
    : Pick<HitOfDocument<Document>, 'grouped' | 'groupedTotal'>)

/** The highlights of a hit of a search with `Options`. */
type HighlightsOf<Document, Options> = [Options] extends [{ readonly highlight: object }]
  ? Present<HitOfDocument<Document>, 'highlights'>
  : MayHave<Options, 'highlight'> extends true
    ? Pick<HitOfDocument<Document>, 'highlights'>
    : {
        /** Absent: the search has no option `highlight`. */
        highlights?: NotRequested<"Add the option highlight: { fields: ['…'] } to have highlights"> | undefined
      }

/** These properties, which are there. Their documentation stays with them. */
type Present<Type, Names extends keyof Type> = { [Name in Names]-?: NonNullable<Type[Name]> }

/** The counts of a search with options of the type `Options`: by the fields of the option `facets`, the values of the matching documents. */
export type FacetsOf<Options> = unknown extends Options
  ? AnyFacets
  : [Options] extends [{ readonly facets: infer Facets extends object }]
    ? {
        /** By field, the values of the matching documents, the most frequent first. */
        facets: Facets extends readonly (infer Name)[] ? CountsByName<Name> : CountsByOption<Facets>
      }
    : MayHave<Options, 'facets'> extends true
      ? AnyFacets
      : {
          /** Absent: the search has no option `facets`. */
          facets?: NotRequested<"Add the option facets: ['…'] to have facets"> | undefined
        }

interface AnyFacets {
  /** By field, the values of the matching documents, the most frequent first. Present only if the search has the option `facets`. */
  facets?: { readonly [name: string]: FacetCount[] | undefined } | undefined
}

/** The options of a call that has none. */
// biome-ignore lint/complexity/noBannedTypes: an object without names; `object` and records have any.
export type NoOptions = {}

/** Whether options of the type `Options` may have one of this name: not if the compiler sees all names of the call, and it is not among them. */
type MayHave<Options, Name> = unknown extends Options
  ? true
  : [Options] extends [never]
    ? true
    : true extends (Options extends unknown ? (Name extends keyof Options ? true : false) : never)
      ? true
      : false

/**
 * In the place of what a search was not asked for. It has no properties, so that the message of the compiler about a missing one names this type, and with it
 * the option that is missing.
 */
export type NotRequested<Advice extends string> = { readonly [Name in Advice as never]: never }

type CountsByName<Name> = { readonly [Field in Name & string]: FacetCount[] }
type CountsByOption<Facets> = {
  readonly [Field in keyof Facets]: Facets[Field] extends object ? FacetCount[] : FacetCount[] | undefined
}

/**
 * Lets the compiler infer `Options` from an argument, for `ResultsOf`, without allowing more in the argument: an option that does not exist is refused, and so is
 * the cursor of a search with another `sort`. You need it only to declare a method like `search()`. Code that passes on options that it does not know writes
 * `search<unknown>(query, options)`.
 */
export type Capture<Options> = [Options] extends [never]
  ? Options
  : {
      /**
       * The cursor (`next`) of the previous page. Replaces `offset`. The query and the other options must be the same, except `limit`, `countUpTo`, `highlight`,
       * `facets` and `explain`. Throws `InvalidOptionError` if they differ, and `StaleCursorError` if the index changed. Default: the first page.
       */
      after?: Cursor<SortFieldsOf<NoInfer<Options>, unknown>> | undefined
    }
