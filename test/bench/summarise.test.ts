/** The bench's percentiles, its figures out of several rounds, and what it says of them. */
import { describe, expect, it } from 'vitest'
import type { Round } from '../../bench/speed/rounds.mjs'
import { percentile, summarise } from '../../bench/speed/summarise.mjs'
import { standing, summaryLines, summaryTable } from '../../bench/speed/summary.mjs'

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

describe('the summary', () => {
  type Figures = { query: number; build: number; bytes: number; facets?: number }
  const figures = [
    { name: 'queries', unit: 'ms', of: ({ query }: Figures) => query },
    { name: 'facets', unit: 'ms', of: ({ facets }: Figures) => facets },
    { name: 'building', unit: 's', of: ({ build }: Figures) => build },
    { name: 'size', unit: 'MB', of: ({ bytes }: Figures) => bytes },
  ]
  const own: Figures = { query: 2, facets: 1, build: 30, bytes: 8 }
  const rivals = [
    { name: 'Lucene', figures: { query: 0.45, facets: 0.05, build: 30, bytes: 16 } },
    { name: 'MiniSearch', figures: { query: 9, build: 60.5, bytes: 16 } },
  ]

  it('says of each rival who is ahead in what, and leaves out what it does not know', () => {
    expect(summaryLines(own, rivals, figures)).toEqual([
      '- Lucene is ahead in queries (4.4 times) and facets (20 times). Trouvaille is ahead in size (2.0 times). They are level in building.',
      '- Trouvaille is ahead of MiniSearch in queries (4.5 times), building (2.0 times) and size (2.0 times).',
    ])
  })

  it('has a table of the figures', () => {
    expect(summaryTable(own, rivals, figures)).toEqual([
      ['', 'Trouvaille', 'Lucene', 'MiniSearch'],
      ['queries, ms', '2.00', '0.45', '9.00'],
      ['facets, ms', '1.00', '0.05', '–'],
      ['building, s', '30.0', '30.0', '60.5'],
      ['size, MB', '8.00', '16.0', '16.0'],
    ])
  })

  it.each([
    [1.2, 'behind'],
    [1.05, 'level'],
    [0.95, 'level'],
    [0.9, 'ahead'],
  ])('takes a ratio of %d for %s', (ratio, place) => {
    expect(standing(ratio)).toBe(place)
  })
})
