/** A client's state for an index on a cluster: which index the name refers to, its cached counts, and its writer. */
import type { Language } from '../language/language.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { Schema } from '../schema/schema.ts'
import type { Cluster } from './cluster.ts'
import { ClusterRequestError, IndexMismatchError, isIndexMissing } from './cluster-errors.ts'
import { differenceOf, type IndexMetadata, type IndexNames, pathsOf } from './index-names.ts'
import { findIndex } from './index-state.ts'
import { IndexWriter } from './index-writer.ts'
import { Statistics, type Target } from './statistics.ts'

/** The result of opening an index. */
export interface OpenedCluster {
  cluster: Cluster
  alias: string
  metadata: IndexMetadata
  names: IndexNames
  /** The language to search with; undefined if the library cannot produce the classes of the index. */
  language: Language | undefined
  /** The schema and language of writes and of `rebuild()`. */
  wanted: { schema: Schema; language: Language }
  /** The language to search an index with. */
  languageFor(metadata: IndexMetadata): Language | undefined
  statisticsAge: number
  settings: { shards: number; replicas: number }
}

const MOST_PINNED = 8

export class IndexConnection {
  opened: OpenedCluster
  private statistics: Statistics | undefined
  /** Counts for searches that take what some shards have. Others must not see them. */
  private partialStatistics: Statistics | undefined
  private writer: IndexWriter | undefined
  /** Counts at points in time, which do not change. */
  private readonly pinned = new Map<string, Statistics>()

  constructor(opened: OpenedCluster) {
    this.opened = opened
  }

  /** Discards the cached counts. */
  forgetCounts(): void {
    this.statistics = undefined
    this.partialStatistics = undefined
  }

  /** Finds the index that the name refers to now. */
  async reopen(): Promise<void> {
    const { cluster, alias, names, languageFor } = this.opened
    const found = await findIndex(cluster, alias)
    if (found === undefined || found.names.documents === names.documents) return
    this.opened = { ...this.opened, ...found, language: languageFor(found.metadata) }
    this.forgetCounts()
    this.writer = undefined
    this.pinned.clear()
  }

  mismatch(): string | undefined {
    const { metadata, wanted } = this.opened
    return differenceOf(metadata, wanted.schema, wanted.language)
  }

  /** @throws IndexMismatchError */
  writing(): IndexWriter {
    const { cluster, names, wanted } = this.opened
    const difference = this.mismatch()
    if (difference !== undefined) throw new IndexMismatchError(names.documents, difference)
    this.writer ??= new IndexWriter(cluster, names, wanted.schema, wanted.language)
    return this.writer
  }

  /**
   * OpenSearch ignores `require_alias` for removals, and would create an index with the name of the alias.
   *
   * @throws ClusterRequestError if somebody deleted the index
   */
  async requireAlias(signal: PlatformAbortSignal | undefined): Promise<void> {
    const { cluster, alias } = this.opened
    const { status } = await cluster.send({ method: 'HEAD', path: `/_alias/${alias}` }, { signal, allow: [404] })
    if (status === 404) {
      throw new ClusterRequestError('Removing documents', 404, 'index_not_found_exception', `no such index [${alias}]`)
    }
  }

  target(pit?: string): Target {
    const { names } = this.opened
    return { names, paths: pathsOf(names.root), ...(pit !== undefined && { pit }) }
  }

  private newStatistics(target: Target, mayBePartial = false): Statistics {
    const { cluster, metadata } = this.opened
    return new Statistics(cluster, target, metadata.schema, this.searching(), mayBePartial)
  }

  /** @throws IndexMismatchError */
  searching(): Language {
    const { language, names } = this.opened
    if (language === undefined) throw new IndexMismatchError(names.documents, 'another version of its language')
    return language
  }

  /** Nobody waits for it: the cluster closes it by itself later. */
  closePointInTime(pit: string): void {
    const body = JSON.stringify({ pit_id: [pit] })
    const { cluster } = this.opened
    cluster.send({ method: 'DELETE', path: '/_search/point_in_time', body }, { allow: [400, 404] }).catch(() => {})
  }

  async openPointInTime(keepAlive: string): Promise<string> {
    const open = async () => {
      const { cluster, names } = this.opened
      const { pit_id } = await cluster.ask('POST', `/${names.documents}/_search/point_in_time?keep_alive=${keepAlive}`)
      return pit_id as string
    }
    try {
      return await open()
    } catch (error) {
      if (!isIndexMissing(error)) throw error
      await this.reopen()
      return await open()
    }
  }

  statisticsAt(pit: string): Statistics {
    const known = this.pinned.get(pit)
    if (known !== undefined) return known
    if (this.pinned.size >= MOST_PINNED) this.pinned.clear()
    const statistics = this.newStatistics(this.target(pit))
    this.pinned.set(pit, statistics)
    return statistics
  }

  /** The counts, fetched again if they are old; the name may then refer to another index. `mayBePartial`: those of some shards are enough. */
  async current(mayBePartial: boolean): Promise<Statistics> {
    const { statisticsAge } = this.opened
    const known = mayBePartial ? this.partialStatistics : this.statistics
    if (known !== undefined && Date.now() - known.since > statisticsAge) {
      this.forgetCounts()
      await this.reopen()
    }
    if (mayBePartial) return (this.partialStatistics ??= this.newStatistics(this.target(), true))
    return (this.statistics ??= this.newStatistics(this.target()))
  }
}
