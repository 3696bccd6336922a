/** Which files a list of files, folders and globs means, in an order that is the same on every machine. */
import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import picomatch from 'picomatch'
import { checkOptions, type OptionNames } from '../check-options.ts'
import { unreadable } from './disk-file.ts'
import { html } from './html.ts'
import { knownExtensions, readerFor } from './registry.ts'
import type { Reader } from './source.ts'
import { SourceError } from './source-error.ts'
import { walk } from './walk.ts'

/** A file that a reader knows. */
export interface InputFile {
  /** Where it is, as messages name it. */
  path: string
  bytes: number
  /** When it was last written, in milliseconds since 1970. */
  modified: number
  reader: Reader
  /** Its path below the folder or glob it was found by, without its extension: the id of a document that has none. */
  id: string
  /** That path, with its extension; undefined where the file itself was named. */
  below: string | undefined
}

export interface FoundFiles {
  files: InputFile[]
  /** How many files of folders no reader knows, or are no content. */
  passedOver: number
  problems: SourceError[]
}

export interface FindOptions {
  /** Globs of the files of a folder to read, below the folder. Default: all that a reader knows; of a site that is built (a folder with an `index.html`), its pages. */
  include?: string | readonly string[]
  /** Globs of files and folders to leave out, below the folder or the glob. */
  exclude?: string | readonly string[]
}

export const FIND_OPTIONS: OptionNames<FindOptions> = { include: 1, exclude: 1 }

/** Looks up all paths; each file counts once, where it is first named. */
export async function findFiles(paths: string | readonly string[], options: FindOptions = {}): Promise<FoundFiles> {
  checkOptions(options, FIND_OPTIONS)
  const files = new Map<string, InputFile>()
  const others = new Set<string>()
  const problems: SourceError[] = []
  for (const path of [paths].flat()) {
    for (const found of await find(path, options)) {
      if (found instanceof SourceError) problems.push(found)
      else if (found.reader === undefined) others.add(resolve(found.path))
      else {
        const file = inputFile(found, found.reader)
        if (file instanceof SourceError) problems.push(file)
        else if (!files.has(resolve(found.path))) files.set(resolve(found.path), file)
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
  reader: Reader | undefined
}

function inputFile({ path, name, isNamed }: FoundFile, reader: Reader): InputFile | SourceError {
  try {
    // Ten times as fast as waiting for each, and there may be thousands.
    const { size: bytes, mtimeMs: modified } = statSync(path)
    return { path, bytes, modified, reader, id: idOf(name), below: isNamed ? undefined : nfc(name) }
  } catch (error) {
    return unreadable(path, error)
  }
}

async function find(path: string, options: FindOptions): Promise<(FoundFile | SourceError)[]> {
  // What exists is meant as it is: names such as `[slug].md` are common.
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) {
    const reader = readerFor(path)
    if (reader === undefined)
      return [new SourceError(path, undefined, { kind: 'unknown-format', known: knownExtensions })]
    return [{ path, name: basename(path), isNamed: true, reader }]
  }
  const isExcluded = picomatch(inFolders(options.exclude ?? []))
  if (found?.isDirectory()) {
    const files = await list(path, isExcluded)
    const include = options.include ?? (files.some(file => isFile(file) && file.name === 'index.html') ? PAGES : '**')
    return files.map(choose(picomatch([include].flat())))
  }
  const { base, glob, isGlob } = picomatch.scan(path.replaceAll('\\', '/'))
  if (!isGlob) return [new SourceError(path, undefined, { kind: 'not-found' })]
  const folder = base || '.'
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  // A pattern without `**` says how deep it goes.
  const depth = glob.includes('**') ? undefined : glob.split('/').length - 1
  const isMatch = picomatch(glob)
  const all = isThere ? await list(folder, isExcluded, depth) : []
  const files = all.filter(file => !isFile(file) || isMatch(file.name))
  return files.length === 0 ? [new SourceError(path, undefined, { kind: 'nothing-matches' })] : files
}

/** A built site holds the same texts as data and feeds too, and pages for those who are lost. */
const PAGES = html.extensions.map(extension => `**/!(404)${extension}`)

function choose(isIncluded: (name: string) => boolean): (file: FoundFile | SourceError) => FoundFile | SourceError {
  return file => (isFile(file) && !isIncluded(file.name) ? { ...file, reader: undefined } : file)
}

function isFile(found: FoundFile | SourceError): found is FoundFile {
  return !(found instanceof SourceError)
}

async function list(
  folder: string,
  isExcluded: (name: string) => boolean,
  depth?: number,
): Promise<(FoundFile | SourceError)[]> {
  const files: (FoundFile | SourceError)[] = []
  for await (const name of walk(folder, depth)) {
    if (name instanceof SourceError) files.push(name)
    else if (!isExcluded(name)) files.push({ path: join(folder, name), name, isNamed: false, reader: readerFor(name) })
  }
  return files
}

/** A folder is left out with all that is in it. */
function inFolders(patterns: string | readonly string[]): string[] {
  return [patterns].flat().flatMap(pattern => {
    const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '')
    return [bare, `${bare}/**`]
  })
}

function idOf(name: string): string {
  return nfc(name).replace(/\.[^./]+$/, '')
}

/** Some systems give file names in NFD: the same files have the same ids everywhere. */
function nfc(name: string): string {
  return name.normalize('NFC').replaceAll('\\', '/')
}
