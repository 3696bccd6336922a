/**
 * A server at a distance: it sends each answer after a latency and no faster than its throughput, over HTTP/1.1 or HTTP/2, and counts waves.
 *
 * A wave is a set of requests that arrive before any of their answers has left, so the number of waves is the number of round trips that a page waits for.
 * With `together` the latency counts from the last request that arrived, and all answers leave at once: the number of waves does not depend on how busy
 * the machine is.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { AddressInfo, Server, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Link } from './link.ts'

/** A file that is served, all of it or one range. */
export interface ServedFile {
  bytes: Uint8Array | string
  type?: string
  headers?: Record<string, string>
}

export interface LatencyServerOptions {
  /** From the arrival of a request to the start of its answer: a round trip. In milliseconds. */
  latency: number
  /** Whether the answers of a wave leave together. Default: false. */
  together?: boolean
  /** Bytes per second that all answers share. Default: no limit. */
  throughput?: number
  /** Whether connections take round trips to open and start slowly, as TCP and TLS 1.3 do. Default: false. */
  connections?: boolean
  /** For HTTP/2. Without it the server speaks HTTP/1.1, without TLS. */
  certificate?: { key: string; cert: string }
}

/** A request that was received. */
export interface ReceivedRequest {
  method: string
  path: string
  range: string | undefined
  /** Counted from 1. */
  wave: number
  /** When it arrived. In milliseconds since 1970, as the pages of this machine count them. */
  time: number
  /** Of the body of the answer. */
  bytes: number
  body: string
}

type Request = IncomingMessage | Http2ServerRequest
type Response = ServerResponse | Http2ServerResponse

export class LatencyServer {
  /** What is served, by path. May be changed at any time. */
  readonly files = new Map<string, ServedFile>()
  received: ReceivedRequest[] = []
  /** Those whose body has come. */
  private readonly read = new WeakSet<ReceivedRequest>()
  private readonly server: Server
  private readonly sockets = new Set<Socket>()
  private readonly link: Link
  private readonly options: LatencyServerOptions
  private wave = 1
  private answered = false
  private held: (() => void)[] = []
  private timer: NodeJS.Timeout | undefined

  constructor(options: LatencyServerOptions) {
    this.options = options
    this.link = new Link(options)
    const receive = (request: Request, response: Response) => void this.receive(request, response).catch(() => {})
    this.server =
      options.certificate === undefined ? createServer(receive) : createSecureServer(options.certificate, receive)
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket.on('close', () => this.sockets.delete(socket)))
    })
  }

  async listen(): Promise<void> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
  }

  get origin(): string {
    const scheme = this.options.certificate === undefined ? 'http' : 'https'
    return `${scheme}://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** The requests for a file since the start or `reset()`. */
  requestsOf(path: string): ReceivedRequest[] {
    return this.received.filter(request => request.path === path)
  }

  /** How many waves had requests for a file; default: for anything. */
  waves(path?: string): number {
    return new Set((path === undefined ? this.received : this.requestsOf(path)).map(({ wave }) => wave)).size
  }

  reset(): void {
    this.received = []
    this.wave = 1
    this.answered = false
  }

  /** Resolves to the body of the first request that is posted to `path`. */
  async posted(path: string, timeout = 60_000): Promise<string> {
    for (const end = Date.now() + timeout; Date.now() < end; await wait(50)) {
      const post = this.received.find(request => request.method === 'POST' && request.path === path)
      if (post !== undefined && this.read.has(post)) return post.body
    }
    throw new Error(`nothing was posted to ${path} in ${timeout} ms`)
  }

  async close(): Promise<void> {
    clearTimeout(this.timer)
    const closed = new Promise(resolve => this.server.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  private async receive(request: Request, response: Response): Promise<void> {
    if (this.answered) {
      this.wave++
      this.answered = false
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const { range } = request.headers
    const time = performance.timeOrigin + performance.now()
    const received = { method: request.method ?? '', path: pathname, range, wave: this.wave, time, bytes: 0, body: '' }
    this.received.push(received)
    for await (const chunk of request) received.body += chunk
    this.read.add(received)
    const connection = connectionOf(request)
    await this.pass(connection)
    this.answered = true
    const bytes = writeHead(response, this.files.get(pathname), request.headers)
    received.bytes = bytes.length
    await this.link.send(connection, bytes, chunk => void (response as ServerResponse).write(chunk))
    response.end()
  }

  /** Waits for the latency. */
  private async pass(connection: object): Promise<void> {
    const { latency, together = false } = this.options
    if (!together) return void (await wait(latency + this.link.timeToConnect(connection)))
    await new Promise<void>(resolve => {
      this.held.push(resolve)
      clearTimeout(this.timer)
      this.timer = setTimeout(() => {
        for (const release of this.held.splice(0)) release()
      }, latency)
    })
  }
}

/** What is the same for all requests of a connection. */
function connectionOf(request: Request): object {
  return ('stream' in request ? request.stream.session : undefined) ?? request.socket
}

/** Writes status and headers, and returns the bytes of the body. */
function writeHead(
  response: Response,
  file: ServedFile | undefined,
  { range, 'if-none-match': etag }: Request['headers'],
): Uint8Array {
  const writer = response as ServerResponse
  if (file === undefined) {
    writer.writeHead(404)
    return new Uint8Array(0)
  }
  if (etag !== undefined && etag === file.headers?.ETag) {
    writer.writeHead(304, file.headers)
    return new Uint8Array(0)
  }
  const bytes = typeof file.bytes === 'string' ? Buffer.from(file.bytes) : file.bytes
  const headers = { 'Content-Type': file.type ?? 'application/octet-stream', ...file.headers }
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
  if (first === undefined) {
    writer.writeHead(200, { ...headers, 'Content-Length': String(bytes.length) })
    return bytes
  }
  const part = bytes.subarray(Number(first), Number(last) + 1)
  if (part.length === 0) {
    writer.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` })
    return part
  }
  const shown = `bytes ${first}-${Number(first) + part.length - 1}/${bytes.length}`
  writer.writeHead(206, { ...headers, 'Content-Range': shown, 'Content-Length': String(part.length) })
  return part
}
