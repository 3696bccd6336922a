/** The index files that `serve` answers from, opened when they are asked and again when they have changed. */
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Language, OpenOptions, SearchIndex } from '../../index.ts'
import { walk } from '../../internal-build.ts'
import { openFile } from '../../node.ts'

interface Opened {
  /** When the file was last written, and how long it was then. */
  state: string
  index: SearchIndex
}

export class ServedIndexes {
  /** Where they are, by the names that the page knows them by. */
  private readonly paths: ReadonlyMap<string, string>
  private readonly opened = new Map<string, Opened>()
  private readonly options: OpenOptions

  private constructor(paths: ReadonlyMap<string, string>, language: Language | undefined) {
    this.paths = paths
    this.options = language === undefined ? {} : { language }
  }

  /** A file, or all files `.trv` of a folder. @throws what the file system throws */
  static async find(path: string, language: Language | undefined): Promise<ServedIndexes> {
    if (!(await stat(path)).isDirectory()) return new ServedIndexes(new Map([[basename(path), path]]), language)
    const paths = new Map<string, string>()
    for await (const name of walk(path, { follow: true })) {
      if (typeof name === 'string' && name.endsWith('.trv')) paths.set(name, join(path, name))
    }
    return new ServedIndexes(paths, language)
  }

  /** Several files and folders. Files of the same name are told apart by their paths. @throws what `failure` makes of an error */
  static async findAll(
    paths: readonly string[],
    language: Language | undefined,
    failure: (error: unknown, path: string) => unknown,
  ): Promise<ServedIndexes> {
    const all = new Map<string, string>()
    for (const path of paths) {
      const { paths: found } = await ServedIndexes.find(path, language).catch(error => {
        throw failure(error, path)
      })
      for (const [name, file] of found) all.set(all.has(name) ? file : name, file)
    }
    return new ServedIndexes(all, language)
  }

  get names(): string[] {
    return [...this.paths.keys()]
  }

  /** Nothing but what was found at the start can be asked for, whatever a request names. */
  pathOf(name: string): string | undefined {
    return this.paths.get(name)
  }

  /** @throws CorruptIndexError, UnsupportedVersionError; what the file system throws */
  async open(path: string): Promise<SearchIndex> {
    const { mtimeMs, size } = await stat(path)
    const state = `${mtimeMs} ${size}`
    const known = this.opened.get(path)
    if (known?.state === state) return known.index
    const index = await openFile(path, this.options)
    this.opened.set(path, { state, index })
    return index
  }
}
