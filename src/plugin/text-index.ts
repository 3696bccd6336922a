/** One named index of a bundler: built on demand, and again if its texts have changed. */
import { createHash } from 'node:crypto'
import { dirname, resolve, sep } from 'node:path'
import { type DocumentId, type Editorial, french, SearchIndex, type SearchIndexOptions } from '../index.ts'
import { WHOLE_LIMIT } from '../internal.ts'
import { chooseLanguages, readEditorialFile } from '../internal-build.ts'
import { isUpdatable, unchanged, updateIndex } from '../node.ts'
import type { FoundFiles } from '../readers/index.ts'
import type { IndexOptions } from './options.ts'
import { findTexts, pathsOf, ReadCache, readTexts } from './read-texts.ts'
import { type WordList, wordListsOf } from './word-list.ts'

export interface BuiltIndex {
  bytes: Uint8Array
  /** Of the bytes: another for another content. */
  hash: string
  /** How the page reads it. */
  load: 'whole' | 'ranges'
  /** The tags of its languages. */
  languages: readonly string[]
  /** The word lists that it names. */
  wordLists: readonly WordList[]
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
  private last: { signature: string; built: BuiltIndex; contents: Contents } | undefined
  private readonly cache = new ReadCache()
  private turn: Promise<unknown> = Promise.resolve()

  constructor(name: string, options: IndexOptions, root: string) {
    this.name = name
    this.options = options
    this.root = root
  }

  /** The index of the current texts. @throws Error if it cannot be built, or if `strict` is set and a text has a problem */
  build(): Promise<BuiltIndex> {
    const built = this.turn.then(() => this.refresh())
    this.turn = built.catch(() => {})
    return built
  }

  /** The index built last. */
  get current(): BuiltIndex | undefined {
    return this.last?.built
  }

  /** The folders of its texts, including those of globs. */
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
    const editorial = await this.readEditorial()
    const signature = signatureOf(found) + JSON.stringify(editorial)
    if (this.last?.signature === signature) return this.last.built
    const { built, contents } = await this.buildFrom(found, editorial)
    this.last = { signature, built, contents }
    return built
  }

  /** The editorial rules from the file that the options name. */
  private async readEditorial(): Promise<Editorial | undefined> {
    const { editorial } = this.options
    return typeof editorial === 'string' ? readEditorialFile(resolve(this.root, editorial)) : editorial
  }

  private async buildFrom(
    found: FoundFiles,
    editorial: Editorial | undefined,
  ): Promise<{ built: BuiltIndex; contents: Contents }> {
    const { documents, choice, problems } = await readTexts(found, this.options, this.cache)
    const warnings = problems.map(({ message }) => message)
    if (this.options.strict && warnings.length > 0) throw new Error(warnings.join('\n'))
    if (documents.length === 0) {
      const from = pathsOf(this.options).join(', ')
      throw new Error(
        [`The index "${this.name}" is empty: no text could be read from ${from}.`, ...warnings].join('\n'),
      )
    }
    const { load = 'auto', editorial: file, stopWordPositions } = this.options
    const { language, tags = ['fr'] } = chooseLanguages(this.options)
    const options = { ...choice, language, editorial, stopWordPositions }
    const contents: Contents = new Map(
      documents.map(document => [document[choice.idField], digest(JSON.stringify(document))]),
    )
    const bytes = await this.bytesOf(documents, contents, options)
    const files = found.files.map(({ path }) => resolve(path))
    if (typeof file === 'string') files.push(resolve(this.root, file))
    const built = {
      bytes,
      hash: digest(bytes).slice(0, 8),
      // Decided here, because the size is known: the page need not request it first.
      load: load === 'auto' ? (bytes.length <= WHOLE_LIMIT ? ('whole' as const) : ('ranges' as const)) : load,
      languages: tags,
      wordLists: wordListsOf(language ?? french()),
      warnings,
      files,
      folders: [...new Set([...this.folders, ...files.map(dirname)])],
    }
    return { built, contents }
  }

  /** Unchanged parts are copied from the last file, so the cost depends on what has changed. */
  private async bytesOf(
    documents: readonly Document[],
    contents: Contents,
    options: SearchIndexOptions<Document> & { idField: string },
  ): Promise<Uint8Array> {
    const { last } = this
    if (last === undefined || !isUpdatable(last.built.bytes, options)) {
      const index = new SearchIndex<Document>(options)
      index.addAll(documents)
      return index.toBytes()
    }
    const updated = documents.map(document => {
      const id = document[options.idField] as DocumentId
      return last.contents.get(id) === contents.get(id) ? unchanged(id) : document
    })
    return (await updateIndex<Document>(last.built.bytes, updated, options)).file
  }
}

/** The common interface of the hooks of all bundlers. */
export interface HookContext {
  warn(message: string): void
  addWatchFile(file: string): void
}

/** Makes the bundler watch the texts of an index, and reports their problems. */
export function watchTexts(context: HookContext, { files, folders, warnings }: BuiltIndex): void {
  for (const path of [...files, ...folders]) context.addWatchFile(path)
  for (const warning of warnings) context.warn(warning)
}

type Document = Record<string, unknown>

/** A digest of the content of each document. */
type Contents = Map<unknown, string>

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Changes when a file is added, removed or written. */
function signatureOf({ files, problems }: FoundFiles): string {
  const states = files.map(({ path, modified, bytes }) => [path, modified, bytes])
  return JSON.stringify([states, problems.map(({ message }) => message)])
}
