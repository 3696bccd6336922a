/** An index that is opened by its first question, so that a page costs nothing to those who never search it. */

import { checkOptions } from '../check-options.ts'
import { throwIfAborted } from '../errors.ts'
import type { Suggestion } from '../features/suggest.ts'
import { IndexSearcher } from '../index-searcher.ts'
import type { PlatformURL } from '../platform-types.ts'
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
import { abortable } from './abort.ts'
import { ABORT_OPTIONS, type AbortOptions, checkSignal } from './abort-options.ts'
import { checkUrl } from './open-options.ts'
import type { RemoteIndex } from './remote-index.ts'

/** What a lazy index opens: a file that was loaded whole, or one that is read by ranges. */
export type OpenedIndex<T extends object> = IndexSearcher<T> | RemoteIndex<T>

type Results<T extends object> = ReturnType<IndexSearcher<T>['search']>

/**
 * The index of one file, opened when it is first needed. Its methods are those of `IndexSearcher`, each a promise, and give the same answers. What
 * `import index from 'virtual:trouvaille/…'` gives; `loadLazily(url)` and `openLazily(url)` make one by hand.
 *
 * All throw, beside what is said there, what opening throws: RequestFailedError, CorruptIndexError, UnsupportedVersionError. A failure is not kept: the
 * next question tries again.
 */
export class LazyIndex<T extends object = Record<string, unknown>> {
  private readonly openAt: (url: string) => Promise<OpenedIndex<T>>
  private address: string | PlatformURL
  private opening: Promise<OpenedIndex<T>> | undefined

  /** @internal */
  constructor(address: string | PlatformURL, openAt: (url: string) => Promise<OpenedIndex<T>>) {
    this.address = address
    this.openAt = openAt
  }

  /** Where the file is. @throws InvalidOptionError for what is no address */
  get url(): string {
    return checkUrl(this.address)
  }

  /**
   * Opens the index ahead of the first question, for instance when the search field gets the focus, and gives what answers: `(await index.open()).size`.
   */
  open(): Promise<OpenedIndex<T>> {
    if (this.opening === undefined) {
      const opening = this.openNow()
      opening.catch(() => {
        if (this.opening === opening) this.opening = undefined
      })
      this.opening = opening
    }
    return this.opening
  }

  private async openNow(): Promise<OpenedIndex<T>> {
    return this.openAt(this.url)
  }

  /** Questions from now on are answered by the file at another address; those under way by the one they began with. */
  reopen(address: string | PlatformURL): void {
    if (String(address) === String(this.address)) return
    this.address = address
    this.opening = undefined
  }

  /**
   * Finds documents by typed text, best first. No text makes it fail.
   *
   * @throws InvalidOptionError for wrong options
   * @example
   * const { hits, total } = await index.search('Haftar Tripoli cessez-le-feu', { limit: 10 })
   */
  search(question: string | QueryNode, options: SearchOptions<T> & AbortOptions = {}): Promise<Results<T>> {
    return this.ask(options, SEARCH_OPTIONS, (index, options) => index.search(question, options))
  }

  /** Completes what someone is typing, best first. @throws InvalidOptionError */
  suggest(typed: string, options: SuggestOptions & AbortOptions = {}): Promise<Suggestion[]> {
    return this.ask(options, SUGGEST_OPTIONS, (index, options) => index.suggest(typed, options))
  }

  /** Finds documents like one of the index. @throws UnknownDocumentError, InvalidOptionError */
  similar(id: DocumentId, options: SimilarOptions<T> & AbortOptions = {}): Promise<Results<T>> {
    return this.ask(options, SIMILAR_OPTIONS, (index, options) => index.similar(id, options))
  }

  /** The stored fields of a document, or undefined where no document has this id. */
  get(id: DocumentId, options: AbortOptions = {}): Promise<ReturnType<IndexSearcher<T>['get']>> {
    return this.ask(options, {}, (index, options) => index.get(id, options))
  }

  has(id: DocumentId, options: AbortOptions = {}): Promise<boolean> {
    return this.ask(options, {}, (index, options) => index.has(id, options))
  }

  /** A file that is read by ranges stops at the signal itself; one in memory answers before a signal could fire. */
  private async ask<Options extends AbortOptions, R>(
    options: Options,
    names: object,
    work: (index: Pick<RemoteIndex<T>, Asked> | Pick<IndexSearcher<T>, Asked>, options: Options) => R | Promise<R>,
  ): Promise<R> {
    checkOptions(options, { ...names, ...ABORT_OPTIONS })
    const { signal, ...others } = options
    checkSignal(signal)
    throwIfAborted(signal)
    const index = await abortable(this.open(), signal)
    return work(index, index instanceof IndexSearcher ? (others as Options) : options)
  }
}

type Asked = 'search' | 'suggest' | 'similar' | 'get' | 'has'
