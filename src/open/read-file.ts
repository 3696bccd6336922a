/** A whole file by its address: from a server, or from disk if pages are rendered on a server and the file is beside its program. */
import { RequestFailedError, throwIfAborted } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { checkNotHtml } from './http-answer.ts'
import { type HttpOptions, send } from './http-request.ts'

/** @throws RequestFailedError, QueryAbortedError */
export async function readFileAt(
  url: string,
  options: HttpOptions = {},
  signal?: PlatformAbortSignal,
): Promise<Uint8Array> {
  throwIfAborted(signal)
  const fromDisk = url.startsWith('file:') ? readDisk(url) : undefined
  if (fromDisk === undefined)
    return send({ url, cache: 'default', signal }, options, response => readWhole(url, response))
  return fromDisk.catch(cause => {
    throw new RequestFailedError(url, undefined, cause instanceof Error ? cause.message : String(cause), { cause })
  })
}

async function readWhole(url: string, response: Response): Promise<Uint8Array> {
  if (response.status !== 200) {
    throw new RequestFailedError(url, response.status, `the server answered with status ${response.status}`)
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  checkNotHtml(url, response, bytes)
  return bytes
}

interface NodeProcess {
  getBuiltinModule?(name: 'node:fs'): { promises: { readFile(file: URL): Promise<Uint8Array> } }
}

/** Node's modules as they are got at without an `import`, at which bundlers for browsers would stumble (Node 20.16 and later). */
function readDisk(url: string): Promise<Uint8Array> | undefined {
  const { process } = globalThis as { process?: NodeProcess }
  const file = process?.getBuiltinModule?.('node:fs').promises.readFile(new URL(url))
  // A `Buffer` slices otherwise than the bytes that an index is opened from.
  return file?.then(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))
}
