/** The interface for the bytes of a file: returns any part on request. `test/contract/byte-source.test.ts` is its contract. */

import { describe, InvalidOptionError, RequestFailedError, TrouvailleError, throwIfAborted } from '../errors.ts'
import { type IndexBytes, readBytes } from '../format/checked-bytes.ts'
import type { PlatformAbortSignal, PlatformURL } from '../platform-types.ts'

/**
 * A file that is read in parts, wherever it is: `openIndex()` takes it in place of an address. Its bytes must not change as long as it is open.
 *
 * @example
 * const source: ByteSource = {
 *   byteLength: blob.size,
 *   read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
 * }
 * const index = openIndex<Article>(source)
 */
export interface ByteSource {
  /** The length of the file in bytes. */
  readonly byteLength: number
  /** Returns exactly the bytes from `start` to `end` (exclusive). It may be called again before it has answered; `signal` says that nobody waits any longer. */
  read(start: number, end: number, signal?: PlatformAbortSignal): Promise<Uint8Array>
}

/**
 * Where an index is: the address of a file, the bytes of a file, or a source that reads parts of it.
 *
 * @example
 * const source: IndexSource = bytes
 * const opened = openIndex(source)
 */
export type IndexSource = string | PlatformURL | IndexBytes | ByteSource

/** A source for bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.length,
    async read(start, end, signal) {
      throwIfAborted(signal)
      return bytes.slice(start, end)
    },
  }
}

/**
 * Reads from a source that may throw or return anything.
 *
 * @throws RequestFailedError with the thrown value as its `cause`; InvalidOptionError for wrong bytes; errors of the library's own sources
 */
export async function readSource(
  source: ByteSource,
  start: number,
  end: number,
  signal?: PlatformAbortSignal,
): Promise<Uint8Array> {
  let given: unknown
  try {
    given = await source.read(start, end, signal)
  } catch (cause) {
    throwIfAborted(signal)
    if (cause instanceof TrouvailleError) throw cause
    const problem = cause instanceof Error ? cause.message : `it threw ${describe(cause)}`
    throw new RequestFailedError('the source', undefined, problem, { cause })
  }
  const bytes = readBytes(given)
  if (bytes?.length === end - start) return bytes
  throw new InvalidOptionError(
    'source',
    bytes?.length ?? given,
    `a ByteSource whose read() returns the ${end - start} requested bytes`,
  )
}

/** @throws InvalidOptionError unless `source` is one. */
export function checkByteSource(source: unknown): ByteSource {
  const { byteLength, read } = (source ?? {}) as Partial<ByteSource>
  const isLength = typeof byteLength === 'number' && Number.isSafeInteger(byteLength) && byteLength >= 0
  if (isLength && typeof read === 'function') return source as ByteSource
  throw new InvalidOptionError(
    'source',
    source,
    'a URL, or a ByteSource such as { byteLength, read(start, end, signal) }',
  )
}
