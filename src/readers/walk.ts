/** All files below a folder, in an order that is the same on every machine. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unreadable } from './disk-file.ts'
import { SourceError } from './source-error.ts'

/** Whether nothing in a file or folder of this name is content. */
export function isPassedOver(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.')
}

/**
 * Walks a folder, names that start with a dot and `node_modules` left out; links are followed, unless they lead back. What can't be read comes in
 * the place of its name.
 *
 * @param depth how many folders deep to go
 * @returns paths below `root`, with `/`
 */
export async function* walk(root: string, depth = Number.POSITIVE_INFINITY): AsyncGenerator<string | SourceError> {
  yield* below(root, '', depth, [])
}

async function* below(
  root: string,
  name: string,
  depth: number,
  /** The real paths of the folders around. */
  around: readonly string[],
): AsyncGenerator<string | SourceError> {
  const folder = join(root, name)
  let entries: Dirent[]
  let real: string
  try {
    real = await realpath(folder)
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield unreadable(folder, error)
    return
  }
  if (around.includes(real)) {
    yield new SourceError(folder, undefined, { kind: 'loop', target: real })
    return
  }
  const found = await Promise.all(entries.filter(({ name }) => !isPassedOver(name)).map(entry => kindOf(folder, entry)))
  // As the whole paths would be sorted; NFC, because some systems give names in NFD.
  const keyed = found.map(entry => ({ ...entry, key: entry.name.normalize('NFC') + (entry.isFolder ? '/' : '') }))
  for (const entry of keyed.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const path = name === '' ? entry.name : `${name}/${entry.name}`
    if (entry.problem !== undefined) yield entry.problem
    else if (entry.isFile) yield path
    else if (entry.isFolder && depth > 0) yield* below(root, path, depth - 1, [...around, real])
  }
}

interface Entry {
  name: string
  isFile: boolean
  isFolder: boolean
  problem?: SourceError
}

async function kindOf(folder: string, entry: Dirent): Promise<Entry> {
  const { name } = entry
  if (!entry.isSymbolicLink()) return { name, isFile: entry.isFile(), isFolder: entry.isDirectory() }
  try {
    const target = await stat(join(folder, name))
    return { name, isFile: target.isFile(), isFolder: target.isDirectory() }
  } catch (error) {
    return { name, isFile: false, isFolder: false, problem: unreadable(join(folder, name), error) }
  }
}
