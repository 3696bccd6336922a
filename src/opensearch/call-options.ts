/** The options of calls to an index on a cluster, and the additional members of results. */
import { checkWhole, type OptionNames } from '../check-options.ts'
import { ABORT_OPTIONS, checkSignal } from '../open/abort.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { SEARCH_OPTIONS, SIMILAR_OPTIONS } from '../search/search-options.ts'
import { SUGGEST_OPTIONS } from '../search/suggest-options.ts'
import type { BulkLimits } from './bulk-writer.ts'
import type { RejectedDocument } from './index-writer.ts'

/**
 * The options that searches on a cluster have in addition to those of `SearchOptions`. None of them is needed.
 *
 * @example
 * await index.search('trêve', { ranking: 'exact', allowPartial: true })
 */
export interface ClusterSearchOptions {
  /**
   * How documents are ranked. With `sort` by the score, with `group`, and after a cursor of a point in time, ranking is always exact. Default: `'fast'`.
   *
   * - `'fast'`: OpenSearch chooses the best `depth` documents of each shard by a cheap score, and Trouvaille's formula ranks them.
   * - `'exact'`: Trouvaille's formula ranks all matching documents. On large indexes that takes tens of times as long.
   */
  ranking?: 'fast' | 'exact' | undefined
  /** How many documents of each shard are ranked by the formula, 50 to 10,000. More are closer to `'exact'` and slower. Default: `200`. */
  depth?: number | undefined
  /**
   * How long the cluster keeps a point in time for the cursor `next`, such as `'2m'`: the following pages are of the index as it is now. Without it they are of the
   * index as it is then, so a document may be on two pages, or on none. Default: none.
   */
  pointInTime?: string | undefined
  /** What to do if some shards do not answer: `true` returns what the others have, with `isPartial`; `false` throws `IncompleteAnswerError`. Default: `false`. */
  allowPartial?: boolean | undefined
}

/** What the results of a search on a cluster have in addition. */
export interface ClusterResults {
  /** `true` if some shards did not answer: documents are missing, and counts are too small. Only with `allowPartial`. */
  isPartial?: true
  /** The facets that have more than 10,000 values: the counts of the returned values are right, but rare values may be missing. */
  inexactFacets?: readonly string[]
}

/** The options of writing to a cluster. None of them is needed. */
export interface WriteOptions {
  /** Stops the work when it fires, with a `QueryAbortedError`. What was written stays. Default: none. */
  signal?: PlatformAbortSignal | undefined
  /** How many requests may run at the same time, 1 to 64. Default: `2`. */
  concurrency?: number | undefined
  /** The largest size of a request, in bytes. Together with `concurrency`, it limits what is in memory. Default: `5_000_000`. */
  maxBytes?: number | undefined
  /**
   * For how long a document that the cluster cannot take now is sent again, in milliseconds. If the cluster took nothing for so long, because its disks are full for
   * example, the following documents are sent once each, until it takes one. Default: `300_000`.
   */
  patience?: number | undefined
}

/**
 * The options of `addAll()` on a cluster. None of them is needed.
 *
 * @example
 * await index.addAll(articles, { onRejected: ({ id, reason }) => show(`${id}: ${reason}`) })
 */
export interface AddAllOptions extends WriteOptions {
  /** A function that is called with each document that is refused, as soon as that is known. Default: none. */
  onRejected?: ((rejected: RejectedDocument) => void) | undefined
  /** A function that is called with the number of documents so far, after some hundred each. For progress bars. Default: none. */
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
    refusals: { since: undefined },
  }
}
