/** The library's measures, over questions, or over topics if the questions have some. */

import { evaluation } from './evaluation.mjs'

/**
 * @typedef {import('../src/evaluation/index.ts').Measures} Scores nDCG@10, MRR@10, R@100
 * @typedef {Map<string, string[]>} Run question → documents, best first
 * @typedef {import('../src/evaluation/index.ts').Judgments} Judgements question → document → grade
 */

export const { meanMeasures: meanScores, randomisationTest } = evaluation

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
 * Scores a run: one entry per question that has judgements, or per topic if the questions have topics. A question that
 * the run lacks scores 0.
 * @param {Judgements} judgements
 * @param {Run} run
 * @returns {Map<string, Scores>}
 */
export function scoreRun(judgements, run) {
  return evaluation.measureRun(run, judgements, haveTopics(judgements.keys()))
}
