/** The health of an index on a cluster: whether all of it answers, how large it is, and whether it matches what this version of the library would create. */
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { Cluster } from './cluster.ts'
import type { IndexNames } from './index-names.ts'

/**
 * The state of an index on a cluster: what `health()` returns.
 *
 * @example
 * const { status, documents, mismatch } = await index.health()
 */
export interface ClusterHealth {
  /** `'green'`: all copies are there. `'yellow'`: some are missing, but everything answers. `'red'`: some documents cannot be found. */
  status: 'green' | 'yellow' | 'red'
  /** The number of nodes of the cluster. */
  nodes: number
  /** The number of shards, copies included. */
  shards: { total: number; active: number; unassigned: number }
  /** The number of documents; `undefined` if the cluster cannot tell now. */
  documents: number | undefined
  /** The number of words in the dictionary, including those of removed documents. */
  words: number
  /** The size of the index and its dictionary on disk in bytes, copies included. */
  bytes: number
  /** The index behind the name, such as `articles-2`. */
  index: string
  /** What differs between the index and what this client would write; `undefined` if nothing does. */
  mismatch: string | undefined
}

export async function healthOf(
  cluster: Cluster,
  names: IndexNames,
  mismatch: string | undefined,
  signal: PlatformAbortSignal | undefined,
): Promise<ClusterHealth> {
  const both = `${names.documents},${names.words}`
  // An answer with `timed_out` still contains the status.
  const allow = [408]
  const [health, stats] = await Promise.all([
    cluster.ask('GET', `/_cluster/health/${both}?timeout=1s`, undefined, { signal, allow }),
    cluster.ask('GET', `/${both}/_stats/store,docs`, undefined, { signal }),
  ])
  const { status, number_of_nodes, active_shards, unassigned_shards, initializing_shards, relocating_shards } =
    health as Record<string, number>
  const { indices = {} } = stats as { indices?: Record<string, IndexStats> }
  const all = Object.values(indices)
  return {
    status: status as unknown as ClusterHealth['status'],
    nodes: number_of_nodes,
    shards: {
      total: active_shards + unassigned_shards + initializing_shards + relocating_shards,
      active: active_shards,
      unassigned: unassigned_shards,
    },
    documents: (status as unknown) === 'red' ? undefined : indices[names.documents]?.primaries.docs?.count,
    words: indices[names.words]?.primaries.docs?.count ?? 0,
    bytes: all.reduce((sum, { total }) => sum + (total.store?.size_in_bytes ?? 0), 0),
    index: names.documents,
    mismatch,
  }
}

interface IndexStats {
  primaries: { docs?: { count: number } }
  total: { store?: { size_in_bytes: number } }
}
