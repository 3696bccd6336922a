/**
 * Numbers in Rice codes (R. Rice, 1979), their parts apart: all low bits first, then all quotients. Each quotient is written as that many zeros and a one;
 * twelve zeros stand for a value that follows in 32 bits.
 */
import type { BitWriter } from './bit-writer.ts'

const ESCAPE = 12

/** Writes the quotient of a value, which says where its low bits end. */
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

/** Values with the number of low bits that makes the whole smallest. */
export function riceOf(values: Uint32Array, most: number): RiceValues {
  let best = 0
  let bestCost = Number.POSITIVE_INFINITY
  // Each value takes its low bits and one bit more, at least.
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
 * Reads `length` values of which the low `width` bits (24 at most) start at bit `low` and the quotients at bit `high`. Returns the bit at which the
 * quotients end, -1 where that is beyond `limit` or a number is not below 2^31.
 *
 * Each value, plus 1 and `before`, is put in `out` from place `at` on. With `kept` -1 the number that was put there is `before` for the next value, so
 * that gaps become documents; with 0, 0 is.
 *
 * A value costs two unaligned loads. Bit addresses stay below 2^53, but only numbers below 2^31 are fast, so the loop counts bits from a byte.
 */
export function readRice(
  view: DataView,
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
  const base = Math.floor(low / 8)
  const most = limit - base * 8
  const mask = (1 << width) - 1
  let lowBit = low - base * 8
  let bit = high - base * 8
  let previous = before
  let sign = 0
  for (let i = at; i < at + length; i++) {
    if (bit >= most) return -1
    let value = (view.getInt32(base + (lowBit >> 3), true) >> (lowBit & 7)) & mask
    lowBit += width
    const window = view.getInt32(base + (bit >> 3), true) >> (bit & 7)
    const zeros = 31 - Math.clz32(window & -window)
    if (zeros >= 0 && zeros < ESCAPE) {
      value |= zeros << width
      bit += zeros + 1
    } else {
      bit += ESCAPE
      if (bit + 32 > most) return -1
      const first = view.getInt32(base + (bit >> 3), true) >>> (bit & 7)
      const second = view.getInt32(base + ((bit + 16) >> 3), true) >>> ((bit + 16) & 7)
      value = (first & 0xffff) | (second << 16)
      bit += 32
      if (value < 0) return -1
    }
    value = (value + previous + 1) | 0
    sign |= value
    out[i] = value
    previous = value & kept
  }
  return bit > most || sign < 0 ? -1 : base * 8 + bit
}
