/** Copies documents from one index to another for `rebuild()`, each with the order that it has. */
import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import { type FoundDocument, firstField } from './answers.ts'
import type { BulkLimits } from './bulk-writer.ts'
import type { Cluster } from './cluster.ts'
import { ClusterRequestError, IncompleteAnswerError } from './cluster-errors.ts'
import { clusterId, type IndexNames } from './index-names.ts'
import { IndexWriter, type RejectedDocument } from './index-writer.ts'

/** What documents are copied from, and how they are encoded. */
export interface CopyContext {
  cluster: Cluster
  from: { names: IndexNames }
  schema: Schema
  language: Language
  limits: BulkLimits
}

type Progress = (progress: { copied: number; total: number }) => void

/** A version of a document. */
export interface Version {
  /** The id on OpenSearch. */
  name: string
  order: number
}

interface Copy extends Version {
  document: unknown
}

export class Copier {
  readonly rejected: RejectedDocument[] = []
  private readonly cluster: Cluster
  private readonly from: string
  private readonly to: string
  private readonly limits: BulkLimits
  private readonly writer: IndexWriter
  private readonly total: number
  private readonly onProgress: Progress | undefined
  private copied = 0
  /** The orders of documents that the new index refused. */
  private readonly refused = new Map<string, number>()

  constructor(
    { cluster, from, schema, language, limits }: CopyContext,
    to: IndexNames,
    total: number,
    onProgress: Progress | undefined,
  ) {
    this.cluster = cluster
    this.from = from.names.documents
    this.to = to.documents
    this.limits = limits
    this.writer = new IndexWriter(cluster, to, schema, language, to.documents)
    this.total = total
    this.onProgress = onProgress
  }

  /** @throws ClusterRequestError if the new index takes no such documents */
  async write(copies: readonly Copy[]): Promise<void> {
    const orders = new Map(copies.map(({ document, order }) => [document, order]))
    const byName = new Map(copies.map(({ name, order }) => [name, order]))
    const report = await this.writer.addAll(orders.keys(), this.limits, document => orders.get(document) ?? 0)
    const [misdirected] = report.misdirected
    if (misdirected !== undefined) {
      throw new ClusterRequestError(`Writing to ${this.to}`, 400, 'misdirected', misdirected.reason)
    }
    this.rejected.push(...report.rejected)
    for (const { id } of report.rejected) {
      const name = id === undefined ? undefined : clusterId(id)
      if (name !== undefined) this.refused.set(name, byName.get(name) ?? 0)
    }
    this.copied += copies.length
    this.onProgress?.({ copied: this.copied, total: Math.max(this.total, this.copied) })
  }

  /** Copies those documents that the new index lacks or has in an older version, and returns them. */
  async writeMissing(versions: readonly Version[]): Promise<Version[]> {
    const there = await readDocuments(this.cluster, this.to, versions, false)
    const missing = versions.filter(
      ({ name, order }) => (there.get(name)?.order ?? -1) < order && this.refused.get(name) !== order,
    )
    if (missing.length === 0) return []
    const found = [...(await readDocuments(this.cluster, this.from, missing, true)).values()]
    await this.write(found)
    return found.map(({ name, order }) => ({ name, order }))
  }
}

export function versionOfHit(hit: FoundDocument): Version {
  return { name: hit._id, order: Number(firstField(hit, 's')) }
}

export function copyOfHit(hit: FoundDocument): Copy {
  return { ...versionOfHit(hit), document: hit._source?.d }
}

/** The documents by their ids on OpenSearch, as they are now. Those that do not exist are left out. @throws IncompleteAnswerError if the cluster does not know */
export async function readDocuments(
  cluster: Cluster,
  index: string,
  versions: readonly Version[],
  withDocuments: boolean,
): Promise<Map<string, Copy>> {
  const ids = versions.map(({ name }) => name)
  const { docs } = (await cluster.ask('POST', `/${index}/_mget${withDocuments ? '' : '?_source=false'}`, { ids })) as {
    docs: readonly {
      _id: string
      found?: boolean
      /** The order, as the version of every write. */
      _version?: number
      _source?: { d: unknown }
      error?: { reason?: string }
    }[]
  }
  const documents = new Map<string, Copy>()
  for (const { _id: name, found, _version: order = 0, _source, error } of docs) {
    // A shard that does not answer has not lost its documents.
    if (error !== undefined) throw new IncompleteAnswerError(index, { total: 1, successful: 0 }, error.reason)
    if (found) documents.set(name, { name, order, document: _source?.d })
  }
  return documents
}
