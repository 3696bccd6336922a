/**
 * The documents of a segment that meet a condition, found in two phases like Lucene's two-phase iterators. Candidates come from posting lists and columns
 * alone. What needs positions is tested only for candidates that are examined, once each. So the cost of a phrase of common words depends on the documents that
 * are counted or shown.
 */
import { DocumentSet } from '../columns/document-set.ts'

/** Tests one of the candidates. Cheapest in ascending order. */
export type DocumentTest = (document: number) => boolean

export class Matches {
  /** Includes all matches. */
  readonly candidates: DocumentSet
  /** Undefined if all candidates match. */
  private readonly test: DocumentTest | undefined
  private readonly tested: DocumentSet | undefined
  private readonly passed: DocumentSet | undefined

  constructor(candidates: DocumentSet, test?: DocumentTest) {
    this.candidates = candidates
    this.test = test
    if (test === undefined) return
    this.tested = new DocumentSet(candidates.capacity)
    this.passed = new DocumentSet(candidates.capacity)
  }

  /** Whether testing a candidate may read positions. */
  get needsTest(): boolean {
    return this.test !== undefined
  }

  has(document: number): boolean {
    const { candidates, test, tested, passed } = this
    if (!candidates.has(document)) return false
    if (test === undefined || tested === undefined || passed === undefined) return true
    if (!tested.has(document)) {
      tested.add(document)
      if (test(document)) passed.add(document)
    }
    return passed.has(document)
  }

  /** All matches. Tests every candidate. */
  all(): DocumentSet {
    if (this.test === undefined) return this.candidates
    const all = new DocumentSet(this.candidates.capacity)
    this.candidates.forEach(document => {
      if (this.has(document)) all.add(document)
    })
    return all
  }

  and(other: Matches): Matches {
    const both = this.candidates.copy().and(other.candidates)
    if (!this.needsTest && !other.needsTest) return new Matches(both)
    return new Matches(both, document => this.has(document) && other.has(document))
  }

  or(other: Matches): Matches {
    const either = this.candidates.copy().or(other.candidates)
    if (!this.needsTest && !other.needsTest) return new Matches(either)
    // First the one that needs no test.
    const [first, second] = this.needsTest ? [other, this] : [this, other]
    return new Matches(either, document => first.has(document) || second.has(document))
  }

  not(): Matches {
    if (!this.needsTest) return new Matches(this.candidates.copy().not())
    return new Matches(new DocumentSet(this.candidates.capacity).not(), document => !this.has(document))
  }
}
