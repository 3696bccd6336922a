/** Reads what a `BitWriter` wrote. */
import { CorruptIndexError } from '../errors.ts'

export class BitReader {
  private bytes: Uint8Array = new Uint8Array(0)
  private at = 0
  private end = 0
  private pending = 0
  private count = 0
  private readonly section: string

  constructor(section: string) {
    this.section = section
  }

  open(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes
    this.at = start
    this.end = end
    this.pending = 0
    this.count = 0
  }

  /** The next `width` bits, at most 24. */
  bits(width: number): number {
    while (this.count < width) {
      if (this.at >= this.end) throw this.corrupt()
      this.pending |= this.bytes[this.at++] << this.count
      this.count += 8
    }
    const value = this.pending & ((1 << width) - 1)
    this.pending >>>= width
    this.count -= width
    return value
  }

  /** The next `width` bits, at most 53. */
  wide(width: number): number {
    let value = 0
    let scale = 1
    for (; width > 16; width -= 16) {
      value += this.bits(16) * scale
      scale *= 65536
    }
    return value + this.bits(width) * scale
  }

  oneOf(range: number): number {
    const width = 31 - Math.clz32(range)
    const short = ((2 << width) >>> 0) - range
    const first = this.wide(width)
    const rank = first < short ? first : first * 2 + this.bits(1) - short
    const value = rank + ((range - short) >> 1)
    return value < range ? value : value - range
  }

  corrupt(): CorruptIndexError {
    return new CorruptIndexError(this.section, this.at)
  }
}
