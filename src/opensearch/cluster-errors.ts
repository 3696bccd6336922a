/** The typed errors of clusters. */
import { TrouvailleError } from '../errors.ts'

/**
 * Thrown if some shards of the index did not answer: an unknown number of documents is missing. Look at `health()`, or pass `allowPartial: true` to get what the
 * others have. Code: `INCOMPLETE_ANSWER`.
 */
export class IncompleteAnswerError extends TrouvailleError {
  override readonly name = 'IncompleteAnswerError'
  /** The number of shards that the index has, and that answered. */
  readonly shards: { readonly total: number; readonly successful: number }

  constructor(index: string, shards: { readonly total: number; readonly successful: number }, problem = '') {
    super(
      'INCOMPLETE_ANSWER',
      `Only ${shards.successful} of ${shards.total} shards of the index "${index}" answered${problem && ` (${problem})`}. ` +
        'Check health(), or pass `allowPartial: true` to accept the results of the other shards.',
    )
    this.shards = shards
  }
}

/** Thrown if the server is not OpenSearch 2.10 or newer. Code: `UNSUPPORTED_SERVER`. */
export class UnsupportedServerError extends TrouvailleError {
  override readonly name = 'UnsupportedServerError'

  constructor(found: string) {
    super('UNSUPPORTED_SERVER', `The server is ${found}. Use OpenSearch 2.10 or later.`)
  }
}

/**
 * Thrown if the index was made with another schema, language or version of Trouvaille than what would be written to it. Open it without these options, or make it
 * again with `rebuild()`. Code: `INDEX_MISMATCH`.
 */
export class IndexMismatchError extends TrouvailleError {
  override readonly name = 'IndexMismatchError'

  constructor(index: string, difference: string) {
    super(
      'INDEX_MISMATCH',
      `The index "${index}" was built with ${difference}. Open it without these options to search it as it is, or rebuild it with rebuild().`,
    )
  }
}

/** Whether an index was deleted: another client may have rebuilt it. */
export function isIndexMissing(error: unknown): boolean {
  return error instanceof ClusterRequestError && error.type === 'index_not_found_exception'
}

/** Thrown if the cluster refuses a request. Code: `CLUSTER_REQUEST`. */
export class ClusterRequestError extends TrouvailleError {
  override readonly name = 'ClusterRequestError'
  /** The HTTP status of the response. */
  readonly status: number
  /** The type of the error, as the cluster names it: `index_not_found_exception`. */
  readonly type: string

  constructor(request: string, status: number, type: string, reason: string) {
    super('CLUSTER_REQUEST', `${request} was refused with status ${status}: ${type}${reason && ` (${reason})`}.`)
    this.status = status
    this.type = type
  }
}
