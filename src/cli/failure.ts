/** Converts errors to messages in the user's language. */
import { closeSync, openSync, readSync } from 'node:fs'
import type { EvaluationFileError } from '../evaluation/index.ts'
import { describeEvaluationProblem, describeProblem, placeOf } from '../internal.ts'
import type { SourceError } from '../readers/index.ts'
import { CorruptIndexError, InvalidOptionError, TrouvailleError, UnsupportedVersionError } from '../searcher.ts'
import type { Messages } from './messages/english.ts'

/** A file can't be used; the message is ready to be shown. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** The reason for a system error, by its code. */
export function systemReason(error: unknown, { failure }: Messages): string {
  const { code, message } = error as NodeJS.ErrnoException
  const known: Readonly<Record<string, string>> = failure.system
  return (code !== undefined && Object.hasOwn(known, code) ? known[code] : undefined) ?? code ?? message
}

/** An error of an index file as a `Failure`; unexpected errors unchanged. */
export function failureOf(error: unknown, file: string, messages: Messages): unknown {
  const { failure } = messages
  if (error instanceof CorruptIndexError) {
    if (isNoIndex(file)) return new Failure(failure.notAnIndex(file), { cause: error })
    return new Failure(failure.damaged(file, error.section, error.offset), { cause: error })
  }
  if (error instanceof UnsupportedVersionError) return new Failure(failure.version(file, error.found, error.newest))
  if (error instanceof InvalidOptionError) return new Failure(failure.other(file, messages.optionProblem(error)))
  if (error instanceof TrouvailleError) return new Failure(failure.other(file, error.message))
  if (isSystemError(error)) return new Failure(failure.cannotRead(file, systemReason(error, messages)))
  return error
}

/** The start of index files. */
const SIGNATURE = '\x89TRV'

/** Whether a file does not start like an index. */
function isNoIndex(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(SIGNATURE.length)
      return readSync(file, bytes, 0, bytes.length, 0) < bytes.length || bytes.toString('latin1') !== SIGNATURE
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'
}

/** A problem as `file:line: what is wrong`. */
export function problemLine({ file, line, problem }: SourceError, messages: Messages): string {
  return `${placeOf(file, line)}: ${problemText(problem, messages)}`
}

/** The problem without its position. */
export function problemText(problem: SourceError['problem'], messages: Messages): string {
  return describeProblem(problem, messages.problems)
}

/** The same for files of questions and judgments. */
export function evaluationProblemLine({ file, line, problem }: EvaluationFileError, messages: Messages): string {
  return `${placeOf(file, line)}: ${describeEvaluationProblem(problem, messages.evaluationProblems)}`
}
