/** Examines one question: what came first, what should have come, and why each hit has its rank. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'
import type { DocumentId, Explanation, StoredDocument } from '../index.ts'
import type { QuestionEvaluation } from './evaluate.ts'
import { explainHit, indexId, MAX_RANKING, type QueryableIndex, type RankingOptions } from './queryable-index.ts'

/** The options of `diagnose()`. None of them is needed. */
export interface DiagnoseOptions<T> {
  /** How many of the first documents to explain, 0 to 100. Default: `3`. */
  first?: number | undefined
  /** The search options that the question was evaluated with. Default: `{}`. */
  search?: RankingOptions<T> | undefined
}

const DIAGNOSE_OPTIONS: OptionNames<DiagnoseOptions<object>> = { first: 1, search: 1 }

/** A document that was found, or one that should have been. */
export interface DiagnosedDocument<T> {
  /** Its id. */
  id: DocumentId
  /** Its grade; 0 if no judgment says that it answers. */
  grade: number
  /** Its rank, from 1; `undefined` if it was not found. */
  rank: number | undefined
  /** Its stored fields; `undefined` if the index has no such document. */
  document: StoredDocument<T> | undefined
  /** Its score, word by word; `undefined` if it was not found. */
  explanation: Explanation | undefined
}

/** What `diagnose()` returns. */
export interface Diagnosis<T> {
  /** The documents that came first, best first. */
  first: readonly DiagnosedDocument<T>[]
  /** The judged answers that are not among `first`: the highest grades first, then the best ranks. */
  wanted: readonly DiagnosedDocument<T>[]
}

/**
 * Explains the answer to a question of an evaluation: what came first, what should have, and how the scores come about.
 *
 * @throws InvalidOptionError for wrong options
 * @example
 * const [worst] = [...evaluate(index, questions, judgments).questions].sort((a, b) => a.measures.ndcg - b.measures.ndcg)
 * diagnose(index, worst).wanted[0]?.explanation?.words // the words that it contains, with their scores
 */
export function diagnose<T extends object>(
  index: QueryableIndex<T>,
  question: QuestionEvaluation,
  options: DiagnoseOptions<T> = {},
): Diagnosis<T> {
  checkOptions(options, DIAGNOSE_OPTIONS)
  const { first = 3, search = {} } = options
  checkWhole('first', first, 0, 100)
  const { text, answers } = question
  const ids = index.search(text, { ...search, limit: MAX_RANKING }).hits.map(({ id }) => id)
  const explain = (id: DocumentId): DiagnosedDocument<T> => {
    // Only displayed hits are explained, each at its rank.
    const ranked = explainHit(index, text, ids, id, search)
    return {
      id,
      grade: answers.get(String(id)) ?? 0,
      rank: ranked?.rank,
      document: index.get(id),
      explanation: ranked?.hit.explanation,
    }
  }
  const shown = ids.slice(0, first)
  const wanted = [...answers.keys()]
    .map(document => indexId(index, document) ?? document)
    .filter(id => !shown.includes(id))
    .map(explain)
    .sort((a, b) => b.grade - a.grade || (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
  return { first: shown.map(explain), wanted }
}
