/**
 * Rebuilds an index from its own documents, with other fields, another language or another version of the library, while it is searched and written to. The new
 * index is filled, catches up with concurrent writes and removals, and replaces the old one atomically.
 */
import { throwIfAborted } from '../errors.ts'
import type { Language } from '../language/language.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { Schema } from '../schema/schema.ts'
import { checkAnswer, type FoundDocument, firstField, type SearchAnswer } from './answers.ts'
import type { BulkLimits } from './bulk-writer.ts'
import type { Cluster } from './cluster.ts'
import { FORMAT, type IndexMetadata, type IndexNames, namesOf } from './index-names.ts'
import { createIndex, pointAlias } from './index-state.ts'
import { IndexWriter, type RejectedDocument } from './index-writer.ts'
import type { IndexSettings } from './mapping.ts'

/** The options of `rebuild()`. None of them is needed. */
export interface RebuildOptions {
  /** Stops the work when it fires, with a `QueryAbortedError`. The old index stays as it is. Default: none. */
  signal?: PlatformAbortSignal | undefined
  /** A function that is called with the number of documents so far. For progress bars. Default: none. */
  onProgress?: ((progress: { copied: number; total: number }) => void) | undefined
}

/** What `rebuild()` returns. */
export interface RebuildReport {
  /** The index that the name refers to now. */
  index: string
  /** The index that the name stood for before. Delete it when you do not need it any more. */
  previous: string
  /** The number of documents in the new index. */
  documents: number
  /** The documents of the old index that the new one refused. */
  rejected: RejectedDocument[]
}

export interface RebuildContext {
  cluster: Cluster
  alias: string
  from: { metadata: IndexMetadata; names: IndexNames }
  schema: Schema
  language: Language
  settings: IndexSettings
  limits: BulkLimits
}

const PAGE = 1000
const KEEP_ALIVE = '5m'
/** The old index is written to constantly, so after this many rounds the rest is copied after the switch. */
const MOST_ROUNDS = 5

export async function rebuildIndex(context: RebuildContext, options: RebuildOptions): Promise<RebuildReport> {
  const { cluster, alias, from, schema, language, settings, limits } = context
  const metadata: IndexMetadata = {
    format: FORMAT,
    schema,
    language: language.definition,
    number: await nextNumber(cluster, alias),
  }
  const names = namesOf(alias, metadata)
  await createIndex(cluster, metadata, names, settings)
  const writer = new IndexWriter(cluster, names, schema, language, names.documents)
  const rejected: RejectedDocument[] = []
  const total = await countDocuments(cluster, from.names.documents)
  let copied = 0
  const copy = async (since: number): Promise<{ last: number; count: number }> => {
    await refresh(cluster, [from.names.documents])
    let last = since
    let count = 0
    for await (const page of pagesOf(cluster, from.names.documents, { gt: since }, limits.signal)) {
      const orders = new Map(page.map(hit => [hit._source?.d, Number(firstField(hit, 's'))]))
      const report = await writer.addAll(
        orders.keys() as Iterable<unknown>,
        limits,
        document => orders.get(document as never) ?? 0,
      )
      rejected.push(...report.rejected)
      count += page.length
      copied += page.length
      last = Math.max(last, ...orders.values())
      options.onProgress?.({ copied, total: Math.max(total, copied) })
    }
    return { last, count }
  }
  let since = -1
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { last, count } = await copy(since)
    since = last
    if (count === 0) break
  }
  await refresh(cluster, [names.documents, names.words])
  const isFuller =
    (await countDocuments(cluster, from.names.documents)) < (await countDocuments(cluster, names.documents))
  if (isFuller) await sweep(cluster, from.names.documents, names.documents, since, limits)
  await pointAlias(cluster, alias, names, from.names)
  // Writers that used the old index have finished or were rejected; this copies their last writes.
  await copy(since)
  await refresh(cluster, [names.documents, names.words])
  await sweep(cluster, from.names.documents, names.documents, since, limits)
  await refresh(cluster, [names.documents])
  const documents = await countDocuments(cluster, names.documents)
  return { index: names.documents, previous: from.names.documents, documents, rejected }
}

/** One more than that of any index with this name, in use or not. */
async function nextNumber(cluster: Cluster, alias: string): Promise<number> {
  const { body } = await cluster.send(
    { method: 'GET', path: `/_cat/indices/${alias}-*?format=json&h=index` },
    { allow: [404] },
  )
  const used = (Array.isArray(body) ? (body as { index: string }[]) : []).flatMap(({ index }) => {
    const number = index.slice(alias.length + 1)
    return /^\d+(-words)?$/.test(number) ? Number.parseInt(number, 10) : []
  })
  return Math.max(0, ...used) + 1
}

async function refresh(cluster: Cluster, indexes: readonly string[]): Promise<void> {
  await cluster.ask('POST', `/${indexes.join()}/_refresh`)
}

async function countDocuments(cluster: Cluster, index: string): Promise<number> {
  const body = { size: 0, track_total_hits: true }
  const answer = (await cluster.ask(
    'POST',
    `/${index}/_search?allow_partial_search_results=false`,
    body,
  )) as unknown as SearchAnswer
  return checkAnswer(answer, index).hits.total?.value ?? 0
}

/** The documents with orders in a range, sorted, at one point in time. */
async function* pagesOf(
  cluster: Cluster,
  index: string,
  orders: { gt: number; lte?: number },
  signal: PlatformAbortSignal | undefined,
  withDocuments = true,
): AsyncGenerator<readonly FoundDocument[]> {
  const { pit_id } = (await cluster.ask('POST', `/${index}/_search/point_in_time?keep_alive=${KEEP_ALIVE}`)) as {
    pit_id: string
  }
  try {
    let after: number | undefined
    for (;;) {
      throwIfAborted(signal)
      const body = {
        size: PAGE,
        track_total_hits: false,
        query: { range: { s: orders } },
        pit: { id: pit_id, keep_alive: KEEP_ALIVE },
        sort: [{ s: 'asc' }],
        docvalue_fields: ['s'],
        _source: withDocuments ? ['d'] : false,
        ...(after !== undefined && { search_after: [after] }),
      }
      const answer = (await cluster.ask('POST', '/_search?allow_partial_search_results=false', body, {
        signal,
      })) as unknown as SearchAnswer
      const { hits } = checkAnswer(answer, index).hits
      if (hits.length === 0) return
      yield hits
      after = Number(hits[hits.length - 1].sort?.[0])
    }
  } finally {
    await cluster.send(
      { method: 'DELETE', path: '/_search/point_in_time', body: JSON.stringify({ pit_id: [pit_id] }) },
      { allow: [400, 404] },
    )
  }
}

/** Removes documents that the old index no longer has, among those copied before the switch. Later ones may never have been in the old index. */
async function sweep(cluster: Cluster, from: string, to: string, until: number, limits: BulkLimits): Promise<void> {
  for await (const page of pagesOf(cluster, to, { gt: -1, lte: until }, limits.signal, false)) {
    const ids = page.map(({ _id }) => _id)
    const { docs } = (await cluster.ask('POST', `/${from}/_mget?_source=false`, { ids })) as {
      docs: readonly { _id: string; found?: boolean }[]
    }
    const gone = docs.filter(({ found }) => found !== true)
    // Only the version that was copied; a later one stays.
    const versions = new Map(page.map(hit => [hit._id, Number(firstField(hit, 's'))]))
    const lines = gone.map(({ _id }) => ({
      delete: { _index: to, _id, version: versions.get(_id), version_type: 'external_gte' },
    }))
    if (lines.length > 0) await cluster.askLines('/_bulk', lines)
  }
}
