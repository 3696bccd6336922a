/** Starts one node for all files of a run, and ends it. It is soon short of memory for writes, as large clusters are with many writers, and takes no large requests. */
import type { TestProject } from 'vitest/node'
import { startCluster, VERSIONS } from '../../scripts/cluster/local-cluster.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a node, and the version of OpenSearch. */
    cluster: { url: string; version: string }
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const version = VERSIONS[process.env.TROUVAILLE_CLUSTER === '3' ? 3 : 2]
  const running = process.env.TROUVAILLE_CLUSTER_URL
  if (running !== undefined) {
    provide('cluster', { url: running, version })
    return async () => {}
  }
  const cluster = await startCluster({
    version,
    settings: { 'indexing_pressure.memory.limit': '1mb', 'http.max_content_length': '2mb' },
  })
  provide('cluster', { url: cluster.urls[0], version })
  return () => cluster.stop()
}
