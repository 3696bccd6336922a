/** Scores every engine on the questions as they are and in each variant. */

import { meanScores, scoreRun } from '../measure.mjs'
import { available } from '../peers/index.mjs'
import { runsOf } from '../runs.mjs'
import { VARIANTS, varied } from './variants.mjs'

/**
 * @typedef {{ name: string, version: string, asWritten: number, variants: { name: string, ndcg: number }[] }} EngineRobustness
 * @typedef {{ collection: string, changed: { name: string, questions: number }[], engines: EngineRobustness[],
 *   skipped: { name: string, reason: string }[] }} RobustnessResult `changed`: how many questions a variant changes at all
 */

/** The engines that answer six times as many queries in some minutes. */
export const USUAL_PEERS = 'trouvaille,minisearch-fr,lunr-fr,lucene-french,lucene-french-fields,tantivy-french'

/**
 * @param {import('../collections.mjs').Collection} collection
 * @param {readonly string[]} peerNames
 * @returns {Promise<RobustnessResult>}
 */
export async function compare(collection, peerNames) {
  const { questions, judgements } = collection
  const sets = [questions, ...VARIANTS.map(variant => varied(questions, variant))]
  const { present, skipped } = await available(peerNames)
  /** @type {RobustnessResult} */
  const result = {
    collection: collection.name,
    changed: VARIANTS.map(({ name }, v) => ({
      name,
      questions: questions.filter(({ text }, i) => sets[v + 1][i].text !== text).length,
    })),
    engines: [],
    skipped,
  }
  for (const { name, version } of present) {
    const runs = await runsOf(name, collection, sets)
    const [asWritten, ...rest] = runs.map(run => meanScores(scoreRun(judgements, run).values()).ndcg)
    const variants = rest.map((ndcg, v) => ({ name: VARIANTS[v].name, ndcg }))
    result.engines.push({ name, version, asWritten, variants })
  }
  return result
}
