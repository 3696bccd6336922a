/** Reads many documents through a schema, and lets other work go on in between. */
import { InvalidOptionError, throwIfAborted } from '../errors.ts'
import { type ReadDocument, readDocument } from './document.ts'
import type { Schema } from './schema.ts'

/** What adding many documents takes beside them. */
export interface AddAllAsyncOptions {
  /** Stops the work with a `QueryAbortedError`; nothing of it is kept. */
  signal?: AbortSignal
  /** Called at each turn given to others, and at the end. */
  onProgress?: (progress: { added: number }) => void
}

/** After this long, others have their turn. */
const TURN_MS = 12

/** Gives each document to `take`. Returns how many there were. @throws InvalidDocumentError, QueryAbortedError, and what `take` throws */
export async function readDocuments(
  documents: Iterable<unknown> | AsyncIterable<unknown>,
  schema: Schema,
  { signal, onProgress }: AddAllAsyncOptions,
  take: (document: ReadDocument) => void,
): Promise<number> {
  if (!isIterable(documents)) {
    throw new InvalidOptionError('documents', documents, 'an array, another iterable or an async iterable of documents')
  }
  let added = 0
  let turnStart = performance.now()
  throwIfAborted(signal)
  for await (const document of documents) {
    throwIfAborted(signal)
    take(readDocument(document, schema))
    added++
    if (performance.now() - turnStart < TURN_MS) continue
    onProgress?.({ added })
    await new Promise(resolve => setTimeout(resolve))
    turnStart = performance.now()
  }
  throwIfAborted(signal)
  return added
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value)
}
