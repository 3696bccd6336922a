/** Scores every engine on one collection and tests Trouvaille against each of the others. */

import { differenceInterval } from '../interval.mjs'
import { haveTopics, meanScores, randomisationTest, scoreRun } from '../measure.mjs'
import { available } from '../peers/index.mjs'
import { runsOf } from '../runs.mjs'

export const SUBJECT = 'trouvaille'

/**
 * @typedef {import('../measure.mjs').Scores} Scores
 * @typedef {{
 *   name: string, version: string, scores: Scores, unanswered: number, difference?: number, interval?: [least: number, most: number], p?: number
 * }} EngineResult `unanswered`: how many questions have no hit at all; `difference`: Trouvaille's nDCG@10 less this engine's, with the bounds of its 95% confidence interval and `p`, its
 *   two-sided p-value
 * @typedef {{ question: string, text: string, subject: number, rival: number }} Loss nDCG@10 of both on one question
 * @typedef {{
 *   collection: string, documents: number, questions: number, groups: number, byTopic: boolean,
 *   engines: EngineResult[], skipped: { name: string, reason: string }[], bestRival?: string, losses: Loss[]
 * }} RelevanceResult
 */

/**
 * @param {import('../collections.mjs').Collection} collection
 * @param {readonly string[]} peerNames
 * @param {{ losses?: number, subject?: string }} [options] `losses`: how many questions to list on which Trouvaille loses most to the best rival; `subject`:
 *   the name of the engine that is compared with the others
 * @returns {Promise<RelevanceResult>}
 */
export async function compare(collection, peerNames, { losses = 0, subject: subjectName = SUBJECT } = {}) {
  const { questions, judgements } = collection
  /** @type {(EngineResult & { perGroup: Map<string, Scores> })[]} */
  const measured = []
  const { present, skipped } = await available(peerNames)
  for (const { name, version } of present) {
    const [run] = await runsOf(name, collection, [questions])
    const perGroup = scoreRun(judgements, run)
    const unanswered = questions.filter(({ id }) => !run.get(id)?.length).length
    measured.push({ name, version, scores: meanScores(perGroup.values()), unanswered, perGroup })
  }

  const subject = measured.find(({ name }) => name === subjectName)
  const rivals = measured.filter(({ name }) => name !== subjectName)
  const bestRival = rivals.reduce(
    (best, rival) => (best && best.scores.ndcg >= rival.scores.ndcg ? best : rival),
    rivals[0],
  )
  if (subject) {
    const own = [...subject.perGroup.values()].map(({ ndcg }) => ndcg)
    for (const rival of rivals) {
      const theirs = [...rival.perGroup.values()].map(({ ndcg }) => ndcg)
      rival.difference = subject.scores.ndcg - rival.scores.ndcg
      rival.interval = differenceInterval(own, theirs)
      rival.p = randomisationTest(own, theirs)
    }
  }
  const groups = measured[0]?.perGroup.size ?? 0
  return {
    collection: collection.name,
    documents: collection.documents.length,
    questions: questions.length,
    groups,
    byTopic: haveTopics(judgements.keys()),
    engines: measured.map(({ perGroup, ...result }) => result),
    skipped,
    bestRival: bestRival?.name,
    losses: subject && bestRival ? worst(collection, subject, bestRival).slice(0, losses) : [],
  }
}

/**
 * The questions (or topics) by how much Trouvaille loses on them, the worst first.
 * @param {import('../collections.mjs').Collection} collection
 * @param {{ perGroup: Map<string, Scores> }} subject
 * @param {{ perGroup: Map<string, Scores> }} rival
 * @returns {Loss[]}
 */
function worst({ questions }, subject, rival) {
  return [...subject.perGroup]
    .map(([group, { ndcg }]) => ({
      question: group,
      text: questions.find(({ id }) => id === group || id.startsWith(`${group}-`))?.text ?? '',
      subject: ndcg,
      rival: rival.perGroup.get(group)?.ndcg ?? 0,
    }))
    .sort((a, b) => a.subject - a.rival - (b.subject - b.rival))
}
