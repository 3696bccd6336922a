/** Reads the documents of files, folders and globs in order, with their ids and problems. The program and the bundler plugin use it. */
import { checkOptions } from '../check-options.ts'
import type { DocumentId } from '../index.ts'
import { fieldOf } from '../record.ts'
import { isContained, readContained } from './contained-reading.ts'
import { diskFile } from './disk-file.ts'
import { withLanguage } from './document-language.ts'
import { fieldsWithoutEndlessWords } from './endless-words.ts'
import { type FoundFiles, findFiles, type InputFile } from './find-files.ts'
import { asSourceError } from './nesting.ts'
import { Note } from './note.ts'
import { typeOfValue } from './problem.ts'
import { checkPaths, checkReadOptions, type KnownDocument, READ_OPTIONS, type ReadOptions } from './read-options.ts'
import { Skip } from './skip.ts'
import { PAGE_FIELD, type PageOptions, type SourceDocument } from './source.ts'
import { ProblemGate, SourceError } from './source-error.ts'
import { isDraftPath, unpublishedReason } from './unpublished.ts'

/** A document ready to be indexed. */
export interface FoundDocument {
  /** Its id. */
  id: DocumentId
  /** Its fields, the id among them. */
  fields: Record<string, unknown>
  /** The path of its file. */
  file: string
  /** The line that it starts on, from 1. */
  line: number
  /** Returns the line of a field. */
  lineOf(field: string): number
  /** `true` if its file has not changed and was not read: `fields` is empty then. */
  isUnchanged?: true
  /** Numbers of `fields` as they are written in the file, for fields that are text: `01000`, `1.10`. */
  written?: Readonly<Record<string, unknown>>
}

/**
 * Reads documents from files, folders and globs. The ends of their names say what they are: Markdown, HTML, JSON, JSON Lines, CSV, TSV, RSS, Atom, plain text, PDF,
 * Word and OpenDocument. Files are read one after the other, in the order of their names, and only one is in memory; of JSON Lines, CSV and TSV only a part.
 *
 * What cannot be read is skipped and reported in `problems`, with its file and line; `strict` throws it instead. A document with the id of another one is a problem
 * too.
 *
 * @param paths files, folders and globs, or what `findFiles()` returned
 * @throws InvalidOptionError for wrong options; SourceError from the iteration, with `strict`
 * @example
 * const reading = readDocuments('content', { exclude: 'brouillons' })
 * await index.addAllAsync(reading.fields())
 * for (const { message } of reading.problems) console.warn(message)
 */
export function readDocuments(paths: string | readonly string[] | FoundFiles, options: ReadOptions = {}): Reading {
  const isFound = typeof paths === 'object' && 'files' in paths
  if (!isFound) checkPaths(paths)
  checkOptions(options, READ_OPTIONS, '', "an object such as { exclude: 'brouillons' }")
  checkReadOptions(options)
  const { include, exclude, follow, languages } = options
  return new Reading(
    () => (isFound ? Promise.resolve(paths) : findFiles(paths, { include, exclude, follow, languages })),
    options,
  )
}

/** What `readDocuments()` returns: `for await` gives its documents, and the properties say what is known of the files so far. Iterating again reads again. */
export class Reading implements AsyncIterable<FoundDocument> {
  /** The files that were found, in the order in which they are read. */
  files: readonly InputFile[] = []
  /** The problems, in order: of each file the first thousand, and the number of the others. */
  problems: readonly SourceError[] = []
  /** What was skipped on purpose, with the reason: drafts, files of other kinds, files that are not content. `groupSkips()` counts them. */
  skipped: readonly Skip[] = []
  /** Notes on how files were read: those in Windows-1252, those with endless words. */
  notes: readonly Note[] = []
  private readonly find: () => Promise<FoundFiles>
  private readonly options: ReadOptions

  /** @internal */
  constructor(find: () => Promise<FoundFiles>, options: ReadOptions) {
    this.find = find
    this.options = options
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FoundDocument> {
    const { strict = false, onProblem } = this.options
    const problems: SourceError[] = []
    const gate = new ProblemGate(problem => {
      if (strict) throw problem
      problems.push(problem)
      onProblem?.(problem)
    })
    const found = await this.find()
    this.files = found.files
    const skipped = [...found.skipped]
    const notes: Note[] = []
    this.skipped = skipped
    this.notes = notes
    this.problems = problems
    for (const problem of found.problems) gate.take(problem)
    const places = new Map<DocumentId, { file: string; line: number }>()
    for (const file of found.files) {
      const unchanged = this.options.unchangedDocuments?.(file)
      for await (const read of unchanged?.map(known => unread(known, file)) ?? readFile(file, this.options)) {
        const document = file.url === undefined ? read : namedByAddress(read, file.url)
        if (document instanceof SourceError) {
          gate.take(document)
          continue
        }
        if (document instanceof Skip) {
          skipped.push(document)
          this.options.onSkip?.(document)
          continue
        }
        if (document instanceof Note) {
          notes.push(document)
          continue
        }
        const { id, file: name, line } = document
        const place = places.get(id)
        if (place !== undefined) gate.take(duplicate(document, place, this.options.idField))
        else {
          places.set(id, { file: name, line })
          yield document
        }
      }
      gate.close()
    }
  }

  /** The fields of the documents, for `addAllAsync()` and `buildIndexFile()`. */
  async *fields(): AsyncGenerator<Record<string, unknown>> {
    for await (const { fields } of this) yield fields
  }
}

/** Problems of the copy of a page name the page. */
function namedByAddress(
  found: FoundDocument | SourceError | Skip | Note,
  url: string,
): FoundDocument | SourceError | Skip | Note {
  if (found instanceof SourceError) return new SourceError(url, found.line, found.problem, { cause: found.cause })
  if (found instanceof Skip) return new Skip(url, found.reason, found.detail)
  return found instanceof Note ? new Note(url, found.kind, found.count) : found
}

function unread({ id, line }: KnownDocument, { path: file }: InputFile): FoundDocument {
  return { id, fields: {}, file, line, lineOf: () => line, isUnchanged: true }
}

/**
 * Reads one file. Problems, and what is skipped on purpose, come in the place of documents. If a problem makes the rest of the file unreadable, it comes last.
 *
 * @param file one of those that `findFiles()` returns
 * @example
 * const { files } = await findFiles('content')
 * for (const file of files) {
 *   for await (const found of readFile(file)) {
 *     if ('fields' in found) console.log(found.fields.title)
 *   }
 * }
 */
export async function* readFile(
  file: InputFile,
  options: ReadOptions = {},
): AsyncGenerator<FoundDocument | SourceError | Skip | Note> {
  const { path, below } = file
  const { drafts = false } = options
  if (!drafts && isDraftPath(below ?? '')) {
    yield new Skip(path, 'draft')
    return
  }
  let isWindows1252 = false
  let endlessWords = 0
  try {
    for await (const document of readingsOf(file, options, () => (isWindows1252 = true))) {
      if (document instanceof SourceError || document instanceof Skip) {
        yield document
        continue
      }
      const reason = reasonToLeaveOut(document, drafts)
      if (reason !== undefined) {
        yield new Skip(path, reason)
        // The sections of a page are skipped with it.
        if (document.isWholeFile) break
        continue
      }
      const { fields: read, count } = fieldsWithoutEndlessWords(document.fields)
      const { languages = [] } = options
      const fields = languages.length === 0 ? read : withLanguage(read, pathOf(file), languages)
      endlessWords += count
      const found = foundDocument({ ...document, fields }, file, options)
      if (found !== undefined) yield found
    }
  } catch (cause) {
    const error = asSourceError(cause, path)
    if (!(error instanceof SourceError)) throw error
    yield isOther(error, file) ? new Skip(path, 'not-a-feed') : error
  }
  if (isWindows1252) yield new Note(path, 'windows-1252')
  if (endlessWords > 0) yield new Note(path, 'endless-words', endlessWords)
}

/** What the reader of a file yields, in this thread or in a separate one. */
async function* readingsOf(
  { path, reader, below, anchors: own, url, bytes }: InputFile,
  { sections, code, drafts, anchors = own, onBytes }: ReadOptions,
  onWindows1252: () => void,
): AsyncGenerator<SourceDocument | SourceError | Skip> {
  const options: PageOptions = { sections, code, drafts, anchors }
  const place = { ...(below !== undefined && { path: below }), ...(url !== undefined && { url }) }
  if (isContained(reader, path, bytes)) {
    yield* await readContained({ name: path, place, options }, bytes)
    onBytes?.(bytes)
    return
  }
  const source = diskFile(path, {
    ...place,
    ...(onBytes !== undefined && { onBytes }),
    ...(reader.declaredEncoding !== undefined && { declaredEncoding: reader.declaredEncoding }),
    ...(reader.mayBeWindows1252 && { onWindows1252 }),
  })
  yield* reader.read(source, options)
}

/** The path that may show the language of a file: relative to the named folder, or that of its address. */
function pathOf({ path, below, url }: InputFile): string {
  return url === undefined ? (below ?? path) : new URL(url).pathname
}

function reasonToLeaveOut({ fields, isWholeFile }: SourceDocument, drafts: boolean): Skip['reason'] | undefined {
  const reason = unpublishedReason(fields, isWholeFile)
  return reason === 'draft' && drafts ? undefined : reason
}

function foundDocument(
  source: SourceDocument,
  file: InputFile,
  { idField = 'id', mapping = {}, transform, sections = false }: ReadOptions,
): FoundDocument | SourceError | undefined {
  const { line } = source
  const renamed = new Map<string, string>()
  let fields: Record<string, unknown> | undefined = mapped(source.fields, mapping, renamed)
  const written = source.written && mapped(source.written, mapping, new Map())
  const lineOf = (field: string) => source.lineOf(renamed.get(field) ?? field)
  if (transform !== undefined) fields = transform(fields, { file: file.path, line })
  if (fields === undefined) return undefined
  const id = idOf({ ...source, fields, lineOf }, idField, file)
  if (id instanceof SourceError) return id
  // Grouped by page, sections are one hit.
  const page = sections && source.isWholeFile && { [PAGE_FIELD]: pageOf(id, source.anchor) }
  return {
    id,
    fields: { ...fields, ...page, [idField]: id },
    ...(written && { written }),
    file: file.path,
    line,
    lineOf,
  }
}

function mapped(
  fields: Readonly<Record<string, unknown>>,
  mapping: NonNullable<ReadOptions['mapping']>,
  renamed: Map<string, string>,
): Record<string, unknown> {
  for (const [field, sources] of Object.entries(mapping)) {
    const source = [sources].flat().find(name => (fieldOf(fields, name) ?? null) !== null)
    if (source !== undefined) renamed.set(field, source)
  }
  const moved = new Set(renamed.values())
  const kept = Object.entries(fields).filter(([name]) => !moved.has(name))
  return Object.fromEntries([...kept, ...Array.from(renamed, ([field, source]) => [field, fields[source]])])
}

/** The id of a section's page. */
function pageOf(id: DocumentId, anchor: string | undefined): string {
  return anchor === undefined ? String(id) : String(id).slice(0, -anchor.length - 1)
}

/** A section is `page#anchor`, whatever the page's id is. */
function idOf(source: SourceDocument, field: string, { path, id: ownId }: InputFile): DocumentId | SourceError {
  const { anchor, isWholeFile, line } = source
  const id = fieldOf(source.fields, field)
  const suffix = (pageId: DocumentId) => (anchor === undefined ? pageId : `${pageId}#${anchor}`)
  if ((typeof id === 'string' && id !== '') || (typeof id === 'number' && Number.isFinite(id))) return suffix(id)
  if (id !== undefined && id !== null) {
    return new SourceError(path, source.lineOf(field), { kind: 'wrong-id', field, found: typeOfValue(id) })
  }
  return isWholeFile ? suffix(ownId) : new SourceError(path, line, { kind: 'missing-id', field })
}

/** XML that the user did not name need not be a feed. */
function isOther({ problem }: SourceError, { below }: InputFile): boolean {
  return problem.kind === 'no-feed' && below !== undefined
}

function duplicate(
  { id, file, lineOf }: FoundDocument,
  place: { file: string; line: number },
  idField = 'id',
): SourceError {
  return new SourceError(file, lineOf(idField), { kind: 'duplicate-id', id, ...place })
}
