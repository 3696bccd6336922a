/**
 * The client for pages: loads nothing before the first query, and queries do not affect one another.
 *
 * A page loads only this file at first. The engine, the language and the features are separate modules, requested together with the first bytes of the index at
 * the first query or `warmUp()`.
 */

import { InvalidOptionError, throwIfAborted } from '../errors.ts'
import type { InspectedWord, Inspection, InspectWordsOptions } from '../features/inspect.ts'
import type { PassageResults, PassagesOptions } from '../features/passages.ts'
import type { Capture, NoOptions, ResultsOf, SearchResults, SimilarResults } from '../features/search-results.ts'
import type { Suggestion } from '../features/suggest.ts'
import { preloadLanguages } from '../languages/registry.ts'
import { OPERATOR_SIGNS, type QueryNode } from '../query/query-tree.ts'
import type { DocumentId } from '../schema/document.ts'
import type { FieldsOf, IndexField, StoredDocument, StoredNames } from '../schema/schema-types.ts'
import type { FirstPageOptions, SimilarOptions } from '../search/search-options.ts'
import type { SuggestOptions } from '../search/suggest-options.ts'
import { type AbortOptions, abortable, checkSignal } from './abort.ts'
import type { IndexSource } from './byte-source.ts'
import { connected } from './connected.ts'
import type { Engine, Method } from './engine.ts'
import { loadModule, type ModuleName, prefetchModule } from './load-module.ts'
import type { ClientOptions } from './open-options.ts'
import type { MethodRunner } from './remote-engine.ts'

/**
 * The options of a search that rank the best hits again.
 *
 * @example
 * const { hits } = await client.search('cessez-le-feu', {
 *   rerankDepth: 20,
 *   rerank: hits => hits.map(hit => hit.score * (hit.document.title.length < 80 ? 1.1 : 1)),
 * })
 */
export interface RerankOptions<T = Record<string, unknown>, Stored = undefined> {
  /**
   * A function that returns new scores for the best hits, for example those of a semantic model: a number for each hit, in the same order, in an array or a typed
   * array. Hits are sorted by them; equal ones keep their order. Hits beyond `rerankDepth` follow in their own order. Default: none.
   */
  rerank?:
    | ((
        hits: SearchResults<T, Stored>['hits'],
        query: string | QueryNode,
      ) => ArrayLike<number> | Promise<ArrayLike<number>>)
    | undefined
  /** How many hits `rerank` gets. Default: `50`. */
  rerankDepth?: number | undefined
}

/**
 * The options of `warmUp()`. None of them is needed.
 *
 * @example
 * await client.warmUp({ features: ['highlights', 'columns'] })
 */
export interface WarmUpOptions extends AbortOptions {
  /** Features that the first queries will use, to be loaded together with the engine. If one cannot be loaded, the query tries again. Default: none. */
  features?: readonly ClientFeature[] | undefined
}

/**
 * A part of the library that is loaded when a query needs it. `columns` has filters, facets, sorting and groups; `corrections` has typo tolerance; `operators` has
 * operators in queries. The others are named after the option or the method that needs them.
 *
 * @example
 * await client.warmUp({ features: ['suggest'] })
 */
export type ClientFeature =
  | 'columns'
  | 'corrections'
  | 'explain'
  | 'highlights'
  | 'operators'
  | 'passages'
  | 'similar'
  | 'suggest'

/** The results of `search()` of a client: those of `SearchIndex`, except that a feature may be missing because it could not be loaded. See `unavailable`. */
export type ClientResultsOf<T, Stored, Options> = ResultsOf<T, Stored, WithoutExplain<Options>> & {
  /**
   * The features that could not be loaded, of those that the results can do without: without `highlights`, the `highlights` of each hit are an empty object; without
   * `explain`, hits have no `explanation`. Absent if nothing is missing.
   */
  unavailable?: readonly string[]
}

type WithoutExplain<Options> = Options extends { readonly explain: true } ? Omit<Options, 'explain'> : Options

/** What `inspect()` of a client returns: as `Inspection`, but `frequentWords()` is asynchronous. */
export type ClientInspection = Omit<Inspection, 'frequentWords'> & {
  /** Returns words, those of most documents first. They are read when it is called, from the new file if it was replaced meanwhile. */
  frequentWords(options?: InspectWordsOptions): Promise<InspectedWord[]>
}

/**
 * Opens an index file for queries, wherever it is. Returns immediately and loads nothing: the first query does, or `warmUp()`. Methods return promises, so `await`
 * them.
 *
 * The compiler cannot see what the file has: `Article` is the type of the documents, and a second type argument names the stored fields, which are then always there.
 *
 * @param source the address of the file (`http:`, `https:`, in Node also `file:`), its bytes, or a `ByteSource`
 * @param options how to read the file. Default: small files whole, large ones in parts. Wrong options make the first query fail with `InvalidOptionError`.
 * @example
 * import { openIndex } from 'trouvaille/client'
 *
 * const index = openIndex<Article, 'title'>('/search.trv')
 * const { hits } = await index.search('Haftar Tripoli cessez-le-feu')
 * console.log(hits[0]?.document.title)
 */
export function openIndex<
  T extends object = Record<string, unknown>,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
>(source: IndexSource, options: ClientOptions = {}): SearchClient<T, Stored, Fields> {
  return new SearchClient<T, Stored, Fields>(source, options)
}

/**
 * An index file that answers queries asynchronously: what `openIndex()` returns. Several queries may run at once; each gets its own answer.
 *
 * Every promise may be rejected with `RequestFailedError`, `RangeNotSupportedError`, `CorruptIndexError`, `UnsupportedVersionError`, `MissingLanguageError`,
 * `ModuleLoadError` or `StaleIndexError`, with `QueryAbortedError` if the signal fired, and with `InvalidOptionError` for wrong options. A failure is not kept: the
 * next query tries again.
 *
 * @example
 * const index = openIndex<Article, 'title'>('/search.trv')
 * field.addEventListener('focus', () => index.warmUp({ features: ['highlights'] }))
 * field.addEventListener('input', async () => {
 *   const { hits } = await index.search(field.value, { prefix: true, highlight: { fields: ['title'] } })
 *   list.innerHTML = hits.map(hit => `<li>${toHTML(hit.highlights.title)}</li>`).join('')
 * })
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

  /**
   * Loads the engine and opens the index before the first query, for example when the search field gets the focus.
   *
   * @example
   * field.addEventListener('focus', () => index.warmUp({ features: ['highlights', 'columns'] }))
   */
  async warmUp({ features = [], ...options }: WarmUpOptions = {}): Promise<void> {
    const unknown = features.find(feature => !FEATURES.includes(feature))
    if (unknown !== undefined)
      throw new InvalidOptionError('features', unknown, `one or more of: ${FEATURES.join(', ')}`)
    return this.run('warmUp', [], options, [...features])
  }

  /** Opens the index again, at another address if one is given. Queries that are running are answered by the index that they began with. */
  reopen(source: IndexSource = this.source): void {
    this.source = source
    this.opening = undefined
  }

  /**
   * Finds documents, best first. By default a document matches if it contains any of the words of the query; more and rarer matches rank higher.
   *
   * What the options ask for is in the results, and the compiler knows it: `facets` with the option `facets`, `highlights` of each hit with `highlight`.
   *
   * @param query what the visitor typed; no text makes the search fail. Or a tree such as `parseQuery()` returns.
   * @param options those of `SearchOptions`, `signal` to abort the query, and `rerank`. Default: the ten best hits.
   * @example
   * const controller = new AbortController()
   * const { hits, facets } = await index.search('Haftar Tripoli', {
   *   facets: ['section'],
   *   highlight: { fields: ['title'] },
   *   signal: controller.signal,
   * })
   */
  search<Options = NoOptions>(
    query: string | QueryNode,
    options?: FirstPageOptions<T, Stored, Fields> & AbortOptions & RerankOptions<T, Stored> & Capture<Options>,
  ): Promise<ClientResultsOf<T, Stored, Options>> {
    return this.run('search', [query], options ?? {}, modulesOf(query, options ?? {}))
  }

  /**
   * Finds the passages of stored texts that answer a query, best first: whole sentences, with the ranges to mark and their place in the text.
   *
   * @example
   * const { passages } = await index.passages('combien coûte le billet du musée', { limit: 3 })
   */
  passages(
    query: string | QueryNode,
    options: PassagesOptions<T, Stored, Fields> & AbortOptions = {},
  ): Promise<PassageResults<T, Stored>> {
    return this.run('passages', [query], options, ['passages', 'highlights', ...modulesOf(query, options)])
  }

  /**
   * Suggests completions of a query that is being typed, best first.
   *
   * @example
   * const suggestions = await index.suggest('cess') // [{ text: 'cessez-le-feu', score: 21 }, …]
   */
  suggest(typed: string, options: SuggestOptions & AbortOptions = {}): Promise<Suggestion[]> {
    return this.run('suggest', [typed], options, ['suggest', 'corrections'])
  }

  /**
   * Finds documents that resemble one of the index. The document itself is left out.
   *
   * @throws UnknownDocumentError if no document has this id
   * @example
   * const { hits } = await index.similar('2019-11-14-tripoli', { limit: 3 })
   */
  similar(id: DocumentId, options: SimilarOptions<T, Fields> & AbortOptions = {}): Promise<SimilarResults<T, Stored>> {
    return this.run('similar', [id], options, ['similar'])
  }

  /** Returns the stored fields of a document; `undefined` if no document has this id. */
  get(id: DocumentId, options: AbortOptions = {}): Promise<StoredDocument<T, Stored> | undefined> {
    return this.run('get', [id], options)
  }

  /** Whether the index has a document with this id. The number `1` and the string `'1'` are different ids. */
  has(id: DocumentId, options: AbortOptions = {}): Promise<boolean> {
    return this.run('has', [id], options)
  }

  /** Returns the number of documents. */
  size(options: AbortOptions = {}): Promise<number> {
    return this.run('size', [], options)
  }

  /** Returns the fields of the index: those that are searched, those that are filtered and sorted by, and those that are only stored. */
  fields(options: AbortOptions = {}): Promise<IndexField[]> {
    return this.run('fields', [], options)
  }

  /** Returns the tags of the languages of a multilingual index, in lower case (`['en', 'fr']`); an empty array if the index has one language. */
  languages(options: AbortOptions = {}): Promise<readonly string[]> {
    return this.run('languages', [], options)
  }

  /** Describes the index: counts, fields, bytes by section, frequent words. A file that is read by ranges must be read almost whole if it has large columns. */
  inspect(options: AbortOptions = {}): Promise<ClientInspection> {
    return this.run<Omit<Inspection, 'frequentWords'>>('inspect', [], options).then(inspection => ({
      ...inspection,
      frequentWords: words => this.run('frequentWords', [words], {}),
    }))
  }

  /** Reads every byte of the index and checks it. @throws CorruptIndexError if one is damaged */
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
      // Requested with the engine and the first bytes to save a round trip. The code that needs them reports failures.
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

/** Requests the engine, the language and the first bytes of the file together. */
async function openEngine(source: IndexSource, options: ClientOptions): Promise<Engine> {
  const { language, languages, preloadLanguages: tags } = options
  // Before the file names its languages: one that was not expected takes one more round trip. The engine refuses what is no list of tags.
  if (language === undefined && languages === undefined)
    connected().then(
      () => preloadLanguages(tags?.map?.(String)),
      () => {},
    )
  const head = firstBytes(source, options)
  // Awaited by the engine.
  head?.catch(() => {})
  const { open } = await loadModule('engine')
  return open(source, options, head)
}

/** The length of the first request, `FIRST_READ` of the format: header, section table, metadata and the roots of the tables. */
const HEAD_LENGTH = 12_288

function firstBytes(source: IndexSource, options: ClientOptions): Promise<Response> | undefined {
  const { load = 'auto', fetch: fetchPart = globalThis.fetch, headers: given, credentials } = options
  if ((typeof source !== 'string' && !(source instanceof URL)) || /^file:/.test(String(source))) return undefined
  return new Promise(resolve => {
    const headers = new Headers(given)
    if (load !== 'whole') headers.set('Range', `bytes=0-${HEAD_LENGTH - 1}`)
    // A copy in the browser must be revalidated once, because all later answers are compared with this one.
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
/** Methods that are called before the first query, whose requests should not compete with features that it may never need. */
const PREPARATIONS: ReadonlySet<Method> = new Set(['warmUp', 'fields', 'size', 'inspect', 'languages'])
/** In milliseconds without an answer: in shorter pauses the visitor is still typing, and the features would take a slow line from the query. */
const PAUSE = 5000
let pause: unknown

/** Loads the remaining features some time after an answer, when the page is idle, unless the visitor saves data. */
function prefetchWhenIdle(): void {
  const { requestIdleCallback, navigator } = globalThis as {
    requestIdleCallback?: (callback: () => void) => unknown
    navigator?: { connection?: { saveData?: boolean } }
  }
  if (requestIdleCallback === undefined || navigator?.connection?.saveData) return
  clearTimeout(pause as Parameters<typeof clearTimeout>[0])
  // Those that are there are not requested again.
  pause = setTimeout(() => requestIdleCallback(() => FEATURES.forEach(prefetchModule)), PAUSE)
}

/** The modules that a search needs, according to its query and options. The engine requests any others. */
function modulesOf(query: string | QueryNode, options: object): ModuleName[] {
  const { highlight, explain, filter, facets, group, sort, recency, rerank, countUpTo } = options as Record<
    string,
    unknown
  >
  const modules: ModuleName[] = []
  if (highlight) modules.push('highlights')
  if (explain) modules.push('explain')
  if (rerank) modules.push('rerank')
  if (countUpTo) modules.push('skipping')
  if (typeof query === 'string' && NEAR_SIGN.test(query)) modules.push('corrections')
  const hasOperators = typeof query !== 'string' || OPERATOR_SIGNS.test(query) || MORE_SIGNS.test(query)
  if (hasOperators) modules.push('operators')
  // Operators read values of columns too.
  if (hasOperators || filter || facets || group || sort || recency) modules.push('columns')
  return modules
}

/** `word~`. */
const NEAR_SIGN = /~/

/** Quotation marks, and words in capitals that may be operators of a language that is not loaded yet. */
const MORE_SIGNS = /[\u00ab\u00bb\u201c-\u201e]|\s\p{Lu}{2,3}\s/u
