/** How good a ranking is against judgements (nDCG, reciprocal rank, recall), and whether two rankings truly differ. */

import { seededRandom } from './random.mjs'

/**
 * @typedef {{ ndcg: number, mrr: number, recall: number }} Scores nDCG@10, MRR@10, R@100
 * @typedef {Map<string, string[]>} Run question → documents, best first
 * @typedef {Map<string, Map<string, number>>} Judgements question → document → grade above 0
 */

const TOP = 10
const DEEP = 100

/**
 * Scores one question. The gain of a grade is 2^grade − 1, discounted by log2(rank + 1) (Burges et al., 2005).
 * @param {readonly string[]} ranking documents, best first
 * @param {ReadonlyMap<string, number>} grades
 * @returns {Scores}
 */
export function scoreQuestion(ranking, grades) {
  const ideal = discountedGain([...grades.values()].sort((a, b) => b - a))
  const found = ranking.slice(0, DEEP).map(document => grades.get(document) ?? 0)
  const first = found.slice(0, TOP).findIndex(grade => grade > 0)
  return {
    ndcg: ideal === 0 ? 0 : discountedGain(found) / ideal,
    mrr: first === -1 ? 0 : 1 / (first + 1),
    recall: grades.size === 0 ? 0 : found.filter(grade => grade > 0).length / grades.size,
  }
}

/** @param {readonly number[]} grades in rank order */
function discountedGain(grades) {
  return grades.slice(0, TOP).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)
}

/**
 * Whether the questions are variants of topics: all ids look like `123-4`. Variants share their judgements, so a topic
 * with forty spellings must not count forty times.
 * @param {Iterable<string>} questionIds
 */
export function haveTopics(questionIds) {
  const ids = [...questionIds]
  return ids.length > 0 && ids.every(id => /^\d+-\d+$/.test(id))
}

/**
 * Scores a run: one entry per question that has judgements, or per topic where the questions have topics. A question that
 * the run lacks scores 0.
 * @param {Judgements} judgements
 * @param {Run} run
 * @returns {Map<string, Scores>}
 */
export function scoreRun(judgements, run) {
  const byTopic = haveTopics(judgements.keys())
  /** @type {Map<string, Scores[]>} */
  const groups = new Map()
  for (const [question, grades] of judgements) {
    const group = byTopic ? question.slice(0, question.indexOf('-')) : question
    const scores = scoreQuestion(run.get(question) ?? [], grades)
    groups.set(group, [...(groups.get(group) ?? []), scores])
  }
  return new Map([...groups].map(([group, scores]) => [group, meanScores(scores)]))
}

/**
 * The mean of each measure.
 * @param {Iterable<Scores>} scores
 * @returns {Scores}
 */
export function meanScores(scores) {
  const all = [...scores]
  /** @param {(s: Scores) => number} of */
  const mean = of => all.reduce((sum, s) => sum + of(s), 0) / Math.max(1, all.length)
  return { ndcg: mean(s => s.ndcg), mrr: mean(s => s.mrr), recall: mean(s => s.recall) }
}

/**
 * Two-sided paired randomisation test (Smucker, Allan and Carterette, CIKM 2007): how often chance, swapping the two
 * systems question by question, gives a mean difference at least as large as the one seen.
 * @param {readonly number[]} a one value per question
 * @param {readonly number[]} b the same questions, in the same order
 * @param {{ permutations?: number, seed?: number }} [options]
 * @returns {number} p
 */
export function randomisationTest(a, b, { permutations = 10_000, seed = 1 } = {}) {
  if (a.length !== b.length) throw new RangeError(`Paired test: ${a.length} values against ${b.length}.`)
  const differences = a.map((value, i) => value - b[i]).filter(difference => difference !== 0)
  const seen = Math.abs(differences.reduce((sum, d) => sum + d, 0))
  const random = seededRandom(seed)
  // Sums of the same numbers in other signs differ in the last bits: without a tolerance equal sums would count as smaller.
  const threshold = seen - 1e-12 * Math.max(1, seen)
  let asLarge = 0
  for (let n = 0; n < permutations; n++) {
    let sum = 0
    for (const difference of differences) sum += random() < 0.5 ? difference : -difference
    if (Math.abs(sum) >= threshold) asLarge++
  }
  // The permutation that was observed counts too, so p is never 0 (Phipson and Smyth, 2010).
  return (asLarge + 1) / (permutations + 1)
}
