/** Expands a list of files, folders and globs to files, in the same order on every machine. */
import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import picomatch from 'picomatch'
import { checkOptions, type OptionNames } from '../check-options.ts'
import { inFolders, kindOfFolder, reasonToSkip } from './content-files.ts'
import { unreadable } from './disk-file.ts'
import type { AnchorStyle } from './heading-anchors.ts'
import { knownExtensions, readerFor } from './registry.ts'
import { findSiteProject, type SiteProject } from './site-generator.ts'
import { Skip, type SkipReason } from './skip.ts'
import type { Reader } from './source.ts'
import { SourceError } from './source-error.ts'
import { type WalkOptions, walk } from './walk.ts'

/** A file that a reader knows. */
export interface InputFile {
  /** Its path, as error messages name it. */
  path: string
  /** Its size in bytes. */
  bytes: number
  /** When it was last written, in milliseconds since 1970. */
  modified: number
  /** When its content, name or rights last changed, in milliseconds since 1970. */
  changed: number
  /** The number that its disk has for it: another file with the same name has another one. */
  inode: number
  /** The reader of its format. */
  reader: Reader
  /** Its path below the folder or glob that it was found by, without its extension: the id of a document that has none. */
  id: string
  /** That path, with its extension; `undefined` if the file itself was named. */
  below: string | undefined
  /** How the site generator of its project writes anchors; absent if it is none that is known. */
  anchors?: AnchorStyle
  /** Its address, if it is the copy of a page of a site. */
  url?: string
}

/** What `findFiles()` returns. */
export interface FoundFiles {
  /** The files to read. */
  files: InputFile[]
  /** The files that are not content, or that no reader knows, with the reason. */
  skipped: Skip[]
  /** The paths that cannot be read. */
  problems: SourceError[]
}

/**
 * The options that say which files of a folder are read. None of them is needed.
 *
 * @example
 * await findFiles('content', { include: 'guide/*.md', exclude: 'brouillons' })
 */
export interface FindOptions {
  /**
   * Globs of the files to read, below the folder. Default: all content that a reader knows. Of the project of a site generator that is its pages, of a built site (a
   * folder with an `index.html`) its HTML and Markdown.
   */
  include?: string | readonly string[] | undefined
  /** Globs of files and folders to skip, below the folder or the glob: `['brouillons', 'notes/*.md']`. Default: none. */
  exclude?: string | readonly string[] | undefined
  /** Whether to follow links that lead out of a folder. Only set it if nobody else can write into the folder. Default: `false`. */
  follow?: boolean | undefined
  /**
   * The tags of the languages of the documents (`['en', 'fr']`). The field `lang` of a document is then read from its front matter (`lang`, `language`), else from
   * the name of its file (`page.fr.md`) or a folder (`/fr/`), and translations are read like their originals. Default: none; `<html lang>` is always read.
   */
  languages?: readonly string[] | undefined
}

export const FIND_OPTIONS: OptionNames<FindOptions> = { include: 1, exclude: 1, follow: 1, languages: 1 }

/**
 * Finds the files that files, folders and globs stand for, in an order that is the same on every machine. A file that is named twice is returned once.
 *
 * @throws InvalidOptionError for wrong options
 * @example
 * const { files, skipped } = await findFiles('content', { exclude: 'brouillons' })
 */
export async function findFiles(paths: string | readonly string[], options: FindOptions = {}): Promise<FoundFiles> {
  checkOptions(options, FIND_OPTIONS)
  const files = new Map<string, InputFile>()
  const skipped = new Map<string, Skip>()
  const problems: SourceError[] = []
  for (const path of [paths].flat()) {
    for (const found of await find(path, options)) {
      if (found instanceof SourceError) problems.push(found)
      else if (found instanceof Skip) skipped.set(resolve(found.file), found)
      else if (found.reader === undefined) skipped.set(resolve(found.path), new Skip(found.path, found.reason))
      else {
        const file = inputFile(found, found.reader)
        if (file instanceof SourceError) problems.push(file)
        else if (!files.has(resolve(found.path))) files.set(resolve(found.path), file)
      }
    }
  }
  // Files that another path names are not skipped.
  for (const path of files.keys()) skipped.delete(path)
  return { files: [...files.values()], skipped: [...skipped.values()], problems }
}

interface FoundFile {
  path: string
  /** The path relative to the folder. */
  name: string
  /** Whether the user named the file itself. */
  isNamed: boolean
  reader: Reader | undefined
  /** Why it is skipped, if it has no reader. */
  reason: SkipReason
  site: SiteProject | undefined
}

type Found = FoundFile | SourceError | Skip

function inputFile({ path, name, isNamed, site }: FoundFile, reader: Reader): InputFile | SourceError {
  try {
    // Ten times as fast as the asynchronous call, and there may be thousands.
    const { size: bytes, mtimeMs: modified, ctimeMs: changed, ino: inode } = statSync(path)
    const below = isNamed ? undefined : nfc(name)
    return {
      path,
      bytes,
      modified,
      changed,
      inode,
      reader,
      id: idOf(name),
      below,
      ...(site && { anchors: site.anchors }),
    }
  } catch (error) {
    return unreadable(path, error)
  }
}

async function find(path: string, options: FindOptions): Promise<Found[]> {
  // An existing path is not a pattern: names such as `[slug].md` are common.
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) {
    const reader = readerFor(path)
    if (reader === undefined)
      return [new SourceError(path, undefined, { kind: 'unknown-format', known: knownExtensions })]
    const site = findSiteProject(dirname(path))
    return [{ path, name: basename(path), isNamed: true, reader, reason: 'other-kind', site }]
  }
  const isExcluded = picomatch(inFolders(options.exclude ?? []))
  if (found?.isDirectory()) {
    const files = await list(path, isExcluded, options)
    const isIncluded = options.include === undefined ? undefined : picomatch([options.include].flat())
    return isIncluded === undefined
      ? content(path, files, (options.languages?.length ?? 0) > 1)
      : files.map(file => skippedUnless(isIncluded, file))
  }
  const { base, glob, isGlob } = picomatch.scan(path.replaceAll('\\', '/'))
  if (!isGlob) return [new SourceError(path, undefined, { kind: 'not-found' })]
  const folder = base || '.'
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  // A pattern without `**` has a fixed depth.
  const depth = glob.includes('**') ? undefined : glob.split('/').length - 1
  const isMatch = picomatch(glob)
  const all = isThere ? await list(folder, isExcluded, { ...options, depth }) : []
  const files = all.filter(file => !isFile(file) || isMatch(file.name))
  return files.length === 0 ? [new SourceError(path, undefined, { kind: 'nothing-matches' })] : files
}

/** The content of a folder, without patterns for its files. */
function content(folder: string, files: readonly Found[], withTranslations: boolean): Found[] {
  const names = files.filter(isFile).map(({ name }) => name)
  const kind = kindOfFolder(folder, names, findSiteProject(folder))
  return files.map(file => {
    if (!isFile(file) || file.reader === undefined) return file
    const reason = reasonToSkip(file.name, kind, withTranslations)
    return reason === undefined ? file : { ...file, reader: undefined, reason }
  })
}

function skippedUnless(isIncluded: (name: string) => boolean, file: Found): Found {
  return isFile(file) && file.reader !== undefined && !isIncluded(file.name)
    ? { ...file, reader: undefined, reason: 'not-included' }
    : file
}

function isFile(found: Found): found is FoundFile {
  return !(found instanceof SourceError || found instanceof Skip)
}

async function list(
  folder: string,
  isExcluded: (name: string) => boolean,
  { depth, follow }: WalkOptions,
): Promise<Found[]> {
  const files: Found[] = []
  const site = findSiteProject(folder)
  for await (const name of walk(folder, { depth, follow })) {
    if (typeof name !== 'string') {
      files.push(name)
      continue
    }
    const reader = isExcluded(name) ? undefined : readerFor(name)
    const reason = isExcluded(name) ? 'excluded' : 'other-kind'
    files.push({ path: join(folder, name), name, isNamed: false, reader, reason, site })
  }
  return files
}

function idOf(name: string): string {
  return nfc(name).replace(/\.[^./]+$/, '')
}

/** Some systems return file names in NFD; ids must be the same everywhere. */
function nfc(name: string): string {
  return name.normalize('NFC').replaceAll('\\', '/')
}
