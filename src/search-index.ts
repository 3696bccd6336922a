/** The index as people use it: documents in, ranked hits out, bytes to keep. */
import { DuplicateIdError, InvalidOptionError, QueryAbortedError, UnknownDocumentError } from './errors.ts'
import { french } from './french/french.ts'
import { readQuestion } from './query/question.ts'
import { correctQuestion } from './results/correction.ts'
import { makeExplainer } from './results/explain.ts'
import { type Hit, makeHit } from './results/hit.ts'
import { makeHitHighlighter } from './results/hit-highlights.ts'
import { type Inspection, inspectSegment } from './results/inspect.ts'
import { type DocumentId, readDocument } from './schema/document.ts'
import { makeSchema, type SchemaOptions } from './schema/schema.ts'
import { checkSearchOptions, type SearchOptions } from './schema/search-options.ts'
import { execute } from './search/execute.ts'
import { PackedSegment } from './segment/packed-segment.ts'
import { SegmentList } from './segment/segment-list.ts'
import type { Language } from './text/language.ts'

/** The options of `new SearchIndex()`. */
export interface SearchIndexOptions<T> extends SchemaOptions<T> {
  /** How texts and questions are read. Default: `french()`. */
  language?: Language
}

/** The options of `SearchIndex.fromBytes()`. */
export interface OpenOptions {
  /**
   * How questions (and documents added later) are read. Default: the language that the file names, with its default options. A language with
   * another stemmer, other stop words or other synonyms than the file was made with works too.
   */
  language?: Language
}

/** What `addAllAsync` takes beside the documents. */
export interface AddAllAsyncOptions {
  /** Stops the work with a `QueryAbortedError`; nothing of it is kept. */
  signal?: AbortSignal
  /** Called at each turn given to others, and at the end. */
  onProgress?: (progress: { added: number }) => void
}

/** What a search gives. */
export interface SearchResults<T> {
  /** How many documents match, exactly. */
  total: number
  /** The best of them, best first; equal scores in order of insertion. */
  hits: Hit<T>[]
  /** The question with its typos corrected (`'Haftar Tripoli'` for `'Hafter Tripoli'`), where `fuzzy` found any: what the hits answer. */
  correction: string | undefined
  tookMs: number
}

/** After this long, `addAllAsync` lets others have their turn. */
const TURN_MS = 12

/**
 * A full-text index over documents of type `T`.
 *
 * @example
 * const index = new SearchIndex<Article>({ fields: ['title', 'body'], storeFields: ['title'] })
 * index.addAll(articles)
 * const { hits } = index.search('Haftar Tripoli cessez-le-feu')
 */
export class SearchIndex<T extends object = Record<string, unknown>> {
  private readonly segments: SegmentList

  /** @throws InvalidOptionError for options that make no schema. */
  constructor(options: SearchIndexOptions<T>)
  /** @internal */
  constructor(segments: SegmentList)
  constructor(source: SearchIndexOptions<T> | SegmentList) {
    this.segments =
      source instanceof SegmentList ? source : new SegmentList(makeSchema(source), checkLanguage(source.language))
  }

  /**
   * Opens the bytes of `toBytes()`. They are read where a question touches them, so opening takes no time. Don't change them afterwards.
   *
   * @throws CorruptIndexError, UnsupportedVersionError
   */
  static fromBytes<T extends object = Record<string, unknown>>(
    bytes: Uint8Array,
    options: OpenOptions = {},
  ): SearchIndex<T> {
    if (!(bytes instanceof Uint8Array)) throw new InvalidOptionError('bytes', bytes, 'a Uint8Array')
    const packed = new PackedSegment(bytes)
    const language = options.language ?? languageNamed(packed.metadata.language.name)
    const segments = new SegmentList(packed.metadata.schema, checkLanguage(language))
    segments.appendPacked(packed)
    return new SearchIndex<T>(segments)
  }

  /** How many documents there are. */
  get size(): number {
    return this.segments.documentCount
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
    const { signal, onProgress } = options
    const { schema } = this.segments
    const live = this.segments.makeLive()
    const ids = new Set<DocumentId>()
    let turnStart = performance.now()
    throwIfAborted(signal)
    for await (const document of documents) {
      throwIfAborted(signal)
      const read = readDocument(document, schema)
      if (ids.has(read.id) || this.has(read.id)) throw new DuplicateIdError(read.id)
      ids.add(read.id)
      live.add(read)
      if (performance.now() - turnStart < TURN_MS) continue
      onProgress?.({ added: ids.size })
      await new Promise(resolve => setTimeout(resolve))
      turnStart = performance.now()
    }
    throwIfAborted(signal)
    this.segments.appendLive(live, ids)
    onProgress?.({ added: ids.size })
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

  has(id: DocumentId): boolean {
    return this.segments.find(id) !== undefined
  }

  /** The stored fields of a document, or undefined where no document has this id. */
  get(id: DocumentId): Partial<T> | undefined {
    const found = this.segments.find(id)
    return found === undefined ? undefined : (JSON.parse(found.part.segment.stored(found.document)) as Partial<T>)
  }

  /** Merges the segments that adding and opening made, and lets go of what was removed. Answers stay the same. */
  compact(): void {
    this.segments.compact()
  }

  /**
   * Finds documents by typed text, best first. No text makes it throw.
   *
   * @throws InvalidOptionError for wrong options; CorruptIndexError where the bytes it was opened from are damaged
   */
  search(question: string, options: SearchOptions<T> = {}): SearchResults<T> {
    const start = performance.now()
    const { schema, language, parts } = this.segments
    if (typeof question !== 'string') throw new InvalidOptionError('question', question, 'a string')
    const { limit, offset, fields, required, widening, highlight, explain } = checkSearchOptions(options, schema)
    const asked = readQuestion(question, language)
    const {
      ranked,
      total,
      question: weighed,
    } = execute(asked, parts, language, { fields, required, count: offset + limit, widening })
    const highlighter = highlight && makeHitHighlighter(asked, weighed, language, highlight)
    const explainer = explain ? makeExplainer(asked, weighed, parts, fields) : undefined
    const hits = ranked
      .slice(offset)
      .map(found => makeHit<T>(found, parts[found.part], weighed, fields, highlighter, explainer))
    return { total, hits, correction: correctQuestion(question, asked, weighed), tookMs: performance.now() - start }
  }

  /** The index as one file: the same bytes for the same documents, on any machine. */
  toBytes(): Uint8Array {
    return this.segments.toBytes()
  }

  /** What is in the index and what it weighs, as the file that `toBytes()` gives. */
  inspect(): Inspection {
    return inspectSegment(this.segments.asFile(), this.segments.language)
  }

  /** Reads and checks every byte that the index was opened from. @throws CorruptIndexError */
  verify(): void {
    this.segments.verify()
  }
}

function languageNamed(name: string): Language {
  if (name === 'french') return french()
  throw new InvalidOptionError('language', undefined, `the language "${name}" that the file was made with`)
}

function checkLanguage(language: Language = french()): Language {
  if (typeof language?.tokenize === 'function' && typeof language.key === 'function') return language
  throw new InvalidOptionError('language', language, 'a language such as french()')
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new QueryAbortedError(signal.reason)
}
