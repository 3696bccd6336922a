/** A prebuilt index: bytes in, ranked hits out. Enough for an application that builds its index elsewhere. */

import { checkOptions, type OptionNames } from './check-options.ts'
import { allFeatures } from './features/all-features.ts'
import { type Inspection, inspectSegment } from './features/inspect.ts'
import type { PassageResults, PassagesOptions } from './features/passages.ts'
import type { Capture, ResultsOf, SimilarResults } from './features/search-results.ts'
import type { Suggestion } from './features/suggest.ts'
import type { IndexBytes } from './format/checked-bytes.ts'
import { openBytes } from './index/open-segments.ts'
import { SegmentList } from './index/segment-list.ts'
import { LANGUAGE_OPTIONS, type LanguageOptions } from './language/definition.ts'
import type { Language } from './language/language.ts'
import { LIBRARY_LANGUAGES } from './languages/library-languages.ts'
import type { QueryNode } from './query/query-tree.ts'
import { QueryEngine } from './query-engine.ts'
import type { DocumentId } from './schema/document.ts'
import { indexFields } from './schema/index-fields.ts'
import type { Schema } from './schema/schema.ts'
import type { FieldsOf, IndexField, StoredDocument, StoredNames } from './schema/schema-types.ts'
import type { SearchOptions, SimilarOptions, SuggestOptions } from './search/search-options.ts'

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
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> {
  /** @internal */
  protected readonly segments: SegmentList
  private queryEngine: QueryEngine | undefined

  /** Instances come from `fromBytes()`. */
  protected constructor()
  /** @internal */
  protected constructor(segments: SegmentList)
  protected constructor(segments?: SegmentList) {
    if (segments === undefined)
      throw new TypeError('IndexSearcher has no public constructor: call IndexSearcher.fromBytes().')
    this.segments = segments
  }

  /** @internal Searches segments that were opened elsewhere. */
  static over<T extends object, Stored extends StoredNames<T>>(segments: SegmentList): IndexSearcher<T, Stored> {
    return new IndexSearcher<T, Stored>(segments)
  }

  /**
   * Opens the bytes of `toBytes()`: a `Uint8Array`, an `ArrayBuffer`, a `DataView` or a Node `Buffer`. Opening takes no time, because a query reads only
   * the bytes it needs. The bytes are not copied: do not change them afterwards.
   *
   * The compiler cannot see which fields the file stores: each may be missing from `hit.document`. If you name them, they are there:
   * `fromBytes<Article, 'title'>(bytes)`.
   *
   * @throws InvalidOptionError, CorruptIndexError, UnsupportedVersionError; MissingLanguageError if the file names a language or stemmer that `options` lack
   */
  static fromBytes<T extends object = Record<string, unknown>, Stored extends StoredNames<T> = undefined>(
    bytes: IndexBytes,
    options: OpenOptions = {},
  ): IndexSearcher<T, Stored> {
    return IndexSearcher.over(openSegments(bytes, options, (schema, language) => new SegmentList(schema, language)))
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

  /** The stored fields of a document, or undefined where no document has this id. */
  get(id: DocumentId): StoredDocument<T, Stored> | undefined {
    return this.engine.get(id) as StoredDocument<T, Stored> | undefined
  }

  /**
   * Finds documents, best first, by typed text (docs/questions.md says what it may hold; no text makes it throw) or by a tree such as `parseQuery` gives.
   *
   * @throws InvalidOptionError for wrong options and malformed trees; CorruptIndexError where the bytes it was opened from are damaged
   */
  search<Options = unknown>(
    query: string | QueryNode,
    options?: SearchOptions<T, Stored, Fields> & Capture<Options>,
  ): ResultsOf<T, Stored, Options> {
    return this.engine.search(query, options ?? {}) as unknown as ResultsOf<T, Stored, Options>
  }

  /**
   * Finds the parts of stored texts that answer a query, best first, over all documents: whole sentences, with what to mark and where they stand. Takes them
   * from the best fifty documents of a search.
   *
   * @throws InvalidOptionError, also if no text field is stored
   * @example
   * const { passages } = index.passages('combien coûte le billet du musée', { limit: 3 })
   * passages[0].text // 'Le billet coûte 8 € (tarif réduit : 5 €) ; …'
   */
  passages(query: string | QueryNode, options: PassagesOptions<T, Stored, Fields> = {}): PassageResults<T, Stored> {
    return this.engine.passages(query, options) as unknown as PassageResults<T, Stored>
  }

  /**
   * Finds documents like one of the index, by the words that tell it from the others; the document itself is left out. Store the fields that
   * it reads: without their texts it costs a pass over the dictionary.
   *
   * @throws UnknownDocumentError, InvalidOptionError
   * @example
   * index.similar('2019-11-14-tripoli', { limit: 3 }).hits
   */
  similar(id: DocumentId, options: SimilarOptions<T, Fields> = {}): SimilarResults<T, Stored> {
    return this.engine.similar(id, options) as unknown as SimilarResults<T, Stored>
  }

  /**
   * Completes what someone is typing, best first: by words of the index, and by phrases and titles of the stored texts as they are written there. Accents
   * need not be typed. A suggestion stays in the list while it is typed, unless better ones fill the list.
   *
   * @throws InvalidOptionError
   * @example
   * index.suggest('cess') // [{ text: 'cessez-le-feu', score: 21 }, { text: 'Cessez-le-feu à Tripoli', score: 12 }]
   */
  suggest(typed: string, options: SuggestOptions = {}): Suggestion[] {
    return this.engine.suggest(typed, options)
  }

  /**
   * The fields of the index, as its schema has them: those that are searched, the columns, and those that are only stored.
   *
   * @example
   * index.fields() // [{ name: 'title', type: 'text', stored: true, boost: 2, title: true }, { name: 'section', type: 'keyword', stored: false }]
   */
  fields(): IndexField[] {
    return indexFields(this.segments.schema)
  }

  /** The tags of the languages that documents of the index are in, in lower case (`['en', 'fr']`); empty if the index has one. */
  languages(): readonly string[] {
    return this.segments.language.several?.tags ?? []
  }

  /** What is in the index and what it weighs, as one file. */
  inspect(): Inspection {
    return inspectSegment(this.segments.asFile(), this.segments.language, this.segments.isRegrouped)
  }

  /** Reads and checks every byte that the index was opened from. @throws CorruptIndexError */
  verify(): void {
    this.segments.verify()
  }
}

/**
 * Opens the bytes of a file as segments; French files need no option.
 *
 * @internal
 * @throws InvalidOptionError, CorruptIndexError, UnsupportedVersionError, MissingLanguageError
 */
export function openSegments<List extends SegmentList>(
  bytes: IndexBytes,
  options: OpenOptions,
  makeList: (schema: Schema, language: Language) => List,
): List {
  checkOptions(options, OPEN_OPTIONS)
  return openBytes(bytes, { ...options, languages: options.languages ?? LIBRARY_LANGUAGES }, makeList)
}
