/** Builds an index file: looks at all documents, chooses what of them to search and to keep, and writes. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  CorruptIndexError,
  type Editorial,
  InvalidDocumentError,
  InvalidOptionError,
  UnknownDocumentError,
} from '../index.ts'
import { columnsOf, readEditorialFile, textNames } from '../internal.ts'
import { type BuiltIndex, buildIndexFile, canUpdate, type Unchanged, unchanged, updateIndexFile } from '../node.ts'
import {
  acceptedDocuments,
  chooseFields,
  type FieldChoice,
  type FoundDocument,
  type FoundFiles,
  findFiles,
  type Ledger,
  type ReadOptions,
  readDocuments,
  SourceError,
  Survey,
} from '../readers/index.ts'
import type { BuildSettings } from './build-settings.ts'
import { UsageError } from './command.ts'
import { Failure, failureOf, isSystemError, systemReason } from './failure.ts'
import type { Messages } from './messages/english.ts'
import { type Terminal, withProgress } from './terminal.ts'

/** What came of it. */
export type BuildOutcome = Written | NotWritten

export interface Written extends BuiltIndex {
  isWritten: true
  /** What was left out. */
  problems: readonly SourceError[]
  /** How many files are of other kinds. */
  passedOver: number
  fields: readonly string[]
  columns: readonly string[]
  storeFields: readonly string[]
  /** How many documents were taken over from the file before. */
  unchanged: number
  ms: number
}

/** Nothing was written, and what was there before is as it was: for these problems, or because there is no document. */
export interface NotWritten {
  isWritten: false
  problems: readonly SourceError[]
}

/** Missing where they were asked for by name, these are never passed over. */
const MISSING = ['not-found', 'nothing-matches', 'unknown-format']

/**
 * Builds the file; files that `ledger` knows and that are the same still are not read. Gives the ledger of the next build.
 *
 * @throws UsageError, Failure
 */
export async function buildFile(
  settings: BuildSettings,
  ledger: Ledger | undefined,
  terminal: Terminal,
): Promise<{ outcome: BuildOutcome; ledger: Ledger | undefined }> {
  const at = Date.now()
  const { include, exclude } = settings.reading
  const found = await findFiles(settings.paths, { include, exclude })
  const outcome = await build(found, settings, ledger, terminal)
  if (!outcome.isWritten) return { outcome, ledger: ledger?.afresh() }
  return { outcome, ledger: ledger?.turn(found.files, at, outcome.unchanged > 0) }
}

async function build(
  found: FoundFiles,
  settings: BuildSettings,
  ledger: Ledger | undefined,
  terminal: Terminal,
): Promise<BuildOutcome> {
  const start = performance.now()
  const isMissing = found.problems.some(({ problem }) => MISSING.includes(problem.kind))
  const { survey, problems } = await surveyFiles(found, settings, ledger, terminal)
  // If files could not be read, their fields are missing too: the files are reported first.
  if (problems.length === 0 && survey.documents > 0) checkNames(settings, survey, terminal)
  const { fields, storeFields } = settings
  const choice = withoutBody(chooseFields(survey, { fields, storeFields }), settings)
  const texts = textNames(choice.fields)
  const all = [...problems, ...survey.problemsOf(texts)]
  if (isMissing || survey.documents === 0 || (settings.isStrict && all.length > 0)) {
    return { isWritten: false, problems: all }
  }
  const outcome = await write(found, settings, ledger, choice, survey.documents, terminal)
  if (!outcome.isWritten) return outcome
  const columns = columnsOf(choice.fields).map(([name]) => name)
  return { ...outcome, fields: texts, columns, storeFields: choice.storeFields, ms: performance.now() - start }
}

async function surveyFiles(
  found: FoundFiles,
  { reading: options }: BuildSettings,
  ledger: Ledger | undefined,
  terminal: Terminal,
): Promise<{ survey: Survey; problems: readonly SourceError[] }> {
  const survey = new Survey(options.idField)
  const { messages } = terminal
  return withProgress(terminal, messages.build.reading(found.files.length), totalBytes(found), async onBytes => {
    const reading = readDocuments(found, { ...options, onBytes, ...(ledger && knownBy(ledger)) })
    for await (const document of reading) survey.add(document)
    if (ledger !== undefined) for (const file of found.files) survey.addSummary(ledger.fieldsOf(file))
    return { survey, problems: reading.problems }
  })
}

function knownBy(ledger: Ledger): Pick<ReadOptions, 'unchangedDocuments'> {
  return { unchangedDocuments: file => ledger.documentsOf(file) }
}

/** @throws UsageError for a field that no document has */
function checkNames({ fields, storeFields = [] }: BuildSettings, survey: Survey, { messages }: Terminal): void {
  const { fieldNames, idField } = survey
  for (const name of [...Object.keys(fields), ...storeFields]) {
    if (fieldNames.includes(name) || name === idField) continue
    throw new UsageError(messages.wrongUsage.unknownField(name, fieldNames))
  }
}

function withoutBody(choice: FieldChoice, { leavesBodyOut }: BuildSettings): FieldChoice {
  return leavesBodyOut ? { ...choice, storeFields: choice.storeFields.filter(name => name !== 'body') } : choice
}

/** Thrown where documents come from, so that nothing is written. */
class Refusal extends Error {}

async function write(
  found: FoundFiles,
  { out, reading: options, language, editorial, isStrict }: BuildSettings,
  ledger: Ledger | undefined,
  choice: FieldChoice,
  documents: number,
  terminal: Terminal,
): Promise<Pick<Written, 'isWritten' | 'problems' | 'passedOver' | 'unchanged' | keyof BuiltIndex> | NotWritten> {
  const { messages } = terminal
  const problems: SourceError[] = []
  const onProblem = (problem: SourceError) => {
    problems.push(problem)
    ledger?.spoil(problem.file)
  }
  let current: FoundDocument | undefined
  let passedOver = 0
  async function* records(
    onBytes: (bytes: number) => void,
    known: Pick<ReadOptions, 'unchangedDocuments'> = {},
  ): AsyncGenerator<FoundDocument> {
    const reading = readDocuments(found, { ...options, strict: false, onBytes, onProblem, ...known })
    for await (current of acceptedDocuments(reading, choice, onProblem)) {
      if (!current.isUnchanged) ledger?.take(current)
      yield current
    }
    passedOver = reading.passedOver
    if (isStrict && problems.length > 0) throw new Refusal()
  }
  const decided = typeof editorial === 'string' ? await editorialOf(editorial, messages) : editorial
  const schema = { ...choice, ...(language && { language }), editorial: decided }
  /** From the file that is there, where there is one of the same making; undefined where it is not what the ledger knows. */
  const update = async (known: Ledger, onBytes: (bytes: number) => void) => {
    if (known.isEmpty || !(await canUpdate<Fields>(out, schema))) return undefined
    try {
      return await updateIndexFile<Fields>(out, changes(records(onBytes, knownBy(known))), schema)
    } catch (error) {
      if (!(error instanceof UnknownDocumentError || error instanceof CorruptIndexError)) throw error
      known.restart()
      problems.length = 0
      return undefined
    }
  }
  try {
    await mkdir(dirname(out), { recursive: true })
    const built = await withProgress(terminal, messages.build.indexing(documents), totalBytes(found), async onBytes => {
      const updated = ledger && (await update(ledger, onBytes))
      return updated ?? { ...(await buildIndexFile<Fields>(out, fieldsOf(records(onBytes)), schema)), unchanged: 0 }
    })
    return { ...built, isWritten: true, problems, passedOver }
  } catch (error) {
    if (error instanceof Refusal) return { isWritten: false, problems }
    if (error instanceof InvalidOptionError) {
      // Every document was left out; or a column has a name that says something else in filters.
      if (problems.length > 0) return { isWritten: false, problems }
      throw new UsageError(error.message)
    }
    if (error instanceof InvalidDocumentError && current !== undefined) {
      return { isWritten: false, problems: [...problems, wrongDocument(current, error)] }
    }
    if (!isSystemError(error)) throw error
    throw new Failure(messages.failure.cannotWrite(out, systemReason(error, messages)))
  }
}

/** @throws Failure for a file that can't be read or is wrong */
async function editorialOf(file: string, messages: Messages): Promise<Editorial> {
  try {
    return await readEditorialFile(file)
  } catch (error) {
    throw failureOf(error, file, messages)
  }
}

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

function totalBytes({ files }: FoundFiles): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
