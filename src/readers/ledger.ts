/** Records what each source file produced in the last build, so that unchanged files need not be read again. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { DocumentId } from '../index.ts'
import { isRecord } from '../record.ts'
import type { InputFile } from './find-files.ts'
import type { FoundDocument } from './read-documents.ts'
import type { KnownDocument } from './read-options.ts'
import { type FieldSummary, Survey } from './survey.ts'

/** The record of a file whose documents were all accepted. */
interface Entry {
  bytes: number
  /** When the file was last written, in milliseconds since 1970. */
  modified: number
  /** When anything about the file last changed, and its number on the disk. */
  changed: number
  inode: number
  /** SHA-1 of its bytes, to distinguish a file that was only rewritten from one that changed. */
  hash: string
  documents: readonly (readonly [id: DocumentId, line: number])[]
  fields: readonly FieldSummary[]
}

interface Written {
  madeBy: string
  /** The hash of the index. */
  index: string
  at: number
  files: Record<string, Entry>
}

/** The resolution of file times. A file written this shortly before the ledger may have been written again since. */
const CLOCK_TICK = 2000

/**
 * Records files between builds, so that the next build reads only what changed. A ledger serves one build: `documentsOf()` returns what it knows of a file, `take()`
 * and `spoil()` record what is read, and `turn()` returns the ledger for the next build. `trouvaille build` uses one; you need it only for your own build program.
 */
export class Ledger {
  private readonly madeBy: string
  private readonly before: ReadonlyMap<string, Entry>
  private readonly at: number
  /** The hash of the index that was built from the files; `undefined` until one is written. */
  readonly index: string | undefined
  private readonly isParanoid: boolean
  private readonly answers = new Map<string, Entry | undefined>()
  private readonly hashes = new Map<string, string>()
  private readonly read = new Map<string, { documents: [DocumentId, number][]; survey: Survey }>()
  private readonly spoilt = new Set<string>()

  /** Makes an empty ledger. `madeBy` is a string with everything that a build depends on, except the files. */
  constructor(
    madeBy: string,
    before: ReadonlyMap<string, Entry> = new Map(),
    { at = 0, index, isParanoid = false }: { at?: number; index?: string | undefined; isParanoid?: boolean } = {},
  ) {
    this.madeBy = madeBy
    this.before = before
    this.at = at
    this.index = index
    this.isParanoid = isParanoid
  }

  /**
   * Reads the ledger at `path`; returns an empty one if there is none, or if it does not belong to the index with the hash `index`.
   *
   * @param isParanoid whether to compare the content of each file, even if its times have not changed
   */
  static async open(path: string, madeBy: string, index: string, isParanoid = false): Promise<Ledger> {
    try {
      const written: unknown = JSON.parse(await readFile(path, 'utf8'))
      if (isWritten(written) && written.madeBy === madeBy && written.index === index) {
        return new Ledger(madeBy, new Map(Object.entries(written.files)), { at: written.at, index, isParanoid })
      }
    } catch {
      // No valid ledger: everything is read.
    }
    return new Ledger(madeBy)
  }

  /** Whether nothing is known of any file. */
  get isEmpty(): boolean {
    return this.before.size === 0
  }

  /** The documents of a file that has not changed; `undefined` if the file must be read. */
  documentsOf(file: InputFile): readonly KnownDocument[] | undefined {
    return this.entryOf(file)?.documents.map(([id, line]) => ({ id, line }))
  }

  /** A summary of the fields of such a file. */
  fieldsOf(file: InputFile): readonly FieldSummary[] {
    return this.entryOf(file)?.fields ?? []
  }

  private entryOf(file: InputFile): Entry | undefined {
    const { path } = file
    if (!this.answers.has(path)) this.answers.set(path, this.lookUp(file))
    return this.answers.get(path)
  }

  private lookUp({ path, bytes, modified, changed, inode }: InputFile): Entry | undefined {
    const entry = this.before.get(path)
    const isSame =
      entry?.bytes === bytes && entry.modified === modified && entry.changed === changed && entry.inode === inode
    if (isSame && Math.max(modified, changed) < this.at - CLOCK_TICK && !this.isParanoid) return entry
    const hash = hashOf(path)
    if (hash === undefined) return undefined
    this.hashes.set(path, hash)
    return entry?.hash === hash ? { ...entry, bytes, modified, changed, inode } : undefined
  }

  /** Records a document that was read and will be indexed. */
  take(document: FoundDocument): void {
    let read = this.read.get(document.file)
    if (read === undefined) {
      read = { documents: [], survey: new Survey() }
      this.read.set(document.file, read)
    }
    read.documents.push([document.id, document.line])
    read.survey.add(document)
  }

  /** Marks a file with a problem, so that the next build reads it again and reports the problem again. */
  spoil(path: string): void {
    this.spoilt.add(path)
  }

  /**
   * Returns the ledger for the next build.
   *
   * @param files the files of this build
   * @param at when these files were looked up, in milliseconds since 1970
   * @param index the hash of the index that was written
   * @param isUpdate whether the documents of unchanged files were copied from the previous index
   */
  turn(files: readonly InputFile[], at: number, index: string, isUpdate: boolean): Ledger {
    const entries = new Map<string, Entry>()
    for (const { path, bytes, modified, changed, inode } of files) {
      if (this.spoilt.has(path)) continue
      const known = this.answers.get(path)
      const hash = this.hashes.get(path) ?? known?.hash
      if (isUpdate && known !== undefined) entries.set(path, known)
      else if (hash !== undefined) {
        const { documents = [], survey } = this.read.get(path) ?? {}
        entries.set(path, { bytes, modified, changed, inode, hash, documents, fields: survey?.summary ?? [] })
      }
    }
    return new Ledger(this.madeBy, entries, { at, index, isParanoid: this.isParanoid })
  }

  /** Returns a copy for another build, after one that wrote nothing. */
  afresh(): Ledger {
    const { madeBy, before, at, index, isParanoid } = this
    return new Ledger(madeBy, before, { at, index, isParanoid })
  }

  /** Discards what this build has recorded, to start again. */
  restart(): void {
    this.read.clear()
    this.spoilt.clear()
  }

  /** The ledger as text, to write to a file. */
  get text(): string {
    const { madeBy, index = '', at, before } = this
    return JSON.stringify({ madeBy, index, at, files: Object.fromEntries(before) } satisfies Written)
  }
}

function hashOf(path: string): string | undefined {
  try {
    return createHash('sha1').update(readFileSync(path)).digest('base64')
  } catch {
    // The reader reports the problem.
    return undefined
  }
}

function isWritten(value: unknown): value is Written {
  const { madeBy, index, at, files } = (value ?? {}) as Partial<Written>
  return (
    typeof madeBy === 'string' &&
    typeof index === 'string' &&
    typeof at === 'number' &&
    isRecord(files) &&
    Object.values(files).every(isEntry)
  )
}

function isEntry(value: unknown): value is Entry {
  const { bytes, modified, changed, inode, hash, documents, fields } = (value ?? {}) as Partial<Entry>
  return (
    [bytes, modified, changed, inode].every(number => typeof number === 'number') &&
    typeof hash === 'string' &&
    Array.isArray(documents) &&
    documents.every(isKnownDocument) &&
    Array.isArray(fields) &&
    fields.every(isFieldSummary)
  )
}

function isKnownDocument(value: unknown): value is Entry['documents'][number] {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [id, line] = value
  return (typeof id === 'string' || typeof id === 'number') && Number.isSafeInteger(line)
}

function isFieldSummary(value: unknown): value is FieldSummary {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'boolean'
}
