/** What a client keeps of an index on a cluster: which one stands behind the name, what was counted of it, and who writes to it. */
import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import type { Cluster } from './cluster.ts'
import { IndexMismatchError } from './cluster-errors.ts'
import { differenceOf, type IndexMetadata, type IndexNames, pathsOf } from './index-names.ts'
import { findIndex } from './index-state.ts'
import { IndexWriter } from './index-writer.ts'
import { Statistics, type Target } from './statistics.ts'

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

const MOST_PINNED = 8

export class IndexConnection {
  opened: OpenedCluster
  private statistics: Statistics | undefined
  private writer: IndexWriter | undefined
  /** Counts at points in time, which do not change. */
  private readonly pinned = new Map<string, Statistics>()

  constructor(opened: OpenedCluster) {
    this.opened = opened
  }

  /** Words are counted anew. */
  forgetCounts(): void {
    this.statistics = undefined
  }

  /** Looks which index stands behind the name now. */
  async reopen(): Promise<void> {
    const { cluster, alias, names, languageFor } = this.opened
    const found = await findIndex(cluster, alias)
    if (found === undefined || found.names.documents === names.documents) return
    this.opened = { ...this.opened, ...found, language: languageFor(found.metadata) }
    this.statistics = undefined
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

  target(pit?: string): Target {
    const { names } = this.opened
    return { names, paths: pathsOf(names.root), ...(pit !== undefined && { pit }) }
  }

  private newStatistics(target: Target): Statistics {
    const { cluster, metadata } = this.opened
    return new Statistics(cluster, target, metadata.schema, this.searching())
  }

  /** @throws IndexMismatchError */
  searching(): Language {
    const { language, names } = this.opened
    if (language === undefined) throw new IndexMismatchError(names.documents, 'another version of its language')
    return language
  }

  async openPointInTime(keepAlive: string): Promise<string> {
    const { cluster, names } = this.opened
    const { pit_id } = await cluster.ask('POST', `/${names.documents}/_search/point_in_time?keep_alive=${keepAlive}`)
    return pit_id as string
  }

  statisticsAt(pit: string): Statistics {
    const known = this.pinned.get(pit)
    if (known !== undefined) return known
    if (this.pinned.size >= MOST_PINNED) this.pinned.clear()
    const statistics = this.newStatistics(this.target(pit))
    this.pinned.set(pit, statistics)
    return statistics
  }

  /** The counts, made anew if they are old; then another index may stand behind the name as well. */
  async current(): Promise<Statistics> {
    const { statisticsAge } = this.opened
    if (this.statistics !== undefined && Date.now() - this.statistics.since > statisticsAge) {
      this.statistics = undefined
      await this.reopen()
    }
    this.statistics ??= this.newStatistics(this.target())
    return this.statistics
  }
}
