/** Makes work abortable, even if the work itself ignores the signal. */

import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError, QueryAbortedError } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'

/** Settles like `work`, or rejects with a `QueryAbortedError` as soon as the signal fires. */
export function abortable<T>(work: Promise<T>, signal: PlatformAbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    const stop = () => reject(new QueryAbortedError(signal.reason))
    if (signal.aborted) stop()
    const forget = onAbort(signal, stop)
    work.then(resolve, reject).finally(forget)
  })
}

/** By signal, the functions to call when it fires, and a single listener, because a page may pass one signal to all its queries. */
const stopped = new WeakMap<PlatformAbortSignal, { stops: Set<() => void>; listener: () => void }>()

/** Calls `stop` when the signal fires. Returns a function that cancels this. */
export function onAbort(signal: PlatformAbortSignal, stop: () => void): () => void {
  let known = stopped.get(signal)
  if (known === undefined) {
    const stops = new Set<() => void>()
    const listener = () => {
      for (const stop of [...stops]) stop()
    }
    known = { stops, listener }
    stopped.set(signal, known)
    signal.addEventListener('abort', listener)
  }
  const { stops, listener } = known
  // A new function, because the same one may be passed twice.
  const own = () => stop()
  stops.add(own)
  return () => {
    stops.delete(own)
    if (stops.size > 0 || stopped.get(signal)?.stops !== stops) return
    stopped.delete(signal)
    signal.removeEventListener('abort', listener)
  }
}

/**
 * The option that aborts a call.
 *
 * @example
 * const controller = new AbortController()
 * const { hits } = await client.search('trêve', { signal: controller.signal })
 */
export interface AbortOptions {
  /** Aborts the call when it fires: the promise is rejected with a `QueryAbortedError`. What was loaded until then is kept. Default: none. */
  signal?: PlatformAbortSignal | undefined
}

export const ABORT_OPTIONS: OptionNames<AbortOptions> = { signal: 1 }

/** @throws InvalidOptionError if `signal` is neither undefined nor an AbortSignal, of this realm or another */
export function checkSignal(signal: unknown): void {
  if (signal === undefined || typeof (signal as PlatformAbortSignal | null)?.addEventListener === 'function') return
  throw new InvalidOptionError('signal', signal, 'an AbortSignal')
}
