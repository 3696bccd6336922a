/**
 * The bytes of a file on a web server, by range requests (RFC 9110, §14).
 *
 * One range per request, from the start of the file: all static servers and caches understand this, and browsers send it to other origins without a preflight
 * request. Each answer must be of the opened version. No `If-Match` and no `If-Range`, because caches handle them inconsistently.
 */

import { CorruptIndexError, RangeNotSupportedError, StaleIndexError } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { type ByteSource, memorySource } from './byte-source.ts'
import {
  checkNotHtml,
  checkSameVersion,
  cutOff,
  hasHtmlType,
  htmlAnswer,
  mayBeStored,
  readBody,
  readPart,
  type Version,
  versionOf,
} from './http-answer.ts'
import { send } from './http-request.ts'
import type { HttpOptions } from './open-options.ts'

/** Options for opening a file on a server. */
export interface OpenHttpOptions extends HttpOptions {
  /** How many bytes to request first. */
  headLength: number
  /** A server without ranges sends the whole file; it is accepted up to this many bytes. */
  wholeLimit: number
  /** Returns the length of a file from its first bytes, for servers that do not expose it to other origins. */
  lengthOf: (head: Uint8Array) => number
  /** The answer to the request for the first bytes, if already sent. */
  first?: Promise<Response> | undefined
}

/** A file whose first bytes have arrived. */
export interface OpenedSource {
  source: ByteSource
  head: Uint8Array
  /** Whether pages may be kept on the visitor's device: the server did not say `no-store`, and did not send the whole file. Default: true. */
  storable?: boolean
}

/** @throws RangeNotSupportedError, RequestFailedError, QueryAbortedError; CorruptIndexError if it is not an index file */
export function openHttp(url: string, options: OpenHttpOptions, signal?: PlatformAbortSignal): Promise<OpenedSource> {
  const { headLength, wholeLimit, lengthOf, first } = options
  // The browser may have a copy, which must be revalidated once, because all later answers are compared with this one.
  return send({ url, range: rangeOf(0, headLength), cache: 'no-cache', signal, first }, options, async response => {
    if (response.status === 416) throw new CorruptIndexError('header', 0, 'it is empty')
    if (response.status === 200) {
      const { bytes, more } = await readBody(response, wholeLimit)
      checkNotHtml(url, response, bytes)
      if (more)
        throw new RangeNotSupportedError(
          url,
          `the server sent the whole file, which is longer than ${wholeLimit} bytes`,
        )
      return { source: memorySource(bytes), head: bytes.subarray(0, headLength), storable: false }
    }
    const version = versionOf(response)
    const head = await readPart(response, { url, start: 0, end: headLength })
    checkNotHtml(url, response, head)
    const byteLength = version.byteLength ?? lengthOf(head)
    if (head.length < Math.min(headLength, byteLength)) throw cutOff(url, head.length, headLength)
    const file: OpenedFile = { ...version, byteLength, hasHtmlType: hasHtmlType(response) }
    return { source: new HttpSource(url, options, file), head, storable: mayBeStored(response) }
  })
}

interface OpenedFile extends Version {
  byteLength: number
  /** Whether the server declares the index itself as HTML; then the type of a part means nothing. */
  hasHtmlType: boolean
}

class HttpSource implements ByteSource {
  readonly byteLength: number
  private readonly url: string
  private readonly options: OpenHttpOptions
  private readonly file: OpenedFile

  constructor(url: string, options: OpenHttpOptions, file: OpenedFile) {
    this.url = url
    this.options = options
    this.file = file
    this.byteLength = file.byteLength
  }

  read(start: number, end: number, signal?: PlatformAbortSignal): Promise<Uint8Array> {
    const { url, options, file } = this
    // Chromium's cache locks a URL while it answers, so cached range requests for one file would run one after another: 38 round trips instead of 4.
    return send({ url, range: rangeOf(start, end), cache: 'no-store', signal }, options, async response => {
      if (response.status === 416) throw new StaleIndexError('it is shorter')
      if (hasHtmlType(response) && !file.hasHtmlType) throw htmlAnswer(url, response)
      const bytes = await (response.status === 200 ? this.cut(response, start, end) : this.part(response, start, end))
      if (bytes.length < end - start) throw cutOff(url, bytes.length, end - start)
      return bytes
    })
  }

  private part(response: Response, start: number, end: number): Promise<Uint8Array> {
    checkSameVersion(this.file, versionOf(response))
    return readPart(response, { url: this.url, start, end })
  }

  /** A cache that does not have the complete file yet may return all of it instead of a part. */
  private async cut(response: Response, start: number, end: number): Promise<Uint8Array> {
    const { wholeLimit } = this.options
    if (end > wholeLimit) {
      throw new RangeNotSupportedError(
        this.url,
        `the server sent the whole file, but bytes after ${wholeLimit} are needed`,
      )
    }
    const { bytes } = await readBody(response, end)
    checkNotHtml(this.url, response, bytes)
    checkSameVersion(this.file, versionOf(response))
    return bytes.subarray(start)
  }
}

function rangeOf(start: number, end: number): string {
  return `bytes=${start}-${end - 1}`
}
