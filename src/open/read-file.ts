/** A file's bytes by its address: from a server, or from disk where a server renders pages and the file lies beside its program. */
import { RequestFailedError } from '../errors.ts'

/** @throws RequestFailedError */
export async function readFileAt(url: string): Promise<Uint8Array> {
  try {
    const fromDisk = url.startsWith('file:') ? readDisk(url) : undefined
    if (fromDisk !== undefined) return await fromDisk
    const response = await fetch(url)
    if (!response.ok) throw new RequestFailedError(url, response.status, `the server answers ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (cause) {
    if (cause instanceof RequestFailedError) throw cause
    throw new RequestFailedError(url, undefined, cause instanceof Error ? cause.message : String(cause), { cause })
  }
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
