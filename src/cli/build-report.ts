/** Reports a build to people and programs. */
import { countProblems, type SkipGroup, type SourceError } from '../readers/index.ts'
import type { BuildOutcome, Written } from './build-file.ts'
import { ExitCode } from './command.ts'
import { problemLine, problemText } from './failure.ts'
import { onOneLine } from './plain-text.ts'
import type { Terminal } from './terminal.ts'

/** More would scroll the first one, which often explains the others, out of sight. */
const SHOWN_PROBLEMS = 20

/** Reports the outcome of building `out`. Returns the exit code. */
export function reportBuild(out: string, outcome: BuildOutcome, json: boolean, terminal: Terminal): number {
  const { messages, errorColors } = terminal
  const { problems, isWritten } = outcome
  reportProblems(problems, terminal)
  if (json) {
    const { isWritten: written, skipped, ...others } = outcome
    const { isMissing, ...told } = { isMissing: false, ...others }
    terminal.printJson({
      out,
      written,
      ...told,
      skipped: skipped.map(skipAsData),
      problems: problems.map(problem => asData(problem, terminal)),
    })
  }
  if (isWritten && !json) summarize(out, outcome, terminal)
  if (isWritten) return ExitCode.success
  if (problems.length === 0) {
    terminal.report(messages.build.nothing(outcome.skipped.length > 0))
    for (const line of skipLines(outcome.skipped, terminal)) terminal.report(line)
  } else terminal.report(errorColors.red(messages.build.kept(out, countProblems(problems))))
  return ExitCode.failure
}

/** Prints the lines that add the search box to a page. */
export function reportElement(lines: readonly string[], terminal: Terminal): void {
  terminal.print()
  terminal.print(terminal.messages.build.element)
  for (const line of lines) terminal.print(`  ${terminal.colors.bold(line)}`)
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

/** Enough to see which they are. */
const SHOWN_FILES = 5
const MOST_FILES_OF_DATA = 1000

function skipAsData({ files, ...group }: SkipGroup): Record<string, unknown> {
  return { ...group, files: files.slice(0, MOST_FILES_OF_DATA) }
}

/** A line for each reason: how many files, and which. */
function skipLines(groups: readonly SkipGroup[], { messages }: Terminal): string[] {
  return groups.map(({ reason, detail, count, files }) => {
    const isOfKinds = reason === 'other-kind' || reason === 'not-a-page'
    const names = isOfKinds ? kindsOf(files) : files
    return `  ${messages.build.skipped(messages.skips[reason](count, detail ?? ''), shortened(names))}`
  })
}

function shortened(names: readonly string[]): readonly string[] {
  return names.length > SHOWN_FILES ? [...names.slice(0, SHOWN_FILES), '…'] : names
}

/** The extensions of the files, most frequent first. */
function kindsOf(files: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const file of files) {
    const [kind = file.replace(/^.*[\\/]/, '')] = /\.[^./\\]+$/.exec(file) ?? []
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`)
}

function summarize(out: string, built: Written, terminal: Terminal): void {
  const { colors, messages } = terminal
  const { format, build: say } = messages
  const {
    documents,
    words,
    bytes,
    fields,
    columns,
    storeFields,
    problems,
    skipped,
    notes,
    surplusFields,
    unknownIds,
    suggestedColumns,
    unchanged,
    ms,
  } = built
  terminal.print(colors.bold(onOneLine(out)))
  terminal.print(
    `  ${[format.documents(documents), format.words(words), format.bytes(bytes), format.seconds(ms)].join(' · ')}`,
  )
  terminal.print(colors.dim(`  ${say.searched(fields)}`))
  if (columns.length > 0) terminal.print(colors.dim(`  ${say.columns(columns)}`))
  if (storeFields.length > 0) terminal.print(colors.dim(`  ${say.stored(storeFields)}`))
  if (unchanged > 0) terminal.print(colors.dim(`  ${say.unchanged(unchanged)}`))
  for (const line of skipLines(skipped, terminal)) terminal.print(colors.dim(line))
  for (const kind of ['windows-1252', 'endless-words'] as const) {
    const ofKind = notes.filter(note => note.kind === kind)
    const count = kind === 'endless-words' ? ofKind.reduce((sum, note) => sum + note.count, 0) : ofKind.length
    if (count > 0)
      terminal.print(
        colors.dim(`  ${messages.notes[kind](count)} (${shortened(ofKind.map(({ file }) => file)).join(', ')})`),
      )
  }
  if (unknownIds.length > 0) terminal.print(colors.yellow(`  ${say.unknownIds(unknownIds.map(String))}`))
  if (surplusFields.length > 0) terminal.print(colors.yellow(`  ${say.surplus(surplusFields)}`))
  const suggestions = Object.entries(suggestedColumns).map(([name, type]) => `${name}:${type}`)
  if (suggestions.length > 0) terminal.print(colors.dim(`  ${say.suggestedColumns(suggestions)}`))
  if (problems.length > 0) terminal.print(colors.yellow(`  ${say.leftOut(countProblems(problems))}`))
}
