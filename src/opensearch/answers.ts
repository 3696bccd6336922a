/** Reads the answers of searches, and rejects incomplete ones. */
import { StaleCursorError } from '../errors.ts'
import { ClusterRequestError, IncompleteAnswerError } from './cluster-errors.ts'

export interface FoundDocument {
  _id: string
  _score?: number | null
  _source?: { d: Record<string, unknown> }
  fields?: Readonly<Record<string, readonly unknown[]>>
  sort?: readonly unknown[]
  inner_hits?: Readonly<Record<string, { hits: FoundHits }>>
}

export interface FoundHits {
  total?: { value: number; relation: 'eq' | 'gte' }
  hits: readonly FoundDocument[]
}

export interface Bucket {
  key: string
  doc_count: number
}

export interface Aggregation {
  value?: number
  doc_count?: number
  buckets?: readonly Bucket[]
  sum_other_doc_count?: number
  /** Nested aggregations. */
  readonly [name: string]: unknown
}

export interface SearchAnswer {
  timed_out?: boolean
  _shards?: { total: number; successful: number; failures?: readonly { reason?: { type?: string; reason?: string } }[] }
  hits: FoundHits
  aggregations?: Readonly<Record<string, Aggregation>>
  pit_id?: string
  error?: { type: string; reason: string; root_cause?: readonly { type: string; reason: string }[] }
  status?: number
}

/** The answers of an `_msearch`. `mayBePartial`: answers of some shards are enough. */
export function answersOf(response: unknown, index: string, mayBePartial = false): SearchAnswer[] {
  const responses = responsesOf(response)
  if (responses === undefined) {
    throw new ClusterRequestError(`A search in ${index}`, 200, 'unreadable_answer', 'it is not an answer of OpenSearch')
  }
  for (const answer of responses) checkAnswer(answer, index, mayBePartial)
  return responses
}

/** Undefined if it is the answer of something else, such as the page of a proxy. */
function responsesOf(response: unknown): SearchAnswer[] | undefined {
  const responses = (response as { responses?: unknown } | undefined)?.responses
  return Array.isArray(responses) ? responses : undefined
}

/** What a node says that has too many searches waiting, or too little memory for another. */
const BUSY = /rejected_execution|circuit_breaking/

/** Whether the cluster refused one of several searches, or a shard its part of one, because it is busy now. */
export function isBusy(response: unknown): boolean {
  return (responsesOf(response) ?? []).some(
    ({ status, _shards }) =>
      status === 429 || (_shards?.failures ?? []).some(({ reason }) => BUSY.test(reason?.type ?? '')),
  )
}

/** The point in time of a cursor is over. */
const EXPIRED = 'search_context_missing_exception'

/** @throws ClusterRequestError, IncompleteAnswerError, StaleCursorError */
export function checkAnswer(answer: SearchAnswer, index: string, mayBePartial = false): SearchAnswer {
  const { error, status = 500 } = answer
  if (error !== undefined) {
    if (error.root_cause?.[0]?.type === EXPIRED) throw new StaleCursorError()
    const isMissing = status === 503 && error.type.includes('phase_execution')
    if (isMissing) throw new IncompleteAnswerError(index, { total: 1, successful: 0 }, error.reason)
    throw new ClusterRequestError(
      `A search in ${index}`,
      status,
      error.type,
      error.root_cause?.[0]?.reason ?? error.reason,
    )
  }
  if (!mayBePartial && !isWhole(answer)) {
    const { total, successful, failures } = answer._shards ?? { total: 1, successful: 0 }
    throw new IncompleteAnswerError(index, { total, successful }, failures?.[0]?.reason?.reason)
  }
  return answer
}

/** Whether all shards answered. A shard without any copy is not counted as a failure. */
export function isWhole({ _shards, timed_out: isCut }: SearchAnswer): boolean {
  return _shards !== undefined && _shards.successful === _shards.total && isCut !== true
}

/** The values of a field of doc values, as they were sent. */
export function firstField(hit: FoundDocument, path: string): unknown {
  return hit.fields?.[path]?.[0]
}
