/** `trouvaille build`: files, folders and globs into an index file. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type ColumnType, InvalidDocumentError, InvalidOptionError } from '../../index.ts'
import { type BuiltIndex, buildIndexFile } from '../../node.ts'
import {
  acceptedDocuments,
  type FoundDocument,
  type FoundFiles,
  findFiles,
  type ReadOptions,
  readDocuments,
  SourceError,
  Survey,
} from '../../readers/index.ts'
import { readColumns } from '../column-options.ts'
import { type Arguments, type Command, ExitCode, UsageError } from '../command.ts'
import { Failure, isSystemError, problemLine, systemReason } from '../failure.ts'
import { withProgress } from '../progress.ts'
import type { Terminal } from '../terminal.ts'

/** More would scroll the first, which often explains the others, out of sight. */
const SHOWN_PROBLEMS = 20

interface ChosenSchema {
  idField: string
  fields: string[]
  columns: ReadonlyMap<string, ColumnType>
  storeFields: string[]
}

/** What was built, and what was left out. */
interface Outcome extends BuiltIndex {
  problems: readonly SourceError[]
  passedOver: number
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
    include: { value: m => m.help.values.glob, describe: m => m.help.describe.include },
    exclude: { value: m => m.help.values.glob, describe: m => m.help.describe.exclude },
    sections: { describe: m => m.help.describe.sections },
    'no-code': { describe: m => m.help.describe.noCode },
    strict: { describe: m => m.help.describe.strict },
  },
  run: buildIndex,
}

async function buildIndex(args: Arguments, terminal: Terminal): Promise<number> {
  const start = performance.now()
  const out = args.text('out') ?? ''
  const options = readOptions(args)
  const found = await findFiles(args.operands, options)
  // What was asked for by name and is not there is never passed over.
  const missing = found.problems.filter(({ problem }) =>
    ['not-found', 'nothing-matches', 'unknown-format'].includes(problem.kind),
  )
  const { survey, problems } = await surveyFiles(found, options, terminal)
  const schema = { idField: options.idField ?? 'id', ...chooseFields(args, survey, problems.length > 0, terminal) }
  const all = [...problems, ...survey.problemsOf(schema.fields)]
  if (missing.length > 0 || (args.has('strict') && all.length > 0)) return refuse(all, out, terminal)
  if (survey.documents === 0) {
    if (all.length > 0) return refuse(all, out, terminal)
    terminal.report(terminal.messages.build.nothing)
    return ExitCode.failure
  }
  const built = await write(out, found, options, schema, survey.documents, args.has('strict'), terminal)
  if (Array.isArray(built)) return refuse(built, out, terminal)
  reportProblems(built.problems, terminal)
  summarize({ ...built, ...schema, out, ms: performance.now() - start }, terminal)
  return ExitCode.success
}

function readOptions(args: Arguments): ReadOptions {
  return {
    idField: args.text('id') ?? 'id',
    include: args.names('include'),
    exclude: args.names('exclude'),
    sections: args.has('sections'),
    code: !args.has('no-code'),
  }
}

async function surveyFiles(
  found: FoundFiles,
  options: ReadOptions,
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

function chooseFields(
  args: Arguments,
  survey: Survey,
  hasProblems: boolean,
  terminal: Terminal,
): Omit<ChosenSchema, 'idField'> {
  const known = survey.fieldNames
  const chosen = args.names('fields')
  const kept = args.names('store')
  const columns = readColumns(args.names('columns') ?? [], terminal.messages)
  for (const name of chosen ?? []) {
    if (columns.has(name)) throw new UsageError(terminal.messages.wrongUsage.textAndColumn(name))
  }
  for (const name of [...(chosen ?? []), ...columns.keys(), ...(kept ?? [])]) {
    // Where files could not be read, their fields are missing too: that is told first.
    if (!known.includes(name) && name !== survey.idField && !hasProblems && survey.documents > 0) {
      throw new UsageError(terminal.messages.wrongUsage.unknownField(name, known))
    }
  }
  const storeFields = (kept ?? known).filter(name => name !== 'body' || !args.has('no-store-body'))
  return { fields: chosen ?? survey.textFields.filter(name => !columns.has(name)), columns, storeFields }
}

/** Thrown where documents come from, so that nothing is written. */
class Refusal extends Error {}

/** Writes the file; or gives the problems for which it was not written. */
async function write(
  out: string,
  found: FoundFiles,
  options: ReadOptions,
  schema: ChosenSchema,
  documents: number,
  isStrict: boolean,
  terminal: Terminal,
): Promise<Outcome | SourceError[]> {
  const { messages } = terminal
  const { idField, fields, columns, storeFields } = schema
  const said = [...fields.map(name => [name, {}]), ...Array.from(columns, ([name, type]) => [name, { type }])]
  const problems: SourceError[] = []
  const onProblem = (problem: SourceError) => problems.push(problem)
  let current: FoundDocument | undefined
  let passedOver = 0
  async function* records(onBytes: (bytes: number) => void): AsyncGenerator<Record<string, unknown>> {
    const reading = readDocuments(found, { ...options, onBytes, onProblem })
    for await (current of acceptedDocuments(reading, schema, onProblem)) yield current.fields
    passedOver = reading.passedOver
    if (isStrict && problems.length > 0) throw new Refusal()
  }
  try {
    await mkdir(dirname(out), { recursive: true })
    const built = await withProgress(terminal, messages.build.indexing(documents), totalBytes(found), onBytes =>
      buildIndexFile(out, records(onBytes), { idField, fields: Object.fromEntries(said), storeFields }),
    )
    return { ...built, problems, passedOver }
  } catch (error) {
    if (error instanceof Refusal) return problems
    // A column by a name that says something else in filters, or too many of them; or no document that it takes.
    if (error instanceof InvalidOptionError) {
      if (problems.length > 0) return problems
      throw new UsageError(error.message)
    }
    if (error instanceof InvalidDocumentError && current !== undefined)
      return [...problems, wrongDocument(current, error)]
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

function refuse(problems: readonly SourceError[], out: string, terminal: Terminal): number {
  reportProblems(problems, terminal)
  terminal.report(terminal.errorColors.red(terminal.messages.build.kept(out, problems.length)))
  return ExitCode.failure
}

function reportProblems(problems: readonly SourceError[], terminal: Terminal): void {
  const { messages } = terminal
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) terminal.report(problemLine(problem, messages))
  if (problems.length > SHOWN_PROBLEMS) terminal.report(messages.build.moreProblems(problems.length - SHOWN_PROBLEMS))
}

function summarize(built: Outcome & ChosenSchema & { out: string; ms: number }, terminal: Terminal): void {
  const { colors, messages } = terminal
  const { format, build: say } = messages
  const { documents, words, bytes, fields, columns, storeFields, problems, passedOver } = built
  terminal.print(colors.bold(built.out))
  terminal.print(
    `  ${[format.documents(documents), format.words(words), format.bytes(bytes), format.seconds(built.ms)].join(' · ')}`,
  )
  terminal.print(colors.dim(`  ${say.searched(fields)}`))
  if (columns.size > 0) terminal.print(colors.dim(`  ${say.columns([...columns.keys()])}`))
  if (storeFields.length > 0) terminal.print(colors.dim(`  ${say.stored(storeFields)}`))
  if (passedOver > 0) terminal.print(colors.dim(`  ${say.passedOver(passedOver)}`))
  if (problems.length > 0) terminal.print(colors.yellow(`  ${say.leftOut(problems.length)}`))
}
