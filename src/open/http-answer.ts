/** Checks a server's answer to a range request: returns the requested bytes, or throws the reason. */
import { RangeNotSupportedError, RequestFailedError, StaleIndexError } from '../errors.ts'
import { MAGIC } from '../format/layout.ts'

/** The data by which a server distinguishes versions of a file, if available. */
export interface Version {
  /** Only strong ones: a weak one does not guarantee the same bytes. */
  etag: string | undefined
  lastModified: string | undefined
  byteLength: number | undefined
}

/** The version of an answer. Without a range, the length is unknown. */
export function versionOf({ headers }: Response): Version {
  const etag = headers.get('etag') ?? undefined
  return {
    etag: etag?.startsWith('W/') ? undefined : etag,
    lastModified: headers.get('last-modified') ?? undefined,
    byteLength: contentRange(headers)?.total,
  }
}

/** @throws StaleIndexError if the two cannot be the same; missing data are not compared */
export function checkSameVersion(opened: Version, now: Version): void {
  const differs = (a: unknown, b: unknown) => a !== undefined && b !== undefined && a !== b
  if (differs(opened.byteLength, now.byteLength)) {
    throw new StaleIndexError(`it has ${now.byteLength} bytes instead of ${opened.byteLength}`)
  }
  if (differs(opened.etag, now.etag)) throw new StaleIndexError('its ETag differs')
  const sameEtag = opened.etag !== undefined && opened.etag === now.etag
  if (!sameEtag && differs(opened.lastModified, now.lastModified))
    throw new StaleIndexError('its Last-Modified differs')
}

/** Whether the server lets browsers keep the file (RFC 9111, §5.2.2.5). */
export function mayBeStored({ headers }: Response): boolean {
  return !/\bno-store\b/i.test(headers.get('cache-control') ?? '')
}

/** Whether the server declares its answer as HTML. */
export function hasHtmlType({ headers }: Response): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '')
}

/**
 * Checks the start of a file: many servers answer an unknown address with a page, some with status 200. A file that starts like an index is accepted, whatever
 * type the server declares.
 *
 * @throws RequestFailedError if it is an HTML page
 */
export function checkNotHtml(url: string, response: Response, start: Uint8Array): void {
  if (start.length > 0 && MAGIC.every((byte, i) => i >= start.length || start[i] === byte)) return
  if (hasHtmlType(response) || startsLikeHtml(start)) throw htmlAnswer(url, response)
}

export function htmlAnswer(url: string, { status }: Response): RequestFailedError {
  const problem = `the server sent an HTML page (status ${status}) instead of the index file. Check the address: single-page applications return their start page for unknown addresses`
  return new RequestFailedError(url, status, problem)
}

/** A doctype, a comment or one of the first elements of a page, after white space and a byte order mark. */
function startsLikeHtml(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 256))
  return /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+html|!--|(?:html|head|meta|title|body)\b)/i.test(start)
}

/** Reads the body of an answer with status 206 to a request for the bytes from `start` to `end` of a file that may be shorter. */
export async function readPart(
  response: Response,
  { url, start, end }: { url: string; start: number; end: number },
): Promise<Uint8Array> {
  const encoding = response.headers.get('content-encoding') ?? 'identity'
  // Servers do not agree on the meaning of ranges of compressed content.
  if (encoding !== 'identity')
    throw new RangeNotSupportedError(url, `the server compresses ranges (Content-Encoding: ${encoding})`)
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/'))
    throw new RangeNotSupportedError(url, `the server answered a request for one range with ${type}`)
  const range = contentRange(response.headers)
  const shown = response.headers.get('content-range')
  if (range === undefined ? shown !== null : range.start !== start || range.end !== Math.min(end, range.total ?? end)) {
    throw new RangeNotSupportedError(url, `bytes ${start}-${end - 1} were requested, but Content-Range is "${shown}"`)
  }
  const length = (range?.end ?? end) - start
  const { bytes, more } = await readBody(response, length)
  if (more) throw new RangeNotSupportedError(url, `${length} bytes were requested, but the server sent more`)
  // Content-Range may be hidden from other origins; the file's own header then shows whether it is complete.
  if (range !== undefined && bytes.length < length) throw cutOff(url, bytes.length, length)
  return bytes
}

/** The error for an answer that ended too early; the request may be retried. */
export function cutOff(url: string, received: number, expected: number): RequestFailedError {
  return new RequestFailedError(url, undefined, `the response ended after ${received} of ${expected} bytes`)
}

/** At most `limit` bytes of a body, and whether there are more; the rest is not read. */
export async function readBody(response: Response, limit: number): Promise<{ bytes: Uint8Array; more: boolean }> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (;;) {
    const chunk = await reader?.read()
    if (chunk?.value === undefined) break
    chunks.push(chunk.value)
    length += chunk.value.length
    if (length > limit) break
  }
  if (length > limit) await reader?.cancel()
  const bytes = new Uint8Array(Math.min(length, limit))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at)
    at += chunk.length
  }
  return { bytes, more: length > limit }
}

/** `Content-Range: bytes 0-99/1234` as { start: 0, end: 100, total: 1234 }; undefined if it is missing or has another form. */
function contentRange(
  headers: Pick<Headers, 'get'>,
): { start: number; end: number; total: number | undefined } | undefined {
  const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(headers.get('content-range')?.trim() ?? '')
  if (match === null) return undefined
  return { start: Number(match[1]), end: Number(match[2]) + 1, total: match[3] === '*' ? undefined : Number(match[3]) }
}
