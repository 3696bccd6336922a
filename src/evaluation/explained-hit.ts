/** One document of an answer, with its place and the explanation of its score. */
import type { DocumentId, FieldName, Hit } from '../index.ts'
import type { AskedIndex } from './asked-index.ts'
import type { EvaluateOptions } from './evaluate.ts'

/** As many documents as an answer gives. */
export const DEEPEST = 10_000

export interface ExplainedHit<T> {
  /** From 1. */
  rank: number
  hit: Hit<Pick<T, FieldName<T>>>
}

/** `ids` are those of the whole answer, best first: only the document that is asked for is explained. Undefined where it is not among them. */
export function explainedHit<T extends object>(
  index: AskedIndex<T>,
  text: string,
  ids: readonly DocumentId[],
  id: DocumentId,
  search: EvaluateOptions<T>['search'] = {},
): ExplainedHit<T> | undefined {
  const offset = ids.indexOf(id)
  if (offset === -1) return undefined
  const [hit] = index.search(text, { ...search, offset, limit: 1, explain: true }).hits
  return { rank: offset + 1, hit }
}
