/** Which files a list of files, folders and globs means, in an order that is the same on every machine. */
import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { knownExtensions, readerFor } from '../readers/registry.ts'
import type { Reader } from '../readers/source.ts'
import { SourceError } from '../readers/source-error.ts'

export interface InputFile {
  /** As messages name it. */
  path: string
  bytes: number
  reader: Reader
  /** Its path under the folder or glob it was found by, without its extension: the id of a document that has none. */
  id: string
}

export interface FoundFiles {
  files: InputFile[]
  /** How many files of folders no reader knows. */
  passedOver: number
  problems: SourceError[]
}

/** Looks up all operands; each file counts once, where it is first named. */
export async function findFiles(operands: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, InputFile>()
  const others = new Set<string>()
  const problems: SourceError[] = []
  for (const operand of operands) {
    const found = await find(operand)
    if (found instanceof SourceError) {
      problems.push(found)
      continue
    }
    for (const { path, name, isNamed } of found) {
      const key = resolve(path)
      const reader = readerFor(name)
      if (reader === undefined) {
        if (isNamed) problems.push(new SourceError(path, undefined, { kind: 'unknown-format', known: knownExtensions }))
        else others.add(key)
      } else if (!files.has(key)) {
        files.set(key, { path, bytes: (await stat(path)).size, reader, id: idOf(name) })
      }
    }
  }
  return { files: [...files.values()], passedOver: others.size, problems }
}

interface FoundFile {
  path: string
  /** The part of the path below the folder. */
  name: string
  /** Whether the file itself was asked for. */
  isNamed: boolean
}

async function find(operand: string): Promise<FoundFile[] | SourceError> {
  // What exists is meant as it is: names such as `[slug].md` are common.
  const found = await stat(operand).catch(() => undefined)
  if (found?.isFile()) return [{ path: operand, name: basename(operand), isNamed: true }]
  if (found?.isDirectory()) return list(operand, '**/*')
  if (!isDynamicPattern(operand)) return new SourceError(operand, undefined, { kind: 'not-found' })
  const { folder, pattern } = splitPattern(operand.replaceAll('\\', '/'))
  const files = await list(folder, pattern)
  return files.length === 0 ? new SourceError(operand, undefined, { kind: 'nothing-matches' }) : files
}

async function list(folder: string, pattern: string): Promise<FoundFile[]> {
  const names = await glob(pattern, {
    cwd: folder,
    onlyFiles: true,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
  })
  return names.sort(compareCodeUnits).map(name => ({ path: join(folder, name), name, isNamed: false }))
}

/** `content/**` + `/*.md`: the folders before the first special sign are not part of an id. */
function splitPattern(pattern: string): { folder: string; pattern: string } {
  let folder = pattern
  while (isDynamicPattern(folder)) folder = dirname(folder)
  const rest = folder === '.' ? pattern.replace(/^\.\//, '') : pattern.slice(folder.length).replace(/^\/+/, '')
  return { folder, pattern: rest }
}

/** NFC, because some systems give file names in NFD: the same files have the same ids everywhere. */
function idOf(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/\.[^./]+$/, '')
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
