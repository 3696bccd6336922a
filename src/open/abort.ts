/** Work that a signal stops, whatever the work itself does about it. */

import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError, QueryAbortedError } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'

/** Fulfilled or rejected as `work`, or rejected with a `QueryAbortedError` as soon as the signal fires. */
export function abortable<T>(work: Promise<T>, signal: PlatformAbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    const stop = () => reject(new QueryAbortedError(signal.reason))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** The option that aborts a call. */
export interface AbortOptions {
  /** Rejects the call with a `QueryAbortedError` when it fires. Bytes read before that are kept. */
  signal?: PlatformAbortSignal | undefined
}

export const ABORT_OPTIONS: OptionNames<AbortOptions> = { signal: 1 }

/** @throws InvalidOptionError if `signal` is neither undefined nor an AbortSignal, of this realm or another */
export function checkSignal(signal: unknown): void {
  if (signal === undefined || typeof (signal as PlatformAbortSignal | null)?.addEventListener === 'function') return
  throw new InvalidOptionError('signal', signal, 'an AbortSignal')
}
