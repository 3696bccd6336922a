/** Lets the first problems of each file through and counts the others: a file of a million faulty records would fill the memory with what nobody reads. */
import { SourceError } from './source-error.ts'

/** By file. */
const MOST = 1000

export class ProblemGate {
  private readonly report: (problem: SourceError) => void
  private file: string | undefined
  private count = 0

  constructor(report: (problem: SourceError) => void) {
    this.report = report
  }

  /** Problems of one file come together. */
  take(problem: SourceError): void {
    if (problem.file !== this.file) this.close()
    this.file = problem.file
    this.count++
    if (this.count <= MOST) this.report(problem)
  }

  /** Tells how many were left out of the last file. */
  close(): void {
    const { file, count } = this
    this.file = undefined
    this.count = 0
    if (file !== undefined && count > MOST) {
      this.report(new SourceError(file, undefined, { kind: 'more-problems', count: count - MOST }))
    }
  }
}

/** How many problems there are, those included that were only counted. */
export function countProblems(problems: readonly SourceError[]): number {
  return problems.reduce((sum, { problem }) => sum + (problem.kind === 'more-problems' ? problem.count : 1), 0)
}
