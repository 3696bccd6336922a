/** How requests reach a cluster: the interface, and its implementation with a client of `@opensearch-project/opensearch`. */
import { InvalidOptionError, RequestFailedError } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'

export interface ClusterRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  /** With its query string. */
  path: string
  /** JSON, or lines of it; undefined for none. */
  body?: string | undefined
  /** The body is lines of JSON. */
  isLines?: boolean
  signal?: PlatformAbortSignal | undefined
}

export interface ClusterResponse {
  status: number
  /** Parsed JSON; undefined if there is none. */
  body: unknown
}

/**
 * Sends requests to a cluster, whichever node answers. A response with an error status is a response; what gets none throws `RequestFailedError`. All requests
 * of the library may be sent again.
 */
export interface ClusterTransport {
  request(request: ClusterRequest): Promise<ClusterResponse>
}

/** What is used of the `Client` of `@opensearch-project/opensearch`, version 2 or 3. */
export interface OpenSearchClient {
  transport: { request(parameters: never, options?: never): PromiseLike<unknown> }
}

type SendByClient = (
  parameters: { method: string; path: string; querystring: string; body?: string; bulkBody?: string },
  options: { headers: Record<string, string> },
) => PromiseLike<unknown> & { abort?(): void }

/** Sends requests through an application's client, with its nodes, certificates and signatures. */
export function transportOfClient(client: OpenSearchClient): ClusterTransport {
  return {
    async request({ method, path, body, isLines, signal }) {
      const [pathname = '', querystring = ''] = path.split('?')
      const send = client.transport.request.bind(client.transport) as unknown as SendByClient
      const type = isLines ? 'application/x-ndjson' : 'application/json'
      const sent = send(
        { method, path: pathname, querystring, ...(body !== undefined && (isLines ? { bulkBody: body } : { body })) },
        { headers: { 'content-type': type } },
      )
      const abort = () => sent.abort?.()
      signal?.addEventListener('abort', abort)
      try {
        const { statusCode, body } = (await sent) as { statusCode: number; body: unknown }
        return { status: statusCode, body }
      } catch (error) {
        const { statusCode, body } = (error as { meta?: { statusCode?: number; body?: unknown } }).meta ?? {}
        if (typeof statusCode === 'number' && statusCode > 0) return { status: statusCode, body }
        throw new RequestFailedError(path, undefined, (error as Error).message, { cause: error })
      } finally {
        signal?.removeEventListener('abort', abort)
      }
    },
  }
}

/** @throws InvalidOptionError unless it is a transport or a client */
export function checkTransport(given: ClusterTransport | OpenSearchClient): ClusterTransport {
  if (typeof (given as ClusterTransport | null)?.request === 'function') return given as ClusterTransport
  if (typeof (given as OpenSearchClient | null)?.transport?.request === 'function')
    return transportOfClient(given as OpenSearchClient)
  throw new InvalidOptionError(
    'transport',
    given,
    'an object with a method `request`, or a Client of @opensearch-project/opensearch',
  )
}
