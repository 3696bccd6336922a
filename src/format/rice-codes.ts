/**
 * Numbers in split Rice codes (R. Rice, 1979): first all low bits, then all quotients. Each quotient is written as that many zeros and a one; twelve zeros mean
 * that the value follows in 32 bits.
 */
import type { BitWriter } from './bit-writer.ts'

const ESCAPE = 12

/** Writes the quotient of a value, without its `lowBits` low bits. */
export function writeQuotient(bits: BitWriter, value: number, lowBits: number): void {
  const quotient = value >>> lowBits
  if (quotient < ESCAPE) bits.bits(1 << quotient, quotient + 1)
  else {
    bits.bits(0, ESCAPE)
    bits.word(value)
  }
}

export interface RiceValues {
  values: Uint32Array
  lowBits: number
  /** In bits. */
  cost: number
}

/** Values with the number of low bits that minimises the total size. */
export function riceOf(values: Uint32Array, most: number): RiceValues {
  let best = 0
  let bestCost = Number.POSITIVE_INFINITY
  // Each value takes at least its low bits and one more bit.
  for (let lowBits = 0; lowBits <= most && values.length * (lowBits + 1) < bestCost; lowBits++) {
    let cost = values.length * lowBits
    for (let i = 0; i < values.length; i++) {
      const quotient = values[i] >>> lowBits
      cost += quotient < ESCAPE ? quotient + 1 : ESCAPE + 32
    }
    if (cost >= bestCost) continue
    best = lowBits
    bestCost = cost
  }
  return { values, lowBits: best, cost: bestCost }
}

/**
 * The bitwise OR of the values read last, which tells a caller without another loop that none is above a limit. `readUnary` includes only values that needed an
 * escape.
 */
export const lastRead = { bits: 0 }

/**
 * Reads `length` values whose low `width` bits (at most 24) start at bit `low` and whose quotients start at bit `high`, both relative to the byte `base`.
 * Returns the bit at which the quotients end, or -1 if that is beyond `limit` or a number is not below 2^31.
 *
 * Each value, plus 1 and `before`, is written to `out` from index `at` on. With `kept` -1, the number written is `before` for the next value, so that gaps
 * become documents; with 0, `before` is 0.
 *
 * A value costs two unaligned loads. Hot loops use local constants, because constants of a module are read again in each iteration, and `| 0`, because sums are
 * otherwise checked for overflow.
 */
export function readRice(
  view: DataView,
  base: number,
  low: number,
  width: number,
  high: number,
  limit: number,
  out: Uint32Array,
  at: number,
  length: number,
  before: number,
  kept: number,
): number {
  const escapeZeros = ESCAPE
  const mask = (1 << width) - 1
  const end = at + length
  let lowBit = low
  let bit = high
  let previous = before
  let sign = 0
  for (let i = at; i < end; i++) {
    if (bit >= limit) return -1
    let value = (view.getInt32((base + (lowBit >> 3)) | 0, true) >> (lowBit & 7)) & mask
    lowBit = (lowBit + width) | 0
    const window = view.getInt32((base + (bit >> 3)) | 0, true) >> (bit & 7)
    const zeros = 31 - Math.clz32(window & -window)
    if (zeros >= 0 && zeros < escapeZeros) {
      value |= zeros << width
      bit = (bit + zeros + 1) | 0
    } else {
      bit = (bit + escapeZeros) | 0
      if (bit + 32 > limit) return -1
      value = readWord(view, base, bit)
      if (value < 0) return -1
      bit = (bit + 32) | 0
    }
    value = (value + previous + 1) | 0
    sign |= value
    out[i] = value
    previous = value & kept
  }
  lastRead.bits = sign
  return bit > limit || sign < 0 ? -1 : bit
}

/**
 * The same for values without low bits, with `before` and `kept` 0. Most such values are 0, so it takes a step for each zero bit instead of one for each value:
 * bit `b`, preceded by `k` zeros, belongs to value `b - k`.
 */
export function readUnary(
  view: DataView,
  base: number,
  high: number,
  limit: number,
  out: Uint32Array,
  at: number,
  length: number,
): number {
  const escapeZeros = ESCAPE
  const end = at + length
  lastRead.bits = 0
  out.fill(1, at, end)
  /** The index of the value that a bit belongs to, minus that bit. */
  let offset = at - high
  /** The current word, and which of its bits are zeros that were not counted yet. */
  let word = high & -8
  let zeros = ~view.getInt32((base + (word >> 3)) | 0, true) & (-1 << (high & 7))
  for (;;) {
    if (zeros === 0) {
      word = (word + 32) | 0
      if (word + offset >= end) break
      if (word >= limit) return -1
      zeros = ~view.getInt32((base + (word >> 3)) | 0, true)
      continue
    }
    const lowest = zeros & -zeros
    const bit = (word + 31 - Math.clz32(lowest)) | 0
    const place = (bit + offset) | 0
    if (place >= end) break
    zeros ^= lowest
    offset = (offset - 1) | 0
    if (++out[place] <= escapeZeros) continue
    const after = bit + 1 + 32
    if (after > limit) return -1
    const value = readWord(view, base, bit + 1)
    if (value < 0) return -1
    out[place] = value + 1
    lastRead.bits |= value + 1
    offset = place + 1 - after
    word = after & -8
    zeros = ~view.getInt32(base + (word >> 3), true) & (-1 << (after & 7))
  }
  return end - offset > limit ? -1 : end - offset
}

/** The 32 bits from `bit` on, relative to the byte `base`. */
function readWord(view: DataView, base: number, bit: number): number {
  const first = view.getInt32(base + (bit >> 3), true) >>> (bit & 7)
  const second = view.getInt32(base + ((bit + 16) >> 3), true) >>> ((bit + 16) & 7)
  return (first & 0xffff) | (second << 16)
}
