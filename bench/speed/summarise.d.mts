/** Types of summarise.mjs, for the tests, which are TypeScript. */

import type { Kind } from './kinds.mjs'
import type { Round } from './rounds.mjs'

export type KindSpeed = {
  /** CPU milliseconds, over the queries. */
  p50: number
  p90: number
  p99: number
  wallP50: number
  wallP99: number
  /** CPU milliseconds of the whole process for a query, over all passes. */
  mean: number
  /** Of p50 over the rounds: half of what is between the least and the greatest, as a part of the median. */
  spread: number
  /** Of the ten that are asked for, on average. */
  hits: number
}
export type Speed = {
  buildSeconds: number
  buildCpuSeconds: number
  buildPeakBytes: number
  bytes: number
  gzipBytes: number
  segments: number
  loadMs: number
  startMs: number
  startCpuMs: number
  heapBytes: number
  peakBytes: number
  kinds: Partial<Record<Kind, KindSpeed>>
}
export function summarise(rounds: readonly Round[]): Speed
export function percentile(values: readonly number[], percent: number): number
