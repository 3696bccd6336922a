/**
 * The bytes of a file on a web server, by range requests (RFC 9110, §14).
 *
 * One range a request, counted from the start of the file: what every static server and every cache understands, and browsers send to other origins without
 * asking first. Each answer must be of the version that was opened. No `If-Match` and no `If-Range`: caches answer them in ways of their own.
 */

import {
  CorruptIndexError,
  RangeNotSupportedError,
  RequestFailedError,
  StaleIndexError,
  TrouvailleError,
  throwIfAborted,
} from '../errors.ts'
import type { PlatformAbortSignal, PlatformFetch, PlatformHeaders } from '../platform-types.ts'
import { type ByteSource, memorySource } from './byte-source.ts'
import { checkSameVersion, cutOff, readBody, readPart, type Version, versionOf } from './http-answer.ts'

/** How to ask a server. */
export interface HttpOptions {
  /** Takes the place of the platform's `fetch`. */
  fetch?: PlatformFetch
  /** Sent with every request. */
  headers?: PlatformHeaders
  credentials?: 'omit' | 'same-origin' | 'include'
}

/** What opening a file must know beside. */
export interface OpenHttpOptions extends HttpOptions {
  /** How many bytes to ask for at first. */
  headLength: number
  /** A server without ranges sends all; that is taken for the file up to so many bytes. */
  wholeLimit: number
  /** Tells the length of a file from its first bytes, for servers that don't show it to other origins. */
  lengthOf: (head: Uint8Array) => number
}

/** A file that was asked for its first bytes. */
export interface OpenedSource {
  source: ByteSource
  head: Uint8Array
}

/** @throws RangeNotSupportedError, RequestFailedError, QueryAbortedError; CorruptIndexError for what is no index */
export function openHttp(url: string, options: OpenHttpOptions, signal?: PlatformAbortSignal): Promise<OpenedSource> {
  const { headLength, wholeLimit, lengthOf } = options
  // What a browser's cache has must be confirmed once: all that follows is compared with this answer.
  const asked: Asked = { url, start: 0, end: headLength, cache: 'no-cache', signal }
  return ask(asked, options, async response => {
    if (response.status === 416) throw new CorruptIndexError('header', 0, 'it is empty')
    if (response.status === 200) {
      const { bytes, more } = await readBody(response, wholeLimit)
      if (more) throw new RangeNotSupportedError(url, `the whole came, and is longer than ${wholeLimit} bytes`)
      return { source: memorySource(bytes), head: bytes.subarray(0, headLength) }
    }
    const version = versionOf(response)
    const head = await readPart(response, asked)
    const byteLength = version.byteLength ?? lengthOf(head)
    if (head.length < Math.min(headLength, byteLength)) throw cutOff(url, head.length, headLength)
    return { source: new HttpSource(url, options, { ...version, byteLength }), head }
  })
}

class HttpSource implements ByteSource {
  readonly byteLength: number
  private readonly url: string
  private readonly options: OpenHttpOptions
  private readonly version: Version

  constructor(url: string, options: OpenHttpOptions, version: Version & { byteLength: number }) {
    this.url = url
    this.options = options
    this.version = version
    this.byteLength = version.byteLength
  }

  read(start: number, end: number, signal?: PlatformAbortSignal): Promise<Uint8Array> {
    const asked: Asked = { url: this.url, start, end, cache: 'default', signal }
    return ask(asked, this.options, async response => {
      if (response.status === 416) throw new StaleIndexError('it is shorter')
      checkSameVersion(this.version, versionOf(response))
      const bytes = await (response.status === 200 ? this.cut(response, start, end) : readPart(response, asked))
      if (bytes.length < end - start) throw cutOff(this.url, bytes.length, end - start)
      return bytes
    })
  }

  /** A cache that does not have the whole yet may give it instead of a part. */
  private async cut(response: Response, start: number, end: number): Promise<Uint8Array> {
    const { wholeLimit } = this.options
    if (end > wholeLimit) {
      throw new RangeNotSupportedError(this.url, `the whole came, and bytes beyond ${wholeLimit} are wanted`)
    }
    return (await readBody(response, end)).bytes.subarray(start)
  }
}

interface Asked {
  url: string
  start: number
  end: number
  cache: RequestCache
  signal: PlatformAbortSignal | undefined
}

/** Asks, and once again where the connection failed. Answers with other statuses than 200, 206 and 416 are errors. */
async function ask<T>(asked: Asked, options: HttpOptions, take: (response: Response) => Promise<T>): Promise<T> {
  try {
    return await askOnce(asked, options, take)
  } catch (error) {
    if (!(error instanceof RequestFailedError) || error.status !== undefined) throw error
    return askOnce(asked, options, take)
  }
}

async function askOnce<T>(
  { url, start, end, cache, signal }: Asked,
  options: HttpOptions,
  take: (response: Response) => Promise<T>,
): Promise<T> {
  const headers = new Headers(options.headers)
  headers.set('Range', `bytes=${start}-${end - 1}`)
  const fetchPart = options.fetch ?? fetch
  let response: Response | undefined
  try {
    response = await fetchPart(url, { headers, credentials: options.credentials, cache, signal })
    if (![200, 206, 416].includes(response.status)) {
      throw new RequestFailedError(url, response.status, `the server answers ${response.status}`)
    }
    return await take(response)
  } catch (cause) {
    response?.body?.cancel().catch(() => {})
    throwIfAborted(signal)
    if (cause instanceof TrouvailleError) throw cause
    throw new RequestFailedError(url, undefined, 'the connection failed', { cause })
  }
}
