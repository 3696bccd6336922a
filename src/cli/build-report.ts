/** What people and programs are told of a build. */
import { countProblems, type SourceError } from '../readers/index.ts'
import type { BuildOutcome, Written } from './build-file.ts'
import { ExitCode } from './command.ts'
import { problemLine, problemText } from './failure.ts'
import type { Terminal } from './terminal.ts'

/** More would scroll the first, which often explains the others, out of sight. */
const SHOWN_PROBLEMS = 20

/** Tells what came of building `out`; gives the exit code. */
export function reportBuild(out: string, outcome: BuildOutcome, json: boolean, terminal: Terminal): number {
  const { messages, errorColors } = terminal
  const { problems, isWritten } = outcome
  reportProblems(problems, terminal)
  if (json) {
    const { isWritten: written, ...others } = outcome
    terminal.printJson({ out, written, ...others, problems: problems.map(problem => asData(problem, terminal)) })
  }
  if (isWritten && !json) summarize(out, outcome, terminal)
  if (isWritten) return ExitCode.success
  if (problems.length === 0) terminal.report(messages.build.nothing)
  else terminal.report(errorColors.red(messages.build.kept(out, countProblems(problems))))
  return ExitCode.failure
}

function reportProblems(problems: readonly SourceError[], terminal: Terminal): void {
  const { messages } = terminal
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) terminal.report(problemLine(problem, messages))
  const hidden = countProblems(problems.slice(SHOWN_PROBLEMS))
  if (hidden > 0) terminal.report(messages.build.moreProblems(hidden))
}

function asData({ file, line, problem }: SourceError, { messages }: Terminal): Record<string, unknown> {
  return { file, line, kind: problem.kind, message: problemText(problem, messages) }
}

function summarize(out: string, built: Written, terminal: Terminal): void {
  const { colors, messages } = terminal
  const { format, build: say } = messages
  const { documents, words, bytes, fields, columns, storeFields, problems, passedOver, unchanged, ms } = built
  terminal.print(colors.bold(out))
  terminal.print(
    `  ${[format.documents(documents), format.words(words), format.bytes(bytes), format.seconds(ms)].join(' · ')}`,
  )
  terminal.print(colors.dim(`  ${say.searched(fields)}`))
  if (columns.length > 0) terminal.print(colors.dim(`  ${say.columns(columns)}`))
  if (storeFields.length > 0) terminal.print(colors.dim(`  ${say.stored(storeFields)}`))
  if (unchanged > 0) terminal.print(colors.dim(`  ${say.unchanged(unchanged)}`))
  if (passedOver > 0) terminal.print(colors.dim(`  ${say.passedOver(passedOver)}`))
  if (problems.length > 0) terminal.print(colors.yellow(`  ${say.leftOut(countProblems(problems))}`))
}
