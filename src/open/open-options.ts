/** The options of opening an index file where it is, checked before anything is asked for. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { LANGUAGE_OPTIONS, type LanguageOptions } from '../language/definition.ts'
import type { PlatformFetch, PlatformHeaders, PlatformURL } from '../platform-types.ts'

/** What a `Worker`, a worker's own scope and a `MessagePort` have in common. */
export interface MessageEnd {
  postMessage(message: unknown): void
  addEventListener(type: 'message' | 'error', listener: (event: { data?: unknown }) => void): void
  /** Of a `MessagePort`. */
  start?(): void
}

/** How to send requests to a server. */
export interface HttpOptions {
  /** Replaces the platform's `fetch`. */
  fetch?: PlatformFetch | undefined
  /** Sent with every request. */
  headers?: PlatformHeaders | undefined
  credentials?: 'omit' | 'same-origin' | 'include' | undefined
}

/** What is kept of a remote file, in memory and on the visitor's device. */
export interface CacheOptions {
  /**
   * How many bytes of the file to keep in memory between queries; the least recently read are dropped first. If the server does not support ranges, a file
   * of up to this many bytes is loaded whole. Default: 8,388,608 (8 MiB).
   */
  bytes?: number | undefined
  /**
   * Keep the parts of the file that were read on the visitor's device, in the browser's `Cache` named `trouvaille`, for the next page of the site: at most
   * 8.5 MB for all index files of an origin; the least recently used are dropped first. `false` reads and writes nothing there. Use it if the file is
   * confidential. Ignored if the page has no `Cache` (neither HTTPS nor localhost; Node) or the server answers `Cache-Control: no-store`. Default: `true`.
   */
  persistent?: boolean | undefined
}

/** The options of `openIndex()`. */
export interface ClientOptions extends LanguageOptions, HttpOptions {
  /**
   * How the file is read: `'whole'` loads it once, after which queries need no network; `'ranges'` reads the parts that queries need, which pays off for
   * large files; `'auto'` loads files of up to 400 kB whole and reads larger ones by ranges, if the server supports them. Default: `'auto'`.
   */
  load?: 'auto' | 'whole' | 'ranges' | undefined
  /**
   * The address of the language's word list, which misspellings are checked against, if it is not beside the library's own files: bundlers other than Vite, webpack
   * and Rspack do not copy it there. It is used if the index names it. For indexes of several languages, an object with the address of each list by the name of its
   * language: `{ english: …, french: … }`. Default: where the bundler put it.
   */
  wordList?: string | PlatformURL | Readonly<Record<string, string | PlatformURL>> | undefined
  /**
   * The tags of the languages that the index is in, if you know them (`['en', 'fr']`): their code is loaded while the first bytes of the file are on their way. The
   * file decides which languages are used. Default: the language of the page (`<html lang>`), or French if the page names none.
   */
  preloadLanguages?: readonly string[] | undefined
  /** What is kept of a file that is read by ranges. */
  cache?: CacheOptions | undefined
  /**
   * Run queries in a worker, off the thread of the page: `true` in one that all indexes of the page share (the file `worker.js` beside the library's own, which
   * bundlers copy), the address of that file if it is elsewhere, or a `Worker` of your own that imports `trouvaille/worker`. Answers are the same. Where no
   * worker can run (a policy of the page, another origin, Node), or the source or options hold functions, queries run on the page. Default: `false`.
   */
  worker?: boolean | string | PlatformURL | MessageEnd | undefined
}

export interface CheckedClientOptions {
  load: 'auto' | 'whole' | 'ranges'
  /** Up to how many bytes `'auto'` loads a file whole. */
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

/** Up to how many bytes a file is loaded whole by default. See docs/remote.md for the measurement. */
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
    throw new InvalidOptionError(option, url, 'an address such as https://exemple.fr/recherche.trv')
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

/** The address of the list of a language, as the option gives it. */
export function givenWordList(wordList: ClientOptions['wordList'], language: string): string | PlatformURL | undefined {
  if (wordList === undefined || !isByLanguage(wordList)) return wordList
  return Object.hasOwn(wordList, language) ? wordList[language] : undefined
}
