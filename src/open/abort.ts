/** Work that a signal stops, whatever the work itself does about it. */

import { QueryAbortedError } from '../errors.ts'
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
