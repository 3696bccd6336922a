/** The error that says where a file is wrong (its name, the line, and the problem as data), and a limit on how many of them a file reports. */
import { TrouvailleError } from '../errors.ts'
import { describeProblem, type Problem } from './problem.ts'
import { englishProblems } from './problem-english.ts'

/** Thrown or reported if a file, or a document in it, cannot be read. The message starts with `file:line:`. Code: `INVALID_SOURCE`. */
export class SourceError extends TrouvailleError {
  override readonly name = 'SourceError'
  /** The path of the file. */
  readonly file: string
  /** The line, from 1; `undefined` if the problem concerns the whole file. */
  readonly line: number | undefined
  /** What is wrong, as data. */
  readonly problem: Problem

  constructor(file: string, line: number | undefined, problem: Problem, options?: ErrorOptions) {
    super('INVALID_SOURCE', `${placeOf(file, line)}: ${describeProblem(problem, englishProblems)}.`, options)
    this.file = file
    this.line = line
    this.problem = problem
  }
}

/** A position in the format of compilers and editors. */
export function placeOf(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`
}

/** By file. */
const MOST = 1000

/**
 * Passes on the first problems of each file and counts the others. A file with a million invalid records would fill the memory with problems that nobody reads.
 */
export class ProblemGate {
  private readonly report: (problem: SourceError) => void
  private file: string | undefined
  private count = 0

  constructor(report: (problem: SourceError) => void) {
    this.report = report
  }

  /** Problems of one file are consecutive. */
  take(problem: SourceError): void {
    if (problem.file !== this.file) this.close()
    this.file = problem.file
    this.count++
    if (this.count <= MOST) this.report(problem)
  }

  /** Reports how many problems of the last file were dropped. */
  close(): void {
    const { file, count } = this
    this.file = undefined
    this.count = 0
    if (file !== undefined && count > MOST) {
      this.report(new SourceError(file, undefined, { kind: 'more-problems', count: count - MOST }))
    }
  }
}

/**
 * Counts problems. Of each file only the first thousand are in the list; the others, of which only the number is known, count too.
 *
 * @example
 * const count = countProblems(reading.problems)
 */
export function countProblems(problems: readonly SourceError[]): number {
  return problems.reduce((sum, { problem }) => sum + (problem.kind === 'more-problems' ? problem.count : 1), 0)
}
