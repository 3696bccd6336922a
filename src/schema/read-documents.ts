/** Reads many documents according to a schema, and yields to other work in between. */

import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError, throwIfAborted } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { type DocumentReading, type ReadDocument, readDocument } from './document.ts'
import type { Schema } from './schema.ts'

/**
 * The options of `addAllAsync()`. None of them is needed.
 *
 * @example
 * await index.addAllAsync(articles, { onProgress: documents => show(`${documents} documents`) })
 */
export interface AddAllAsyncOptions {
  /** Stops the work when it fires, with a `QueryAbortedError`. No document is added then. Default: none. */
  signal?: PlatformAbortSignal | undefined
  /** A function that is called now and then with the number of documents so far, and at the end. For progress bars. Default: none. */
  onProgress?: ((progress: { added: number }) => void) | undefined
}

export const ADD_ALL_OPTIONS: OptionNames<AddAllAsyncOptions> = { signal: 1, onProgress: 1 }

/** Yields to other work after this many milliseconds. */
const TURN_MS = 12

/** Yields to other work on any runtime; callers pass a faster function if there is one. */
const turnByTimer = (): Promise<void> => new Promise(resolve => setTimeout(() => resolve()))

/** Gives each document to `take`, and waits if that returns a promise. Returns how many there were. @throws InvalidDocumentError, QueryAbortedError, and what `take` throws */
export async function readDocuments(
  documents: Iterable<unknown> | AsyncIterable<unknown>,
  schema: Schema,
  { signal, onProgress }: AddAllAsyncOptions,
  take: (document: ReadDocument) => void | Promise<void>,
  reading?: DocumentReading,
  turn = turnByTimer,
): Promise<number> {
  if (!isIterable(documents)) {
    throw new InvalidOptionError('documents', documents, 'an array, another iterable or an async iterable of documents')
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new InvalidOptionError('onProgress', onProgress, 'a function')
  }
  let added = 0
  let turnStart = Date.now()
  throwIfAborted(signal)
  for await (const document of documents) {
    throwIfAborted(signal)
    const taken = take(readDocument(document, schema, reading))
    if (taken !== undefined) await taken
    added++
    if (Date.now() - turnStart < TURN_MS) continue
    onProgress?.({ added })
    await turn()
    turnStart = Date.now()
  }
  throwIfAborted(signal)
  return added
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value)
}
