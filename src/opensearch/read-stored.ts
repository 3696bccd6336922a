/** Reads a document by its id, as it was written last. */
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Cluster } from './cluster.ts'
import { ClusterRequestError } from './cluster-errors.ts'
import { clusterId } from './index-names.ts'

/**
 * Undefined if it does not exist. By the alias, because another client may have rebuilt the index; by a body, because proxies change ids in paths, such as those with
 * slashes.
 *
 * @throws ClusterRequestError
 */
export async function readStored(
  cluster: Cluster,
  alias: string,
  id: DocumentId,
  signal: PlatformAbortSignal | undefined,
): Promise<Record<string, unknown> | undefined> {
  const name = clusterId(id)
  if (name === undefined) return undefined
  const path = `/${alias}/_mget`
  const { docs } = (await cluster.ask('POST', path, { ids: [name] }, { signal })) as {
    docs: readonly {
      found?: boolean
      error?: { type: string; reason: string }
      _source?: { d: Record<string, unknown> }
    }[]
  }
  const [{ found, error, _source }] = docs
  // A missing document is a valid answer; a missing index or shard is not.
  if (error !== undefined) {
    const status = error.type === 'index_not_found_exception' ? 404 : 503
    throw new ClusterRequestError(`POST ${path}`, status, error.type, error.reason)
  }
  return found ? _source?.d : undefined
}
