/** A prebuilt index as people question it: bytes in, ranked hits out. What an application needs that builds its index elsewhere. */

import { checkOptions, type OptionNames } from './check-options.ts'
import { DocumentSet } from './columns/document-set.ts'
import { admittedBy, columnsOf } from './columns/matching-documents.ts'
import { InvalidOptionError, UnknownDocumentError } from './errors.ts'
import { correctQuestion } from './features/correction.ts'
import { readCursor, writeCursor } from './features/cursor.ts'
import { makeExplainer } from './features/explain.ts'
import { announceHits, type Hit, makeHit } from './features/hit.ts'
import { allBut, questionOf, requiredOfSimilar } from './features/similar.ts'
import { type Suggestion, suggest } from './features/suggest.ts'
import type { IndexBytes } from './format/checked-bytes.ts'
import { makeHitHighlighter } from './highlight/hit-highlights.ts'
import { openBytes } from './index/open-segments.ts'
import { SegmentList } from './index/segment-list.ts'
import { storedFields } from './index/stored-fields.ts'
import { LANGUAGE_OPTIONS, type LanguageOptions } from './language/definition.ts'
import { french } from './languages/french/french.ts'
import { compileQuery } from './query/compile.ts'
import type { QueryNode } from './query/query-tree.ts'
import type { DocumentId } from './schema/document.ts'
import type { ColumnName, FieldName, FieldsOf } from './schema/schema-types.ts'
import { documentFactors } from './search/document-factor.ts'
import { announceQuery, execute } from './search/execute.ts'
import { countFacets, type FacetCount } from './search/facet-counts.ts'
import {
  checkSearchOptions,
  checkSuggestOptions,
  languageWith,
  type SearchOptions,
  SIMILAR_OPTIONS,
  type SimilarOptions,
  type SuggestOptions,
} from './search/search-options.ts'
import { splitQuery } from './search/split-query.ts'

/** The options of `fromBytes()`. */
export type OpenOptions = LanguageOptions

export const OPEN_OPTIONS: OptionNames<OpenOptions> = LANGUAGE_OPTIONS

/** What a search gives. */
export interface SearchResults<T, Column extends string = FieldName<T>> {
  /** How many documents match, exactly unless `totalIsLowerBound`. */
  total: number
  /** More match than `total`, which is `countUpTo` then. */
  totalIsLowerBound?: boolean
  /** The best of them, best first or as `sort` says; equal ones in order of insertion. */
  hits: Hit<T>[]
  /** By field asked for with `facets`: the values that the matching documents hold. */
  facets?: { readonly [Name in Column]?: FacetCount[] }
  /** The cursor of the page that follows, for the option `after`; undefined on the last one. */
  next?: string | undefined
  /** The question with its typos corrected (`'Haftar Tripoli'` for `'Hafter Tripoli'`), where `fuzzy` found any: what the hits answer. */
  correction: string | undefined
  /**
   * The question as it may have been meant, offered and not applied: a word of it may be a misspelling, or be right (a name, an acronym, a rare word that
   * documents have).
   */
  didYouMean?: string | undefined
  tookMs: number
}

/**
 * Searches an index that was built before. It answers all that `SearchIndex` answers; without what adds documents and writes files it is a fifth smaller.
 *
 * @example
 * import { IndexSearcher } from 'trouvaille/searcher'
 * const index = IndexSearcher.fromBytes<Article>(bytes)
 * const { hits } = index.search('Haftar Tripoli cessez-le-feu')
 */
export class IndexSearcher<
  T extends object = Record<string, unknown>,
  Fields extends FieldsOf<T> = FieldsOf<T>,
  Stored extends FieldName<T> = FieldName<T>,
> {
  protected readonly segments: SegmentList

  /** @internal */
  constructor(segments: SegmentList) {
    this.segments = segments
  }

  /**
   * Opens the bytes of `toBytes()`: a `Uint8Array`, an `ArrayBuffer`, a `DataView` or a Node `Buffer`. Opening takes no time, because a query reads only
   * the bytes it needs. The bytes are not copied: do not change them afterwards.
   *
   * @throws InvalidOptionError, CorruptIndexError, UnsupportedVersionError; MissingLanguageError if the file names a language or stemmer that `options` lack
   */
  static fromBytes<T extends object = Record<string, unknown>>(
    bytes: IndexBytes,
    options: OpenOptions = {},
  ): IndexSearcher<T> {
    checkOptions(options, OPEN_OPTIONS)
    const open = { languages: [french], ...options }
    return new IndexSearcher<T>(openBytes(bytes, open, (schema, language) => new SegmentList(schema, language)))
  }

  /** How many documents there are. */
  get size(): number {
    return this.segments.documentCount
  }

  has(id: DocumentId): boolean {
    return this.segments.find(id) !== undefined
  }

  /** The stored fields of a document, or undefined where no document has this id. */
  get(id: DocumentId): Partial<Pick<T, Stored>> | undefined {
    const found = this.segments.find(id)
    return found === undefined
      ? undefined
      : (storedFields(found.part.segment, found.document) as Partial<Pick<T, Stored>>)
  }

  /**
   * Finds documents, best first, by typed text (docs/questions.md says what it may hold; no text makes it throw) or by a tree such as `parseQuery` gives.
   *
   * @throws InvalidOptionError for wrong options and malformed trees; CorruptIndexError where the bytes it was opened from are damaged
   */
  search(
    question: string | QueryNode,
    options: SearchOptions<T, Fields, Stored> = {},
  ): SearchResults<Pick<T, Stored>, ColumnName<Fields>> {
    const start = now()
    const { schema, parts } = this.segments
    const checked = checkSearchOptions(options, schema)
    const { limit, fields, widening, filter, facets, sort, recency, highlight, explain, countUpTo } = checked
    const paged = { state: this.segments.state, asked: [question, orderingOptions(options)] }
    const offset = options.after === undefined ? checked.offset : readCursor(options.after, paged)
    const language = languageWith(options.synonyms, this.segments.language)
    const typed = compileQuery(question, language, schema, checked.required)
    const columns = [...(sort ?? []), ...(facets ?? []), ...(recency === undefined ? [] : [recency])]
      .flatMap(({ column }) => column ?? [])
      .concat(filter === undefined ? [] : columnsOf(filter))
    announceQuery(typed.question, typed.condition, parts, language, widening, columns)
    const split =
      checked.split && typeof question === 'string' ? splitQuery(question, typed, parts, language) : undefined
    const meant = split ?? question
    const compiled = split === undefined ? typed : compileQuery(split, language, schema, checked.required)
    const { question: asked, condition, required } = compiled
    if (compiled !== typed) announceQuery(asked, condition, parts, language, widening, columns)
    const admitted = filter && parts.map(({ segment }) => admittedBy(filter, segment))
    const found = facets && parts.map(({ segment }) => new DocumentSet(segment.documentCount))
    const {
      ranked,
      hasMore,
      total,
      isLowerBound,
      question: weighed,
    } = execute(asked, parts, language, {
      fields,
      // What no word of the question decides is decided by the filter alone.
      required: terms => (terms === 0 && filter !== undefined ? 0 : required(terms)),
      condition,
      filter: admitted,
      matching: found,
      sort,
      factors: documentFactors(parts, recency, options.boostDocument),
      count: offset + limit,
      countUpTo,
      widening,
    })
    const didYouMean =
      typeof meant === 'string' ? correctQuestion(meant, asked, weighed, parts, language, true) : undefined
    const highlighter = highlight && makeHitHighlighter(asked, weighed, language, highlight, schema)
    const explainer = explain ? makeExplainer(asked, weighed, parts, fields) : undefined
    const wanted = announceHits(ranked.slice(offset), parts)
    const hits = wanted.map(found =>
      makeHit<Pick<T, Stored>>(found, parts[found.part], weighed, fields, highlighter, explainer),
    )
    return {
      total,
      ...(isLowerBound && { totalIsLowerBound: true }),
      hits,
      next: hasMore && hits.length > 0 ? writeCursor(offset + hits.length, paged) : undefined,
      facets: facets && countFacets(facets, parts, found ?? [], filter, admitted),
      correction:
        typeof meant === 'string' ? (correctQuestion(meant, asked, weighed, parts, language) ?? split) : undefined,
      ...(didYouMean !== undefined && { didYouMean }),
      tookMs: now() - start,
    }
  }

  /**
   * Finds documents like one of the index, by the words that tell it from the others; the document itself is left out. Store the fields that
   * it reads: without their texts it costs a pass over the dictionary.
   *
   * @throws UnknownDocumentError, InvalidOptionError
   * @example
   * index.similar('2019-11-14-tripoli', { limit: 3 }).hits
   */
  similar(id: DocumentId, options: SimilarOptions<T> = {}): SearchResults<Pick<T, Stored>, ColumnName<Fields>> {
    const start = now()
    const { schema, language, parts } = this.segments
    const { limit, offset, fields, countUpTo } = checkSearchOptions(options, schema, SIMILAR_OPTIONS)
    const model = this.segments.find(id)
    if (model === undefined) throw new UnknownDocumentError(id)
    const asked = questionOf(model.part, model.document, parts, language, fields, schema.storeFields)
    const admitted = allBut(parts, model.part, model.document)
    const { ranked, total, isLowerBound, question } = execute(asked, parts, language, {
      fields,
      required: requiredOfSimilar,
      count: offset + limit,
      countUpTo,
      admitted,
    })
    const wanted = announceHits(ranked.slice(offset), parts)
    const hits = wanted.map(found => makeHit<Pick<T, Stored>>(found, parts[found.part], question, fields))
    return {
      total,
      ...(isLowerBound && { totalIsLowerBound: true }),
      hits,
      correction: undefined,
      tookMs: now() - start,
    }
  }

  /**
   * Completes what someone is typing, best first: the last word by the words of the index, and the whole by what its titles hold (where they are stored).
   * Accents need not be typed. The first call after a change passes over the titles; the others take a fraction of a millisecond.
   *
   * @throws InvalidOptionError
   * @example
   * index.suggest('cess') // [{ text: 'cessez-le-feu', score: 9 }, { text: 'cessez-le-feu à Tripoli', score: 2 }]
   */
  suggest(typed: string, options: SuggestOptions = {}): Suggestion[] {
    const { schema, language, parts } = this.segments
    if (typeof typed !== 'string') throw new InvalidOptionError('typed', typed, 'a string')
    return suggest(typed, checkSuggestOptions(options).limit, parts, schema, language)
  }

  /** Reads and checks every byte that the index was opened from. @throws CorruptIndexError */
  verify(): void {
    this.segments.verify()
  }
}

/** The options that decide which hits come in which order. */
function orderingOptions(options: object): object {
  const { limit, offset, after, highlight, explain, facets, countUpTo, ...ordering } = options as Record<
    string,
    unknown
  >
  return ordering
}

/** A time in milliseconds, to measure how long work takes; exact to a fraction of one if the runtime has `performance`. */
export function now(): number {
  const { performance = Date } = globalThis as { performance?: { now(): number } }
  return performance.now()
}
