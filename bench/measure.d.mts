/** Types of measure.mjs, for the tests, which are TypeScript. */

export type Scores = { ndcg: number; mrr: number; recall: number }
export type Run = Map<string, string[]>
export type Judgements = Map<string, Map<string, number>>

export function scoreQuestion(ranking: readonly string[], grades: ReadonlyMap<string, number>): Scores
export function haveTopics(questionIds: Iterable<string>): boolean
export function scoreRun(judgements: Judgements, run: Run): Map<string, Scores>
export function meanScores(scores: Iterable<Scores>): Scores
export function randomisationTest(
  a: readonly number[],
  b: readonly number[],
  options?: { permutations?: number; seed?: number },
): number
