/** The typed errors of clusters. */
import { TrouvailleError } from '../errors.ts'

/** Some shards of the index did not answer: documents are missing from the answer, how many is not known. */
export class IncompleteAnswerError extends TrouvailleError {
  override readonly name = 'IncompleteAnswerError'
  /** How many shards the index has, and how many of them answered. */
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

/** The server is no OpenSearch, or a version without what searching takes. */
export class UnsupportedServerError extends TrouvailleError {
  override readonly name = 'UnsupportedServerError'

  constructor(found: string) {
    super('UNSUPPORTED_SERVER', `The server is ${found}. Use OpenSearch 2.10 or later.`)
  }
}

/** The index was made with another schema, language or version of Trouvaille than what would be written to it. `rebuild()` makes it anew. */
export class IndexMismatchError extends TrouvailleError {
  override readonly name = 'IndexMismatchError'

  constructor(index: string, difference: string) {
    super(
      'INDEX_MISMATCH',
      `The index "${index}" was built with ${difference}. Open it without these options to search it as it is, or rebuild it with rebuild().`,
    )
  }
}

/** The cluster refused a request: its status, and what it said. */
export class ClusterRequestError extends TrouvailleError {
  override readonly name = 'ClusterRequestError'
  /** The HTTP status. */
  readonly status: number
  /** The type of the error as the cluster names it, such as `index_not_found_exception`. */
  readonly type: string

  constructor(request: string, status: number, type: string, reason: string) {
    super('CLUSTER_REQUEST', `${request} was refused with status ${status}: ${type}${reason && ` (${reason})`}.`)
    this.status = status
    this.type = type
  }
}
