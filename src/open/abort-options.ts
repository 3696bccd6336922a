/** The option that all that takes time has: a signal that stops it. */
import { InvalidOptionError } from '../errors.ts'

/** Stops what was asked for. */
export interface AbortOptions {
  /** Stops it with a `QueryAbortedError`. What has come by then is kept. */
  signal?: AbortSignal
}

/** @throws InvalidOptionError unless `signal` is none or an AbortSignal, of this realm or another */
export function checkSignal(signal: unknown): void {
  if (signal === undefined || typeof (signal as AbortSignal | null)?.addEventListener === 'function') return
  throw new InvalidOptionError('signal', signal, 'an AbortSignal')
}
