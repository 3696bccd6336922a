/** The error that says where a file is wrong: its name, the line, and the problem as data. */
import { TrouvailleError } from '../errors.ts'
import { describeProblem, type Problem } from './problem.ts'
import { englishProblems } from './problem-english.ts'

/** A file, or a document in it, that can't be read. Its message starts with `file:line:`. */
export class SourceError extends TrouvailleError {
  override readonly name = 'SourceError'
  readonly file: string
  /** Starts at 1; undefined if the problem concerns the whole file. */
  readonly line: number | undefined
  readonly problem: Problem

  constructor(file: string, line: number | undefined, problem: Problem, options?: ErrorOptions) {
    super('INVALID_SOURCE', `${placeOf(file, line)}: ${describeProblem(problem, englishProblems)}.`, options)
    this.file = file
    this.line = line
    this.problem = problem
  }
}

/** A place as compilers and editors write it. */
export function placeOf(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`
}
