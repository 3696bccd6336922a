/** Two measurements compared: how many times the one is as large as the other. */

import { differenceInterval } from '../interval.mjs'

/** @typedef {{ times: number, least: number, most: number }} Ratio the geometric mean, and its 95% interval */

/**
 * @param {readonly number[]} values
 * @param {readonly number[]} others of the same things, in the same order
 * @returns {Ratio}
 */
export function ratioOf(values, others) {
  const [logs, otherLogs] = [values, others].map(all => all.map(Math.log))
  const mean = logs.reduce((sum, log, i) => sum + log - otherLogs[i], 0) / logs.length
  const [least, most] = differenceInterval(logs, otherLogs)
  return { times: Math.exp(mean), least: Math.exp(least), most: Math.exp(most) }
}
