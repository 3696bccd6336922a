/** Files that are replaced completely or not at all, even if the process is killed. Node only. */
import { createHash, randomBytes } from 'node:crypto'
import { open, readdir, rename, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { tryUnlink } from './file-spool.ts'
import { contentHashOf } from './format/file-reader.ts'
import { FIXED_HEADER_LENGTH } from './format/layout.ts'

/** Has a file written next to `path` and moves it to `path`; if that fails, the new file is removed. Temporary files of killed builds are removed too. */
export async function replaceFile<Result>(
  path: string,
  write: (temporary: string) => Promise<Result>,
): Promise<Result> {
  await removeRemains(path)
  const temporary = join(dirname(path), `${temporaryNames(path)}${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  let result: Result
  try {
    result = await write(temporary)
    await rename(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
  await syncFolder(dirname(path))
  return result
}

/** Has an index file written next to `path` and moves it to `path`. Returns the result of `write` and the hash of the content. */
export async function replaceIndex<Result>(
  path: string,
  write: (temporary: string) => Promise<Result>,
): Promise<{ result: Result; hash: string }> {
  return replaceFile(path, async temporary => {
    const result = await write(temporary)
    // Hashed before the file is moved, after which other builds may replace it.
    return { result, hash: await hashOfFile(temporary) }
  })
}

/** The hash of the content of an index file. @throws CorruptIndexError if the file is not an index; what the file system throws */
export async function hashOfFile(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(FIXED_HEADER_LENGTH), 0, FIXED_HEADER_LENGTH, 0)
    return contentHashOf(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** How the names of temporary files next to a file begin on this machine: it is not possible to check whether processes on other machines still run. */
function temporaryNames(path: string): string {
  return `.${basename(path)}.${createHash('sha1').update(hostname()).digest('hex').slice(0, 8)}-`
}

/** Removes the temporary files of processes that no longer run. */
async function removeRemains(path: string): Promise<void> {
  const prefix = temporaryNames(path)
  const names = await readdir(dirname(path)).catch((): string[] => [])
  for (const name of names) {
    if (!name.startsWith(prefix)) continue
    const [, pid] = /^(\d+)-[\da-f]{12}\.tmp(?:\.[\w.]+)?$/.exec(name.slice(prefix.length)) ?? []
    if (pid !== undefined && !isRunning(Number(pid))) tryUnlink(join(dirname(path), name))
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // The process runs for another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Writes a new file and flushes it to the disk. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the renaming durable too, on systems that let a folder be opened for that (Windows does not). */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  if (folder === undefined) return
  try {
    await folder.sync()
  } catch {
    // Not every file system can do that; the file is safe anyway.
  } finally {
    await folder.close()
  }
}
