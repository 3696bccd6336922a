/** Index files in Node: opened by name, replaced whole or not at all. */
import { randomBytes } from 'node:crypto'
import { open, readFile, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { OpenOptions } from './index-searcher.ts'
import { SearchIndex } from './search-index.ts'

/**
 * Opens an index file.
 *
 * @throws CorruptIndexError, UnsupportedVersionError; what the file system throws
 * @example
 * const index = await openFile<Article>('public/search.trv')
 */
export async function openFile<T extends object = Record<string, unknown>>(
  path: string,
  options: OpenOptions = {},
): Promise<SearchIndex<T>> {
  const file = await readFile(path)
  // A view over exactly the file's bytes: `fromBytes` takes what it is given for the whole.
  return SearchIndex.fromBytes<T>(new Uint8Array(file.buffer, file.byteOffset, file.byteLength), options)
}

/**
 * Writes an index file in the place of what was there: beside it first, then to disk, then renamed. A crash at any moment leaves the old file or the
 * new one, whole. Returns the number of bytes.
 *
 * @example
 * await writeIndex(index, 'public/search.trv')
 */
export async function writeIndex<T extends object>(index: SearchIndex<T>, path: string): Promise<number> {
  const bytes = index.toBytes()
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeDurably(temporary, bytes)
    await rename(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
  await syncFolder(dirname(path))
  return bytes.length
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the renaming itself durable, where the system lets a folder be opened for that (Windows doesn't). */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  if (folder === undefined) return
  try {
    await folder.sync()
  } catch {
    // Not every file system can; the file itself is safe.
  } finally {
    await folder.close()
  }
}
