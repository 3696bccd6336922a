/** The index that applications use: documents in, ranked hits out, bytes to store. */

import { checkOptions } from './check-options.ts'
import { DuplicateIdError, InvalidOptionError, UnknownDocumentError } from './errors.ts'
import type { IndexBytes } from './format/checked-bytes.ts'
import { GrowingSegmentList } from './index/growing-segment-list.ts'
import { checkBudget, INDEX_OPTIONS, type SearchIndexOptions, type WritingOptions } from './index/index-options.ts'
import { IndexSearcher, type OpenOptions, openSegments } from './index-searcher.ts'
import { chooseLanguage } from './language/choose-language.ts'
import { french } from './languages/french/french.ts'
import { type DocumentId, type ReadDocument, readDocument } from './schema/document.ts'
import { ADD_ALL_OPTIONS, type AddAllAsyncOptions, readDocuments } from './schema/read-documents.ts'
import { makeSchema } from './schema/schema.ts'
import type { FieldName, FieldsOf, StoredNames } from './schema/schema-types.ts'

export type { AddAllAsyncOptions, SearchIndexOptions, WritingOptions }

/**
 * A full-text index in memory that documents can be added to, replaced in and removed from. `toBytes()` turns it into a file.
 *
 * The compiler checks the names of fields in queries. `SearchIndex.from(articles, …)` knows most: the type of the documents and what is stored. With
 * `new SearchIndex<Article>(…)` names are checked against `Article`, and without a type argument against the options.
 *
 * To build large files in Node, see `buildIndexFile()` of `trouvaille/node`, which needs little memory.
 *
 * @example
 * import { SearchIndex } from 'trouvaille'
 *
 * const index = SearchIndex.from(articles, {
 *   fields: { title: {}, body: {}, section: { type: 'keyword' } },
 *   storeFields: ['title'],
 * })
 * const { hits } = index.search('Haftar Tripoli cessez-le-feu', { filter: { section: 'monde' } })
 * hits[0].document.title // a string
 */
export class SearchIndex<
  T extends object = Record<string, unknown>,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> extends IndexSearcher<T, Stored, Fields> {
  /** @internal */
  declare protected readonly segments: GrowingSegmentList

  /**
   * Makes an empty index.
   *
   * @param options which fields to search, filter and store, and the language of the texts. Default language: French.
   * @throws InvalidOptionError for wrong options
   * @example
   * const index = new SearchIndex<Article>({ fields: ['title', 'body'], storeFields: ['title'] })
   */
  constructor(options: SearchIndexOptions<T, Stored, Fields>) {
    // `fromBytes` passes segments. The type does not say so, because the compiler would name them in its message about a mistyped option.
    super(
      options instanceof GrowingSegmentList
        ? options
        : makeSegments(options as SearchIndexOptions<Record<string, unknown>>),
    )
  }

  /**
   * Makes an index of documents. The compiler infers everything from the call: the type of the documents, the fields, and which of them are stored.
   *
   * @throws InvalidOptionError for wrong options; InvalidDocumentError if a document has no id or a field has a value of the wrong type;
   *   DuplicateIdError if two documents have the same id
   * @example
   * const index = SearchIndex.from(articles, { fields: ['title', 'body'], storeFields: ['title'] })
   * index.search('Tripoli').hits[0].document.title // a string, if `title` of the articles is one
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
   * Opens the bytes of an index file, for queries and changes: a `Uint8Array`, an `ArrayBuffer`, a `DataView` or a Node `Buffer`. Opening is immediate,
   * because a query reads only the bytes that it needs. The bytes are not copied: do not change them afterwards.
   *
   * The compiler cannot see which fields the file stores, so every field of `hit.document` may be missing. Name the stored fields in a second type
   * argument, and they are always there.
   *
   * @throws CorruptIndexError if the bytes are damaged or not an index; UnsupportedVersionError if another version of the library wrote them;
   *   MissingLanguageError if the file names a language or stemmer of your own that `options` do not have; InvalidOptionError for wrong options
   * @example
   * const index = SearchIndex.fromBytes<Article, 'title'>(bytes)
   * index.add(article)
   */
  static override fromBytes<T extends object = Record<string, unknown>, Stored extends StoredNames<T> = undefined>(
    bytes: IndexBytes,
    options: OpenOptions = {},
  ): SearchIndex<T, Stored> {
    const segments = openSegments(bytes, options, (schema, language) => new GrowingSegmentList(schema, language))
    return new SearchIndex<T, Stored>(segments as never)
  }

  /**
   * Adds a document. It can be found immediately.
   *
   * @throws InvalidDocumentError if it has no id or a field has a value of the wrong type; DuplicateIdError if the index has a document with its id.
   *   Nothing is changed then.
   * @example
   * index.add({ id: 7, title: 'La trêve', body: 'À Tripoli, …', section: 'monde', published: new Date() })
   */
  add(document: T): void {
    this.addAll([document])
  }

  /**
   * Adds documents, all of them or, if one is refused, none. The page or process waits meanwhile: `addAllAsync()` lets other work run.
   *
   * @throws as `add()`
   * @example
   * index.addAll(articles)
   */
  addAll(documents: Iterable<T>): void {
    const { schema, language } = this.segments
    if (typeof documents?.[Symbol.iterator] !== 'function') {
      throw new InvalidOptionError('documents', documents, 'an array or another iterable of documents')
    }
    this.segments.add(Array.from(documents, document => readDocument(document, schema, language)))
  }

  /**
   * Adds documents from an iterable or async iterable, all of them or none, and lets other work run in between. They can be found when the promise is
   * fulfilled.
   *
   * @throws as `add()`; QueryAbortedError if `signal` fired
   * @example
   * await index.addAllAsync(articles, { onProgress: ({ added }) => console.log(`${added} articles`) })
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

  /** Removes a document. @throws UnknownDocumentError if no document has this id */
  remove(id: DocumentId): void {
    this.segments.remove(id)
  }

  /**
   * Replaces the document that has the same id.
   *
   * @throws UnknownDocumentError if there is none; InvalidDocumentError if a field has a value of the wrong type. Nothing is changed then.
   * @example
   * if (index.has(article.id)) index.replace(article)
   * else index.add(article)
   */
  replace(document: T): void {
    const read = readDocument(document, this.segments.schema, this.segments.language)
    if (!this.has(read.id)) throw new UnknownDocumentError(read.id)
    this.segments.remove(read.id)
    this.segments.add([read])
  }

  /**
   * Merges everything that was added into one segment and frees the memory of removed documents. Answers stay the same. Call it after many small
   * changes: it rewrites the whole index.
   */
  compact(): void {
    this.segments.compact()
  }

  /**
   * Writes the index as a file. The same documents give the same bytes on any machine.
   *
   * @example
   * import { writeFile } from 'node:fs/promises'
   *
   * await writeFile('public/search.trv', index.toBytes())
   */
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
