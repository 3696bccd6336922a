/** An index for evaluation: its search, its ids as in judgments, and the explanation of one hit of a ranking. */
import type { DocumentId, Hit, SearchIndex, SearchOptions } from '../index.ts'

/** An index that can be evaluated: a `SearchIndex` or an `IndexSearcher`. */
export type QueryableIndex<T extends object> = Pick<SearchIndex<T>, 'search' | 'has' | 'get'>

/** The search options that change the ranking: all but the number of hits and what is shown of them. */
export type RankingOptions<T> = Omit<SearchOptions<T>, 'limit' | 'offset' | 'highlight' | 'explain'>

/** The most hits that a search returns. */
export const MAX_RANKING = 10_000

/** The id of a document in the index. Judgments have strings, the index strings or numbers. Undefined if the index has no such document. */
export function indexId<T extends object>(index: QueryableIndex<T>, document: string): DocumentId | undefined {
  if (index.has(document)) return document
  const number = Number(document)
  return String(number) === document && index.has(number) ? number : undefined
}

export interface RankedHit<T> {
  /** From 1. */
  rank: number
  hit: Hit<T>
}

/**
 * One document of a ranking with the explanation of its score.
 *
 * @param ids the ids of the whole ranking, best first: only the hit of `id` is explained
 * @returns undefined if `id` is not among them
 */
export function explainHit<T extends object>(
  index: QueryableIndex<T>,
  text: string,
  ids: readonly DocumentId[],
  id: DocumentId,
  search: RankingOptions<T> = {},
): RankedHit<T> | undefined {
  const offset = ids.indexOf(id)
  if (offset === -1) return undefined
  const [hit] = index.search(text, { ...search, offset, limit: 1, explain: true }).hits
  return { rank: offset + 1, hit }
}
