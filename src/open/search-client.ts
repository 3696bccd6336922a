/**
 * The index of a page: nothing of it is loaded before the first query, and no query breaks another.
 *
 * This file is what a page loads at the start. The engine, the language and the features are modules of their own: they are asked for together with the
 * first bytes of the index, when the first query comes or `warmUp()` is called.
 */

import { InvalidOptionError, throwIfAborted } from '../errors.ts'
import type { InspectedWord, Inspection, InspectWordsOptions } from '../features/inspect.ts'
import type { PassageResults, PassagesOptions } from '../features/passages.ts'
import type { Capture, ResultsOf, SearchResults, SimilarResults } from '../features/search-results.ts'
import type { Suggestion } from '../features/suggest.ts'
import { preloadLanguages } from '../languages/registry.ts'
import { OPERATOR_SIGNS, type QueryNode } from '../query/query-tree.ts'
import type { DocumentId } from '../schema/document.ts'
import type { FieldsOf, IndexField, StoredDocument, StoredNames } from '../schema/schema-types.ts'
import type { SearchOptions, SimilarOptions, SuggestOptions } from '../search/search-options.ts'
import { type AbortOptions, abortable, checkSignal } from './abort.ts'
import type { IndexSource } from './byte-source.ts'
import type { Engine, Method } from './engine.ts'
import { loadModule, type ModuleName, prefetchModule } from './load-module.ts'
import type { ClientOptions } from './open-options.ts'
import type { MethodRunner } from './remote-engine.ts'

/** Ranks the best hits anew. */
export interface RerankOptions<T = Record<string, unknown>, Stored = undefined> {
  /**
   * Gives the best hits new scores, for example those of a semantic model: a number for each hit, in the same order, in an array or a typed array. Hits are
   * sorted by them, equal ones in the order that they had. Hits beyond `rerankDepth` follow in their own order.
   */
  rerank?:
    | ((
        hits: SearchResults<T, Stored>['hits'],
        query: string | QueryNode,
      ) => ArrayLike<number> | Promise<ArrayLike<number>>)
    | undefined
  /** How many hits are given to `rerank`. Default: `50`. */
  rerankDepth?: number | undefined
}

/** The options of `warmUp()`. */
export interface WarmUpOptions extends AbortOptions {
  /** Features that the first queries will use, to be loaded together with the engine. One that cannot be loaded is tried again by the query. Default: none. */
  features?: readonly ClientFeature[] | undefined
}

/** A feature that is loaded when it is needed: what the option or the method of this name uses (`columns`: filters, facets, sorting and groups). */
export type ClientFeature =
  | 'columns'
  | 'corrections'
  | 'explain'
  | 'highlights'
  | 'operators'
  | 'passages'
  | 'similar'
  | 'suggest'

/** The results of a client's search. Hits may lack their `explanation` even if the call asked for it: see `unavailable`. */
export type ClientResultsOf<T, Stored, Options> = ResultsOf<T, Stored, WithoutExplain<Options>> & {
  /**
   * Features that were asked for and could not be loaded. For `highlights`, the `highlights` of each hit are an empty object; for `explain`, hits have no
   * `explanation`. Absent if there are none.
   */
  unavailable?: readonly string[]
}

type WithoutExplain<Options> = Options extends { readonly explain: true } ? Omit<Options, 'explain'> : Options

/** What `inspect()` of a client gives: the words are read when they are asked for, from the new file if it was replaced since. */
export type ClientInspection = Omit<Inspection, 'frequentWords'> & {
  frequentWords(options?: InspectWordsOptions): Promise<InspectedWord[]>
}

/**
 * Opens an index for queries, wherever it is. Returns at once: the first query, or `warmUp()`, loads what is needed.
 *
 * @param source an address (`http:`, `https:`, in Node also `file:`), the bytes of an index, or a `ByteSource`
 * @example
 * import { openIndex } from 'trouvaille/client'
 * const index = openIndex<Article>('/search.trv')
 * const { hits } = await index.search('Haftar Tripoli cessez-le-feu')
 */
export function openIndex<
  T extends object = Record<string, unknown>,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
>(source: IndexSource, options: ClientOptions = {}): SearchClient<T, Stored, Fields> {
  return new SearchClient<T, Stored, Fields>(source, options)
}

/**
 * An index that answers queries asynchronously. Several may be under way at once; each gets its own answer.
 *
 * Every method may throw, in addition to what is said there: RequestFailedError, RangeNotSupportedError, CorruptIndexError, UnsupportedVersionError,
 * MissingLanguageError, ModuleLoadError, QueryAbortedError; InvalidOptionError for wrong options. A failure is not kept: the next query tries again.
 */
export class SearchClient<
  T extends object = Record<string, unknown>,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> {
  private source: IndexSource
  private readonly options: ClientOptions
  private opening: Promise<MethodRunner> | undefined

  /** Use `openIndex()`. */
  constructor(source: IndexSource, options: ClientOptions = {}) {
    this.source = source
    this.options = options
  }

  /** Loads the engine and opens the index ahead of the first query, for example when the search field gets the focus. */
  async warmUp({ features = [], ...options }: WarmUpOptions = {}): Promise<void> {
    const unknown = features.find(feature => !FEATURES.includes(feature))
    if (unknown !== undefined) throw new InvalidOptionError('features', unknown, `some of: ${FEATURES.join(', ')}`)
    return this.run('warmUp', [], options, [...features])
  }

  /** Opens the index anew, at another address if one is given. Queries under way are answered by the index they began with. */
  reopen(source: IndexSource = this.source): void {
    this.source = source
    this.opening = undefined
  }

  /** Finds documents, best first, by typed text (which never makes it fail) or by a tree such as `parseQuery` gives. */
  search<Options = unknown>(
    query: string | QueryNode,
    options?: SearchOptions<T, Stored, Fields> & AbortOptions & RerankOptions<T, Stored> & Capture<Options>,
  ): Promise<ClientResultsOf<T, Stored, Options>> {
    return this.run('search', [query], options ?? {}, modulesOf(query, options ?? {}))
  }

  /** Finds the parts of stored texts that answer a query, best first, over all documents. */
  passages(
    query: string | QueryNode,
    options: PassagesOptions<T, Stored, Fields> & AbortOptions = {},
  ): Promise<PassageResults<T, Stored>> {
    return this.run('passages', [query], options, ['passages', 'highlights', ...modulesOf(query, options)])
  }

  /** Completes what someone is typing, best first. */
  suggest(typed: string, options: SuggestOptions & AbortOptions = {}): Promise<Suggestion[]> {
    return this.run('suggest', [typed], options, ['suggest', 'corrections'])
  }

  /** Finds documents like one of the index. @throws UnknownDocumentError */
  similar(id: DocumentId, options: SimilarOptions<T, Fields> & AbortOptions = {}): Promise<SimilarResults<T, Stored>> {
    return this.run('similar', [id], options, ['similar'])
  }

  /** The stored fields of a document, or undefined if no document has this id. */
  get(id: DocumentId, options: AbortOptions = {}): Promise<StoredDocument<T, Stored> | undefined> {
    return this.run('get', [id], options)
  }

  has(id: DocumentId, options: AbortOptions = {}): Promise<boolean> {
    return this.run('has', [id], options)
  }

  /** How many documents there are. */
  size(options: AbortOptions = {}): Promise<number> {
    return this.run('size', [], options)
  }

  /** The fields of the index: those that are searched, the columns, and those that are only stored. */
  fields(options: AbortOptions = {}): Promise<IndexField[]> {
    return this.run('fields', [], options)
  }

  /** The tags of the languages that documents of the index are in, in lower case (`['en', 'fr']`); empty if the index has one. */
  languages(options: AbortOptions = {}): Promise<readonly string[]> {
    return this.run('languages', [], options)
  }

  /** Describes the index. Over ranges it reads the columns. */
  inspect(options: AbortOptions = {}): Promise<ClientInspection> {
    return this.run<Omit<Inspection, 'frequentWords'>>('inspect', [], options).then(inspection => ({
      ...inspection,
      frequentWords: words => this.run('frequentWords', [words], {}),
    }))
  }

  /** Reads and checks every byte of the index. @throws CorruptIndexError */
  verify(options: AbortOptions = {}): Promise<void> {
    return this.run('verify', [], options)
  }

  /** Runs a method of the engine; once more if the file was replaced while it was read. @internal */
  async run<R>(method: Method, args: unknown[], options: AbortOptions, modules: ModuleName[] = []): Promise<R> {
    checkSignal(options?.signal)
    for (let retries = 1; ; retries--) {
      throwIfAborted(options?.signal)
      const isJoined = this.opening !== undefined
      const opening = this.open()
      // Asked for with the engine and the first bytes, so that they cost no round trip of their own. Whoever needs them reports a failure.
      if (!this.options.worker) for (const module of modules) prefetchModule(module)
      let engine: MethodRunner | undefined
      try {
        engine = await abortable(opening, options?.signal)
        const answer = (await engine.run(method, args, options, modules)) as R
        if (!this.options.worker && !PREPARATIONS.has(method)) prefetchWhenIdle()
        return answer
      } catch (error) {
        const isStale = (error as { code?: unknown }).code === 'STALE_INDEX'
        if (isStale && this.opening === opening) this.opening = undefined
        // What another call has begun, such as a warm-up, may fail: this one tries for itself.
        const isOfAnother = isJoined && engine === undefined
        if (!(isStale || isOfAnother) || retries === 0) throw error
      }
    }
  }

  private open(): Promise<MethodRunner> {
    if (this.opening === undefined) {
      const { source, options } = this
      const { worker, ...others } = options
      const openHere = () => openEngine(source, others)
      const opening = worker
        ? loadModule('remote').then(({ openInWorker }) => openInWorker(source, options, openHere))
        : openHere()
      this.opening = opening
      opening.catch(() => {
        if (this.opening === opening) this.opening = undefined
      })
    }
    return this.opening
  }
}

/** Asks for the engine, the language and the first bytes of the file at once. */
async function openEngine(source: IndexSource, options: ClientOptions): Promise<Engine> {
  const { language, languages, preloadLanguages: tags } = options
  // Before the file says which languages it has: one that is not expected comes a round trip later. What is no list of tags the engine refuses.
  if (language === undefined && languages === undefined) preloadLanguages(tags?.map?.(String))
  const head = firstBytes(source, options)
  // Awaited by the engine.
  head?.catch(() => {})
  const { open } = await loadModule('engine')
  return open(source, options, head)
}

/** How much of a file is asked for first: header, section table, metadata and the roots of the tables. */
const HEAD_LENGTH = 16_384

function firstBytes(source: IndexSource, options: ClientOptions): Promise<Response> | undefined {
  const { load = 'auto', fetch: fetchPart = globalThis.fetch, headers: given, credentials } = options
  if ((typeof source !== 'string' && !(source instanceof URL)) || /^file:/.test(String(source))) return undefined
  return new Promise(resolve => {
    const headers = new Headers(given)
    if (load !== 'whole') headers.set('Range', `bytes=0-${HEAD_LENGTH - 1}`)
    // What the browser has must be confirmed once: all that follows is compared with this answer.
    resolve(fetchPart(String(source), { headers, credentials, cache: 'no-cache' }) as Promise<Response>)
  })
}

const FEATURES: (ClientFeature & ModuleName)[] = [
  'columns',
  'corrections',
  'operators',
  'highlights',
  'suggest',
  'similar',
  'passages',
  'explain',
]
/** After these the first query is yet to come: what it needs must not share the line with features that it may never need. */
const PREPARATIONS: ReadonlySet<Method> = new Set(['warmUp', 'fields', 'size', 'inspect'])
let hasPrefetched = false

/** Loads the features that are left when the page has nothing else to do, after its first answer; not if the visitor saves data. */
function prefetchWhenIdle(): void {
  const { requestIdleCallback, navigator } = globalThis as {
    requestIdleCallback?: (callback: () => void) => unknown
    navigator?: { connection?: { saveData?: boolean } }
  }
  if (hasPrefetched || requestIdleCallback === undefined || navigator?.connection?.saveData) return
  hasPrefetched = true
  requestIdleCallback(() => {
    for (const feature of FEATURES) prefetchModule(feature)
  })
}

/** The modules that a search will need, as far as its query and options tell; the engine asks for what this misses. */
function modulesOf(query: string | QueryNode, options: object): ModuleName[] {
  const { highlight, explain, filter, facets, group, sort, recency, rerank, countUpTo, prefix } = options as Record<
    string,
    unknown
  >
  const modules: ModuleName[] = []
  if (highlight) modules.push('highlights')
  if (explain) modules.push('explain')
  if (rerank) modules.push('rerank')
  if (countUpTo) modules.push('skipping')
  if (prefix || (typeof query === 'string' && MAY_EXPAND.test(query))) modules.push('corrections')
  const hasOperators = typeof query !== 'string' || OPERATOR_SIGNS.test(query) || MORE_SIGNS.test(query)
  if (hasOperators) modules.push('operators')
  // Operators read values of columns too.
  if (hasOperators || filter || facets || group || sort || recency) modules.push('columns')
  return modules
}

/** `word*` and `word~`. */
const MAY_EXPAND = /[*~]/

/** Quotation marks and words in capitals that the language may take for operators, which is not here yet. */
const MORE_SIGNS = /[\u00ab\u00bb\u201c-\u201e]|\s\p{Lu}{2,3}\s/u
