/** The bench's percentiles, its figures out of several rounds, and what it says of them. */
import { describe, expect, it } from 'vitest'
import type { Round } from '../../bench/speed/rounds.mjs'
import { percentile, summarise } from '../../bench/speed/summarise.mjs'
import { comparison } from '../../bench/speed/summary.mjs'

describe('percentile', () => {
  it('is the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(percentile(hundred, 50)).toBe(50)
    expect(percentile(hundred, 99)).toBe(99)
    expect(percentile(hundred, 100)).toBe(100)
  })

  it('is the middle of an odd number of values, in any order and by size, not as text', () => {
    expect(percentile([10, 9, 100], 50)).toBe(10)
    expect(percentile([7], 99)).toBe(7)
  })
})

describe('summarise', () => {
  const roundOf = (cpuMs: number[], buildCpuSeconds: number): Round => ({
    buildSeconds: 2 * buildCpuSeconds,
    buildCpuSeconds,
    buildPeakBytes: 1e8,
    bytes: 1e6,
    gzipBytes: 5e5,
    loadMs: [3, 1, 2],
    startMs: 100,
    startCpuMs: 90,
    peakBytes: 1e8,
    kinds: { long: { cpuMs, wallMs: cpuMs.map(ms => 2 * ms), meanCpuMs: 4, hits: 10 } },
  })
  const speed = summarise([roundOf([1, 2, 30], 5), roundOf([3, 4, 50], 7), roundOf([2, 3, 40], 9)])

  it('takes percentiles over the queries, then medians over the rounds', () => {
    expect(speed.kinds.long).toMatchObject({ p50: 3, p99: 40, wallP50: 6, wallP99: 80, mean: 4, hits: 10 })
    expect(speed).toMatchObject({ buildCpuSeconds: 7, buildSeconds: 14, loadMs: 2, segments: 1 })
  })

  it('tells how far the rounds lie apart', () => {
    expect(speed.kinds.long?.spread).toBeCloseTo((4 - 2) / 2 / 3)
  })

  it('has no figure for what an engine was not asked, or does not tell', () => {
    expect(speed.kinds.suggest).toBeUndefined()
    expect(speed.heapBytes).toBeNaN()
  })
})

describe('comparison', () => {
  it.each([
    [4.44, 'Lucene is ahead by 4.4 times'],
    [12.3, 'Lucene is ahead by 12 times'],
    [0.25, 'it is ahead of Lucene by 4.0 times'],
    [1.05, 'it is level with Lucene'],
    [0.95, 'it is level with Lucene'],
  ])('says of a ratio of %d who is ahead', (ratio, sentence) => {
    expect(comparison(ratio, 'Lucene')).toBe(sentence)
  })
})
