/** An index file on disk, for bundlers that take assets from there: in `node_modules/.cache`, in a folder named by its content. */
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltIndex } from './text-index.ts'

/** Another build may still read an older version, so it is removed only after an hour. */
const KEPT_MS = 3_600_000

/** The paths that `cachedFile` returns. */
export const CACHED_FILE = /[\\/]\.cache[\\/]trouvaille[\\/].*\.trv$/

/** The path of the file, which is written unless it exists. The same path always has the same content, so caches of bundlers are never stale. */
export async function cachedFile(root: string, name: string, { bytes, hash }: BuiltIndex): Promise<string> {
  const folder = join(root, 'node_modules/.cache/trouvaille', name)
  const path = join(folder, hash, `${name}.trv`)
  const isThere = (await stat(path).catch(() => undefined))?.size === bytes.length
  if (!isThere) {
    await mkdir(join(folder, hash), { recursive: true })
    // Two builds may write the same file: each puts a complete one in place.
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
