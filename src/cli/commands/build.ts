/** `trouvaille build`: files, folders and globs into an index file. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type ColumnType, InvalidDocumentError, InvalidOptionError } from '../../index.ts'
import { type BuiltIndex, buildIndexFile } from '../../node.ts'
import { SourceError } from '../../readers/source-error.ts'
import { readColumns } from '../column-options.ts'
import { type Arguments, type Command, ExitCode, UsageError } from '../command.ts'
import { Failure, isSystemError, problemLine, systemReason } from '../failure.ts'
import { findFiles, type InputFile } from '../find-files.ts'
import { type InputDocument, readInput } from '../input-documents.ts'
import { withProgress } from '../progress.ts'
import { Survey } from '../survey.ts'
import type { Terminal } from '../terminal.ts'

/** More would scroll the first, which often explains the others, out of sight. */
const SHOWN_PROBLEMS = 20

/** Something else in these is a mistake, even where no document has text in them. */
const ALWAYS_TEXT = ['title', 'description', 'body']

interface ChosenSchema {
  idField: string
  fields: string[]
  columns: ReadonlyMap<string, ColumnType>
  storeFields: string[]
}

export const build: Command = {
  name: 'build',
  summary: m => m.help.summaries.build,
  operands: [{ name: m => m.help.operands.paths, rest: true }],
  options: {
    out: { short: 'o', value: m => m.help.values.file, required: true, describe: m => m.help.describe.out },
    fields: { value: m => m.help.values.fields, describe: m => m.help.describe.fields },
    columns: { value: m => m.help.values.columns, describe: m => m.help.describe.columns },
    store: { value: m => m.help.values.fields, describe: m => m.help.describe.store },
    'no-store-body': { describe: m => m.help.describe.noStoreBody },
    id: { value: m => m.help.values.field, describe: m => m.help.describe.id },
  },
  run: buildIndex,
}

async function buildIndex(args: Arguments, terminal: Terminal): Promise<number> {
  const start = performance.now()
  const out = args.text('out') ?? ''
  const idField = args.text('id') ?? 'id'
  const { files, passedOver, problems } = await findFiles(args.operands)
  const survey = await surveyFiles(files, idField, terminal)
  const schema = { idField, ...chooseFields(args, survey, terminal) }
  const wrong = [...problems, ...survey.problems, ...survey.problemsOf([...schema.fields, ...ALWAYS_TEXT])]
  if (wrong.length > 0) return refuse(wrong, out, terminal)
  if (survey.documents === 0) {
    terminal.report(terminal.messages.build.nothing)
    return ExitCode.failure
  }
  const built = await write(out, files, schema, survey.documents, terminal)
  if (built instanceof SourceError) return refuse([built], out, terminal)
  summarize({ ...built, ...schema, out, passedOver, ms: performance.now() - start }, terminal)
  return ExitCode.success
}

async function surveyFiles(files: readonly InputFile[], idField: string, terminal: Terminal): Promise<Survey> {
  const survey = new Survey(idField)
  const { messages } = terminal
  await withProgress(terminal, messages.build.reading(files.length), totalBytes(files), async onBytes => {
    const onProblem = (problem: SourceError) => survey.problems.push(problem)
    const reasonOf = (error: unknown) => systemReason(error, messages)
    for await (const document of readInput(files, { idField, onBytes, onProblem, reasonOf })) survey.add(document)
  })
  return survey
}

function chooseFields(args: Arguments, survey: Survey, terminal: Terminal): Omit<ChosenSchema, 'idField'> {
  const known = survey.fieldNames
  const chosen = args.names('fields')
  const kept = args.names('store')
  const columns = readColumns(args.names('columns') ?? [], terminal.messages)
  for (const name of chosen ?? []) {
    if (columns.has(name)) throw new UsageError(terminal.messages.wrongUsage.textAndColumn(name))
  }
  for (const name of [...(chosen ?? []), ...columns.keys(), ...(kept ?? [])]) {
    // Where files could not be read, their fields are missing too: that is told first.
    if (!known.includes(name) && name !== survey.idField && survey.problems.length === 0 && survey.documents > 0) {
      throw new UsageError(terminal.messages.wrongUsage.unknownField(name, known))
    }
  }
  const storeFields = (kept ?? known).filter(name => name !== 'body' || !args.has('no-store-body'))
  return { fields: chosen ?? survey.textFields.filter(name => !columns.has(name)), columns, storeFields }
}

/** Writes the file, or gives the problem where a document is refused, which the survey leaves little room for. */
async function write(
  out: string,
  files: readonly InputFile[],
  schema: ChosenSchema,
  documents: number,
  terminal: Terminal,
): Promise<BuiltIndex | SourceError> {
  const { messages } = terminal
  const { idField, fields, columns, storeFields } = schema
  const said = [...fields.map(name => [name, {}]), ...Array.from(columns, ([name, type]) => [name, { type }])]
  let current: InputDocument | undefined
  async function* records(onBytes: (bytes: number) => void): AsyncGenerator<Record<string, unknown>> {
    let problem: SourceError | undefined
    const onProblem = (found: SourceError) => {
      problem ??= found
    }
    const reasonOf = (error: unknown) => systemReason(error, messages)
    for await (current of readInput(files, { idField, onBytes, onProblem, reasonOf })) {
      yield { ...current.source.fields, [idField]: current.id }
    }
    if (problem !== undefined) throw problem
  }
  try {
    await mkdir(dirname(out), { recursive: true })
    return await withProgress(terminal, messages.build.indexing(documents), totalBytes(files), onBytes =>
      buildIndexFile(out, records(onBytes), { idField, fields: Object.fromEntries(said), storeFields }),
    )
  } catch (error) {
    if (error instanceof SourceError) return error
    // A column by a name that says something else in filters, or too many of them.
    if (error instanceof InvalidOptionError) throw new UsageError(error.message)
    if (error instanceof InvalidDocumentError && current !== undefined) return wrongDocument(current, error)
    if (!isSystemError(error)) throw error
    throw new Failure(messages.failure.cannotWrite(out, systemReason(error, messages)))
  }
}

function wrongDocument({ file, source }: InputDocument, cause: InvalidDocumentError): SourceError {
  return new SourceError(file, source.line, { kind: 'wrong-document', reason: cause.message }, { cause })
}

function totalBytes(files: readonly InputFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function refuse(problems: readonly SourceError[], out: string, terminal: Terminal): number {
  const { messages, errorColors } = terminal
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) terminal.report(problemLine(problem, messages))
  if (problems.length > SHOWN_PROBLEMS) terminal.report(messages.build.moreProblems(problems.length - SHOWN_PROBLEMS))
  terminal.report(errorColors.red(messages.build.kept(out, problems.length)))
  return ExitCode.failure
}

function summarize(
  built: BuiltIndex & ChosenSchema & { out: string; passedOver: number; ms: number },
  terminal: Terminal,
): void {
  const { colors, messages } = terminal
  const { format } = messages
  const { documents, words, bytes, fields, columns, storeFields } = built
  terminal.print(colors.bold(built.out))
  terminal.print(
    `  ${[format.documents(documents), format.words(words), format.bytes(bytes), format.seconds(built.ms)].join(' · ')}`,
  )
  terminal.print(colors.dim(`  ${messages.build.searched(fields)}`))
  if (columns.size > 0) terminal.print(colors.dim(`  ${messages.build.columns([...columns.keys()])}`))
  if (storeFields.length > 0) terminal.print(colors.dim(`  ${messages.build.stored(storeFields)}`))
  if (built.passedOver > 0) terminal.print(colors.dim(`  ${messages.build.passedOver(built.passedOver)}`))
}
