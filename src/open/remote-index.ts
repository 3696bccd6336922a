/** An index whose file is elsewhere: answers what `IndexSearcher` answers, and gets of the file what a question needs. */
import { checkOptions } from '../check-options.ts'
import { throwIfAborted } from '../errors.ts'
import type { Suggestion } from '../features/suggest.ts'
import { MissingPages, type PagedBytes } from '../format/paged-bytes.ts'
import { type IndexSearcher, now } from '../index-searcher.ts'
import type { QueryNode } from '../query/query-tree.ts'
import type { DocumentId } from '../schema/document.ts'
import {
  SEARCH_OPTIONS,
  type SearchOptions,
  SIMILAR_OPTIONS,
  type SimilarOptions,
  SUGGEST_OPTIONS,
  type SuggestOptions,
} from '../search/search-options.ts'
import { ABORT_OPTIONS, type AbortOptions, checkSignal } from './abort-options.ts'
import type { PageFetcher } from './page-fetcher.ts'

type Results<T extends object> = ReturnType<IndexSearcher<T>['search']>

/**
 * An index that was opened by `openRemote()` or `SearchIndex.open()`. Its methods are those of `IndexSearcher`, each a promise, and give the same answers.
 * Several questions may be under way at once.
 *
 * All throw, beside what is said there: RequestFailedError, StaleIndexError, RangeNotSupportedError, CorruptIndexError, QueryAbortedError.
 */
export class RemoteIndex<T extends object = Record<string, unknown>> {
  private readonly searcher: IndexSearcher<T>
  private readonly pages: PagedBytes
  private readonly fetcher: PageFetcher
  private readonly budget: number
  /** The turns of the questions that are under way. */
  private readonly turns = new Set<number>()

  /** @internal */
  constructor(searcher: IndexSearcher<T>, pages: PagedBytes, fetcher: PageFetcher, budget: number) {
    this.searcher = searcher
    this.pages = pages
    this.fetcher = fetcher
    this.budget = budget
  }

  /** How many documents there are. */
  get size(): number {
    return this.searcher.size
  }

  has(id: DocumentId, options: AbortOptions = {}): Promise<boolean> {
    return this.answer(options, {}, () => this.searcher.has(id))
  }

  /** The stored fields of a document, or undefined where no document has this id. */
  get(id: DocumentId, options: AbortOptions = {}): Promise<ReturnType<IndexSearcher<T>['get']>> {
    return this.answer(options, {}, () => this.searcher.get(id))
  }

  /**
   * Finds documents by typed text, best first. No text makes it fail.
   *
   * @throws InvalidOptionError for wrong options
   */
  search(question: string | QueryNode, options: SearchOptions<T> & AbortOptions = {}): Promise<Results<T>> {
    return this.searched(options, SEARCH_OPTIONS, others => this.searcher.search(question, others))
  }

  /**
   * Finds documents like one of the index. Store the fields that it reads: without their texts it reads the dictionary and all postings.
   *
   * @throws UnknownDocumentError, InvalidOptionError
   */
  similar(id: DocumentId, options: SimilarOptions<T> & AbortOptions = {}): Promise<Results<T>> {
    return this.searched(options, SIMILAR_OPTIONS, others => this.searcher.similar(id, others))
  }

  /**
   * Completes what someone is typing. The first call reads the stored fields of all documents, where titles are among them; `search()` with `prefix` reads less.
   *
   * @throws InvalidOptionError
   */
  suggest(typed: string, options: SuggestOptions & AbortOptions = {}): Promise<Suggestion[]> {
    return this.answer(options, SUGGEST_OPTIONS, others => this.searcher.suggest(typed, others))
  }

  private async searched<Options extends AbortOptions>(
    options: Options,
    names: object,
    search: (options: Omit<Options, 'signal'>) => Results<T>,
  ): Promise<Results<T>> {
    const start = now()
    const results = await this.answer(options, names, others => {
      const results = search(others)
      // What a hit looks up when it is first read (`matches`) is looked up now, while the postings are here.
      return { ...results, hits: results.hits.map(hit => ({ ...hit })) }
    })
    return { ...results, tookMs: now() - start }
  }

  /**
   * Works on what is here, and where pages are missing gets them and starts again. The executor says all that a step of a question needs before it
   * reads any of it, so each step is one round trip at most; working again what was worked before costs little beside that.
   */
  private async answer<Options extends AbortOptions, R>(
    options: Options,
    names: object,
    work: (options: Omit<Options, 'signal'>) => R,
  ): Promise<R> {
    checkOptions(options, { ...names, ...ABORT_OPTIONS })
    const { signal, ...others } = options
    checkSignal(signal)
    const turn = ++this.pages.turn
    this.turns.add(turn)
    try {
      for (;;) {
        throwIfAborted(signal)
        try {
          return work(others)
        } catch (error) {
          if (!(error instanceof MissingPages)) throw error
          await this.fetcher.get(error.pages, signal)
        }
      }
    } finally {
      this.turns.delete(turn)
      if (this.pages.kept > this.budget) this.pages.release(this.budget * KEPT_SHARE, Math.min(...this.turns))
    }
  }
}

/** What is left when pages are let go, so that it isn't done again at once. */
const KEPT_SHARE = 0.75
