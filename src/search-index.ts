/** The index as people use it: documents in, ranked hits out, bytes to keep. */

import { checkOptions } from './check-options.ts'
import { DuplicateIdError, InvalidOptionError, UnknownDocumentError } from './errors.ts'
import { type Inspection, inspectSegment } from './features/inspect.ts'
import type { IndexBytes } from './format/checked-bytes.ts'
import { GrowingSegmentList } from './index/growing-segment-list.ts'
import { checkBudget, INDEX_OPTIONS, type SearchIndexOptions } from './index/index-options.ts'
import { openBytes } from './index/open-segments.ts'
import { IndexSearcher, OPEN_OPTIONS, type OpenOptions } from './index-searcher.ts'
import { checkLanguage } from './language/definition.ts'
import { french } from './languages/french/french.ts'
import type { ByteSource } from './open/byte-source.ts'
import type { OpenRemoteOptions } from './open/open-options.ts'
import { openRemote } from './open/open-remote.ts'
import type { RemoteIndex } from './open/remote-index.ts'
import type { PlatformURL } from './platform-types.ts'
import { type DocumentId, readDocument } from './schema/document.ts'
import { ADD_ALL_OPTIONS, type AddAllAsyncOptions, readDocuments } from './schema/read-documents.ts'
import { makeSchema } from './schema/schema.ts'
import type { FieldName, FieldsOf } from './schema/schema-types.ts'

export type { AddAllAsyncOptions, SearchIndexOptions }

/**
 * A full-text index over documents of type `T`. Where `T` is not given, the names in questions are checked against the options; where it is, against `T`.
 *
 * @example
 * const index = new SearchIndex<Article>({ fields: ['title', 'body'], storeFields: ['title'] })
 * index.addAll(articles)
 * const { hits } = index.search('Haftar Tripoli cessez-le-feu')
 */
export class SearchIndex<
  T extends object = Record<string, unknown>,
  Fields extends FieldsOf<T> = FieldsOf<T>,
  Stored extends FieldName<T> = FieldName<T>,
> extends IndexSearcher<T, Fields, Stored> {
  declare protected readonly segments: GrowingSegmentList

  /** @throws InvalidOptionError for options that make no schema. */
  constructor(options: SearchIndexOptions<T, Fields, Stored>)
  /** @internal */
  constructor(segments: GrowingSegmentList)
  constructor(source: SearchIndexOptions<T, Fields, Stored> | GrowingSegmentList) {
    super(source instanceof GrowingSegmentList ? source : makeSegments(source))
  }

  /**
   * Opens the bytes of `toBytes()`: a `Uint8Array`, an `ArrayBuffer`, a `DataView` or a Node `Buffer`. Opening takes no time, because a query reads only
   * the bytes it needs. The bytes are not copied: do not change them afterwards.
   *
   * @throws InvalidOptionError, CorruptIndexError, UnsupportedVersionError; MissingLanguageError if the file names a language or stemmer that `options` lack
   */
  static override fromBytes<T extends object = Record<string, unknown>>(
    bytes: IndexBytes,
    options: OpenOptions = {},
  ): SearchIndex<T> {
    checkOptions(options, OPEN_OPTIONS)
    const open = { languages: [french], ...options }
    return new SearchIndex<T>(openBytes(bytes, open, (schema, language) => new GrowingSegmentList(schema, language)))
  }

  /**
   * Opens an index file where it is, on a web server that answers range requests or in any `ByteSource`: reads its first kilobytes, and the rest as
   * questions need it. The same as `openRemote()`.
   *
   * @throws RangeNotSupportedError, RequestFailedError, CorruptIndexError, UnsupportedVersionError, QueryAbortedError; InvalidOptionError for wrong options
   * @example
   * const index = await SearchIndex.open<Article>('https://exemple.fr/recherche.trv')
   * const { hits } = await index.search('Haftar Tripoli cessez-le-feu')
   */
  static open<T extends object = Record<string, unknown>>(
    urlOrSource: string | PlatformURL | ByteSource,
    options: OpenRemoteOptions = {},
  ): Promise<RemoteIndex<T>> {
    return openRemote<T>(urlOrSource, options)
  }

  /**
   * Adds a document; it can be found at once.
   *
   * @throws InvalidDocumentError, DuplicateIdError; nothing is changed then
   */
  add(document: T): void {
    this.addAll([document])
  }

  /** Adds documents, all or none. @throws as `add` */
  addAll(documents: Iterable<T>): void {
    const { schema } = this.segments
    if (typeof documents?.[Symbol.iterator] !== 'function') {
      throw new InvalidOptionError('documents', documents, 'an array or another iterable of documents')
    }
    this.segments.add(Array.from(documents, document => readDocument(document, schema)))
  }

  /**
   * Adds documents from an iterable or async iterable, all or none, and lets other work go on in between. They can be found once the promise is
   * fulfilled.
   *
   * @throws as `add`; QueryAbortedError
   */
  async addAllAsync(documents: Iterable<T> | AsyncIterable<T>, options: AddAllAsyncOptions = {}): Promise<void> {
    checkOptions(options, ADD_ALL_OPTIONS)
    const aside = this.segments.makeAside()
    const ids = new Set<DocumentId>()
    const added = await readDocuments(documents, this.segments.schema, options, document => {
      if (ids.has(document.id) || this.has(document.id)) throw new DuplicateIdError(document.id)
      ids.add(document.id)
      aside.append(document)
    })
    this.segments.appendAll(aside, ids)
    options.onProgress?.({ added })
  }

  /** Removes a document. @throws UnknownDocumentError */
  remove(id: DocumentId): void {
    this.segments.remove(id)
  }

  /** Puts a document in the place of the one with its id. @throws InvalidDocumentError, UnknownDocumentError; nothing is changed then */
  replace(document: T): void {
    const read = readDocument(document, this.segments.schema)
    if (!this.has(read.id)) throw new UnknownDocumentError(read.id)
    this.segments.remove(read.id)
    this.segments.add([read])
  }

  /** Merges the segments that adding and opening made, and lets go of what was removed. Answers stay the same. */
  compact(): void {
    this.segments.compact()
  }

  /** The index as one file: the same bytes for the same documents, on any machine. */
  toBytes(): Uint8Array {
    return this.segments.toBytes()
  }

  /** What is in the index and what it weighs, as the file that `toBytes()` gives. */
  inspect(): Inspection {
    return inspectSegment(this.segments.asFile(), this.segments.language, this.segments.isRegrouped)
  }
}

function makeSegments<T>(options: SearchIndexOptions<T>): GrowingSegmentList {
  checkOptions(options, INDEX_OPTIONS, '', "an object such as { fields: ['title', 'body'] }")
  return new GrowingSegmentList(
    makeSchema(options),
    checkLanguage(options.language ?? french()),
    checkBudget(options.memoryBudget),
  )
}
