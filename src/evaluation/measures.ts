/** Measures of a ranking against judgments: nDCG, reciprocal rank, recall. */
import type { Judgments } from './judgments.ts'

/** The measures of a ranking, or their means over several; each from 0 to 1, higher is better. */
export interface Measures {
  /**
   * nDCG@10: how good the first ten documents and their order are, compared with the best possible order. The gain of a grade is 2^grade − 1, discounted by
   * log2(rank + 1) (Burges et al., "Learning to Rank using Gradient Descent", 2005).
   */
  ndcg: number
  /** MRR@10: 1 divided by the rank of the first document that answers; 0 if none of the first ten does. */
  mrr: number
  /** R@100: the share of the answering documents that are among the first hundred. */
  recall: number
}

const TOP = 10
/** How many documents of a ranking are examined. */
export const DEPTH = 100

/**
 * Measures a ranking of any search engine.
 *
 * @param ranking the ids of documents, best first. Those after the hundredth are ignored.
 * @param grades the grade of each judged document by its id. Grades of 0 or less mean that it does not answer.
 * @example
 * measureRanking(['pain', 'vin'], new Map([['vin', 1]])) // { ndcg: 0.63, mrr: 0.5, recall: 1 }
 */
export function measureRanking(ranking: readonly string[], grades: ReadonlyMap<string, number>): Measures {
  const gradeOf = (document: string) => Math.max(0, grades.get(document) ?? 0)
  const answers = [...grades.values()].filter(grade => grade > 0)
  if (answers.length === 0) return { ndcg: 0, mrr: 0, recall: 0 }
  const found = ranking.slice(0, DEPTH).map(gradeOf)
  const first = found.slice(0, TOP).findIndex(grade => grade > 0)
  return {
    ndcg: discountedGain(found) / discountedGain(answers.sort((a, b) => b - a)),
    mrr: first === -1 ? 0 : 1 / (first + 1),
    recall: found.filter(grade => grade > 0).length / answers.length,
  }
}

function discountedGain(grades: readonly number[]): number {
  return grades.slice(0, TOP).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)
}

/**
 * Returns the mean of each measure; 0 if there is nothing to average.
 *
 * @example
 * meanMeasures([{ ndcg: 1, mrr: 1, recall: 1 }, { ndcg: 0, mrr: 0, recall: 0 }]) // { ndcg: 0.5, mrr: 0.5, recall: 0.5 }
 */
export function meanMeasures(all: Iterable<Measures>): Measures {
  const sum = { ndcg: 0, mrr: 0, recall: 0 }
  let count = 0
  for (const { ndcg, mrr, recall } of all) {
    sum.ndcg += ndcg
    sum.mrr += mrr
    sum.recall += recall
    count++
  }
  const divisor = Math.max(1, count)
  return { ndcg: sum.ndcg / divisor, mrr: sum.mrr / divisor, recall: sum.recall / divisor }
}

/**
 * Measures the rankings of any search engine, question by question. A question without a ranking counts 0.
 *
 * @param run the ids of documents, best first, by the id of the question
 * @param judgments which documents answer which question
 * @param byTopic whether questions whose ids are the same before their first `-` are averaged, as wordings of one topic. Default: `false`
 * @returns the measures of each question that has a judged answer, or of each topic
 * @example
 * const measures = measureRun(new Map([['q1', ['pain', 'vin']]]), judgments)
 * measures.get('q1')?.ndcg
 */
export function measureRun(
  run: ReadonlyMap<string, readonly string[]>,
  judgments: Judgments,
  byTopic = false,
): Map<string, Measures> {
  const measured = [...judgments]
    .filter(([, grades]) => hasAnswer(grades))
    .map(([question, grades]) => [question, measureRanking(run.get(question) ?? [], grades)] as const)
  return byTopic ? averageTopics(measured) : new Map(measured)
}

/** Whether a question counts: one without any answer is not measurable. */
export function hasAnswer(grades: ReadonlyMap<string, number> | undefined): boolean {
  return [...(grades?.values() ?? [])].some(grade => grade > 0)
}

/** `7` for `7-3`: wordings of one topic. An id without a hyphen is a separate topic. */
export function topicOf(question: string): string {
  return question.split('-', 1)[0]
}

/** The mean of the questions of each topic. */
export function averageTopics(measured: Iterable<readonly [question: string, Measures]>): Map<string, Measures> {
  const topics = new Map<string, Measures[]>()
  for (const [question, measures] of measured) {
    const topic = topicOf(question)
    const known = topics.get(topic)
    if (known === undefined) topics.set(topic, [measures])
    else known.push(measures)
  }
  return new Map([...topics].map(([topic, all]) => [topic, meanMeasures(all)]))
}
