/** An index on an OpenSearch cluster as people use it: documents in, ranked hits out, with the answers of an index file. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { PassageResults, PassagesOptions } from '../features/passages.ts'
import type { Capture, ResultsOf, SearchResults, SimilarResults } from '../features/search-results.ts'
import type { Suggestion } from '../features/suggest.ts'
import type { Language } from '../language/language.ts'
import { ABORT_OPTIONS, type AbortOptions, abortable, checkSignal } from '../open/abort.ts'
import { checkRerank, type Reranking, rerank } from '../open/rerank.ts'
import type { RerankOptions } from '../open/search-client.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { QueryNode } from '../query/query-tree.ts'
import { now } from '../query-engine.ts'
import type { DocumentId } from '../schema/document.ts'
import { indexFields } from '../schema/index-fields.ts'
import type { Schema } from '../schema/schema.ts'
import type { FieldsOf, IndexField, StoredDocument, StoredNames } from '../schema/schema-types.ts'
import {
  SEARCH_OPTIONS,
  type SearchOptions,
  SIMILAR_OPTIONS,
  type SimilarOptions,
  SUGGEST_OPTIONS,
  type SuggestOptions,
} from '../search/search-options.ts'
import { checkAnswer, type SearchAnswer } from './answers.ts'
import { nextOrder } from './clock.ts'
import type { Cluster } from './cluster.ts'
import { ClusterCall } from './cluster-call.ts'
import { type Paging, readPage, writePage } from './cluster-cursor.ts'
import { ClusterRequestError, IndexMismatchError } from './cluster-errors.ts'
import { type ClusterHealth, healthOf } from './cluster-health.ts'
import { clusterId, differenceOf, type IndexMetadata, type IndexNames, pathsOf } from './index-names.ts'
import { findIndex } from './index-state.ts'
import { IndexWriter, type RejectedDocument, type WriteReport } from './index-writer.ts'
import type { IndexSettings } from './mapping.ts'
import { type RebuildOptions, type RebuildReport, rebuildIndex } from './rebuild.ts'
import { Statistics, type Target } from './statistics.ts'

/** What searches on a cluster take in addition. */
export interface ClusterSearchOptions {
  /**
   * `'fast'` lets OpenSearch choose the best `depth` documents of each shard by a cheap score, and ranks those by Trouvaille's formula; `'exact'` ranks all that
   * match, in tens of times the time on large indexes. With `sort` by the score, with `group`, and behind a cursor of a point in time, ranking is exact. Default:
   * `'fast'`.
   */
  ranking?: 'fast' | 'exact' | undefined
  /** How many documents of each shard are ranked by the formula, 50 to 10,000. Default: `200`. */
  depth?: number | undefined
  /**
   * Gives `next` a point in time, kept so long (`'2m'`) after each page: the pages that follow are of the index as it is now. Without it they are of the index as it
   * is then, and a document may be on two pages, or on none. Default: none.
   */
  pointInTime?: string | undefined
  /** Takes the answer of those shards that answer, and says so in `isPartial`. Default: `false`, which throws an `IncompleteAnswerError`. */
  allowPartial?: boolean | undefined
}

/** What results of a search on a cluster have in addition. */
export interface ClusterResults {
  /** Some shards did not answer: documents are missing, and counts are too small. Only with `allowPartial`. */
  isPartial?: true
  /** Facets that have more than 10,000 values: counts of what is listed are right, rare values may be missing. */
  inexactFacets?: readonly string[]
}

export interface WriteOptions {
  /** Stops the work with a `QueryAbortedError`. What was written stays. */
  signal?: PlatformAbortSignal | undefined
  /** How many requests may be under way at a time, 1 to 64. Default: `2`. */
  concurrency?: number | undefined
  /** How many bytes a request has at most. With `concurrency`, it limits what is in memory. Default: `5000000`. */
  maxBytes?: number | undefined
  /** How long a document that the cluster cannot take now is tried again, in milliseconds. Default: `300000`. */
  patience?: number | undefined
}

export interface AddAllOptions extends WriteOptions {
  /** Called with each document that is refused, as soon as that is known. */
  onRejected?: ((rejected: RejectedDocument) => void) | undefined
  /** Called after some hundred documents each. */
  onProgress?: ((progress: { added: number }) => void) | undefined
}

const OWN_OPTIONS: OptionNames<ClusterSearchOptions> = { ranking: 1, depth: 1, pointInTime: 1, allowPartial: 1 }
const CLUSTER_SEARCH_OPTIONS = { ...SEARCH_OPTIONS, ...ABORT_OPTIONS, ...OWN_OPTIONS, rerank: 1, rerankDepth: 1 }
const CLUSTER_SIMILAR_OPTIONS = { ...SIMILAR_OPTIONS, ...ABORT_OPTIONS, ranking: 1, depth: 1, allowPartial: 1 }
const CLUSTER_SUGGEST_OPTIONS = { ...SUGGEST_OPTIONS, ...ABORT_OPTIONS }
const WRITE_OPTIONS: OptionNames<WriteOptions> = { signal: 1, concurrency: 1, maxBytes: 1, patience: 1 }
const ADD_ALL_OPTIONS: OptionNames<AddAllOptions> = { ...WRITE_OPTIONS, onRejected: 1, onProgress: 1 }

/** What opening an index found. */
export interface OpenedCluster {
  cluster: Cluster
  alias: string
  metadata: IndexMetadata
  names: IndexNames
  /** What the index is searched with; undefined if the library cannot put words into the classes that the index has. */
  language: Language | undefined
  /** What is written, and what `rebuild()` makes. */
  wanted: { schema: Schema; language: Language }
  /** The language that an index is searched with. */
  languageFor(metadata: IndexMetadata): Language | undefined
  statisticsAge: number
  settings: { shards: number; replicas: number }
}

/**
 * An index on an OpenSearch cluster. `openCluster()` gives one.
 *
 * Every method may throw, in addition to what is said there: ClusterRequestError, RequestFailedError, IncompleteAnswerError, QueryAbortedError;
 * InvalidOptionError for wrong options.
 */
export class ClusterIndex<
  T extends object = Record<string, unknown>,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> {
  private opened: OpenedCluster
  private statistics: Statistics | undefined
  private writer: IndexWriter | undefined
  /** Counts at points in time, which do not change. */
  private readonly pinned = new Map<string, Statistics>()

  /** Use `openCluster()`. @internal */
  constructor(opened: OpenedCluster) {
    this.opened = opened
  }

  /** How many requests this index has sent: for measurements. */
  get requestCount(): number {
    return this.opened.cluster.requests
  }

  /** Finds documents, best first, by typed text (which never makes it fail) or by a tree such as `parseQuery` gives. */
  async search<Options = unknown>(
    query: string | QueryNode,
    options?: SearchOptions<T, Stored, Fields> &
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
    const pit = page.pit ?? (pointInTime === undefined ? undefined : await this.openPointInTime(pointInTime))
    const { call, results } = await this.call(
      others,
      { ...page, pit },
      (engine, left) => {
        const found = engine.search(query, { ...left, ...(page.cursor !== undefined && { after: page.cursor }) })
        return { ...found, hits: found.hits.map(readHit) }
      },
      pointInTime,
    )
    const next = writePage({ cursor: results.next, pit, behind: call.behind })
    return {
      ...results,
      next,
      ...(call.inexactFacets.length > 0 && { inexactFacets: call.inexactFacets }),
      ...(call.isPartial && { isPartial: true }),
    }
  }

  /** Finds the parts of stored texts that answer a query, best first, over all documents. */
  async passages(
    query: string | QueryNode,
    options: PassagesOptions<T, Stored, Fields> & AbortOptions = {},
  ): Promise<PassageResults<T, Stored>> {
    const start = now()
    const { results } = await this.call(options, {}, (engine, left) => engine.passages(query, left))
    return { ...results, tookMs: now() - start } as unknown as PassageResults<T, Stored>
  }

  /** Completes what someone is typing, best first. */
  async suggest(typed: string, options: SuggestOptions & AbortOptions = {}): Promise<Suggestion[]> {
    checkOptions(options, CLUSTER_SUGGEST_OPTIONS)
    const { results } = await this.call(options, {}, (engine, left) => engine.suggest(typed, left))
    return results
  }

  /** Finds documents like one of the index. @throws UnknownDocumentError */
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

  /** The stored fields of a document, or undefined if no document has this id. Sees what was written last, before `refresh()` too. */
  async get(id: DocumentId, options: AbortOptions = {}): Promise<StoredDocument<T, Stored> | undefined> {
    const document = await this.read(id, options)
    if (document === undefined) return undefined
    const stored = this.opened.metadata.schema.storeFields.filter(name => Object.hasOwn(document, name))
    return Object.fromEntries(stored.map(name => [name, document[name]])) as StoredDocument<T, Stored>
  }

  /** Whether a document has this id. Sees what was written last. */
  async has(id: DocumentId, options: AbortOptions = {}): Promise<boolean> {
    return (await this.read(id, options)) !== undefined
  }

  private async read(id: DocumentId, options: AbortOptions): Promise<Record<string, unknown> | undefined> {
    checkOptions(options, ABORT_OPTIONS)
    checkSignal(options.signal)
    const name = clusterId(id)
    if (name === undefined) return undefined
    const { cluster, names } = this.opened
    const path = `/${names.documents}/_doc/${encodeURIComponent(name)}`
    const answer = (await cluster.ask('GET', path, undefined, { signal: options.signal, allow: [404] })) as {
      found?: boolean
      error?: { type: string; reason: string }
      _source?: { d: Record<string, unknown> }
    }
    // A document that is not there is an answer, an index that is not there is none.
    if (answer.error !== undefined)
      throw new ClusterRequestError(`GET ${path}`, 404, answer.error.type, answer.error.reason)
    return answer.found ? answer._source?.d : undefined
  }

  /** How many documents there are. */
  async size(options: AbortOptions = {}): Promise<number> {
    checkOptions(options, ABORT_OPTIONS)
    const { cluster, names } = this.opened
    const body = { size: 0, track_total_hits: true }
    const answer = await cluster.ask('POST', `/${names.documents}/_search`, body, { signal: options.signal })
    return checkAnswer(answer as unknown as SearchAnswer, names.documents).hits.total?.value ?? 0
  }

  /** The fields of the index: those that are searched, the columns, and those that are only stored. */
  fields(): IndexField[] {
    return indexFields(this.opened.metadata.schema)
  }

  /** How the index is. Never throws for an index that is red. */
  async health(options: AbortOptions = {}): Promise<ClusterHealth> {
    checkOptions(options, ABORT_OPTIONS)
    const { cluster, names } = this.opened
    return healthOf(cluster, names, this.mismatch(), options.signal)
  }

  /**
   * Writes documents, in place of those with the same ids, and reports what became of each. They can be found within a second, or after `refresh()`.
   *
   * @throws IndexMismatchError, what stops all; a document that is refused stops nothing
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
    const checked = checkLimits(limits)
    const report = await this.writing().addAll(documents, checked, nextOrder, onRejected, onProgress)
    const { misdirected, ...result } = report
    if (misdirected.length === 0) return result
    // Another index has taken the place of this one: what it refused is read for it.
    await this.reopen()
    const orders = new Map(misdirected.map(({ document, order }) => [document, order]))
    const again = await this.writing().addAll(
      orders.keys(),
      checked,
      document => orders.get(document) ?? nextOrder(),
      onRejected,
    )
    return {
      added: result.added + again.added,
      retried: result.retried + again.added,
      superseded: result.superseded + again.superseded,
      rejected: [
        ...result.rejected,
        ...again.rejected,
        ...again.misdirected.map(({ document }) => ({
          id: idOf(document, this.opened.wanted.schema),
          reason: 'the index is being replaced',
        })),
      ],
    }
  }

  /** Writes one document, in place of the one with its id if there is one. @throws ClusterRequestError if it is refused; IndexMismatchError */
  async replace(document: T, options: WriteOptions = {}): Promise<void> {
    checkOptions(options, WRITE_OPTIONS)
    const { rejected } = await this.addAll([document], options)
    this.throwRejected(rejected)
  }

  /** Removes a document. What is not there is removed already. @throws ClusterRequestError */
  async remove(id: DocumentId, options: WriteOptions = {}): Promise<void> {
    await this.removeAll([id], options)
  }

  /** Removes documents. @throws ClusterRequestError if one of them could not be removed; the others are */
  async removeAll(ids: Iterable<DocumentId>, options: WriteOptions = {}): Promise<void> {
    checkOptions(options, WRITE_OPTIONS)
    const { rejected } = await this.writing().remove(ids, checkLimits(options), nextOrder)
    this.throwRejected(rejected)
  }

  private throwRejected([first]: readonly RejectedDocument[]): void {
    if (first === undefined) return
    throw new ClusterRequestError(`Writing the document ${JSON.stringify(first.id)}`, 400, 'rejected', first.reason)
  }

  /** Makes all that was written findable now, and counts words anew. OpenSearch does the first by itself every second. */
  async refresh(options: AbortOptions = {}): Promise<void> {
    checkOptions(options, ABORT_OPTIONS)
    const { cluster, names } = this.opened
    await cluster.ask('POST', `/${names.documents},${names.words}/_refresh`, undefined, { signal: options.signal })
    this.statistics = undefined
  }

  /**
   * Makes the index anew from its own documents, by the fields, the language and the version of the library that this client has, while it is searched and
   * written to, and puts it in the place of the old one. The old one stays until `drop()`.
   */
  async rebuild(options: RebuildOptions & IndexSettings = {}): Promise<RebuildReport> {
    const { shards, replicas, ...others } = options
    const { cluster, alias, metadata, names, wanted, settings } = this.opened
    const report = await rebuildIndex(
      {
        cluster,
        alias,
        from: { metadata, names },
        ...wanted,
        settings: { shards: shards ?? settings.shards, replicas: replicas ?? settings.replicas },
        limits: checkLimits({ signal: others.signal }),
      },
      others,
    )
    await this.reopen()
    return report
  }

  /** Deletes an index that `rebuild()` replaced, by the name that its report gives. @throws InvalidOptionError for the index that is in use */
  async drop(index: string): Promise<void> {
    const { alias, cluster, names } = this.opened
    if (index === names.documents || !new RegExp(`^${alias}-\\d+$`).test(index)) {
      throw new InvalidOptionError('index', index, 'the `previous` of a report of rebuild()')
    }
    await cluster.ask('DELETE', `/${index},${index}-words?ignore_unavailable=true`)
  }

  /** Looks which index stands behind the name now. */
  private async reopen(): Promise<void> {
    const { cluster, alias, names, languageFor } = this.opened
    const found = await findIndex(cluster, alias)
    if (found === undefined || found.names.documents === names.documents) return
    this.opened = { ...this.opened, ...found, language: languageFor(found.metadata) }
    this.statistics = undefined
    this.writer = undefined
    this.pinned.clear()
  }

  private mismatch(): string | undefined {
    const { metadata, wanted } = this.opened
    return differenceOf(metadata, wanted.schema, wanted.language)
  }

  /** @throws IndexMismatchError */
  private writing(): IndexWriter {
    const { cluster, names, wanted } = this.opened
    const difference = this.mismatch()
    if (difference !== undefined) throw new IndexMismatchError(names.documents, difference)
    this.writer ??= new IndexWriter(cluster, names, wanted.schema, wanted.language)
    return this.writer
  }

  private target(pit?: string): Target {
    const { names } = this.opened
    return { names, paths: pathsOf(names.root), ...(pit !== undefined && { pit }) }
  }

  private newStatistics(target: Target): Statistics {
    const { cluster, metadata } = this.opened
    return new Statistics(cluster, target, metadata.schema, this.searching())
  }

  /** @throws IndexMismatchError */
  private searching(): Language {
    const { language, names } = this.opened
    if (language === undefined) throw new IndexMismatchError(names.documents, 'another version of its language')
    return language
  }

  private async openPointInTime(keepAlive: string): Promise<string> {
    const { cluster, names } = this.opened
    const { pit_id } = await cluster.ask('POST', `/${names.documents}/_search/point_in_time?keep_alive=${keepAlive}`)
    return pit_id as string
  }

  private statisticsAt(pit: string): Statistics {
    const known = this.pinned.get(pit)
    if (known !== undefined) return known
    if (this.pinned.size >= MOST_PINNED) this.pinned.clear()
    const statistics = this.newStatistics(this.target(pit))
    this.pinned.set(pit, statistics)
    return statistics
  }

  /** The counts, made anew if they are old; then another index may stand behind the name as well. */
  private async current(): Promise<Statistics> {
    const { statisticsAge } = this.opened
    if (this.statistics !== undefined && Date.now() - this.statistics.since > statisticsAge) {
      this.statistics = undefined
      await this.reopen()
    }
    this.statistics ??= this.newStatistics(this.target())
    return this.statistics
  }

  private async call<R>(
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
    const language = this.searching()
    const statistics = pit === undefined ? await this.current() : this.statisticsAt(pit)
    const { cluster, metadata } = this.opened
    const call = new ClusterCall({
      cluster,
      target: { ...this.target(pit), ...(keepAlive !== undefined && { keepAlive }) },
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

function idOf(document: unknown, { idField }: Schema): DocumentId {
  return (document as Record<string, DocumentId>)[idField]
}

const MOST_PINNED = 8

function checkLimits({ signal, concurrency = 2, maxBytes = 5_000_000, patience = 300_000 }: WriteOptions) {
  checkSignal(signal)
  return {
    signal,
    concurrency: checkWhole('concurrency', concurrency, 1, 64),
    maxBytes: checkWhole('maxBytes', maxBytes, 1, 100_000_000),
    patience: checkWhole('patience', patience, 0, 86_400_000),
  }
}

/** A hit without anything left to look up. */
function readHit<H extends { grouped?: H[] | undefined }>(hit: H): H {
  return { ...hit, ...(hit.grouped !== undefined && { grouped: hit.grouped.map(readHit) }) }
}
