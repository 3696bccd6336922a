/** Lets an application reorder the best hits, for example with a semantic model. */
import { checkWhole, excludedOption } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { SearchResults } from '../features/search-results.ts'
import type { QueryNode } from '../query/query-tree.ts'

type RankedHit = SearchResults['hits'][number]

export interface Reranking {
  rerank?: unknown
  rerankDepth?: unknown
}

/** Which hits are fetched and scored, and which of them are returned. */
export interface RerankPlan {
  score: (hits: readonly RankedHit[], query: string | QueryNode) => unknown
  depth: number
  offset: number
  limit: number
  /** The options of the search that fetches them. */
  page: { offset: number; limit: number }
}

const DEFAULT_DEPTH = 50
const MAX_DEPTH = 1000

/**
 * Undefined if no hit of the page is to be scored: later pages are returned as they are.
 *
 * @throws InvalidOptionError
 */
export function checkRerank(score: unknown, depth: unknown, options: object): RerankPlan | undefined {
  const { offset = 0, limit = 10, after, sort } = options as Record<string, unknown>
  if (typeof score !== 'function')
    throw new InvalidOptionError('rerank', score, 'a function that returns a score for each hit')
  const most = checkWhole('rerankDepth', depth ?? DEFAULT_DEPTH, 1, MAX_DEPTH)
  for (const [name, value] of Object.entries({ after, sort })) {
    if (value !== undefined) throw excludedOption(name, value, 'it cannot be combined with "rerank"')
  }
  // The search rejects invalid counts.
  if (!isCount(offset) || !isCount(limit) || offset >= most) return undefined
  const page = { offset: 0, limit: Math.max(most, offset + limit) }
  return { score: score as RerankPlan['score'], depth: most, offset, limit, page }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

/** The page of hits, with the first `depth` sorted by their new scores. @throws InvalidOptionError for invalid scores */
export async function rerank(
  hits: readonly RankedHit[],
  query: string | QueryNode,
  { score, depth, offset, limit }: RerankPlan,
): Promise<RankedHit[]> {
  const best = hits.slice(0, depth)
  const given: unknown = best.length === 0 ? [] : await score(best, query)
  // Typed arrays too, because models return them.
  const scores = isList(given) ? Array.from(given) : []
  if (scores.length !== best.length || !scores.every(score => Number.isFinite(score)))
    throw new InvalidOptionError(
      'rerank',
      given,
      `a function that returns ${best.length} finite numbers for ${best.length} hits`,
    )
  const order = best.map((_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b)
  const ranked = [...order.map(i => ({ ...best[i], score: scores[i] })), ...hits.slice(depth)]
  return ranked.slice(offset, offset + limit)
}

function isList(value: unknown): value is ArrayLike<number> {
  return typeof value === 'object' && value !== null && 'length' in value
}
