/** A file in memory over HTTP, whole or the range that is asked for. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export function sendBytes(bytes: Uint8Array, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Type', 'application/octet-stream')
  response.setHeader('Accept-Ranges', 'bytes')
  // Another content has another address.
  response.setHeader('Cache-Control', 'max-age=31536000, immutable')
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  if (from === undefined) {
    response.setHeader('Content-Length', bytes.length).end(bytes)
    return
  }
  const start = Number(from)
  const end = Math.min(to === '' ? bytes.length : Number(to) + 1, bytes.length)
  if (start >= end) {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end()
    return
  }
  response
    .writeHead(206, { 'Content-Range': `bytes ${start}-${end - 1}/${bytes.length}`, 'Content-Length': end - start })
    .end(bytes.subarray(start, end))
}
