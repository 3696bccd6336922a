/** The option of every call that takes time: a signal that aborts it. */

import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'

/** The option that aborts a call. */
export interface AbortOptions {
  /** Rejects the call with a `QueryAbortedError` when it fires. Bytes read before that are kept. */
  signal?: PlatformAbortSignal
}

export const ABORT_OPTIONS: OptionNames<AbortOptions> = { signal: 1 }

/** @throws InvalidOptionError if `signal` is neither undefined nor an AbortSignal, of this realm or another */
export function checkSignal(signal: unknown): void {
  if (signal === undefined || typeof (signal as PlatformAbortSignal | null)?.addEventListener === 'function') return
  throw new InvalidOptionError('signal', signal, 'an AbortSignal')
}
