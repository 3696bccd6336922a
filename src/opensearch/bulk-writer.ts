/**
 * Writes documents in batches, a few at a time, and records the outcome for each. What the cluster cannot take now is sent again later. Every write has a
 * version, so this is harmless, however late it arrives.
 */
import { QueryAbortedError, throwIfAborted } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { type Cluster, wait, write } from './cluster.ts'
import { ClusterRequestError } from './cluster-errors.ts'

export interface BulkLimits {
  /** The maximum number of concurrent batches. */
  concurrency: number
  /** The maximum number of bytes in a batch; a larger document is a batch by itself. */
  maxBytes: number
  /** How long a document is retried before giving up, in milliseconds. */
  patience: number
  signal?: PlatformAbortSignal | undefined
  /** Shared by all writers of a call. */
  refusals: Refusals
}

/** Since when the cluster has taken nothing; undefined if it took something last. Once patience is over, later documents are sent once, not for that long again. */
export interface Refusals {
  since: number | undefined
}

export type Fate =
  | { kind: 'done'; isRetried: boolean }
  /** A newer version existed already. */
  | { kind: 'superseded'; isRetried: boolean }
  | { kind: 'rejected'; reason: string; type: string }

interface Pending {
  lines: string
  bytes: number
  settle: (fate: Fate) => void
  tries: number
}

/** Temporary statuses: too many requests, no copy of a shard, and those of nodes that are taking over from a lost one. */
const PASSING = new Set([429, 502, 503, 504])
const PASSING_TYPES = new Set(['mapper_exception', 'node_closed_exception', 'no_shard_available_action_exception'])
const FIRST_WAIT = 200
const LONGEST_WAIT = 10_000

export class BulkWriter {
  private readonly cluster: Cluster
  private readonly limits: BulkLimits
  private batch: Pending[] = []
  private batchBytes = 0
  private readonly running = new Set<Promise<void>>()
  private failure: unknown
  /** The number of bytes sent, including retries. */
  sentBytes = 0

  constructor(cluster: Cluster, limits: BulkLimits) {
    this.cluster = cluster
    this.limits = limits
  }

  /** Adds an item, and waits while enough batches are in progress. Calls `settle` with the outcome. @throws errors that stop everything */
  async add(action: object, source: string | undefined, settle: (fate: Fate) => void): Promise<void> {
    const lines = `${write(action)}\n${source === undefined ? '' : `${source}\n`}`
    // Most French characters take one byte, and the limit is approximate.
    const bytes = lines.length
    if (this.batch.length > 0 && this.batchBytes + bytes > this.limits.maxBytes) await this.send()
    this.batch.push({ lines, bytes, settle, tries: 0 })
    this.batchBytes += bytes
    if (this.batchBytes >= this.limits.maxBytes) await this.send()
    if (this.failure !== undefined) throw this.failure
  }

  /** Sends the rest, and waits for all batches. */
  async end(): Promise<void> {
    await this.send()
    await Promise.all(this.running)
    if (this.failure !== undefined) throw this.failure
  }

  private async send(): Promise<void> {
    const { batch } = this
    if (batch.length === 0) return
    this.batch = []
    this.batchBytes = 0
    while (this.running.size >= this.limits.concurrency && this.failure === undefined) await Promise.race(this.running)
    if (this.failure !== undefined) throw this.failure
    throwIfAborted(this.limits.signal)
    const work: Promise<void> = this.write(batch)
      .catch(error => {
        this.failure ??= error
      })
      .finally(() => this.running.delete(work))
    this.running.add(work)
  }

  /** Sends a batch until each of its items is settled. */
  private async write(batch: Pending[]): Promise<void> {
    const start = Date.now()
    let left = batch
    let largest = batch.length
    for (let waits = 0; left.length > 0; waits++) {
      if (waits > 0) await wait(jitter(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (waits - 1))))
      throwIfAborted(this.limits.signal)
      const isLast = this.isOver(start) || this.isOver(this.limits.refusals.since)
      const again: Pending[] = []
      for (let i = 0; i < left.length; i += largest) {
        const some = left.slice(i, i + largest)
        again.push(...(await this.writeOnce(some, isLast)))
      }
      // A cluster that is short of memory can take smaller batches.
      if (again.length > 0) largest = Math.max(1, Math.ceil(largest / 2))
      left = again
    }
  }

  private isOver(since: number | undefined): boolean {
    return since !== undefined && Date.now() - since > this.limits.patience
  }

  /** Returns the items to send again. */
  private async writeOnce(items: readonly Pending[], isLast: boolean): Promise<Pending[]> {
    for (const item of items) item.tries++
    const body = items.map(({ lines }) => lines).join('')
    this.sentBytes += body.length
    const { refusals } = this.limits
    const giveUp = (reason: string, type: string): Pending[] => {
      refusals.since ??= Date.now()
      if (!isLast) return [...items]
      for (const { settle } of items) settle({ kind: 'rejected', reason, type })
      return []
    }
    let answer: unknown
    try {
      const { status, body: answered } = await this.cluster.send(
        { method: 'POST', path: `/_bulk?timeout=${shardWait(this.limits.patience)}ms`, body, isLines: true },
        { signal: this.limits.signal, allow: [413, 429, 500, 502, 503, 504] },
      )
      if (status === 413 && items.length === 1) {
        items[0].settle({ kind: 'rejected', reason: 'it is larger than the cluster accepts', type: 'too_large' })
        return []
      }
      if (status >= 400) return giveUp(`the cluster answered with status ${status}`, 'unavailable')
      answer = answered
    } catch (error) {
      // No node answered, but one may later. If the cluster rejects the whole request, it will reject it again.
      if (error instanceof QueryAbortedError || error instanceof ClusterRequestError) throw error
      return giveUp((error as Error).message, 'no_answer')
    }
    const answers = itemsOf(answer)
    if (answers.length !== items.length) return giveUp('the answer is not one of OpenSearch', 'unreadable_answer')
    if (answers.every(isPassing)) refusals.since ??= Date.now()
    else refusals.since = undefined
    return items.flatMap((item, i) => this.settle(item, answers[i], isLast))
  }

  private settle(item: Pending, answer: ItemAnswer, isLast: boolean): Pending[] {
    const { status, error } = answer
    const isRetried = item.tries > 1
    // Removing a document that does not exist is no error.
    if (error === undefined) item.settle({ kind: 'done', isRetried })
    else if (status === 409 && isFromFuture(error.reason)) {
      const reason = 'the index has a version of it from the future: check the clocks of the writers'
      item.settle({ kind: 'rejected', reason, type: error.type })
    } else if (status === 409) item.settle({ kind: 'superseded', isRetried })
    else if (!isLast && isPassing(answer)) return [item]
    else item.settle({ kind: 'rejected', reason: error.caused_by?.reason ?? error.reason, type: error.type })
    return []
  }
}

/** How long the cluster waits for a shard without a copy, which may get one. */
function shardWait(patience: number): number {
  return Math.max(100, Math.min(10_000, patience))
}

interface ItemAnswer {
  status: number
  error?: { type: string; reason: string; caused_by?: { reason?: string } }
}

/** Empty if it is the answer of something else, such as the page of a proxy. */
function itemsOf(answer: unknown): ItemAnswer[] {
  const items = (answer as { items?: unknown } | undefined)?.items
  return Array.isArray(items) ? items.map(item => Object.values(item as Record<string, ItemAnswer>)[0]) : []
}

function isPassing({ status, error }: ItemAnswer): boolean {
  return error !== undefined && (PASSING.has(status) || (status === 500 && PASSING_TYPES.has(error.type)))
}

/** How far the clocks of writers may differ, in microseconds. */
const CLOCK_TOLERANCE = 1_000_000

/** Whether the version that a document has was given by a clock that is ahead of this one. Until then, no write would change the document. */
function isFromFuture(conflict: string): boolean {
  const [, version] = /current version \[(\d+)\]/.exec(conflict) ?? []
  return Number(version ?? 0) > Date.now() * 1000 + CLOCK_TOLERANCE
}

/** So that waiting writers do not all return at the same time. */
function jitter(milliseconds: number): number {
  return milliseconds * (0.75 + Math.random() / 2)
}
