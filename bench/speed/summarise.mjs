/** One set of figures out of several rounds: percentiles over the queries, then medians over the rounds. */

/**
 * @typedef {import('./rounds.mjs').Round} Round
 * @typedef {import('./kinds.mjs').Kind} Kind
 * @typedef {{ p50: number, p90: number, p99: number, wallP50: number, wallP99: number, mean: number, spread: number, hits: number }} KindSpeed
 * @typedef {{
 *   buildSeconds: number, buildCpuSeconds: number, buildPeakBytes: number, bytes: number, gzipBytes: number, segments: number,
 *   loadMs: number, startMs: number, startCpuMs: number, heapBytes: number, peakBytes: number, kinds: Partial<Record<Kind, KindSpeed>>
 * }} Speed
 */

/**
 * @param {readonly Round[]} rounds
 * @returns {Speed}
 */
export function summarise(rounds) {
  const medianOf = (/** @type {(round: Round) => number | undefined} */ of) =>
    percentile(
      rounds.map(round => of(round) ?? Number.NaN),
      50,
    )
  const kinds = /** @type {Kind[]} */ (Object.keys(rounds[0].kinds))
  return {
    buildSeconds: medianOf(({ buildSeconds }) => buildSeconds),
    buildCpuSeconds: medianOf(({ buildCpuSeconds }) => buildCpuSeconds),
    buildPeakBytes: medianOf(({ buildPeakBytes }) => buildPeakBytes),
    bytes: medianOf(({ bytes }) => bytes),
    gzipBytes: medianOf(({ gzipBytes }) => gzipBytes),
    segments: medianOf(({ segments }) => segments ?? 1),
    loadMs: medianOf(({ loadMs }) => percentile(loadMs, 50)),
    startMs: medianOf(({ startMs }) => startMs),
    startCpuMs: medianOf(({ startCpuMs }) => startCpuMs),
    heapBytes: medianOf(({ heapBytes }) => heapBytes),
    peakBytes: medianOf(({ peakBytes }) => peakBytes),
    kinds: Object.fromEntries(kinds.map(kind => [kind, kindSpeed(rounds.flatMap(round => round.kinds[kind] ?? []))])),
  }
}

/** @param {readonly import('./time.mjs').Times[]} rounds @returns {KindSpeed} */
function kindSpeed(rounds) {
  const over = (/** @type {'cpuMs' | 'wallMs'} */ clock, /** @type {number} */ percent) =>
    rounds.map(round => percentile(round[clock], percent))
  const median = (/** @type {readonly number[]} */ values) => percentile(values, 50)
  return {
    p50: median(over('cpuMs', 50)),
    p90: median(over('cpuMs', 90)),
    p99: median(over('cpuMs', 99)),
    wallP50: median(over('wallMs', 50)),
    wallP99: median(over('wallMs', 99)),
    mean: median(rounds.map(({ meanCpuMs }) => meanCpuMs)),
    spread: spreadOf(over('cpuMs', 50)),
    hits: median(rounds.map(({ hits }) => hits)),
  }
}

/** How far the values lie from their median, as a part of it: half of what is between the least and the greatest. @param {readonly number[]} values */
const spreadOf = values => (Math.max(...values) - Math.min(...values)) / 2 / percentile(values, 50)

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
