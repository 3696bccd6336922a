/** The bench's percentiles. */
import { describe, expect, it } from 'vitest'
import { percentile } from '../../bench/speed/summarise.mjs'

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
