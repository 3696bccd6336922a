/** What writing costs: the documents go to both indexes in pieces, in turn, so that whatever else the machine does slows both. */

import { percentile } from '../speed/summarise.mjs'
import { bytesOf, comeToRest, cpuOf, mergeAll } from './node.mjs'
import { ratioOf } from './ratio.mjs'

/**
 * @typedef {import('./ratio.mjs').Ratio} Ratio
 * @typedef {Awaited<ReturnType<typeof import('./engines.mjs').trouvailleOn>>} Trouvaille
 * @typedef {Awaited<ReturnType<typeof import('./engines.mjs').frenchOn>>} French
 * @typedef {{ docsPerSecond: number, clientMs: number, nodeMs: number, sent: number }} Cost
 *   the median rate; CPU milliseconds and bytes per document
 * @typedef {{
 *   pieces: number, trouvaille: Cost, french: Cost, time: Ratio, client: Ratio, node: Ratio,
 *   bytes: { documents: number, words: number, french: number }
 * }} Writing
 */

const PIECES = 12

/**
 * @param {string} url
 * @param {Trouvaille} trouvaille
 * @param {French} french
 * @param {readonly import('../collections.mjs').Article[]} documents
 * @returns {Promise<Writing>}
 */
export async function measureWriting(url, trouvaille, french, documents) {
  const length = Math.ceil(documents.length / PIECES)
  const ways = [
    { engine: trouvaille, indexes: `${trouvaille.documents},${trouvaille.words}`, taken: pieceTimes() },
    { engine: french, indexes: french.documents, taken: pieceTimes() },
  ]
  let nodeCpu = await cpuOf(url)
  for (let piece = 0; piece * length < documents.length; piece++) {
    const some = documents.slice(piece * length, (piece + 1) * length)
    for (const { engine, indexes, taken } of piece % 2 === 0 ? ways : [...ways].reverse()) {
      const cpu = process.cpuUsage()
      const start = performance.now()
      await engine.write(some)
      taken.seconds.push((performance.now() - start) / 1000)
      const { user, system } = process.cpuUsage(cpu)
      taken.clientMs.push((user + system) / 1000)
      await comeToRest(url, indexes)
      const now = await cpuOf(url)
      taken.nodeMs.push(now - nodeCpu)
      nodeCpu = now
      taken.counts.push(some.length)
    }
  }
  const [own, others] = ways.map(({ taken }) => taken)
  for (const { indexes } of ways) await mergeAll(url, indexes)
  return {
    pieces: own.counts.length,
    trouvaille: costOf(own, trouvaille.traffic.up),
    french: costOf(others, french.traffic.up),
    time: ratioOf(own.seconds, others.seconds),
    client: ratioOf(own.clientMs, others.clientMs),
    node: ratioOf(own.nodeMs, others.nodeMs),
    bytes: {
      documents: await bytesOf(url, trouvaille.documents),
      words: await bytesOf(url, trouvaille.words),
      french: await bytesOf(url, french.documents),
    },
  }
}

/** @returns {{ counts: number[], seconds: number[], clientMs: number[], nodeMs: number[] }} by piece */
const pieceTimes = () => ({ counts: [], seconds: [], clientMs: [], nodeMs: [] })

/**
 * @param {ReturnType<typeof pieceTimes>} taken
 * @param {number} sent
 * @returns {Cost}
 */
function costOf({ counts, seconds, clientMs, nodeMs }, sent) {
  const sum = (/** @type {readonly number[]} */ values) => values.reduce((all, value) => all + value, 0)
  const documents = sum(counts)
  const rates = counts.map((count, i) => count / seconds[i])
  return {
    docsPerSecond: percentile(rates, 50),
    clientMs: sum(clientMs) / documents,
    nodeMs: sum(nodeMs) / documents,
    sent: sent / documents,
  }
}
