/** One set of figures out of several rounds: medians, and percentiles of the questions. */

/**
 * @typedef {{
 *   buildSeconds: number, bytes: number, gzipBytes: number, loadMs: number, firstMs: number,
 *   p50Ms: number, spread: number, p99Ms: number, prefixMs: number, typoMs: number, phraseMs: number, suggestMs: number, heapBytes: number
 * }} Speed
 */

/**
 * @param {readonly import('./time.mjs').Timings[]} rounds
 * @returns {Speed}
 */
export function summarise(rounds) {
  const medianOf = (/** @type {(round: import('./time.mjs').Timings) => number} */ of) => percentile(rounds.map(of), 50)
  return {
    buildSeconds: medianOf(({ buildSeconds, saveSeconds }) => buildSeconds + saveSeconds),
    bytes: medianOf(({ bytes }) => bytes),
    gzipBytes: medianOf(({ gzipBytes }) => gzipBytes),
    loadMs: medianOf(({ loadMs }) => percentile(loadMs, 50)),
    firstMs: medianOf(({ firstMs }) => firstMs),
    p50Ms: medianOf(({ questionMs }) => percentile(questionMs, 50)),
    spread: spreadOf(rounds.map(({ questionMs }) => percentile(questionMs, 50))),
    p99Ms: medianOf(({ questionMs }) => percentile(questionMs, 99)),
    prefixMs: medianOf(({ kindMs }) => medianOfKind(kindMs?.prefix)),
    typoMs: medianOf(({ kindMs }) => medianOfKind(kindMs?.typo)),
    phraseMs: medianOf(({ kindMs }) => medianOfKind(kindMs?.phrase)),
    suggestMs: medianOf(({ kindMs }) => medianOfKind(kindMs?.suggest)),
    heapBytes: medianOf(({ heapBytes }) => heapBytes),
  }
}

/** How far the values lie from their median, as a part of it: half of what is between the least and the greatest. @param {readonly number[]} values */
const spreadOf = values => (Math.max(...values) - Math.min(...values)) / 2 / percentile(values, 50)

/** NaN where the engine was not asked. @param {readonly number[] | undefined} times */
const medianOfKind = times => (times === undefined ? Number.NaN : percentile(times, 50))

/**
 * The nearest-rank percentile.
 * @param {readonly number[]} values
 * @param {number} percent over 0, to 100
 * @returns {number}
 */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]
}
