/** The public index on an OpenSearch cluster: documents in, ranked hits out, with the same answers as an index file. */
import { checkOptions, checkWhole } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { PassageResults, PassagesOptions } from '../features/passages.ts'
import type { Capture, NoOptions, ResultsOf, SearchResults, SimilarResults } from '../features/search-results.ts'
import type { Suggestion } from '../features/suggest.ts'
import { ABORT_OPTIONS, type AbortOptions, abortable, checkSignal } from '../open/abort.ts'
import { checkRerank, type Reranking, rerank } from '../open/rerank.ts'
import type { RerankOptions } from '../open/search-client.ts'
import type { QueryNode } from '../query/query-tree.ts'
import { now } from '../query-engine.ts'
import type { DocumentId } from '../schema/document.ts'
import { indexFields } from '../schema/index-fields.ts'
import type { FieldsOf, IndexField, StoredDocument, StoredNames } from '../schema/schema-types.ts'
import type { FirstPageOptions, SimilarOptions } from '../search/search-options.ts'
import type { SuggestOptions } from '../search/suggest-options.ts'
import { addToCurrent } from './add-to-current.ts'
import { checkAnswer, type SearchAnswer } from './answers.ts'
import {
  ADD_ALL_OPTIONS,
  type AddAllOptions,
  CLUSTER_SEARCH_OPTIONS,
  CLUSTER_SIMILAR_OPTIONS,
  CLUSTER_SUGGEST_OPTIONS,
  type ClusterResults,
  type ClusterSearchOptions,
  checkLimits,
  WRITE_OPTIONS,
  type WriteOptions,
} from './call-options.ts'
import { nextOrder } from './clock.ts'
import { ClusterCall } from './cluster-call.ts'
import { type Paging, readPage, writePage } from './cluster-cursor.ts'
import { ClusterRequestError, isIndexMissing } from './cluster-errors.ts'
import { type ClusterHealth, healthOf } from './cluster-health.ts'
import { IndexConnection, type OpenedCluster } from './index-connection.ts'
import { wordsAlias } from './index-names.ts'
import { deleteIndex } from './index-state.ts'
import type { RejectedDocument, WriteReport } from './index-writer.ts'
import type { IndexSettings } from './mapping.ts'
import { readStored } from './read-stored.ts'
import { type RebuildOptions, type RebuildReport, rebuildIndex } from './rebuild.ts'

/**
 * An index on an OpenSearch cluster: what `openCluster()` returns. It answers queries as an index file does.
 *
 * Every promise may be rejected with `ClusterRequestError`, `RequestFailedError` or `IncompleteAnswerError`, with `QueryAbortedError` if the signal fired, and with
 * `InvalidOptionError` for wrong options.
 *
 * @example
 * const index = await openCluster<Article>({ nodes: 'http://127.0.0.1:9200', name: 'articles' })
 * const { hits } = await index.search('Haftar Tripoli cessez-le-feu', { limit: 20 })
 */
export class ClusterIndex<
  T extends object = Record<string, unknown>,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> {
  private readonly connection: IndexConnection

  /** Use `openCluster()`. @internal */
  constructor(opened: OpenedCluster) {
    this.connection = new IndexConnection(opened)
  }

  /** The number of requests that this index has sent, for measurements. */
  get requestCount(): number {
    return this.connection.opened.cluster.requests
  }

  /**
   * Finds documents, best first. By default a document matches if it contains any of the words of the query; more and rarer matches rank higher.
   *
   * @param query what the visitor typed; no text makes the search fail. Or a tree such as `parseQuery()` returns.
   * @param options those of `SearchOptions` and `ClusterSearchOptions`, `signal` to abort the query, and `rerank`. Default: the ten best hits.
   * @throws IncompleteAnswerError if some shards do not answer, without `allowPartial`; StaleCursorError if the point in time of `after` is over
   * @example
   * const { hits, facets } = await index.search('Haftar Tripoli', { facets: ['section'], ranking: 'exact' })
   */
  async search<Options = NoOptions>(
    query: string | QueryNode,
    options?: FirstPageOptions<T, Stored, Fields> &
      AbortOptions &
      RerankOptions<T, Stored> &
      ClusterSearchOptions &
      Capture<Options>,
  ): Promise<ResultsOf<T, Stored, Options> & ClusterResults> {
    const start = now()
    const given: object = options ?? {}
    checkOptions(given, CLUSTER_SEARCH_OPTIONS)
    const { rerank: score, rerankDepth, ...others } = given as Reranking & AbortOptions
    const plan = score === undefined && rerankDepth === undefined ? undefined : checkRerank(score, rerankDepth, others)
    const found = await this.find(query, { ...others, ...plan?.page })
    const isReranked = score !== undefined
    const hits = plan === undefined ? found.hits : await abortable(rerank(found.hits, query, plan), others.signal)
    const results = { ...found, hits, ...(isReranked && { next: undefined }), tookMs: now() - start }
    return results as unknown as ResultsOf<T, Stored, Options> & ClusterResults
  }

  private async find(query: string | QueryNode, options: object): Promise<SearchResults & ClusterResults> {
    const { after, pointInTime, ...others } = options as ClusterSearchOptions & { after?: unknown }
    const page = readPage(after)
    if (pointInTime !== undefined && !/^\d+(ms|s|m|h)$/.test(String(pointInTime))) {
      throw new InvalidOptionError('pointInTime', pointInTime, "a time such as '2m'")
    }
    const opened =
      page.pit === undefined && pointInTime !== undefined
        ? await this.connection.openPointInTime(pointInTime)
        : undefined
    let isNeeded = false
    try {
      const results = await this.findIn(query, others, { ...page, pit: page.pit ?? opened }, pointInTime)
      isNeeded = results.next !== undefined
      return results
    } finally {
      // The cluster has room for some hundred.
      if (opened !== undefined && !isNeeded) this.connection.closePointInTime(opened)
    }
  }

  private async findIn(
    query: string | QueryNode,
    others: object,
    page: Paging,
    pointInTime: string | undefined,
  ): Promise<SearchResults & ClusterResults> {
    const { call, results } = await this.call(
      others,
      page,
      (engine, left) => {
        const found = engine.search(query, { ...left, ...(page.cursor !== undefined && { after: page.cursor }) })
        return { ...found, hits: found.hits.map(readHit) }
      },
      pointInTime,
    )
    const next = writePage({ cursor: results.next, pit: page.pit, behind: call.behind })
    return {
      ...results,
      next,
      ...(call.inexactFacets.length > 0 && { inexactFacets: call.inexactFacets }),
      ...(call.isPartial && { isPartial: true }),
    }
  }

  /** Finds the passages of stored texts that answer a query, best first: whole sentences, with the ranges to mark and their place in the text. */
  async passages(
    query: string | QueryNode,
    options: PassagesOptions<T, Stored, Fields> & AbortOptions = {},
  ): Promise<PassageResults<T, Stored>> {
    const start = now()
    const { results } = await this.call(options, {}, (engine, left) => engine.passages(query, left))
    return { ...results, tookMs: now() - start } as unknown as PassageResults<T, Stored>
  }

  /** Suggests completions of a query that is being typed, best first. */
  async suggest(typed: string, options: SuggestOptions & AbortOptions = {}): Promise<Suggestion[]> {
    checkOptions(options, CLUSTER_SUGGEST_OPTIONS)
    const { results } = await this.call(options, {}, (engine, left) => engine.suggest(typed, left))
    return results
  }

  /** Finds documents that resemble one of the index. @throws UnknownDocumentError if no document has this id */
  async similar(
    id: DocumentId,
    options: SimilarOptions<T, Fields> &
      AbortOptions &
      Pick<ClusterSearchOptions, 'ranking' | 'depth' | 'allowPartial'> = {},
  ): Promise<SimilarResults<T, Stored> & ClusterResults> {
    const start = now()
    checkOptions(options, CLUSTER_SIMILAR_OPTIONS)
    const { call, results } = await this.call(
      options,
      {},
      (engine, left) => {
        const found = engine.similar(id, left)
        return { ...found, hits: found.hits.map(readHit) }
      },
      undefined,
      id,
    )
    return {
      ...results,
      ...(call.isPartial && { isPartial: true }),
      tookMs: now() - start,
    } as unknown as SimilarResults<T, Stored>
  }

  /** Returns the stored fields of a document; `undefined` if no document has this id. It sees what was just written, even before `refresh()`. */
  async get(id: DocumentId, options: AbortOptions = {}): Promise<StoredDocument<T, Stored> | undefined> {
    const document = await this.read(id, options)
    if (document === undefined) return undefined
    const stored = this.connection.opened.metadata.schema.storeFields.filter(name => Object.hasOwn(document, name))
    return Object.fromEntries(stored.map(name => [name, document[name]])) as StoredDocument<T, Stored>
  }

  /** Whether the index has a document with this id. It sees what was just written, even before `refresh()`. */
  async has(id: DocumentId, options: AbortOptions = {}): Promise<boolean> {
    return (await this.read(id, options)) !== undefined
  }

  private async read(id: DocumentId, options: AbortOptions): Promise<Record<string, unknown> | undefined> {
    checkOptions(options, ABORT_OPTIONS)
    checkSignal(options.signal)
    const { cluster, alias } = this.connection.opened
    return readStored(cluster, alias, id, options.signal)
  }

  /** Returns the number of documents. */
  async size(options: AbortOptions = {}): Promise<number> {
    checkOptions(options, ABORT_OPTIONS)
    const { cluster, alias } = this.connection.opened
    const body = { size: 0, track_total_hits: true }
    const answer = await cluster.ask('POST', `/${alias}/_search`, body, { signal: options.signal })
    return checkAnswer(answer as unknown as SearchAnswer, alias).hits.total?.value ?? 0
  }

  /** The fields of the index: those that are searched, those that are filtered and sorted by, and those that are only stored. */
  fields(): IndexField[] {
    return indexFields(this.connection.opened.metadata.schema)
  }

  /** The tags of the languages that documents of the index are in, in lower case (`['en', 'fr']`); empty if the index has one. */
  languages(): readonly string[] {
    return this.connection.opened.language?.several?.tags ?? []
  }

  /** Returns the state of the index: whether all of it answers, how large it is, and whether it matches the options. An index that is `red` does not make it fail. */
  async health(options: AbortOptions = {}): Promise<ClusterHealth> {
    checkOptions(options, ABORT_OPTIONS)
    await this.connection.reopen()
    const { cluster, names } = this.connection.opened
    return healthOf(cluster, names, this.connection.mismatch(), options.signal)
  }

  /**
   * Writes documents, in place of those with the same ids, and reports what became of each. They can be found within a second, or after `refresh()`.
   *
   * @throws IndexMismatchError, and nothing more is written. A rejected document throws nothing: it is in `rejected`, and the others are written
   * @example
   * const { added, rejected } = await index.addAll(articles)
   */
  async addAll(documents: Iterable<T> | AsyncIterable<T>, options: AddAllOptions = {}): Promise<WriteReport> {
    checkOptions(options, ADD_ALL_OPTIONS)
    const { onRejected, onProgress, ...limits } = options
    if (
      typeof documents !== 'object' ||
      documents === null ||
      !(Symbol.iterator in documents || Symbol.asyncIterator in documents)
    ) {
      throw new InvalidOptionError(
        'documents',
        documents,
        'an array, another iterable or an async iterable of documents',
      )
    }
    return addToCurrent(this.connection, documents, checkLimits(limits), onRejected, onProgress)
  }

  /** Writes a document, and replaces the one with the same id if there is one. @throws ClusterRequestError if it is refused; IndexMismatchError */
  async replace(document: T, options: WriteOptions = {}): Promise<void> {
    checkOptions(options, WRITE_OPTIONS)
    const { rejected } = await this.addAll([document], options)
    this.throwRejected(rejected)
  }

  /** Removes a document. It is no error if there is none with this id. @throws ClusterRequestError */
  async remove(id: DocumentId, options: WriteOptions = {}): Promise<void> {
    await this.removeAll([id], options)
  }

  /** Removes documents. @throws ClusterRequestError if one of them could not be removed; the others are */
  async removeAll(ids: Iterable<DocumentId>, options: WriteOptions = {}): Promise<void> {
    checkOptions(options, WRITE_OPTIONS)
    const limits = checkLimits(options)
    const writer = this.connection.writing()
    await this.connection.requireAlias(limits.signal)
    const { rejected } = await writer.remove(ids, limits, nextOrder)
    this.throwRejected(rejected)
  }

  private throwRejected([first]: readonly RejectedDocument[]): void {
    if (first === undefined) return
    throw new ClusterRequestError(`Writing the document ${JSON.stringify(first.id)}`, 400, 'rejected', first.reason)
  }

  /** Makes all written documents searchable now, and counts words again. OpenSearch makes documents searchable every second by itself. */
  async refresh(options: AbortOptions = {}): Promise<void> {
    checkOptions(options, ABORT_OPTIONS)
    const { cluster, alias } = this.connection.opened
    await cluster.ask('POST', `/${alias},${wordsAlias(alias)}/_refresh`, undefined, { signal: options.signal })
    this.connection.forgetCounts()
  }

  /**
   * Rebuilds the index from its own documents, with the fields, the language and the library version of this client, and replaces the old index by it. Meanwhile
   * the old index can be searched and written to. It stays until `drop()`. If the rebuild fails or is aborted, the unfinished index is deleted.
   *
   * @throws ClusterRequestError with the type `index_replaced` if another rebuild was faster
   */
  async rebuild(options: RebuildOptions & IndexSettings = {}): Promise<RebuildReport> {
    const { shards, replicas, ...others } = options
    // Another client may have rebuilt it.
    await this.connection.reopen()
    const { cluster, alias, names, wanted, settings } = this.connection.opened
    const report = await rebuildIndex(
      {
        cluster,
        alias,
        from: { names },
        ...wanted,
        settings: { shards: shards ?? settings.shards, replicas: replicas ?? settings.replicas },
        limits: checkLimits({ signal: others.signal }),
      },
      others,
    )
    await this.connection.reopen()
    return report
  }

  /** Deletes an index that `rebuild()` replaced: pass `previous` of its report. @throws InvalidOptionError for the index that is in use */
  async drop(index: string): Promise<void> {
    // Another client may have rebuilt the index, so that this one is in use.
    await this.connection.reopen()
    const { alias, cluster, names } = this.connection.opened
    if (index === names.documents || !new RegExp(`^${alias}-\\d+$`).test(index)) {
      throw new InvalidOptionError('index', index, 'the `previous` of a report from rebuild()')
    }
    await deleteIndex(cluster, index)
  }

  /** In the index that the name refers to: if another client has replaced and deleted the one that was opened, again in the new one. */
  private async call<R>(
    options: object,
    paging: Paging,
    work: (engine: Parameters<Parameters<ClusterCall['run']>[0]>[0], options: object) => R,
    keepAlive?: string,
    excluded?: DocumentId,
  ): Promise<{ call: ClusterCall; results: R }> {
    const { names } = this.connection.opened
    try {
      return await this.callOnce(options, paging, work, keepAlive, excluded)
    } catch (error) {
      if (!isIndexMissing(error) || paging.pit !== undefined) throw error
      await this.connection.reopen()
      if (this.connection.opened.names.documents === names.documents) throw error
      return this.callOnce(options, paging, work, keepAlive, excluded)
    }
  }

  private async callOnce<R>(
    options: object,
    { pit, behind }: Paging,
    work: (engine: Parameters<Parameters<ClusterCall['run']>[0]>[0], options: object) => R,
    keepAlive?: string,
    excluded?: DocumentId,
  ): Promise<{ call: ClusterCall; results: R }> {
    const {
      signal,
      ranking = 'fast',
      depth = 200,
      allowPartial = false,
      ...left
    } = options as ClusterSearchOptions & AbortOptions
    checkSignal(signal)
    if (ranking !== 'fast' && ranking !== 'exact') throw new InvalidOptionError('ranking', ranking, "'fast' or 'exact'")
    if (typeof allowPartial !== 'boolean') throw new InvalidOptionError('allowPartial', allowPartial, 'true or false')
    const language = this.connection.searching()
    const statistics =
      pit === undefined ? await this.connection.current(allowPartial) : this.connection.statisticsAt(pit)
    const { cluster, metadata } = this.connection.opened
    const call = new ClusterCall({
      cluster,
      target: { ...this.connection.target(pit), ...(keepAlive !== undefined && { keepAlive }) },
      schema: metadata.schema,
      language,
      statistics,
      ranking: {
        ranking: pit === undefined ? ranking : 'exact',
        depth: checkWhole('depth', depth, 50, 10_000),
        behind,
      },
      mayBePartial: allowPartial,
      signal,
    })
    return {
      call,
      results: await abortable(
        call.run(engine => work(engine, left), excluded),
        signal,
      ),
    }
  }
}

/** A hit with all its lazy properties read. */
function readHit<H extends { grouped?: H[] | undefined }>(hit: H): H {
  return { ...hit, ...(hit.grouped !== undefined && { grouped: hit.grouped.map(readHit) }) }
}
