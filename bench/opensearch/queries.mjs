/** What a query costs, in four ways: OpenSearch's French, and Trouvaille's `'fast'` with counts at hand and without, and `'exact'`. The ways take turns, ten queries each. */

import { percentile } from '../speed/summarise.mjs'
import { idsOf } from './engines.mjs'
import { ask, cpuOf, idleCpuOf } from './node.mjs'
import { ratioOf } from './ratio.mjs'

/**
 * @typedef {import('./ratio.mjs').Ratio} Ratio
 * @typedef {'french' | 'warm' | 'cold' | 'exact'} Way
 * @typedef {{
 *   queries: number, p50: number, p95: number, clientMs: number, nodeMs: number, requests: number, up: number, down: number,
 *   time?: Ratio, node?: Ratio
 * }} WayCost means of CPU milliseconds and of the traffic; `time`, `node`: compared with French
 * @typedef {{ ways: Record<Way, WayCost>, sameTen: { of: number, same: number } }} QueryCosts
 *   `sameTen`: how many have the same ten hits in the same order, `'fast'` and `'exact'`
 */

const BLOCK = 10
/** All matching documents are scored, which takes seconds if there are many. */
const MOST_EXACT = 10
const FRENCH_TYPE = 'most_fields'

/**
 * @param {string} url
 * @param {import('./writing.mjs').Trouvaille} trouvaille
 * @param {import('./writing.mjs').French} french
 * @param {readonly string[]} questions
 * @returns {Promise<QueryCosts>}
 */
export async function measureQueries(url, trouvaille, french, questions) {
  // A count that the node has in its cache would not be cold.
  const all = [trouvaille.documents, trouvaille.words, french.documents].join()
  await ask(url, `/${all}/_settings`, { 'index.requests.cache.enable': false }, 'PUT')
  const cold = await trouvaille.another()
  /** @type {Record<Way, { before?: () => Promise<void>, run: (query: string) => Promise<string[]>, traffic: import('./engines.mjs').Traffic, most: number }>} */
  const ways = {
    french: { run: query => french.search(query, FRENCH_TYPE), traffic: french.traffic, most: questions.length },
    warm: {
      run: async query => idsOf(await trouvaille.index.search(query)),
      traffic: trouvaille.traffic,
      most: questions.length,
    },
    cold: {
      // Its counts are forgotten.
      before: () => cold.refresh(),
      run: async query => idsOf(await cold.search(query)),
      traffic: trouvaille.traffic,
      most: questions.length,
    },
    exact: {
      run: async query => idsOf(await trouvaille.index.search(query, { ranking: 'exact' })),
      traffic: trouvaille.traffic,
      most: MOST_EXACT,
    },
  }
  const names = /** @type {Way[]} */ (Object.keys(ways))
  for (const question of questions)
    for (const way of ['french', 'warm']) await ways[/** @type {Way} */ (way)].run(question)
  const idle = await idleCpuOf(url)
  /** @type {Record<Way, ReturnType<typeof taken>>} */
  const costs = { french: taken(), warm: taken(), cold: taken(), exact: taken() }
  let nodeCpu = await cpuOf(url)
  for (let from = 0; from < questions.length; from += BLOCK) {
    const block = questions.slice(from, from + BLOCK)
    const turn = (from / BLOCK) % names.length
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const { before, run, traffic, most } = ways[name]
      if (from >= most) continue
      const cost = costs[name]
      for (const question of block) {
        await before?.()
        Object.assign(traffic, { requests: 0, up: 0, down: 0 })
        const cpu = process.cpuUsage()
        const start = performance.now()
        cost.hits.push(await run(question))
        cost.times.push(performance.now() - start)
        const { user, system } = process.cpuUsage(cpu)
        cost.clientMs += (user + system) / 1000
        for (const part of /** @type {const} */ (['requests', 'up', 'down'])) cost[part] += traffic[part]
      }
      const now = await cpuOf(url)
      cost.blocks.push(Math.max(1, now - nodeCpu - idle) / block.length)
      nodeCpu = now
    }
  }
  const { exact, warm } = costs
  const same = exact.hits.filter((ids, i) => ids.join('\n') === warm.hits[i].join('\n')).length
  return {
    ways: {
      french: costOf(costs.french),
      warm: costOf(warm, costs.french),
      cold: costOf(costs.cold, costs.french),
      exact: costOf(exact, costs.french),
    },
    sameTen: { of: exact.hits.length, same },
  }
}

/** @returns {{ times: number[], blocks: number[], hits: string[][], clientMs: number, requests: number, up: number, down: number }} `blocks`: CPU of the node per query */
const taken = () => ({ times: [], blocks: [], hits: [], clientMs: 0, requests: 0, up: 0, down: 0 })

/**
 * @param {ReturnType<typeof taken>} own
 * @param {ReturnType<typeof taken>} [french]
 * @returns {WayCost}
 */
function costOf({ times, blocks, clientMs, requests, up, down }, french) {
  const count = times.length
  return {
    queries: count,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    clientMs: clientMs / count,
    nodeMs: blocks.reduce((sum, value) => sum + value, 0) / blocks.length,
    requests: requests / count,
    up: up / count,
    down: down / count,
    ...(french && {
      time: ratioOf(times, french.times.slice(0, count)),
      // One block says nothing of how it varies.
      ...(blocks.length > 1 && { node: ratioOf(blocks, french.blocks.slice(0, blocks.length)) }),
    }),
  }
}
