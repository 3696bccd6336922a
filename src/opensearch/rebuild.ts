/**
 * Rebuilds an index from its own documents, with other fields, another language or another version of the library, while it is searched and written to. The new
 * index is filled, catches up with concurrent writes and removals, and replaces the old one atomically.
 */
import { throwIfAborted } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { checkAnswer, type FoundDocument, type SearchAnswer } from './answers.ts'
import { type BulkLimits, BulkWriter } from './bulk-writer.ts'
import type { Cluster } from './cluster.ts'
import { ClusterRequestError } from './cluster-errors.ts'
import { Copier, type CopyContext, copyOfHit, readDocuments, type Version, versionOfHit } from './copier.ts'
import { FORMAT, type IndexMetadata, type IndexNames, namesOf } from './index-names.ts'
import { createIndex, deleteIndex, findIndex, pointAlias } from './index-state.ts'
import type { RejectedDocument } from './index-writer.ts'
import type { IndexSettings } from './mapping.ts'

/**
 * The options of `rebuild()`. None of them is needed.
 *
 * @example
 * await index.rebuild({ onProgress: documents => show(`${documents} documents`) })
 */
export interface RebuildOptions {
  /** Stops the work when it fires, with a `QueryAbortedError`. The old index stays as it is. Default: none. */
  signal?: PlatformAbortSignal | undefined
  /** A function that is called with the number of documents so far. For progress bars. Default: none. */
  onProgress?: ((progress: { copied: number; total: number }) => void) | undefined
}

/**
 * What `rebuild()` returns.
 *
 * @example
 * const { previous } = await index.rebuild()
 * await index.drop(previous)
 */
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

export interface RebuildContext extends CopyContext {
  alias: string
  settings: IndexSettings
}

const KEEP_ALIVE = '30m'
const PAGE = 1000
/** After this many rounds, what is written constantly is copied after the switch. */
const MOST_ROUNDS = 5
/**
 * In microseconds: documents get their order when they are encoded, and may be sent for minutes before the cluster takes them (`patience`). So those of the last ten
 * minutes are compared again.
 */
const LATEST = 600_000_000

export async function rebuildIndex(context: RebuildContext, options: RebuildOptions): Promise<RebuildReport> {
  const names = await createNext(context)
  try {
    return await fill(context, names, options)
  } catch (error) {
    await deleteUnused(context, names)
    throw error
  }
}

/** An index of its own, even if another rebuild starts at the same time. */
async function createNext({ cluster, alias, schema, language, settings }: RebuildContext): Promise<IndexNames> {
  for (let number = await nextNumber(cluster, alias); ; number++) {
    const metadata: IndexMetadata = { format: FORMAT, schema, language: language.definition, number }
    const names = namesOf(alias, metadata)
    if (await createIndex(cluster, metadata, names, settings, true)) return names
  }
}

/** Deletes an index that was not finished. If the cluster does not answer, it stays: it may be in use. */
async function deleteUnused({ cluster, alias }: RebuildContext, names: IndexNames): Promise<void> {
  try {
    const current = await findIndex(cluster, alias)
    if (current !== undefined && current.names.documents !== names.documents)
      await deleteIndex(cluster, names.documents)
  } catch {
    // The error that ended the rebuild says more.
  }
}

async function fill(context: RebuildContext, names: IndexNames, options: RebuildOptions): Promise<RebuildReport> {
  const { cluster, from, limits } = context
  const begin = Date.now() * 1000
  const old = from.names.documents
  const copier = new Copier(context, names, await countDocuments(cluster, old), options.onProgress)
  await refresh(cluster, [old])
  await atOnePoint(cluster, old, async pit => {
    for await (const page of pagesAt(cluster, old, pit, { limits })) await copier.write(page.map(copyOfHit))
  })
  const catchUp = async (): Promise<Version[]> => {
    await refresh(cluster, [old])
    return await atOnePoint(cluster, old, async pit => {
      const written: Version[] = []
      for await (const page of pagesAt(cluster, old, pit, { limits, after: begin - LATEST, withDocuments: false })) {
        written.push(...(await copier.writeMissing(page.map(versionOfHit))))
      }
      return written
    })
  }
  for (let round = 0; round < MOST_ROUNDS; round++) if ((await catchUp()).length === 0) break
  const isFuller = async () => (await countDocuments(cluster, old)) < (await countDocuments(cluster, names.documents))
  await refresh(cluster, [names.documents, names.words])
  if (await isFuller()) await atOnePoint(cluster, names.documents, pit => sweepAll(context, names, pit))
  // Until the switch, the new index has nothing but copies; what is written to it later may never have been in the old one.
  await refresh(cluster, [names.documents])
  await atOnePoint(cluster, names.documents, async pit => {
    await switchAlias(context, names)
    // Writers that used the old index have finished or were rejected; this copies their last writes.
    const last = await catchUp()
    await sweepAll(context, names, pit)
    await sweep(context, names, last)
  })
  await refresh(cluster, [names.documents, names.words])
  const documents = await countDocuments(cluster, names.documents)
  return { index: names.documents, previous: old, documents, rejected: copier.rejected }
}

/** @throws ClusterRequestError if another rebuild was faster */
async function switchAlias({ cluster, alias, from }: RebuildContext, to: IndexNames): Promise<void> {
  try {
    await pointAlias(cluster, alias, to, from.names)
  } catch (error) {
    const current = await findIndex(cluster, alias)
    // The response to an earlier attempt was lost.
    if (current?.names.documents === to.documents) return
    if (current === undefined || current.names.documents === from.names.documents) throw error
    const reason = `another rebuild has replaced ${from.names.documents} by ${current.names.documents}`
    throw new ClusterRequestError(`Replacing ${from.names.documents}`, 409, 'index_replaced', reason)
  }
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

/** Works on an index as it is now, whatever is written to it meanwhile. */
async function atOnePoint<R>(cluster: Cluster, index: string, work: (pit: string) => Promise<R>): Promise<R> {
  const { pit_id } = await cluster.ask('POST', `/${index}/_search/point_in_time?keep_alive=${KEEP_ALIVE}`)
  try {
    return await work(pit_id as string)
  } finally {
    const body = JSON.stringify({ pit_id: [pit_id] })
    // It is closed by itself later.
    await cluster
      .send({ method: 'DELETE', path: '/_search/point_in_time', body }, { allow: [400, 404] })
      .catch(() => {})
  }
}

/** The documents with orders greater than `after`, in this order, in pages. */
async function* pagesAt(
  cluster: Cluster,
  index: string,
  pit: string,
  { limits, after = -1, withDocuments = true }: { limits: BulkLimits; after?: number; withDocuments?: boolean },
): AsyncGenerator<readonly FoundDocument[]> {
  const { signal } = limits
  let behind: readonly unknown[] | undefined
  for (;;) {
    throwIfAborted(signal)
    const body = {
      size: PAGE,
      track_total_hits: false,
      query: { range: { s: { gt: after } } },
      pit: { id: pit, keep_alive: KEEP_ALIVE },
      // Two writers may give the same order to two documents.
      sort: [{ s: 'asc' }, { r: 'asc' }],
      docvalue_fields: ['s'],
      _source: withDocuments ? ['d'] : false,
      ...(behind !== undefined && { search_after: behind }),
    }
    const answer = (await cluster.ask('POST', '/_search?allow_partial_search_results=false', body, {
      signal,
    })) as unknown as SearchAnswer
    const { hits } = checkAnswer(answer, index).hits
    if (hits.length === 0) return
    yield hits
    behind = hits[hits.length - 1].sort
  }
}

/** `pit` is a state of the new index in which it had only copies. */
async function sweepAll(context: RebuildContext, to: IndexNames, pit: string): Promise<void> {
  const { cluster, limits } = context
  for await (const page of pagesAt(cluster, to.documents, pit, { limits, withDocuments: false })) {
    await sweep(context, to, page.map(versionOfHit))
  }
}

/** Removes copies of documents that the old index no longer has. */
async function sweep(
  { cluster, from, limits }: RebuildContext,
  to: IndexNames,
  copies: readonly Version[],
): Promise<void> {
  if (copies.length === 0) return
  const index = to.documents
  const kept = await readDocuments(cluster, from.names.documents, copies, false)
  const writer = new BulkWriter(cluster, limits)
  let refused: { type: string; reason: string } | undefined
  for (const { name, order } of copies) {
    if (kept.has(name)) continue
    // Only the version that was copied; a later one stays.
    const action = { _index: index, _id: name, version: order, version_type: 'external_gte' }
    await writer.add({ delete: action }, undefined, fate => {
      if (fate.kind === 'rejected') refused ??= fate
    })
  }
  await writer.end()
  if (refused !== undefined) throw new ClusterRequestError(`Removing from ${index}`, 503, refused.type, refused.reason)
}
