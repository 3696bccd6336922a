/** The measurements as tables for the terminal and for docs/opensearch.md. */

import { FRENCH_TYPES } from './quality.mjs'

/**
 * @typedef {import('./ratio.mjs').Ratio} Ratio
 * @typedef {{
 *   name: string, documents: number, textBytes: number, questions: number, measured: string, quality?: import('./quality.mjs').Quality,
 *   writing?: import('./writing.mjs').Writing, queries?: import('./queries.mjs').QueryCosts
 * }} Step of one collection
 */

/** What is said of fewer documents is mostly the work of starting. */
export const LEAST_FOR_COSTS = 10_000

const WAYS = /** @type {const} */ (['french', 'warm', 'cold', 'exact'])

/** @param {readonly Step[]} steps @returns {string[][]} */
export function qualityRows(steps) {
  const judged = steps.flatMap(step => (step.quality === undefined ? [] : [{ ...step, quality: step.quality }]))
  /** @param {'fast' | 'exact'} name */
  const same = name =>
    judged.map(({ quality: { rankings }, questions }) => {
      const found = rankings.find(({ ranking }) => ranking === name)
      return found === undefined ? 'not measured' : `${found.sameTen} of ${questions}`
    })
  /** @param {string} type */
  const analyser = type =>
    judged.map(({ quality }) => quality.french.find(result => result.type === type)?.ndcg.toFixed(4) ?? '–')
  const queryTypes = [
    'OpenSearch’s own `french` analyser, `most_fields`, `title^2`',
    ...FRENCH_TYPES.slice(1).map(type => `the same, \`${type}\``),
  ]
  return [
    [
      'nDCG@10',
      ...judged.map(
        ({ name, documents, questions }) => `${name} (${whole(documents)} documents, ${questions} queries)`,
      ),
    ],
    ['Trouvaille, `fast`', ...judged.map(({ quality }) => quality.rankings[0].ndcg.toFixed(4))],
    ['Trouvaille in memory', ...judged.map(({ quality }) => quality.inMemory.toFixed(4))],
    ...FRENCH_TYPES.map((type, i) => [queryTypes[i], ...analyser(type)]),
    ['queries with the ten hits of memory, in order, `fast`', ...same('fast')],
    ['the same, `exact`', ...same('exact')],
  ]
}

/** @param {readonly Step[]} steps @returns {string[][]} */
export function writingRows(steps) {
  const large = largeOf(steps)
  /** @param {(writing: import('./writing.mjs').Writing) => string} cell */
  const row = cell => large.map(({ writing }) => cell(writing))
  return [
    [
      'writing, `addAll` / `_bulk` with the `french` analyser',
      ...large.map(
        ({ name, documents, textBytes }) => `${name}: ${whole(documents)} documents, ${whole(textBytes / 1e6)} MB`,
      ),
    ],
    [
      'documents per second',
      ...row(({ trouvaille, french }) => `${whole(trouvaille.docsPerSecond)} / ${whole(french.docsPerSecond)}`),
    ],
    ['time per document, compared', ...row(({ time }) => ratio(time))],
    [
      'CPU of the client per document, ms',
      ...row(({ trouvaille, french }) => `${decimal(trouvaille.clientMs, 2)} / ${decimal(french.clientMs, 2)}`),
    ],
    [
      'CPU of the node per document, ms',
      ...row(({ trouvaille, french }) => `${decimal(trouvaille.nodeMs, 2)} / ${decimal(french.nodeMs, 2)}`),
    ],
    ['the same, compared', ...row(({ node }) => ratio(node))],
    [
      'sent per document, kB',
      ...row(({ trouvaille, french }) => `${decimal(trouvaille.sent / 1000, 1)} / ${decimal(french.sent / 1000, 1)}`),
    ],
    [
      'index in one segment, MB',
      ...row(({ bytes }) => `${decimal(bytes.documents / 1e6, 1)} / ${decimal(bytes.french / 1e6, 1)}`),
    ],
    ['dictionary, MB', ...row(({ bytes }) => decimal(bytes.words / 1e6, 1))],
  ]
}

/** @param {ReturnType<typeof largeOf>[number]} step @returns {string[][]} */
export function queryRows({ name, documents, queries: { ways } }) {
  /** @param {(cost: import('./queries.mjs').WayCost) => string} cell */
  const row = cell => WAYS.map(way => cell(ways[way]))
  // That of exact ranking is much the same as that of fast.
  const traffic = (/** @type {(cost: import('./queries.mjs').WayCost) => string} */ cell) =>
    WAYS.map(way => (way === 'exact' ? '' : cell(ways[way])))
  return [
    [`per query, ${name}: ${whole(documents)} documents`, '`french`', '`fast`, warm', '`fast`, cold', '`exact`, warm'],
    ['requests', ...traffic(({ requests }) => decimal(requests, 1))],
    ['sent, kB', ...traffic(({ up }) => decimal(up / 1000, 1))],
    ['received, kB, uncompressed', ...traffic(({ down }) => decimal(down / 1000, 1))],
    ['time, median / 95th percentile, ms', ...row(({ p50, p95 }) => `${decimal(p50, 0)} / ${decimal(p95, 0)}`)],
    ['time, compared', ...row(({ time }) => (time === undefined ? '' : ratio(time)))],
    ['CPU of the node, ms', ...row(({ nodeMs }) => decimal(nodeMs, 1))],
    ['the same, compared', ...row(({ node }) => (node === undefined ? '' : ratio(node)))],
    ['CPU of the client, ms', ...row(({ clientMs }) => decimal(clientMs, 1))],
    ['queries measured', ...row(({ queries }) => String(queries))],
  ]
}

/** @param {readonly Step[]} steps */
export const largeOf = steps =>
  steps.flatMap(({ writing, queries, ...step }) => (writing && queries ? [{ ...step, writing, queries }] : []))

/** @param {Ratio} ratio */
const ratio = ({ times, least, most }) => `${decimal(times, 1)}× (${decimal(least, 1)} to ${decimal(most, 1)})`
/** @param {number} value */
const whole = value => Math.round(value).toLocaleString('en')
/** @param {number} value @param {number} digits */
const decimal = (value, digits) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
