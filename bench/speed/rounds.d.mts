/** Types of rounds.mjs, for the tests, which are TypeScript. */

import type { Kind } from './kinds.mjs'
import type { Times } from './time.mjs'

export type Build = {
  buildSeconds: number
  buildCpuSeconds: number
  buildPeakBytes: number
  bytes: number
  gzipBytes: number
  segments?: number
}
export type Round = Build & {
  loadMs: number[]
  startMs: number
  startCpuMs: number
  heapBytes?: number
  peakBytes: number
  kinds: Partial<Record<Kind, Times>>
}
