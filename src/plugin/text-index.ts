/** One named index of a bundler: built when it is asked for, and again where its texts have changed since. */
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { SearchIndex } from '../index.ts'
import type { FoundFiles } from '../readers/index.ts'
import type { IndexOptions } from './options.ts'
import { findTexts, pathsOf, readTexts } from './read-texts.ts'

/** Up to here a file is loaded whole: docs/plugin.md has the figures. */
const WHOLE_LIMIT = 1_000_000

export interface BuiltIndex {
  bytes: Uint8Array
  /** Of the bytes: another for another content. */
  hash: string
  byRanges: boolean
  /** What is wrong with its texts, as `file:line: …`. */
  warnings: string[]
  /** The files that it was made of. */
  files: string[]
  /** Where further files may come to be: the folders that were named, and those in them that hold texts. */
  folders: string[]
}

export class TextIndex {
  readonly name: string
  readonly options: IndexOptions
  private readonly root: string
  private last: { signature: string; built: BuiltIndex } | undefined
  private turn: Promise<unknown> = Promise.resolve()

  constructor(name: string, options: IndexOptions, root: string) {
    this.name = name
    this.options = options
    this.root = root
  }

  /** The index of the texts as they are now. @throws Error where it can't be made, or `strict` and a text is wrong */
  build(): Promise<BuiltIndex> {
    const built = this.turn.then(() => this.refresh())
    this.turn = built.catch(() => {})
    return built
  }

  /** What was built last. */
  get current(): BuiltIndex | undefined {
    return this.last?.built
  }

  /** Folders, and the folders of globs, in which its texts are. */
  get folders(): string[] {
    return pathsOf(this.options).map(from => resolve(this.root, from.replace(/[*?{}()[\]!].*$/, '')))
  }

  /** Whether a file may be one of its texts. */
  mayHold(file: string): boolean {
    const path = resolve(file)
    return this.folders.some(folder => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
  }

  private async refresh(): Promise<BuiltIndex> {
    const found = await findTexts(this.options, this.root)
    const signature = await signatureOf(found)
    if (this.last?.signature === signature) return this.last.built
    const built = await this.buildFrom(found)
    this.last = { signature, built }
    return built
  }

  private async buildFrom(found: FoundFiles): Promise<BuiltIndex> {
    const { documents, fields, storeFields, problems } = await readTexts(found, this.options)
    const warnings = problems.map(({ message }) => message)
    if (this.options.strict && warnings.length > 0) throw new Error(warnings.join('\n'))
    if (documents.length === 0) {
      const from = pathsOf(this.options).join(', ')
      throw new Error([`The index "${this.name}" has no texts: none can be read in ${from}.`, ...warnings].join('\n'))
    }
    const index = new SearchIndex<Record<string, unknown>>({ idField: this.options.idField, fields, storeFields })
    index.addAll(documents)
    const bytes = index.toBytes()
    const { load = 'auto' } = this.options
    const files = found.files.map(({ path }) => resolve(path))
    return {
      bytes,
      hash: createHash('sha256').update(bytes).digest('hex').slice(0, 8),
      byRanges: load === 'ranges' || (load === 'auto' && bytes.length > WHOLE_LIMIT),
      warnings,
      files,
      folders: [...new Set([...this.folders, ...files.map(dirname)])],
    }
  }
}

/** Changes when a file comes, goes or is written. */
async function signatureOf({ files, problems }: FoundFiles): Promise<string> {
  const states = await Promise.all(
    files.map(async ({ path }) => {
      const { mtimeMs, size } = await stat(path)
      return [path, mtimeMs, size]
    }),
  )
  return JSON.stringify([states, problems.map(({ message }) => message)])
}
