/** `trouvaille/opensearch`: the same index on an OpenSearch cluster, for who has outgrown a file. @module trouvaille/opensearch */

export type { AddAllOptions, ClusterResults, ClusterSearchOptions, WriteOptions } from './call-options.ts'
export {
  ClusterRequestError,
  IncompleteAnswerError,
  IndexMismatchError,
  UnsupportedServerError,
} from './cluster-errors.ts'
export type { ClusterHealth } from './cluster-health.ts'
export { ClusterIndex } from './cluster-index.ts'
export { FetchTransport, type FetchTransportOptions } from './fetch-transport.ts'
export type { RejectedDocument, WriteReport } from './index-writer.ts'
export type { IndexSettings } from './mapping.ts'
export { openCluster } from './open-cluster.ts'
export type { ClusterConnection, ClusterOptions } from './open-options.ts'
export type { RebuildOptions, RebuildReport } from './rebuild.ts'
export type { ClusterRequest, ClusterResponse, ClusterTransport, OpenSearchClient } from './transport.ts'
