/** Types of summarise.mjs, for the tests, which are TypeScript. */

import type { Timings } from './time.mjs'

export type Speed = {
  buildSeconds: number
  bytes: number
  gzipBytes: number
  loadMs: number
  firstMs: number
  p50Ms: number
  /** Of p50 over the rounds: half of what is between the least and the greatest, as a part of the median. */
  spread: number
  p99Ms: number
  prefixMs: number
  typoMs: number
  phraseMs: number
  suggestMs: number
  heapBytes: number
}
export function summarise(rounds: readonly Timings[]): Speed
export function percentile(values: readonly number[], percent: number): number
