/** A prebuilt index as people question it: bytes in, ranked hits out. What an application needs that builds its index elsewhere. */

import { checkOptions, type OptionNames } from './check-options.ts'
import { allFeatures } from './features/all-features.ts'
import type { Suggestion } from './features/suggest.ts'
import type { IndexBytes } from './format/checked-bytes.ts'
import { openBytes } from './index/open-segments.ts'
import { SegmentList } from './index/segment-list.ts'
import { LANGUAGE_OPTIONS, type LanguageOptions } from './language/definition.ts'
import { french } from './languages/french/french.ts'
import type { QueryNode } from './query/query-tree.ts'
import { QueryEngine, type SearchResults } from './query-engine.ts'
import type { DocumentId } from './schema/document.ts'
import type { ColumnName, FieldName, FieldsOf } from './schema/schema-types.ts'
import type { SearchOptions, SimilarOptions, SuggestOptions } from './search/search-options.ts'

export type { SearchResults }

/** The options of `fromBytes()`. */
export type OpenOptions = LanguageOptions

export const OPEN_OPTIONS: OptionNames<OpenOptions> = LANGUAGE_OPTIONS

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
  private queryEngine: QueryEngine | undefined

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

  private get engine(): QueryEngine {
    return (this.queryEngine ??= new QueryEngine(this.segments, allFeatures))
  }

  /** How many documents there are. */
  get size(): number {
    return this.segments.documentCount
  }

  has(id: DocumentId): boolean {
    return this.engine.has(id)
  }

  /** The stored fields of a document, or undefined if no document has this id. */
  get(id: DocumentId): Partial<Pick<T, Stored>> | undefined {
    return this.engine.get<Pick<T, Stored>>(id)
  }

  /**
   * Finds documents, best first, by typed text (docs/questions.md says what it may hold; no text makes it throw) or by a tree such as `parseQuery` gives.
   *
   * @throws InvalidOptionError for wrong options and malformed trees; CorruptIndexError where the bytes it was opened from are damaged
   */
  search(
    query: string | QueryNode,
    options: SearchOptions<T, Fields, Stored> = {},
  ): SearchResults<Pick<T, Stored>, ColumnName<Fields>> {
    return this.engine.search(query, options as SearchOptions<T>) as SearchResults<Pick<T, Stored>, ColumnName<Fields>>
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
    return this.engine.similar(id, options) as SearchResults<Pick<T, Stored>, ColumnName<Fields>>
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
    return this.engine.suggest(typed, options)
  }

  /** Reads and checks every byte that the index was opened from. @throws CorruptIndexError */
  verify(): void {
    this.segments.verify()
  }
}
