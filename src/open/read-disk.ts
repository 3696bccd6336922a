/** Reads a file of the disk, in Node. */
import { InvalidOptionError, RequestFailedError } from '../errors.ts'

/** What is used of Node's `process`. */
interface NodeProcess {
  getBuiltinModule?(name: 'node:fs'): { promises: { readFile(path: URL): Promise<Uint8Array> } }
}

/** A file beside the program that renders pages. Node's modules are got at without an `import`, at which bundlers for browsers would stumble (Node 20.16 and later). */
export async function readDisk(url: string): Promise<Uint8Array> {
  const { process } = globalThis as { process?: NodeProcess }
  try {
    const file = await process?.getBuiltinModule?.('node:fs').promises.readFile(new URL(url))
    if (file !== undefined) return new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  } catch (cause) {
    throw new RequestFailedError(url, undefined, cause instanceof Error ? cause.message : String(cause), { cause })
  }
  throw new InvalidOptionError('source', url, 'an http: or https: URL, because this runtime cannot read files')
}
