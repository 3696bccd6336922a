/** The options of calls to an index on a cluster, and the additional members of results. */
import { checkWhole, type OptionNames } from '../check-options.ts'
import { ABORT_OPTIONS, checkSignal } from '../open/abort.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { SEARCH_OPTIONS, SIMILAR_OPTIONS, SUGGEST_OPTIONS } from '../search/search-options.ts'
import type { BulkLimits } from './bulk-writer.ts'
import type { RejectedDocument } from './index-writer.ts'

/** What searches on a cluster take in addition. */
export interface ClusterSearchOptions {
  /**
   * `'fast'` lets OpenSearch choose the best `depth` documents of each shard by a cheap score, and ranks those by Trouvaille's formula; `'exact'` ranks all that
   * match, in tens of times the time on large indexes. With `sort` by the score, with `group`, and behind a cursor of a point in time, ranking is exact. Default:
   * `'fast'`.
   */
  ranking?: 'fast' | 'exact' | undefined
  /** How many documents of each shard are ranked by the formula, 50 to 10,000. Default: `200`. */
  depth?: number | undefined
  /**
   * Gives `next` a point in time, kept so long (`'2m'`) after each page: the pages that follow are of the index as it is now. Without it they are of the index as it
   * is then, and a document may be on two pages, or on none. Default: none.
   */
  pointInTime?: string | undefined
  /** Takes the answer of those shards that answer, and says so in `isPartial`. Default: `false`, which throws an `IncompleteAnswerError`. */
  allowPartial?: boolean | undefined
}

/** What results of a search on a cluster have in addition. */
export interface ClusterResults {
  /** Some shards did not answer: documents are missing, and counts are too small. Only with `allowPartial`. */
  isPartial?: true
  /** Facets that have more than 10,000 values: counts of what is listed are right, rare values may be missing. */
  inexactFacets?: readonly string[]
}

export interface WriteOptions {
  /** Stops the work with a `QueryAbortedError`. What was written stays. */
  signal?: PlatformAbortSignal | undefined
  /** How many requests may be under way at a time, 1 to 64. Default: `2`. */
  concurrency?: number | undefined
  /** How many bytes a request has at most. With `concurrency`, it limits what is in memory. Default: `5000000`. */
  maxBytes?: number | undefined
  /** How long a document that the cluster cannot take now is tried again, in milliseconds. Default: `300000`. */
  patience?: number | undefined
}

export interface AddAllOptions extends WriteOptions {
  /** Called with each document that is refused, as soon as that is known. */
  onRejected?: ((rejected: RejectedDocument) => void) | undefined
  /** Called after some hundred documents each. */
  onProgress?: ((progress: { added: number }) => void) | undefined
}

const OWN_OPTIONS: OptionNames<ClusterSearchOptions> = { ranking: 1, depth: 1, pointInTime: 1, allowPartial: 1 }
export const CLUSTER_SEARCH_OPTIONS = { ...SEARCH_OPTIONS, ...ABORT_OPTIONS, ...OWN_OPTIONS, rerank: 1, rerankDepth: 1 }
export const CLUSTER_SIMILAR_OPTIONS = { ...SIMILAR_OPTIONS, ...ABORT_OPTIONS, ranking: 1, depth: 1, allowPartial: 1 }
export const CLUSTER_SUGGEST_OPTIONS = { ...SUGGEST_OPTIONS, ...ABORT_OPTIONS }
export const WRITE_OPTIONS: OptionNames<WriteOptions> = { signal: 1, concurrency: 1, maxBytes: 1, patience: 1 }
export const ADD_ALL_OPTIONS: OptionNames<AddAllOptions> = { ...WRITE_OPTIONS, onRejected: 1, onProgress: 1 }

/** @throws InvalidOptionError */
export function checkLimits({
  signal,
  concurrency = 2,
  maxBytes = 5_000_000,
  patience = 300_000,
}: WriteOptions): BulkLimits {
  checkSignal(signal)
  return {
    signal,
    concurrency: checkWhole('concurrency', concurrency, 1, 64),
    maxBytes: checkWhole('maxBytes', maxBytes, 1, 100_000_000),
    patience: checkWhole('patience', patience, 0, 86_400_000),
  }
}
