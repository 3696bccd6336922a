/** How far a difference between two engines may be off: a confidence interval by the paired bootstrap. */

import { seededRandom } from './random.mjs'

const RESAMPLES = 10_000
/** 95% of the resamples are between these. */
const BOUNDS = [0.025, 0.975]

/**
 * The interval of the mean difference in which it lies for 95% of the samples of as many questions, drawn with replacement (the percentile bootstrap of Efron
 * and Tibshirani, "An Introduction to the Bootstrap", 1993). It says how much another set of such questions might change the figure.
 * @param {readonly number[]} a one value for each question
 * @param {readonly number[]} b the same questions, in the same order
 * @returns {[least: number, most: number]} the bounds of mean(a) − mean(b)
 */
export function differenceInterval(a, b) {
  const differences = a.map((value, i) => value - b[i])
  const random = seededRandom(1)
  const means = new Float64Array(RESAMPLES)
  for (let n = 0; n < RESAMPLES; n++) {
    let sum = 0
    for (let i = 0; i < differences.length; i++) sum += differences[Math.floor(random() * differences.length)]
    means[n] = sum / differences.length
  }
  means.sort()
  const [least, most] = BOUNDS.map(share => means[Math.round(share * (RESAMPLES - 1))])
  return [least, most]
}
