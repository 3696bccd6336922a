/** The index files of `serve`, opened on first use and again when they have changed. */
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { OpenOptions, SearchIndex } from '../../index.ts'
import { walk } from '../../internal-build.ts'
import { openFile } from '../../node.ts'

interface Opened {
  /** The file's time and length. */
  state: string
  index: SearchIndex
}

export class ServedIndexes {
  /** Their paths, by their names on the page. */
  private readonly paths: ReadonlyMap<string, string>
  private readonly opened = new Map<string, Opened>()
  private readonly options: OpenOptions

  private constructor(paths: ReadonlyMap<string, string>, options: OpenOptions) {
    this.paths = paths
    this.options = options
  }

  /** A file, or all files `.trv` of a folder. @throws what the file system throws */
  static async find(path: string, options: OpenOptions): Promise<ServedIndexes> {
    if (!(await stat(path)).isDirectory()) return new ServedIndexes(new Map([[basename(path), path]]), options)
    const paths = new Map<string, string>()
    for await (const name of walk(path, { follow: true })) {
      if (typeof name === 'string' && name.endsWith('.trv')) paths.set(name, join(path, name))
    }
    return new ServedIndexes(paths, options)
  }

  /** Several files and folders. Files with the same name are distinguished by their paths. @throws the errors that `failure` creates */
  static async findAll(
    paths: readonly string[],
    options: OpenOptions,
    failure: (error: unknown, path: string) => unknown,
  ): Promise<ServedIndexes> {
    const all = new Map<string, string>()
    for (const path of paths) {
      const { paths: found } = await ServedIndexes.find(path, options).catch(error => {
        throw failure(error, path)
      })
      for (const [name, file] of found) all.set(all.has(name) ? file : name, file)
    }
    return new ServedIndexes(all, options)
  }

  get names(): string[] {
    return [...this.paths.keys()]
  }

  /** Only files found at the start can be requested, whatever a request names. */
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
