/** All that `import … from 'trouvaille/client'` gives: one client for pages, which loads nothing before the first query. @module trouvaille/client */
export { ModuleLoadError, QueryAbortedError, TrouvailleError, type TrouvailleErrorCode } from './errors.ts'
export type { AbortOptions } from './open/abort.ts'

export type { ByteSource, IndexSource } from './open/byte-source.ts'
export type { CacheOptions, ClientOptions, HttpOptions, MessageEnd } from './open/open-options.ts'
export {
  type ClientFeature,
  type ClientInspection,
  type ClientResultsOf,
  openIndex,
  type RerankOptions,
  SearchClient,
  type WarmUpOptions,
} from './open/search-client.ts'
