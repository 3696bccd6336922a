/** Writes bits, starting at the low end of each byte. */
import type { ByteWriter } from './byte-writer.ts'

export class BitWriter {
  private readonly bytes: ByteWriter
  private pending = 0
  private count = 0

  constructor(bytes: ByteWriter) {
    this.bytes = bytes
  }

  /** Writes the low `width` bits of `value`; `width` is at most 24. */
  bits(value: number, width: number): void {
    this.pending |= (value & ((1 << width) - 1)) << this.count
    this.count += width
    while (this.count >= 8) {
      this.bytes.byte(this.pending & 0xff)
      this.pending >>>= 8
      this.count -= 8
    }
  }

  /** Writes `value`, below 2^32, in 32 bits. */
  word(value: number): void {
    this.bits(value & 0xffff, 16)
    this.bits(value >>> 16, 16)
  }

  /**
   * Writes one of `range` values in the fewest bits: values in the middle take one bit less than the others ("centred minimal binary", A. Moffat, L. Stuiver,
   * 2000: the middle one of a set is usually near the middle).
   */
  oneOf(value: number, range: number): void {
    const width = 31 - Math.clz32(range)
    const short = ((2 << width) >>> 0) - range
    const beyond = value - ((range - short) >> 1)
    const rank = beyond < 0 ? beyond + range : beyond
    if (rank < short) this.wide(rank, width)
    else {
      const code = rank + short
      this.wide(Math.floor(code / 2), width)
      this.bits(code & 1, 1)
    }
  }

  /** Writes the low `width` bits of `value`; `width` is at most 53. */
  wide(value: number, width: number): void {
    for (; width > 16; width -= 16) {
      this.bits(value & 0xffff, 16)
      value = Math.floor(value / 65536)
    }
    this.bits(value, width)
  }

  /** Fills the last byte with zeros. */
  end(): void {
    if (this.count > 0) this.bytes.byte(this.pending & 0xff)
    this.pending = 0
    this.count = 0
  }
}

/** The number of bits for any integer from 0 to `most`, which is below 2^53. */
export function bitWidth(most: number): number {
  return most < 2 ** 32 ? 32 - Math.clz32(most) : 32 + bitWidth(Math.floor(most / 2 ** 32))
}
