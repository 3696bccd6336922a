/** An index file on disk, for bundlers that take assets from there: under `node_modules/.cache`, in a folder named by its content. */
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltIndex } from './text-index.ts'

/** A version that another build began with may still be read; it is let go after an hour. */
const KEPT_MS = 3_600_000

/** The paths that `cachedFile` gives. */
export const CACHED_FILE = /[\\/]\.cache[\\/]trouvaille[\\/].*\.trv$/

/** The path of the file, which is written unless it is there. The same path is the same content: no cache of a bundler is ever wrong about it. */
export async function cachedFile(root: string, name: string, { bytes, hash }: BuiltIndex): Promise<string> {
  const folder = join(root, 'node_modules/.cache/trouvaille', name)
  const path = join(folder, hash, `${name}.trv`)
  const isThere = (await stat(path).catch(() => undefined))?.size === bytes.length
  if (!isThere) {
    await mkdir(join(folder, hash), { recursive: true })
    // Two builds may write the same file: each puts a whole one in place.
    await writeFile(`${path}.${process.pid}.tmp`, bytes)
    await rename(`${path}.${process.pid}.tmp`, path)
    await removeOld(folder, hash)
  }
  return path
}

async function removeOld(folder: string, current: string): Promise<void> {
  for (const version of await readdir(folder)) {
    const path = join(folder, version)
    const { mtimeMs } = await stat(path)
    if (version !== current && Date.now() - mtimeMs > KEPT_MS) await rm(path, { recursive: true, force: true })
  }
}
