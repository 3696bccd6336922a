/**
 * Sends one request for a file or a part of it, and retries it: once if the connection failed, twice if the server is busy (429 or 503).
 *
 * The delay before a retry grows, or is that of `Retry-After` if it is at most five seconds. It is random within a range, because the requests of one step are
 * rejected together and should not be retried together.
 */
import { RequestFailedError, TrouvailleError, throwIfAborted } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { abortable } from './abort.ts'
import type { HttpOptions } from './open-options.ts'

export interface HttpRequest {
  url: string
  /** The value of the `Range` header. Default: the whole file. */
  range?: string
  cache: RequestCache
  signal: PlatformAbortSignal | undefined
  /** The answer to the same request, if already sent. A retry sends it again. */
  first?: Promise<Response> | undefined
}

interface Failure {
  error: RequestFailedError
  /** The value of `Retry-After`, in milliseconds. */
  retryAfter: number | undefined
}

const BUSY = [429, 503]
const BUSY_RETRIES = 2
/** In milliseconds; the second delay is three times as long. */
const FIRST_PAUSE = 300
const LONGEST_PAUSE = 5000

/**
 * Sends a request and passes the response to `take`. A status other than 200, 206 and 416 is a failure.
 *
 * @throws RequestFailedError, QueryAbortedError, and what `take` throws
 */
export async function send<T>(
  request: HttpRequest,
  options: HttpOptions,
  take: (response: Response) => Promise<T>,
): Promise<T> {
  for (let retries = 0; ; retries++) {
    const result = await sendOnce(retries === 0 ? request : { ...request, first: undefined }, options, take)
    if ('value' in result) return result.value
    const pause = pauseBeforeRetry(result, retries)
    if (pause === undefined) throw result.error
    if (pause > 0) await wait(pause, request.signal)
  }
}

async function sendOnce<T>(
  { url, range, cache, signal, first }: HttpRequest,
  options: HttpOptions,
  take: (response: Response) => Promise<T>,
): Promise<{ value: T } | Failure> {
  const headers = new Headers(options.headers)
  if (range !== undefined) headers.set('Range', range)
  const fetchPart = options.fetch ?? fetch
  let response: Response | undefined
  try {
    response = await (first ?? fetchPart(url, { headers, credentials: options.credentials, cache, signal }))
    if ([200, 206, 416].includes(response.status)) return { value: await take(response) }
    response.body?.cancel().catch(() => {})
    const error = new RequestFailedError(url, response.status, `the server answered with status ${response.status}`)
    return { error, retryAfter: retryAfter(response) }
  } catch (cause) {
    response?.body?.cancel().catch(() => {})
    throwIfAborted(signal)
    const lost = cause instanceof RequestFailedError && cause.status === undefined
    if (cause instanceof TrouvailleError && !lost) throw cause
    const error = lost ? cause : new RequestFailedError(url, undefined, 'the connection failed', { cause })
    return { error, retryAfter: undefined }
  }
}

/** In milliseconds; undefined if the request should not be sent again. */
function pauseBeforeRetry({ error: { status }, retryAfter }: Failure, retries: number): number | undefined {
  if (status === undefined) return retries === 0 ? 0 : undefined
  if (!BUSY.includes(status) || retries >= BUSY_RETRIES) return undefined
  if (retryAfter !== undefined && retryAfter > LONGEST_PAUSE) return undefined
  const usual = FIRST_PAUSE * 3 ** retries
  return Math.max(retryAfter ?? 0, usual) * (1 + Math.random() / 2)
}

/** `Retry-After` (RFC 9110, §10.2.3): seconds or a date. Other origins see it only if the server exposes it. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(date - Date.now(), 0)
}

async function wait(milliseconds: number, signal: PlatformAbortSignal | undefined): Promise<void> {
  let timer: unknown
  const elapsed = new Promise(resolve => {
    timer = setTimeout(resolve, milliseconds)
  })
  try {
    await abortable(elapsed, signal)
  } finally {
    clearTimeout(timer as Parameters<typeof clearTimeout>[0])
  }
}
