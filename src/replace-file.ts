/** Files that are replaced whole or not at all, whatever happens meanwhile. Node only. */
import { createHash, randomBytes } from 'node:crypto'
import { open, readdir, rename, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { tryUnlink } from './file-spool.ts'
import { contentHashOf } from './format/file-reader.ts'
import { FIXED_HEADER_LENGTH } from './format/layout.ts'

/** Has a file written beside `path` and puts it in its place; when that fails, nothing is left of it. What killed builds left is removed. */
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

/** Has an index file written beside `path` and puts it in its place. Returns what `write` does, and the hash of the content. */
export async function replaceIndex<Result>(
  path: string,
  write: (temporary: string) => Promise<Result>,
): Promise<{ result: Result; hash: string }> {
  return replaceFile(path, async temporary => {
    const result = await write(temporary)
    // Of the file before it is there for others to replace.
    return { result, hash: await hashOfFile(temporary) }
  })
}

/** The hash of the content of an index file. @throws CorruptIndexError for a file that is none; what the file system throws */
export async function hashOfFile(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(FIXED_HEADER_LENGTH), 0, FIXED_HEADER_LENGTH, 0)
    return contentHashOf(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** What the names of temporary files beside a file begin with, on this machine: processes of others cannot be asked for. */
function temporaryNames(path: string): string {
  return `.${basename(path)}.${createHash('sha1').update(hostname()).digest('hex').slice(0, 8)}-`
}

/** Removes the temporary files of processes that are no more. */
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
    // It runs for somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Writes a new file, to the disk itself. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
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
