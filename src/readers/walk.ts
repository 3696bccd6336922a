/** Lists all files below a folder, in the same order on every machine. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { unreadable } from './disk-file.ts'
import { Skip } from './skip.ts'
import { SourceError } from './source-error.ts'

/** Whether files and folders of this name are never content. */
export function isPassedOver(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.')
}

/**
 * Walks a folder without `node_modules` and names that start with a dot. Links are followed, unless they form a loop or lead out of the folder: a link in
 * someone else's files could put any file of this machine into the index. Files that cannot be read, and links that lead out, are yielded as errors in place of
 * their names.
 *
 * @param root a folder; if it is a link itself, the folder that it leads to
 * @returns paths relative to `root`, with `/`
 */
export async function* walk(
  root: string,
  { depth = Number.POSITIVE_INFINITY, follow = false }: WalkOptions = {},
): AsyncGenerator<string | SourceError | Skip> {
  const bounds = follow ? undefined : await realpath(root).catch(() => undefined)
  yield* below(root, '', depth, bounds, [])
}

export interface WalkOptions {
  /** The maximum depth. Default: unlimited. */
  depth?: number | undefined
  /** Whether links that lead out of the folder are followed. Default: false. */
  follow?: boolean | undefined
}

async function* below(
  root: string,
  name: string,
  depth: number,
  /** The real path of the folder that links must not leave. */
  bounds: string | undefined,
  /** The real paths of the enclosing folders. */
  around: readonly string[],
): AsyncGenerator<string | SourceError | Skip> {
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
  const found = await Promise.all(
    entries.filter(({ name }) => !isPassedOver(name)).map(entry => kindOf(folder, entry, bounds)),
  )
  // In the order of complete paths; NFC, because some systems return names in NFD.
  const keyed = found.map(entry => ({ ...entry, key: entry.name.normalize('NFC') + (entry.isFolder ? '/' : '') }))
  for (const entry of keyed.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const path = name === '' ? entry.name : `${name}/${entry.name}`
    if (entry.problem !== undefined) yield entry.problem
    else if (entry.isFile) yield path
    else if (entry.isFolder && depth > 0) yield* below(root, path, depth - 1, bounds, [...around, real])
  }
}

interface Entry {
  name: string
  isFile: boolean
  isFolder: boolean
  problem?: SourceError | Skip
}

async function kindOf(folder: string, entry: Dirent, bounds: string | undefined): Promise<Entry> {
  const { name } = entry
  if (!entry.isSymbolicLink()) return { name, isFile: entry.isFile(), isFolder: entry.isDirectory() }
  try {
    const path = join(folder, name)
    if (bounds !== undefined && isOutside(await realpath(path), bounds)) {
      return { name, isFile: false, isFolder: false, problem: new Skip(path, 'link-outside') }
    }
    const target = await stat(path)
    return { name, isFile: target.isFile(), isFolder: target.isDirectory() }
  } catch (error) {
    return { name, isFile: false, isFolder: false, problem: unreadable(join(folder, name), error) }
  }
}

function isOutside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
}
