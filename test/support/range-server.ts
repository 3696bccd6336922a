/** A real HTTP server that gives one file, well or badly. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A request that was received. */
export interface Received {
  method: string | undefined
  range: string | undefined
  headers: IncomingMessage['headers']
}

export interface Behaviour {
  /** What the file holds now. */
  bytes: Uint8Array
  /** Sent with each answer. */
  headers?: Record<string, string>
  /** Answers in the place of the server; returns whether it did. `n` counts requests from 0. */
  instead?: (response: ServerResponse, range: { start: number; end: number }, n: number) => boolean
}

export interface RangeServer {
  url: string
  /** May be changed at any time. */
  behaviour: Behaviour
  received: Received[]
  close(): Promise<void>
}

export async function serve(behaviour: Behaviour): Promise<RangeServer> {
  const served: RangeServer = { url: '', behaviour, received: [], close: async () => {} }
  const server = createServer((request, response) => {
    const { range } = request.headers
    served.received.push({ method: request.method, range, headers: request.headers })
    answer(served.behaviour, range, response, served.received.length - 1)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/recherche.trv`
  served.close = () =>
    new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return served
}

function answer(
  { bytes, headers, instead }: Behaviour,
  range: string | undefined,
  response: ServerResponse,
  n: number,
) {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
  const start = Number(first ?? 0)
  const end = Math.min(Number(last ?? bytes.length - 1) + 1, bytes.length)
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
  if (instead?.(response, { start, end }, n)) return
  if (start >= bytes.length) {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end()
    return
  }
  response.writeHead(range === undefined ? 200 : 206, {
    ...(range !== undefined && { 'Content-Range': `bytes ${start}-${end - 1}/${bytes.length}` }),
    'Content-Length': String(end - start),
  })
  response.end(bytes.subarray(start, end))
}

/** Sends all, whatever was asked. */
export const whole =
  (bytes: Uint8Array, gzip = false): NonNullable<Behaviour['instead']> =>
  response => {
    response.writeHead(200, gzip ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': String(bytes.length) })
    response.end(gzip ? gzipSync(bytes) : bytes)
    return true
  }
