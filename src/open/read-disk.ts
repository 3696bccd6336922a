/** Reads a file from disk, in Node. */
import { InvalidOptionError, RequestFailedError } from '../errors.ts'

/** The part of Node's `process` that is used. */
interface NodeProcess {
  getBuiltinModule?(name: 'node:fs'): { promises: { readFile(path: URL): Promise<Uint8Array> } }
}

/**
 * Reads a file next to a program that renders pages. Node's modules are accessed without an `import`, which would break bundlers for browsers (Node 20.16 and
 * later).
 */
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
