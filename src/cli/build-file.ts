/** Builds an index file: surveys all documents, chooses which fields to search and to store, and writes the file. */
import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, resolve } from 'node:path'
import {
  type ColumnType,
  CorruptIndexError,
  type Editorial,
  french,
  InvalidDocumentError,
  InvalidOptionError,
  StaleIndexError,
  UnknownDocumentError,
} from '../index.ts'
import { isMadeByDefinition } from '../internal.ts'
import { columnsOf, readEditorialFile, textNames } from '../internal-build.ts'
import { type BuiltIndex, buildIndexFile, canUpdate, type Unchanged, unchanged, updateIndexFile } from '../node.ts'
import {
  acceptedDocuments,
  chooseFields,
  copySite,
  type FieldChoice,
  type FoundDocument,
  type FoundFiles,
  findFiles,
  groupSkips,
  type Ledger,
  type Note,
  type ReadOptions,
  readDocuments,
  type Skip,
  type SkipGroup,
  SourceError,
  Survey,
} from '../readers/index.ts'
import { writeToCluster } from './build-cluster.ts'
import type { BuildSettings } from './build-settings.ts'
import { ColumnGuess } from './column-guess.ts'
import { UsageError } from './command.ts'
import { DocumentSpool } from './document-spool.ts'
import { elementFolderOf } from './element-folder.ts'
import { Failure, failureOf, isSystemError, problemLine, systemReason } from './failure.ts'
import type { Messages } from './messages/english.ts'
import { type Terminal, withProgress } from './terminal.ts'

/** The outcome of a build. */
export type BuildOutcome = Written | NotWritten

export interface Written extends BuiltIndex {
  isWritten: true
  /** The hash of the file's content; an index on a cluster has none. */
  hash?: string
  /** The problems of documents and files that were skipped. */
  problems: readonly SourceError[]
  /** The files that were skipped on purpose. */
  skipped: readonly SkipGroup[]
  fields: readonly string[]
  columns: readonly string[]
  storeFields: readonly string[]
  /** Notes on how files were read. */
  notes: readonly Note[]
  /** Text fields that are not searched, because an index has a limit. */
  surplusFields: readonly string[]
  /** Fields that could be columns, if the settings name none. */
  suggestedColumns: Readonly<Record<string, ColumnType>>
  /** Ids in editorial rules that no document has. */
  unknownIds: readonly DocumentId[]
  /** How many documents were copied from the previous file. */
  unchanged: number
  ms: number
}

/** Nothing was written, and existing files are unchanged: because of these problems, or because there is no document. */
export interface NotWritten {
  isWritten: false
  problems: readonly SourceError[]
  skipped: readonly SkipGroup[]
  /** The missing path comes from the configuration. */
  isMissing: boolean
}

/** Problems with paths that the user named; they are never skipped. */
const MISSING = ['not-found', 'nothing-matches', 'unknown-format']

/**
 * Builds the file. Unchanged files in `ledger` are not read. Returns the ledger of the next build.
 *
 * @throws UsageError, Failure
 */
export async function buildFile(
  settings: BuildSettings,
  ledger: Ledger | undefined,
  terminal: Terminal,
): Promise<{ outcome: BuildOutcome; ledger: Ledger | undefined }> {
  const at = Date.now()
  const { include, exclude, follow, languages } = settings.reading
  const found =
    settings.site === undefined
      ? await findFiles(settings.paths, { include, exclude, follow, languages })
      : await fetchSite(settings, settings.site, terminal)
  const outcome = await build(found, settings, ledger, terminal)
  if (!outcome.isWritten) return { outcome, ledger: ledger?.afresh() }
  const { hash, unchanged } = outcome
  return { outcome, ledger: hash === undefined ? undefined : ledger?.turn(found.files, at, hash, unchanged > 0) }
}

/** @throws UsageError for an invalid address, Failure for a sitemap that cannot be read */
async function fetchSite(
  { out }: BuildSettings,
  { sitemap, delay, limit }: NonNullable<BuildSettings['site']>,
  terminal: Terminal,
): Promise<FoundFiles> {
  const { messages } = terminal
  try {
    return await withProgress(terminal, messages.build.fetching(sitemap), limit, advance =>
      copySite(sitemap, `${out}.pages`, { delay, limit, onPage: () => advance(1) }),
    )
  } catch (error) {
    if (error instanceof SourceError) throw new Failure(problemLine(error, messages))
    if (error instanceof InvalidOptionError) throw new UsageError(messages.optionProblem(error))
    if (isSystemError(error))
      throw new Failure(messages.failure.cannotWrite(`${out}.pages`, systemReason(error, messages)))
    throw error
  }
}

async function build(
  found: FoundFiles,
  settings: BuildSettings,
  ledger: Ledger | undefined,
  terminal: Terminal,
): Promise<BuildOutcome> {
  const start = performance.now()
  const isMissing = found.problems.some(({ problem }) => MISSING.includes(problem.kind))
  const spool = new DocumentSpool()
  try {
    const { survey, columns: guess, problems, skips, notes } = await readFiles(found, settings, ledger, spool, terminal)
    const own = await elementFolderOf(settings.paths, settings.out)
    const skipped = groupSkips(own === undefined ? skips : skips.filter(({ file }) => !resolve(file).startsWith(own)))
    // If files could not be read, their fields are missing too, so the files are reported first.
    if (problems.length === 0 && survey.documents > 0) checkNames(settings, survey, terminal)
    const { fields, storeFields, reading } = settings
    const { sections } = reading
    const choice = withoutBody(chooseFields(survey, { fields, storeFields, sections }), settings)
    const texts = textNames(choice.fields)
    const all = [...problems, ...survey.problemsOf(texts)]
    if (isMissing || survey.documents === 0 || (settings.isStrict && all.length > 0)) {
      return { isWritten: false, problems: all, skipped, isMissing }
    }
    const read = { problems, skips, spool, documents: survey.documents }
    const outcome = await write(found, settings, ledger, choice, read, terminal)
    if (!outcome.isWritten) return { ...outcome, skipped, isMissing }
    const columns = columnsOf(choice.fields).map(([name]) => name)
    return {
      ...outcome,
      fields: texts,
      columns,
      storeFields: choice.storeFields,
      skipped,
      notes,
      surplusFields: textNames(fields).length > 0 ? [] : survey.surplusFields,
      suggestedColumns: columns.length > 0 || ledger?.isEmpty === false ? {} : guess.guess(),
      ms: performance.now() - start,
    }
  } finally {
    spool.close()
  }
}

/** The result of reading the files. */
interface ReadFiles {
  problems: readonly SourceError[]
  skips: readonly Skip[]
  spool: DocumentSpool
  documents: number
}

async function readFiles(
  found: FoundFiles,
  { reading: options, language = french() }: BuildSettings,
  ledger: Ledger | undefined,
  spool: DocumentSpool,
  terminal: Terminal,
): Promise<Pick<ReadFiles, 'problems' | 'skips'> & { survey: Survey; columns: ColumnGuess; notes: readonly Note[] }> {
  const survey = new Survey(options.idField)
  const columns = new ColumnGuess(language.values)
  const { messages } = terminal
  return withProgress(terminal, messages.build.reading(found.files.length), totalBytes(found), async onBytes => {
    const reading = readDocuments(found, { ...options, onBytes, ...(ledger && knownBy(ledger)) })
    for await (const document of reading) {
      survey.add(document)
      columns.add(document)
      spool.add(document)
    }
    if (ledger !== undefined) for (const file of found.files) survey.addSummary(ledger.fieldsOf(file))
    return { survey, columns, problems: reading.problems, skips: reading.skipped, notes: reading.notes }
  })
}

function knownBy(ledger: Ledger): Pick<ReadOptions, 'unchangedDocuments'> {
  return { unchangedDocuments: file => ledger.documentsOf(file) }
}

/** @throws UsageError for a field that no document has; it mentions the configuration file if the field is from there */
function checkNames(settings: BuildSettings, survey: Survey, { messages }: Terminal): void {
  const { fieldNames, idField } = survey
  const { fields, storeFields = [], originOf } = settings
  for (const name of [...Object.keys(fields), ...storeFields]) {
    if (fieldNames.includes(name) || name === idField) continue
    const problem = messages.wrongUsage.unknownField(name, fieldNames)
    const origin = originOf(name)
    throw new UsageError(origin === undefined ? problem : messages.config.setting(origin, problem))
  }
}

function withoutBody(choice: FieldChoice, { leavesBodyOut }: BuildSettings): FieldChoice {
  return leavesBodyOut ? { ...choice, storeFields: choice.storeFields.filter(name => name !== 'body') } : choice
}

/** Thrown by the source of documents, so that nothing is written. */
class Refusal extends Error {}

async function write(
  found: FoundFiles,
  settings: BuildSettings,
  ledger: Ledger | undefined,
  choice: FieldChoice,
  read: ReadFiles,
  terminal: Terminal,
): Promise<
  | Pick<Written, 'isWritten' | 'problems' | 'unchanged' | 'unknownIds' | 'hash' | keyof BuiltIndex>
  | Pick<NotWritten, 'isWritten' | 'problems'>
> {
  const { out, reading: options, language, editorial, isStrict, stopWordPositions } = settings
  const { messages } = terminal
  const problems = [...read.problems]
  const onProblem = (problem: SourceError) => {
    problems.push(problem)
    ledger?.spoil(pathOf(problem.file, found))
  }
  // The next build must report problems and skipped files again.
  const spoil = () => {
    for (const { file } of [...read.problems, ...read.skips]) ledger?.spoil(pathOf(file, found))
  }
  spoil()
  const decided = typeof editorial === 'string' ? await editorialOf(editorial, messages) : editorial
  const unknownIds = namedIds(decided)
  let current: FoundDocument | undefined
  async function* records(
    documents: AsyncIterable<FoundDocument>,
    advance: (by: number) => void,
  ): AsyncGenerator<FoundDocument> {
    for await (current of acceptedDocuments(documents, choice, onProblem, language)) {
      if (!current.isUnchanged) ledger?.take(current)
      unknownIds.delete(current.id)
      advance(1)
      yield current
    }
    if (isStrict && problems.length > 0) throw new Refusal()
  }
  const schema = { ...choice, ...(language && { language }), editorial: decided, stopWordPositions }
  /** Updates the existing file, if it was built in the same way; undefined if it is not the one of the ledger. */
  const update = async (known: Ledger, advance: (by: number) => void) => {
    if (known.index === undefined || known.isEmpty || !(await canUpdate<Fields>(out, schema))) return undefined
    try {
      return await updateIndexFile<Fields>(out, changes(records(read.spool, advance)), { ...schema, hash: known.index })
    } catch (error) {
      // Another build may have replaced it.
      const isAnother = error instanceof StaleIndexError || (isSystemError(error) && error.code === 'ENOENT')
      if (!(isAnother || error instanceof UnknownDocumentError || error instanceof CorruptIndexError)) throw error
      known.restart()
      spoil()
      problems.length = read.problems.length
      return undefined
    }
  }
  try {
    if (settings.cluster === undefined) await mkdir(dirname(out), { recursive: true })
    const { documents, spool } = read
    const threads = threadsFor(settings, spool.size, terminal)
    const built = await withProgress(terminal, messages.build.indexing(documents), documents, async advance => {
      if (settings.cluster !== undefined) {
        if (decided !== undefined) throw new Failure(messages.failure.other(settings.out, messages.build.noEditorial))
        return writeToCluster(fieldsOf(records(spool, advance)), schema, settings.cluster, messages)
      }
      const updated = ledger && (await update(ledger, advance))
      if (updated !== undefined) return updated
      // The index with the unread files was built differently, or is gone, so they are read after all.
      const all = spool.hasUnread ? readDocuments(found, { ...options, strict: false }) : spool
      return {
        ...(await buildIndexFile<Fields>(out, fieldsOf(records(all, advance)), { ...schema, threads })),
        unchanged: 0,
      }
    })
    return { ...built, isWritten: true, problems: inOrder(problems, found), unknownIds: [...unknownIds] }
  } catch (error) {
    if (error instanceof Refusal) return { isWritten: false, problems: inOrder(problems, found) }
    if (error instanceof InvalidOptionError) {
      // Every document was skipped, or the name of a column has a special meaning in filters.
      if (problems.length > 0) return { isWritten: false, problems: inOrder(problems, found) }
      throw new UsageError(messages.optionProblem(error))
    }
    if (error instanceof InvalidDocumentError && current !== undefined) {
      return { isWritten: false, problems: [...problems, wrongDocument(current, error)] }
    }
    if (!isSystemError(error)) throw error
    throw new Failure(messages.failure.cannotWrite(out, systemReason(error, messages)))
  }
}

/** In bytes of source text as `DocumentSpool` counts them. Below this, starting threads takes longer than they save. */
const MUCH_TEXT = 2 ** 24
/** More threads hardly help, because the main thread reads all documents and writes the file. */
const USUAL_THREADS = 4

/** How many threads read the texts, according to the settings, if the language can be recreated in threads. */
function threadsFor({ threads, language }: BuildSettings, size: number, terminal: Terminal): number {
  if (language !== undefined && !isMadeByDefinition(language)) {
    if (threads !== undefined && threads > 1) terminal.report(terminal.messages.build.oneThread)
    return 1
  }
  return threads ?? (size < MUCH_TEXT ? 1 : Math.min(availableParallelism(), USUAL_THREADS))
}

/** @throws Failure for a file that cannot be read or is invalid */
async function editorialOf(file: string, messages: Messages): Promise<Editorial> {
  try {
    return await readEditorialFile(file)
  } catch (error) {
    if (error instanceof SourceError) throw new Failure(problemLine(error, messages))
    throw failureOf(error, file, messages)
  }
}

/** The ids in editorial rules: of promoted and of hidden documents. */
function namedIds({ promote = [], hide = [] }: Editorial = {}): Set<DocumentId> {
  return new Set([...promote.flatMap(({ ids }) => ids), ...hide])
}

type DocumentId = string | number
type Fields = Record<string, unknown>

async function* fieldsOf(documents: AsyncIterable<FoundDocument>): AsyncGenerator<Fields> {
  for await (const { fields } of documents) yield fields
}

async function* changes(documents: AsyncIterable<FoundDocument>): AsyncGenerator<Fields | Unchanged> {
  for await (const { id, fields, isUnchanged } of documents) yield isUnchanged ? unchanged(id) : fields
}

function wrongDocument({ file, line }: FoundDocument, cause: InvalidDocumentError): SourceError {
  return new SourceError(file, line, { kind: 'wrong-document', reason: cause.message }, { cause })
}

/** The path of the copy of a page, which is named by its address. */
function pathOf(name: string, { files }: FoundFiles): string {
  return files.find(({ url }) => url === name)?.path ?? name
}

/** Reading and the schema find different problems of a file; they are reported together. */
function inOrder(problems: readonly SourceError[], { files }: FoundFiles): SourceError[] {
  const places = new Map(files.map(({ path }, i) => [path, i]))
  const placeOf = ({ file }: SourceError) => places.get(file) ?? -1
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b) || (a.line ?? 0) - (b.line ?? 0))
}

function totalBytes({ files }: FoundFiles): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
