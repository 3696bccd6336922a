/** Writes documents to the index that a name refers to, even if another index replaces it meanwhile: documents that were encoded for the old one are encoded again. */
import type { DocumentId } from '../schema/document.ts'
import type { BulkLimits } from './bulk-writer.ts'
import { nextOrder } from './clock.ts'
import type { IndexConnection } from './index-connection.ts'
import type { RejectedDocument, WriteReport, WriteResult } from './index-writer.ts'

/** @throws IndexMismatchError if the other index was made with other options; what stops all writes */
export async function addToCurrent(
  connection: IndexConnection,
  documents: Iterable<unknown> | AsyncIterable<unknown>,
  limits: BulkLimits,
  onRejected: ((rejected: RejectedDocument) => void) | undefined,
  onProgress: ((progress: { added: number }) => void) | undefined,
): Promise<WriteReport> {
  const total: WriteReport = { added: 0, retried: 0, superseded: 0, rejected: [] }
  const source = new ResumableSource(documents)
  try {
    for (;;) {
      const { names, wanted } = connection.opened
      const { misdirected, ...report } = await connection.writing().addAll(
        source,
        limits,
        document => source.orderOf(document),
        onRejected,
        ({ added }) => onProgress?.({ added: total.added + added }),
      )
      total.added += report.added
      total.retried += report.retried
      total.superseded += report.superseded
      total.rejected.push(...report.rejected)
      if (misdirected.length === 0) return total
      await connection.reopen()
      if (connection.opened.names.documents !== names.documents) {
        total.retried += misdirected.length
        source.putBack(misdirected)
        continue
      }
      // No other index: this one does not take them.
      for (const { document, reason } of misdirected) {
        const rejected = { id: (document as Record<string, DocumentId>)[wanted.schema.idField], reason }
        total.rejected.push(rejected)
        onRejected?.(rejected)
      }
    }
  } finally {
    await source.end()
  }
}

/** The documents of an iterable that is left and taken up again, after those that were put back. */
class ResumableSource implements AsyncIterable<unknown> {
  private readonly iterator: Iterator<unknown> | AsyncIterator<unknown>
  private readonly waiting: unknown[] = []
  private readonly orders = new Map<unknown, number>()
  private isDone = false

  constructor(documents: Iterable<unknown> | AsyncIterable<unknown>) {
    this.iterator = Symbol.asyncIterator in documents ? documents[Symbol.asyncIterator]() : documents[Symbol.iterator]()
  }

  putBack(misdirected: WriteResult['misdirected']): void {
    for (const { document, order } of misdirected) {
      this.waiting.push(document)
      this.orders.set(document, order)
    }
  }

  /** Documents that were put back keep the order that they had. */
  orderOf(document: unknown): number {
    const order = this.orders.get(document)
    this.orders.delete(document)
    return order ?? nextOrder()
  }

  /** Without `return`, so that leaving a loop does not end the source. */
  [Symbol.asyncIterator](): AsyncIterator<unknown> {
    return { next: () => this.next() }
  }

  private async next(): Promise<IteratorResult<unknown>> {
    if (this.waiting.length > 0) return { done: false, value: this.waiting.shift() }
    const { done = false, value } = await this.iterator.next()
    this.isDone = done
    return { done, value: await value }
  }

  /** Closes the source unless it has ended. */
  async end(): Promise<void> {
    if (!this.isDone) await this.iterator.return?.()
  }
}
