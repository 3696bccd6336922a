/** Sends requests by `fetch` to one of several nodes. A node that does not answer is avoided for a while, and another one is used. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'
import { InvalidOptionError, QueryAbortedError, RequestFailedError, throwIfAborted } from '../errors.ts'
import type { FetchOptions, PlatformAbortSignal, PlatformFetch, ResponseLike } from '../platform-types.ts'
import { utf8Decoder, utf8Encoder } from '../text/utf8.ts'
import { wait } from './cluster.ts'
import type { ClusterRequest, ClusterResponse, ClusterTransport } from './transport.ts'

/**
 * The options of requests to a cluster. None of them is needed.
 *
 * @example
 * const transport = new FetchTransport(['http://127.0.0.1:9200'], { timeout: 10_000 })
 */
export interface FetchTransportOptions {
  /** A user name and password for basic authentication. Default: none. */
  auth?: { username: string; password: string } | undefined
  /** Headers of every request. Default: none. */
  headers?: Readonly<Record<string, string>> | undefined
  /** How long to wait for the answer of a node, in milliseconds, before another is tried. Default: `30_000`. */
  timeout?: number | undefined
  /** A function to use instead of `fetch`, for example one with its own certificates or proxy. Default: the `fetch` of the platform. */
  fetch?: PlatformFetch | undefined
}

export const FETCH_TRANSPORT_OPTIONS: OptionNames<FetchTransportOptions> = { auth: 1, headers: 1, timeout: 1, fetch: 1 }

/** A node that did not answer is tried again after this many milliseconds, or if no other is left. */
const REST = 10_000
/** With these statuses the node, or a proxy before it, cannot answer now; another one may. */
const TRY_ANOTHER = new Set([502, 503, 504])
/** Errors of a connection that was kept open and that the other side closed meanwhile, as load balancers do. */
const CLOSED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])
/** Milliseconds before a request is sent on another connection. */
const PAUSES = [0, 20, 100]

/** A node: its address, without the user name and password that it was given with. */
interface Node {
  address: string
  authorization: string | undefined
}

type Send = (url: string, options: FetchOptions) => Promise<ResponseLike>

/**
 * Sends requests to the nodes of a cluster in turn. A node that does not answer is left out for ten seconds, and another one is tried. `openCluster({ nodes })`
 * makes one; make it yourself to share it.
 *
 * @example
 * import { FetchTransport, openCluster } from 'trouvaille/opensearch'
 *
 * const transport = new FetchTransport(['http://127.0.0.1:9200', 'http://127.0.0.1:9201'], { timeout: 5000 })
 * const index = await openCluster<Article>({ transport, name: 'articles' })
 */
export class FetchTransport implements ClusterTransport {
  private readonly nodes: readonly Node[]
  private readonly headers: Readonly<Record<string, string>>
  private readonly timeout: number
  private readonly fetch: Send
  /** By node, until when it is avoided. */
  private readonly resting = new Map<Node, number>()
  private next = 0

  /**
   * @param nodes the addresses of nodes, such as `http://127.0.0.1:9200`. They may have a path, and a user name and password, which `auth` overrides.
   * @throws InvalidOptionError
   */
  constructor(nodes: readonly string[], options: FetchTransportOptions = {}) {
    checkOptions(options, FETCH_TRANSPORT_OPTIONS)
    const { auth, headers = {}, timeout = 30_000, fetch = globalThis.fetch } = options
    this.nodes = nodes.map(readNode)
    if (nodes.length === 0) throw new InvalidOptionError('nodes', nodes, 'the URL of one or more nodes')
    this.headers = { ...(auth !== undefined && { authorization: basic(auth) }), ...headers }
    this.timeout = checkWhole('timeout', timeout, 1, 3_600_000)
    this.fetch = fetch as unknown as Send
  }

  /** @throws RequestFailedError if no node answers; QueryAbortedError */
  async request(request: ClusterRequest): Promise<ClusterResponse> {
    let failure: unknown
    let answer: ClusterResponse | undefined
    for (const node of this.order()) {
      throwIfAborted(request.signal)
      try {
        answer = await this.sendOrAgain(node, request)
        if (!TRY_ANOTHER.has(answer.status)) {
          this.resting.delete(node)
          return answer
        }
      } catch (error) {
        if (error instanceof QueryAbortedError) throw error
        failure = error
        this.resting.set(node, Date.now() + REST)
      }
    }
    if (answer !== undefined) return answer
    const problem = failure instanceof Error ? causeOf(failure) : 'no answer'
    const addresses = this.nodes.map(({ address }) => address).join(', ')
    throw new RequestFailedError(addresses, undefined, problem, { cause: failure })
  }

  /** All nodes, starting with a different one each time; those that did not answer come last. */
  private order(): Node[] {
    const { nodes, resting } = this
    const first = this.next++ % nodes.length
    const now = Date.now()
    const rests = (node: Node) => (resting.get(node) ?? 0) > now
    const turned = [...nodes.slice(first), ...nodes.slice(0, first)]
    return [...turned.filter(node => !rests(node)), ...turned.filter(rests)]
  }

  /** Again if the connection was closed, as all connections to a node may have been. Every request may be sent again. */
  private async sendOrAgain(node: Node, request: ClusterRequest): Promise<ClusterResponse> {
    for (const pause of PAUSES) {
      try {
        return await this.send(node, request)
      } catch (error) {
        if (!isClosed(error)) throw error
        await wait(pause)
      }
    }
    return await this.send(node, request)
  }

  private async send(node: Node, { method, path, body, isLines, signal }: ClusterRequest): Promise<ClusterResponse> {
    const controller = new AbortController()
    const stop = () => controller.abort()
    signal?.addEventListener('abort', stop)
    const timer = setTimeout(() => controller.abort(), this.timeout)
    const headers = new Headers({
      ...(body !== undefined && { 'content-type': isLines ? 'application/x-ndjson' : 'application/json' }),
      ...(node.authorization !== undefined && { authorization: node.authorization }),
      ...this.headers,
    })
    try {
      const options = { method, headers, signal: controller.signal, ...(body !== undefined && { body }) }
      const response = await this.fetch(node.address + path, options as unknown as FetchOptions)
      return { status: response.status, body: parse(await response.arrayBuffer()) }
    } catch (error) {
      if (isAborted(signal)) throw new QueryAbortedError(signal?.reason)
      throw controller.signal.aborted ? new Error(`no response within ${this.timeout} ms`) : error
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    }
  }
}

function isClosed(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } }
  return CLOSED.has(String(cause?.code))
}

function isAborted(signal: PlatformAbortSignal | undefined): boolean {
  return signal?.aborted === true
}

function parse(bytes: ArrayBuffer): unknown {
  if (bytes.byteLength === 0) return undefined
  let text = ''
  try {
    text = utf8Decoder.decode(new Uint8Array(bytes))
    return JSON.parse(text)
  } catch {
    // Proxies before a node answer in HTML.
    return text
  }
}

/** `fetch` rejects addresses with a password, and errors would show it. */
function readNode(node: string): Node {
  const url = parseUrl(node)
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InvalidOptionError('nodes', node, 'URLs such as http://127.0.0.1:9200')
  }
  const [username, password] = [decoded(url.username), decoded(url.password)]
  return {
    address: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    authorization: username === '' ? undefined : basic({ username, password }),
  }
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function basic({ username, password }: { username: string; password: string }): string {
  return `Basic ${base64(utf8Encoder.encode(`${username}:${password}`))}`
}

const SIX_BITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const digits = [18, 12, 6, 0].map(shift => SIX_BITS[(three >> shift) & 63])
    const count = Math.min(4, bytes.length - i + 1)
    text += digits.slice(0, count).join('').padEnd(4, '=')
  }
  return text
}

/** The message of `fetch` is “fetch failed”; the reason is in its cause. */
function causeOf(error: Error): string {
  const { cause } = error as { cause?: unknown }
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}
