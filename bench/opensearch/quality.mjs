/** How well both rank, by the judgements of a collection, and whether a cluster gives the hits that an index in memory gives. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { meanScores, scoreRun } from '../measure.mjs'
import { distFolder } from '../snapshot.mjs'
import { idsOf, SCHEMA } from './engines.mjs'

const { SearchIndex } = await import(pathToFileURL(join(distFolder(), 'index.js')).href)

/**
 * @typedef {'fast' | 'exact'} Ranking
 * @typedef {{ inMemory: number, rankings: { ranking: Ranking, ndcg: number, sameTen: number }[], french: { type: string, ndcg: number }[] }} Quality
 *   `sameTen`: how many queries have the ten hits of an index in memory, in their order
 */

export const FRENCH_TYPES = ['most_fields', 'best_fields', 'cross_fields']

/**
 * @param {import('./writing.mjs').Trouvaille} trouvaille
 * @param {import('./writing.mjs').French} french
 * @param {import('../collections.mjs').Collection} collection
 * @param {readonly Ranking[]} rankings
 * @returns {Promise<Quality>}
 */
export async function measureQuality(trouvaille, french, { documents, questions, judgements }, rankings) {
  const ndcgOf = (/** @type {Map<string, string[]>} */ run) => meanScores(scoreRun(judgements, run).values()).ndcg
  /** @param {(query: string) => Promise<string[]>} search */
  const runOf = async search => {
    const run = new Map()
    for (const { id, text } of questions) run.set(id, await search(text))
    return run
  }
  const memory = new SearchIndex(SCHEMA)
  memory.addAll(documents)
  const expected = await runOf(async query => idsOf(memory.search(query)))
  await trouvaille.index.refresh()
  const measured = []
  for (const ranking of rankings) {
    const run = await runOf(async query => idsOf(await trouvaille.index.search(query, { ranking })))
    const sameTen = [...run].filter(([id, ids]) => ids.join('\n') === expected.get(id)?.join('\n')).length
    measured.push({ ranking, ndcg: ndcgOf(run), sameTen })
  }
  const others = []
  for (const type of FRENCH_TYPES) others.push({ type, ndcg: ndcgOf(await runOf(query => french.search(query, type))) })
  return { inMemory: ndcgOf(expected), rankings: measured, french: others }
}
