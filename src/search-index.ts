/** The index that applications use: documents in, ranked hits out, bytes to store. */

import { checkOptions } from './check-options.ts'
import { DuplicateIdError, InvalidOptionError, UnknownDocumentError } from './errors.ts'
import type { IndexBytes } from './format/checked-bytes.ts'
import { GrowingSegmentList } from './index/growing-segment-list.ts'
import { checkBudget, INDEX_OPTIONS, type SearchIndexOptions } from './index/index-options.ts'
import { IndexSearcher, type OpenOptions, openSegments } from './index-searcher.ts'
import { chooseLanguage } from './language/choose-language.ts'
import { french } from './languages/french/french.ts'
import { type DocumentId, type ReadDocument, readDocument } from './schema/document.ts'
import { ADD_ALL_OPTIONS, type AddAllAsyncOptions, readDocuments } from './schema/read-documents.ts'
import { makeSchema } from './schema/schema.ts'
import type { FieldName, FieldsOf, StoredNames } from './schema/schema-types.ts'

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
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> extends IndexSearcher<T, Stored, Fields> {
  /** @internal */
  declare protected readonly segments: GrowingSegmentList

  /** @throws InvalidOptionError for options that make no schema. */
  constructor(options: SearchIndexOptions<T, Stored, Fields>) {
    // `fromBytes` passes segments. The type does not say so, because the compiler would speak of them to whoever mistypes an option.
    super(
      options instanceof GrowingSegmentList
        ? options
        : makeSegments(options as SearchIndexOptions<Record<string, unknown>>),
    )
  }

  /**
   * An index of documents. The compiler learns everything from the call: the type of the documents, the fields, and which of them are stored.
   *
   * @throws InvalidOptionError, InvalidDocumentError, DuplicateIdError
   * @example
   * const index = SearchIndex.from(articles, { fields: ['title', 'body'], storeFields: ['title'] })
   * index.search('Tripoli').hits[0].document.title // a string, if that is what articles have
   */
  static from<
    T extends object,
    const Stored extends FieldName<T> = never,
    const Fields extends FieldsOf<T> = FieldsOf<T>,
  >(documents: Iterable<T>, options: SearchIndexOptions<T, Stored, Fields>): SearchIndex<T, Stored, Fields> {
    const index = new SearchIndex<T, Stored, Fields>(options)
    index.addAll(documents)
    return index
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
  static override fromBytes<T extends object = Record<string, unknown>, Stored extends StoredNames<T> = undefined>(
    bytes: IndexBytes,
    options: OpenOptions = {},
  ): SearchIndex<T, Stored> {
    const segments = openSegments(bytes, options, (schema, language) => new GrowingSegmentList(schema, language))
    return new SearchIndex<T, Stored>(segments as never)
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
    const { schema, language } = this.segments
    if (typeof documents?.[Symbol.iterator] !== 'function') {
      throw new InvalidOptionError('documents', documents, 'an array or another iterable of documents')
    }
    this.segments.add(Array.from(documents, document => readDocument(document, schema, language)))
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
    const take = (document: ReadDocument) => {
      if (ids.has(document.id) || this.has(document.id)) throw new DuplicateIdError(document.id)
      ids.add(document.id)
      aside.append(document)
    }
    const { schema, language } = this.segments
    const added = await readDocuments(documents, schema, options, take, language)
    this.segments.appendAll(aside, ids)
    options.onProgress?.({ added })
  }

  /** Removes a document. @throws UnknownDocumentError */
  remove(id: DocumentId): void {
    this.segments.remove(id)
  }

  /** Puts a document in the place of the one with its id. @throws InvalidDocumentError, UnknownDocumentError; nothing is changed then */
  replace(document: T): void {
    const read = readDocument(document, this.segments.schema, this.segments.language)
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
}

function makeSegments(options: SearchIndexOptions<Record<string, unknown>>): GrowingSegmentList {
  checkOptions(options, INDEX_OPTIONS, '', "an object such as { fields: ['title', 'body'] }")
  return new GrowingSegmentList(
    makeSchema(options),
    chooseLanguage(options.language ?? french()),
    checkBudget(options.memoryBudget),
  )
}
