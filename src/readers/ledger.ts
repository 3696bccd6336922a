/** What each source file came to when an index was last built: a file that is the same still need not be read again. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { DocumentId } from '../index.ts'
import type { InputFile } from './find-files.ts'
import type { FoundDocument } from './read-documents.ts'
import type { KnownDocument } from './read-options.ts'
import { type FieldSummary, Survey } from './survey.ts'

/** What is remembered of a file all of whose documents were taken. */
interface Entry {
  bytes: number
  /** When the file was last written, in milliseconds since 1970. */
  modified: number
  /** SHA-1 of its bytes: what tells a file that was only written again from one that changed. */
  hash: string
  documents: readonly (readonly [id: DocumentId, line: number])[]
  fields: readonly FieldSummary[]
}

interface Written {
  madeBy: string
  index: string
  at: number
  files: Record<string, Entry>
}

/** File systems tell times this exactly; what was written so shortly before the ledger may have been written again since. */
const CLOCK_TICK = 2000

/**
 * Remembers files between builds. A ledger serves one build: it is asked for what it knows (`documentsOf`), told what is read (`take`, `spoil`), and makes the
 * ledger of the next one (`turn`).
 */
export class Ledger {
  private readonly madeBy: string
  private readonly before: ReadonlyMap<string, Entry>
  private readonly at: number
  private readonly answers = new Map<string, Entry | undefined>()
  private readonly hashes = new Map<string, string>()
  private readonly read = new Map<string, { documents: [DocumentId, number][]; survey: Survey }>()
  private readonly spoilt = new Set<string>()

  /** An empty one. `madeBy` says everything but the files that a build depends on. */
  constructor(madeBy: string, before: ReadonlyMap<string, Entry> = new Map(), at = 0) {
    this.madeBy = madeBy
    this.before = before
    this.at = at
  }

  /** The ledger at `path` of the index that `index` stands for; an empty one where it is another's, or none. */
  static async open(path: string, madeBy: string, index: string | undefined): Promise<Ledger> {
    try {
      const written: unknown = JSON.parse(await readFile(path, 'utf8'))
      if (isWritten(written) && written.madeBy === madeBy && written.index === index) {
        return new Ledger(madeBy, new Map(Object.entries(written.files)), written.at)
      }
    } catch {
      // None, or not one: everything is read.
    }
    return new Ledger(madeBy)
  }

  /** Whether nothing is known of any file. */
  get isEmpty(): boolean {
    return this.before.size === 0
  }

  /** The documents of a file that is the same as it was; undefined where it has to be read. */
  documentsOf(file: InputFile): readonly KnownDocument[] | undefined {
    return this.entryOf(file)?.documents.map(([id, line]) => ({ id, line }))
  }

  /** What the fields of such a file hold. */
  fieldsOf(file: InputFile): readonly FieldSummary[] {
    return this.entryOf(file)?.fields ?? []
  }

  private entryOf(file: InputFile): Entry | undefined {
    const { path } = file
    if (!this.answers.has(path)) this.answers.set(path, this.lookUp(file))
    return this.answers.get(path)
  }

  private lookUp({ path, bytes, modified }: InputFile): Entry | undefined {
    const entry = this.before.get(path)
    if (entry?.bytes === bytes && entry.modified === modified && modified < this.at - CLOCK_TICK) return entry
    const hash = hashOf(path)
    if (hash === undefined) return undefined
    this.hashes.set(path, hash)
    return entry?.hash === hash ? { ...entry, bytes, modified } : undefined
  }

  /** Takes note of a document that was read and goes into the index. */
  take(document: FoundDocument): void {
    let read = this.read.get(document.file)
    if (read === undefined) {
      read = { documents: [], survey: new Survey() }
      this.read.set(document.file, read)
    }
    read.documents.push([document.id, document.line])
    read.survey.add(document)
  }

  /** A file with a problem is read again, so that it is told again. */
  spoil(path: string): void {
    this.spoilt.add(path)
  }

  /** The ledger of the next build, after one of these files, which were looked up from `at` on. `isUpdate`: the documents that it knew were taken over. */
  turn(files: readonly InputFile[], at: number, isUpdate: boolean): Ledger {
    const entries = new Map<string, Entry>()
    for (const { path, bytes, modified } of files) {
      if (this.spoilt.has(path)) continue
      const known = this.answers.get(path)
      const hash = this.hashes.get(path) ?? known?.hash
      if (isUpdate && known !== undefined) entries.set(path, known)
      else if (hash !== undefined) {
        const { documents = [], survey } = this.read.get(path) ?? {}
        entries.set(path, { bytes, modified, hash, documents, fields: survey?.summary ?? [] })
      }
    }
    return new Ledger(this.madeBy, entries, at)
  }

  /** The same ledger, for a build after one that wrote nothing. */
  afresh(): Ledger {
    return new Ledger(this.madeBy, this.before, this.at)
  }

  /** Forgets what was read, to read it again. */
  restart(): void {
    this.read.clear()
    this.spoilt.clear()
  }

  /** Writes it to `path`, whole or not at all, for the index that `index` stands for. */
  async write(path: string, index: string): Promise<void> {
    const written: Written = { madeBy: this.madeBy, index, at: this.at, files: Object.fromEntries(this.before) }
    const temporary = `${path}.${process.pid}.tmp`
    await writeFile(temporary, JSON.stringify(written))
    await rename(temporary, path)
  }
}

function hashOf(path: string): string | undefined {
  try {
    return createHash('sha1').update(readFileSync(path)).digest('base64')
  } catch {
    // The reader says what is wrong.
    return undefined
  }
}

function isWritten(value: unknown): value is Written {
  const { madeBy, index, at, files } = (value ?? {}) as Partial<Written>
  return (
    typeof madeBy === 'string' &&
    typeof index === 'string' &&
    typeof at === 'number' &&
    typeof files === 'object' &&
    files !== null &&
    Object.values(files).every(isEntry)
  )
}

function isEntry(value: unknown): value is Entry {
  const { bytes, modified, hash, documents, fields } = (value ?? {}) as Partial<Entry>
  return (
    typeof bytes === 'number' &&
    typeof modified === 'number' &&
    typeof hash === 'string' &&
    Array.isArray(documents) &&
    documents.every(Array.isArray) &&
    Array.isArray(fields) &&
    fields.every(Array.isArray)
  )
}
