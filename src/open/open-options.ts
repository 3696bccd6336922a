/** The options of opening an index file where it is, checked before anything is asked for. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { OPEN_OPTIONS, type OpenOptions } from '../index-searcher.ts'
import type { PlatformURL } from '../platform-types.ts'
import { ABORT_OPTIONS, type AbortOptions, checkSignal } from './abort-options.ts'
import type { HttpOptions } from './http-source.ts'

/** What is kept of a remote file. */
export interface CacheOptions {
  /**
   * How many bytes of the file to keep in memory between questions; those unread for longest are let go. From a server that gives no ranges, a file of up to
   * so many bytes is taken whole. Default: 8,388,608 (8 MiB).
   */
  bytes?: number
  /**
   * Keep what was read for the next visit, in the browser's `Cache` named `trouvaille`, where there is one (pages that came by HTTPS or from localhost, and
   * their workers). Default: false.
   */
  persistent?: boolean
}

/** The options of `openRemote()` and `SearchIndex.open()`. `signal` stops the opening. */
export interface OpenRemoteOptions extends OpenOptions, HttpOptions, AbortOptions {
  cache?: CacheOptions
}

export const REMOTE_OPTIONS: OptionNames<OpenRemoteOptions> = {
  ...OPEN_OPTIONS,
  ...ABORT_OPTIONS,
  cache: 1,
  fetch: 1,
  headers: 1,
  credentials: 1,
}
const CACHE_OPTIONS: OptionNames<CacheOptions> = { bytes: 1, persistent: 1 }
const CREDENTIALS: unknown[] = [undefined, 'omit', 'same-origin', 'include']
const DEFAULT_CACHE = 8 * 2 ** 20

/** @throws InvalidOptionError that names the option, what came, and what is allowed */
export function checkRemoteOptions(options: OpenRemoteOptions): { bytes: number; persistent: boolean } {
  checkOptions(options, REMOTE_OPTIONS)
  const { fetch, headers, credentials, signal, cache } = options
  if (fetch !== undefined && typeof fetch !== 'function')
    throw new InvalidOptionError('fetch', fetch, 'a function such as fetch')
  if (!CREDENTIALS.includes(credentials))
    throw new InvalidOptionError('credentials', credentials, "'omit', 'same-origin' or 'include'")
  checkSignal(signal)
  try {
    if (headers !== undefined) new Headers(headers)
  } catch {
    throw new InvalidOptionError('headers', headers, "headers such as { Authorization: 'Bearer …' }")
  }
  return checkCache(cache ?? {})
}

function checkCache(cache: CacheOptions): { bytes: number; persistent: boolean } {
  checkOptions(cache, CACHE_OPTIONS, 'cache', 'an object such as { bytes: 8388608 }')
  const { bytes = DEFAULT_CACHE, persistent = false } = cache
  if (!Number.isSafeInteger(bytes) || bytes < 0)
    throw new InvalidOptionError('cache.bytes', bytes, 'a whole number of bytes, 0 or more')
  if (typeof persistent !== 'boolean') throw new InvalidOptionError('cache.persistent', persistent, 'true or false')
  return { bytes, persistent }
}

/** `url` as an absolute address. @throws InvalidOptionError */
export function checkUrl(url: string | PlatformURL): string {
  try {
    return new URL(url, globalThis.location?.href).href
  } catch {
    throw new InvalidOptionError('url', url, 'an address such as https://exemple.fr/recherche.trv')
  }
}
