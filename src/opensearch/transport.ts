/** How requests reach a cluster: the interface, and its implementation with a client of `@opensearch-project/opensearch`. */
import { InvalidOptionError, RequestFailedError, throwIfAborted } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'

/** A request to a cluster. */
export interface ClusterRequest {
  /** The HTTP method. */
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  /** The path, with its query string. */
  path: string
  /** The body, in JSON or lines of JSON; `undefined` if there is none. */
  body?: string | undefined
  /** Whether the body is lines of JSON. */
  isLines?: boolean
  /** Aborts the request when it fires. */
  signal?: PlatformAbortSignal | undefined
}

/** The response of a cluster. */
export interface ClusterResponse {
  /** The HTTP status. */
  status: number
  /** The body, parsed; `undefined` if there is none. */
  body: unknown
}

/**
 * What sends requests to a cluster, for the option `transport` of `openCluster()`. A response with an error status is returned like any other; if there is no
 * response, throw `RequestFailedError`. All requests of the library may be sent again.
 *
 * @example
 * const transport: ClusterTransport = {
 *   async request({ method, path, body, isLines, signal }) {
 *     const headers = { 'content-type': isLines ? 'application/x-ndjson' : 'application/json' }
 *     const response = await fetch(`https://proxy.exemple.fr${path}`, { method, headers, body, signal })
 *     return { status: response.status, body: await response.json() }
 *   },
 * }
 */
export interface ClusterTransport {
  /** Sends a request and returns the response. */
  request(request: ClusterRequest): Promise<ClusterResponse>
}

/** What the library uses of a `Client` of `@opensearch-project/opensearch`, version 2 or 3. */
export interface OpenSearchClient {
  /** Sends requests. */
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
      throwIfAborted(signal)
      const [pathname = '', querystring = ''] = path.split('?')
      const send = client.transport.request.bind(client.transport) as unknown as SendByClient
      const type = isLines ? 'application/x-ndjson' : 'application/json'
      const sent = send(
        { method, path: pathname, querystring, ...(body !== undefined && (isLines ? { bulkBody: body } : { body })) },
        { headers: { 'content-type': type } },
      )
      // It returns a promise. Node would take it for that of the listener, and throw its error.
      const abort = () => {
        sent.abort?.()
      }
      signal?.addEventListener('abort', abort)
      try {
        const { statusCode, body } = (await sent) as { statusCode: number; body: unknown }
        return { status: statusCode, body }
      } catch (error) {
        throwIfAborted(signal)
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
