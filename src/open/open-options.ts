/** The options of opening an index file, checked before any request. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { LANGUAGE_OPTIONS, type LanguageOptions } from '../language/definition.ts'
import type { PlatformFetch, PlatformHeaders, PlatformURL } from '../platform-types.ts'

/** One end of a line of messages: a `Worker`, the scope of a worker, or a `MessagePort`. */
export interface MessageEnd {
  /** Sends a message to the other end. */
  postMessage(message: unknown): void
  /** Calls a function with each message of the other end. */
  addEventListener(type: 'message' | 'error', listener: (event: { data?: unknown }) => void): void
  /** Begins to receive messages; only a `MessagePort` has it. */
  start?(): void
}

/**
 * The options of requests to a server. None of them is needed.
 *
 * @example
 * openIndex('/search.trv', { headers: { Authorization: 'Bearer d7f2' }, credentials: 'include' })
 */
export interface HttpOptions {
  /** A function to use instead of `fetch`, for example in tests or to sign requests. Default: the `fetch` of the platform. */
  fetch?: PlatformFetch | undefined
  /** Headers of every request: `{ Authorization: 'Bearer …' }`. Default: none. */
  headers?: PlatformHeaders | undefined
  /** Whether requests send cookies: `'include'` also to other origins, `'omit'` never. As for `fetch`. Default: `'same-origin'`. */
  credentials?: 'omit' | 'same-origin' | 'include' | undefined
}

/**
 * What is kept of a file that is read by ranges, in memory and on the visitor's device. None of the options is needed.
 *
 * @example
 * openIndex('/search.trv', { cache: { bytes: 4_000_000, persistent: false } })
 */
export interface CacheOptions {
  /**
   * How many bytes of the file to keep in memory between queries; the least recently read are dropped first. If the server does not support ranges, a file
   * of up to this many bytes is loaded whole. Default: `8_388_608` (8 MiB).
   */
  bytes?: number | undefined
  /**
   * Keep the parts of the file that were read on the visitor's device, in the browser's `Cache` named `trouvaille`, for the next page of the site: at most
   * 8.5 MB for all index files of an origin; the least recently used are dropped first. `false` reads and writes nothing there. Use it if the file is
   * confidential. Ignored if the page has no `Cache` (neither HTTPS nor localhost; Node) or the server answers `Cache-Control: no-store`. Default: `true`.
   */
  persistent?: boolean | undefined
}

/**
 * The options of `openIndex()`. None of them is needed.
 *
 * @example
 * const options: ClientOptions = {
 *   worker: true,
 *   load: 'ranges',
 *   headers: { Authorization: 'Bearer …' },
 *   cache: { persistent: false },
 * }
 */
export interface ClientOptions extends LanguageOptions, HttpOptions {
  /**
   * How the file is read. Default: `'auto'`.
   *
   * - `'whole'` loads it once; after that, queries need no network. For pages that must work offline.
   * - `'ranges'` reads only the parts that queries need. For large files.
   * - `'auto'` loads files of up to 400 kB whole and reads larger ones by ranges, if the server supports them.
   */
  load?: 'auto' | 'whole' | 'ranges' | undefined
  /**
   * The address of the word list for typo tolerance, if it is not next to the files of the library: bundlers other than Vite, webpack and Rspack do not copy it there.
   * A list that the index does not name is not used. For indexes in several languages, an object with the address of each list by the name of its language:
   * `{ english: '/english-words.bin', french: '/french-words.bin' }`. Default: next to the files of the library.
   */
  wordList?: string | PlatformURL | Readonly<Record<string, string | PlatformURL>> | undefined
  /**
   * The tags of the languages of the index, if you know them (`['en', 'fr']`): their code is loaded together with the first bytes of the file. The file decides
   * which languages are used. Default: the language of the page (`<html lang>`), or French if the page names none.
   */
  preloadLanguages?: readonly string[] | undefined
  /** What is kept of a file that is read by ranges, in memory and on the device. Default: 8 MiB in memory, and the parts that were read on the device. */
  cache?: CacheOptions | undefined
  /**
   * Run queries in a worker, so that a slow device stays responsive while they run. Answers are the same. Default: `false`.
   *
   * - `true`: in a worker that all indexes of the page share. Its file, `worker.js`, is next to the files of the library; bundlers copy it.
   * - a string or `URL`: the address of that file, if it is elsewhere.
   * - a `Worker` of your own that imports `trouvaille/worker`.
   *
   * Queries run on the page if no worker can run (the policy of the page forbids it, the file is of another origin, Node), or if the source or the options have
   * functions, which cannot be sent to a worker: a `ByteSource`, or `fetch`.
   */
  worker?: boolean | string | PlatformURL | MessageEnd | undefined
}

export interface CheckedClientOptions {
  load: 'auto' | 'whole' | 'ranges'
  /** The file size in bytes up to which `'auto'` loads the complete file. */
  wholeLimit: number
  cacheBytes: number
  persistent: boolean
}

export const CLIENT_OPTIONS: OptionNames<ClientOptions> = {
  ...LANGUAGE_OPTIONS,
  load: 1,
  wordList: 1,
  preloadLanguages: 1,
  cache: 1,
  worker: 1,
  fetch: 1,
  headers: 1,
  credentials: 1,
}
const CACHE_OPTIONS: OptionNames<CacheOptions> = { bytes: 1, persistent: 1 }
const CREDENTIALS: unknown[] = [undefined, 'omit', 'same-origin', 'include']
const DEFAULT_CACHE = 8 * 2 ** 20

/** The default file size in bytes up to which the complete file is loaded. See docs/remote.md for the measurement. */
export const WHOLE_LIMIT = 400_000
const LOADS: unknown[] = ['auto', 'whole', 'ranges']

/** @throws InvalidOptionError */
export function checkClientOptions(options: ClientOptions): CheckedClientOptions {
  checkOptions(options, CLIENT_OPTIONS)
  const { fetch, headers, credentials, cache, wordList, preloadLanguages, load = 'auto' } = options
  if (fetch !== undefined && typeof fetch !== 'function')
    throw new InvalidOptionError('fetch', fetch, 'a function such as fetch')
  for (const address of wordListsOf(wordList)) checkUrl(address, 'wordList')
  if (preloadLanguages !== undefined && !isTags(preloadLanguages))
    throw new InvalidOptionError('preloadLanguages', preloadLanguages, "an array of language tags such as ['en', 'fr']")
  if (!CREDENTIALS.includes(credentials))
    throw new InvalidOptionError('credentials', credentials, "'omit', 'same-origin' or 'include'")
  if (!LOADS.includes(load)) throw new InvalidOptionError('load', load, "'auto', 'whole' or 'ranges'")
  try {
    if (headers !== undefined) new Headers(headers)
  } catch {
    throw new InvalidOptionError('headers', headers, "headers such as { Authorization: 'Bearer …' }")
  }
  const { bytes, persistent } = checkCache(cache ?? {})
  return { load, wholeLimit: WHOLE_LIMIT, cacheBytes: bytes, persistent }
}

function checkCache(cache: CacheOptions): { bytes: number; persistent: boolean } {
  checkOptions(cache, CACHE_OPTIONS, 'cache', 'an object such as { bytes: 8388608 }')
  const { bytes = DEFAULT_CACHE, persistent = true } = cache
  if (!Number.isSafeInteger(bytes) || bytes < 0)
    throw new InvalidOptionError('cache.bytes', bytes, 'a whole number of bytes, 0 or more')
  if (typeof persistent !== 'boolean') throw new InvalidOptionError('cache.persistent', persistent, 'true or false')
  return { bytes, persistent }
}

/** `url` as an absolute address. @throws InvalidOptionError */
export function checkUrl(url: string | PlatformURL, option = 'url'): string {
  try {
    return new URL(url, globalThis.location?.href).href
  } catch {
    throw new InvalidOptionError(option, url, 'a URL such as https://exemple.fr/recherche.trv')
  }
}

function isTags(value: unknown): boolean {
  return Array.isArray(value) && value.every(tag => typeof tag === 'string')
}

/** All addresses of the option `wordList`. */
function wordListsOf(wordList: ClientOptions['wordList']): readonly (string | PlatformURL)[] {
  if (wordList === undefined) return []
  return isByLanguage(wordList) ? Object.values(wordList) : [wordList]
}

/** Whether the option has an address for each language. */
export function isByLanguage(
  wordList: NonNullable<ClientOptions['wordList']>,
): wordList is Readonly<Record<string, string | PlatformURL>> {
  return typeof wordList === 'object' && wordList !== null && Object.getPrototypeOf(wordList) === Object.prototype
}

/** The address of a language's list in the option. */
export function givenWordList(wordList: ClientOptions['wordList'], language: string): string | PlatformURL | undefined {
  if (wordList === undefined || !isByLanguage(wordList)) return wordList
  return Object.hasOwn(wordList, language) ? wordList[language] : undefined
}
