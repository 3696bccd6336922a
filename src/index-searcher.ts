/** A prebuilt index: bytes in, ranked hits out. Enough for an application that builds its index elsewhere. */

import { checkOptions, type OptionNames } from './check-options.ts'
import { allFeatures } from './features/all-features.ts'
import { type Inspection, inspectSegment } from './features/inspect.ts'
import type { PassageResults, PassagesOptions } from './features/passages.ts'
import type { Capture, NoOptions, ResultsOf, SimilarResults } from './features/search-results.ts'
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
import type { FirstPageOptions, SimilarOptions } from './search/search-options.ts'
import type { SuggestOptions } from './search/suggest-options.ts'

/**
 * The options of `fromBytes()`. None of them is needed: a file says how it is to be read.
 *
 * @example
 * SearchIndex.fromBytes<Article>(bytes, { language: french({ synonyms: [['trêve', 'cessez-le-feu']] }) })
 */
export interface OpenOptions extends LanguageOptions {}

export const OPEN_OPTIONS: OptionNames<OpenOptions> = LANGUAGE_OPTIONS

/**
 * Searches an index file that is in memory. It answers every query that `SearchIndex` answers. Import it from `trouvaille/searcher` if your code never
 * adds documents: bundles are a fifth smaller without the code that does.
 *
 * Use `openIndex()` instead if the file is to be fetched: it reads only the parts that queries need.
 *
 * @example
 * import { IndexSearcher } from 'trouvaille/searcher'
 *
 * const index = IndexSearcher.fromBytes<Article, 'title'>(bytes)
 * for (const hit of index.search('Haftar Tripoli cessez-le-feu').hits) {
 *   console.log(hit.score, hit.document.title)
 * }
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
   * Opens the bytes of an index file: a `Uint8Array`, an `ArrayBuffer`, a `DataView` or a Node `Buffer`. Opening is immediate, because a query reads only
   * the bytes that it needs. The bytes are not copied: do not change them afterwards.
   *
   * The compiler cannot see which fields the file stores, so every field of `hit.document` may be missing. Name the stored fields in a second type
   * argument, and they are always there.
   *
   * @param bytes what `toBytes()` returned, or the content of a file that `trouvaille build` wrote
   * @param options a language, languages or stemmers that the file cannot bring itself. Default: none.
   * @throws CorruptIndexError if the bytes are damaged or not an index; UnsupportedVersionError if another version of the library wrote them;
   *   MissingLanguageError if the file names a language or stemmer of your own that `options` do not have; InvalidOptionError for wrong options
   * @example
   * const index = IndexSearcher.fromBytes<Article, 'title'>(bytes)
   * index.search('trêve').hits[0].document.title // a string
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

  /** The number of documents. */
  get size(): number {
    return this.segments.documentCount
  }

  /** Whether the index has a document with this id. The number `1` and the string `'1'` are different ids. */
  has(id: DocumentId): boolean {
    return this.engine.has(id)
  }

  /**
   * The stored fields of a document; `undefined` if no document has this id.
   *
   * @example
   * index.get('2019-11-14-tripoli')?.title // 'Haftar ordonne un cessez-le-feu'
   */
  get(id: DocumentId): StoredDocument<T, Stored> | undefined {
    return this.engine.get(id) as StoredDocument<T, Stored> | undefined
  }

  /**
   * Finds documents, best first. By default a document matches if it contains any of the words of the query; more and rarer matches rank higher.
   *
   * What the options ask for is in the results, and the compiler knows it: `facets` with the option `facets`, `highlights` of each hit with `highlight`,
   * `explanation` with `explain`.
   *
   * @param query what the visitor typed. It may have operators (`"…"`, `-word`, `word*`, `title:word`, AND, OR); no text makes the search fail. Or a tree
   *   such as `parseQuery()` returns.
   * @param options see `SearchOptions`. Default: the ten best hits.
   * @throws InvalidOptionError for wrong options and malformed trees; CorruptIndexError if the bytes that were opened are damaged; StaleCursorError if
   *   `after` is from an index that changed since
   * @example
   * const { hits, total, facets } = index.search('Haftar Tripoli', {
   *   limit: 20,
   *   filter: { section: ['monde'], published: { gte: '2019-11' } },
   *   facets: ['section'],
   *   highlight: { fields: ['title'] },
   * })
   */
  search<Options = NoOptions>(
    query: string | QueryNode,
    options?: FirstPageOptions<T, Stored, Fields> & Capture<Options>,
  ): ResultsOf<T, Stored, Options> {
    return this.engine.search(query, options ?? {}) as unknown as ResultsOf<T, Stored, Options>
  }

  /**
   * Finds the passages of stored texts that answer a query, best first: whole sentences, with the ranges to mark and their place in the text. They are
   * taken from the best fifty documents of a search. For quoting an answer on a page, or for giving sources to a language model.
   *
   * @throws InvalidOptionError for wrong options, and if no text field is stored
   * @example
   * const { passages } = index.passages('combien coûte le billet du musée', { limit: 3 })
   * passages[0].text // 'Le billet coûte 8 € (tarif réduit : 5 €) ; …'
   */
  passages(query: string | QueryNode, options: PassagesOptions<T, Stored, Fields> = {}): PassageResults<T, Stored> {
    return this.engine.passages(query, options) as unknown as PassageResults<T, Stored>
  }

  /**
   * Finds documents that resemble one of the index, by the words that distinguish it from the others. The document itself is left out. For “read also”
   * boxes. Store the text fields: if they are not stored, each call reads the whole dictionary.
   *
   * @throws UnknownDocumentError if no document has this id; InvalidOptionError for wrong options
   * @example
   * const { hits } = index.similar('2019-11-14-tripoli', { limit: 3 })
   */
  similar(id: DocumentId, options: SimilarOptions<T, Fields> = {}): SimilarResults<T, Stored> {
    return this.engine.similar(id, options) as unknown as SimilarResults<T, Stored>
  }

  /**
   * Suggests completions of a query that is being typed, best first: words of the index, and phrases and titles of the stored texts as they are written
   * there. Accents need not be typed. A suggestion stays in the list while it is typed, unless better ones fill the list.
   *
   * @throws InvalidOptionError for wrong options
   * @example
   * index.suggest('cess') // [{ text: 'cessez-le-feu', score: 21 }, { text: 'Cessez-le-feu à Tripoli', score: 12 }]
   */
  suggest(typed: string, options: SuggestOptions = {}): Suggestion[] {
    return this.engine.suggest(typed, options)
  }

  /**
   * The fields of the index: those that are searched, those that are filtered and sorted by, and those that are only stored.
   *
   * @example
   * index.fields()
   * // [{ name: 'title', type: 'text', stored: true, boost: 2, title: true }, { name: 'section', type: 'keyword', stored: false }]
   */
  fields(): IndexField[] {
    return indexFields(this.segments.schema)
  }

  /** The tags of the languages of a multilingual index, in lower case (`['en', 'fr']`); empty if the index has one language. */
  languages(): readonly string[] {
    return this.segments.language.several?.tags ?? []
  }

  /**
   * Describes the index as one file: counts, fields, bytes by section, frequent words.
   *
   * @example
   * const { documents, bytes, frequentWords } = index.inspect()
   * frequentWords({ limit: 3, stopWords: false }) // [{ word: 'tripoli', documents: 412, stopWord: false }, …]
   */
  inspect(): Inspection {
    return inspectSegment(this.segments.asFile(), this.segments.language, this.segments.isRegrouped)
  }

  /** Reads every byte that the index was opened from and checks it. Queries check only what they read. @throws CorruptIndexError if one is damaged */
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
