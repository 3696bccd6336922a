/** Builds an index file: looks at all documents, chooses what of them to search and to keep, and writes. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type ColumnType, InvalidDocumentError, InvalidOptionError } from '../index.ts'
import { type BuiltIndex, buildIndexFile } from '../node.ts'
import {
  acceptedDocuments,
  type FoundDocument,
  type FoundFiles,
  findFiles,
  readDocuments,
  SourceError,
  Survey,
} from '../readers/index.ts'
import { type BuildSettings, type FieldsSaid, isColumn } from './build-settings.ts'
import { UsageError } from './command.ts'
import { Failure, isSystemError, systemReason } from './failure.ts'
import { withProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

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
  ms: number
}

/** Nothing was written, and what was there before is as it was: for these problems, or because there is no document. */
export interface NotWritten {
  isWritten: false
  problems: readonly SourceError[]
}

interface ChosenSchema {
  idField: string
  fields: FieldsSaid
  storeFields: readonly string[]
}

/** Missing where they were asked for by name, these are never passed over. */
const MISSING = ['not-found', 'nothing-matches', 'unknown-format']

/** @throws UsageError, Failure */
export async function buildFile(settings: BuildSettings, terminal: Terminal): Promise<BuildOutcome> {
  const start = performance.now()
  const found = await findFiles(settings.paths, settings.reading)
  const isMissing = found.problems.some(({ problem }) => MISSING.includes(problem.kind))
  const { survey, problems } = await surveyFiles(found, settings, terminal)
  const schema = chooseSchema(settings, survey, problems.length > 0, terminal)
  const texts = namesOf(schema.fields, options => !isColumn(options))
  const all = [...problems, ...survey.problemsOf(texts)]
  if (isMissing || survey.documents === 0 || (settings.isStrict && all.length > 0)) {
    return { isWritten: false, problems: all }
  }
  const outcome = await write(found, settings, schema, survey.documents, terminal)
  if (!outcome.isWritten) return outcome
  const columns = namesOf(schema.fields, isColumn)
  const { storeFields } = schema
  return { ...outcome, fields: texts, columns, storeFields, ms: performance.now() - start }
}

async function surveyFiles(
  found: FoundFiles,
  { reading: options }: BuildSettings,
  terminal: Terminal,
): Promise<{ survey: Survey; problems: readonly SourceError[] }> {
  const survey = new Survey(options.idField)
  const { messages } = terminal
  return withProgress(terminal, messages.build.reading(found.files.length), totalBytes(found), async onBytes => {
    const reading = readDocuments(found, { ...options, onBytes })
    for await (const document of reading) survey.add(document)
    return { survey, problems: reading.problems }
  })
}

function chooseSchema(settings: BuildSettings, survey: Survey, hasProblems: boolean, terminal: Terminal): ChosenSchema {
  const known = survey.fieldNames
  const { fields: said, storeFields: kept, leavesBodyOut } = settings
  // Where files could not be read, their fields are missing too: that is told first.
  if (!hasProblems && survey.documents > 0) {
    for (const name of [...Object.keys(said), ...(kept ?? [])]) {
      if (known.includes(name) || name === survey.idField) continue
      throw new UsageError(terminal.messages.wrongUsage.unknownField(name, known))
    }
  }
  const isTextNamed = Object.values(said).some(options => !isColumn(options))
  const texts = isTextNamed ? [] : survey.textFields.filter(name => said[name] === undefined).map(name => [name, {}])
  return {
    idField: survey.idField,
    fields: { ...Object.fromEntries(texts), ...said },
    storeFields: (kept ?? known).filter(name => name !== 'body' || !leavesBodyOut),
  }
}

/** Thrown where documents come from, so that nothing is written. */
class Refusal extends Error {}

async function write(
  found: FoundFiles,
  { out, reading: options, language, isStrict }: BuildSettings,
  { idField, fields, storeFields }: ChosenSchema,
  documents: number,
  terminal: Terminal,
): Promise<Pick<Written, 'isWritten' | 'problems' | 'passedOver' | keyof BuiltIndex> | NotWritten> {
  const { messages } = terminal
  const problems: SourceError[] = []
  const onProblem = (problem: SourceError) => problems.push(problem)
  const columns = new Map(
    Object.entries(fields).flatMap(([name, field]): [string, ColumnType][] =>
      isColumn(field) ? [[name, field.type]] : [],
    ),
  )
  const wanted = { idField, fields: namesOf(fields, field => !isColumn(field)), columns }
  let current: FoundDocument | undefined
  let passedOver = 0
  async function* records(onBytes: (bytes: number) => void): AsyncGenerator<Record<string, unknown>> {
    const reading = readDocuments(found, { ...options, strict: false, onBytes, onProblem })
    for await (current of acceptedDocuments(reading, wanted, onProblem)) yield current.fields
    passedOver = reading.passedOver
    if (isStrict && problems.length > 0) throw new Refusal()
  }
  try {
    await mkdir(dirname(out), { recursive: true })
    const built = await withProgress(terminal, messages.build.indexing(documents), totalBytes(found), onBytes =>
      buildIndexFile(out, records(onBytes), { idField, fields, storeFields, ...(language && { language }) }),
    )
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

function wrongDocument({ file, line }: FoundDocument, cause: InvalidDocumentError): SourceError {
  return new SourceError(file, line, { kind: 'wrong-document', reason: cause.message }, { cause })
}

function totalBytes({ files }: FoundFiles): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function namesOf(fields: FieldsSaid, isWanted: (options: FieldsSaid[string]) => boolean): string[] {
  return Object.keys(fields).filter(name => isWanted(fields[name]))
}
