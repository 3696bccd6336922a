/** A growing byte buffer with the format's encodings of numbers and strings. */
import { utf8Encoder } from '../text/utf8.ts'

export class ByteWriter {
  private buffer: Uint8Array
  length = 0

  constructor(capacity = 1024) {
    this.buffer = new Uint8Array(capacity)
  }

  byte(value: number): void {
    if (this.length === this.buffer.length) this.reserve(1)
    this.buffer[this.length++] = value
  }

  /** Writes an unsigned integer below 2^53, seven bits per byte, low bits first (LEB128). */
  varint(value: number): void {
    if (this.length + 8 > this.buffer.length) this.reserve(8)
    while (value >= 0x80) {
      // Not `value & 0x7f`, because bit operators use only 32 bits.
      this.buffer[this.length++] = (value % 128) | 0x80
      value = Math.floor(value / 128)
    }
    this.buffer[this.length++] = value
  }

  bytes(source: Uint8Array): void {
    this.reserve(source.length)
    this.buffer.set(source, this.length)
    this.length += source.length
  }

  /** Writes the UTF-8 bytes of a string after their number. */
  string(text: string): void {
    const bytes = utf8Encoder.encode(text)
    this.varint(bytes.length)
    this.bytes(bytes)
  }

  uint32(value: number): void {
    this.reserve(4)
    for (let shift = 0; shift < 32; shift += 8) this.buffer[this.length++] = value >>> shift
  }

  /** Writes an unsigned integer in `width` bytes, low byte first. */
  fixed(value: number, width: number): void {
    for (; width > 0; width--) {
      this.byte(value % 256)
      value = Math.floor(value / 256)
    }
  }

  /** Writes an unsigned integer below 2^53 in eight bytes. */
  uint64(value: number): void {
    this.uint32(value % 2 ** 32)
    this.uint32(Math.floor(value / 2 ** 32))
  }

  /** Writes zeros up to the next multiple of `boundary`. */
  align(boundary: number): void {
    while (this.length % boundary !== 0) this.byte(0)
  }

  clear(): void {
    this.length = 0
  }

  /** The bytes written, as a view that the next write may overwrite. */
  view(): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  /** The bytes written, as a copy. */
  toBytes(): Uint8Array {
    return this.buffer.slice(0, this.length)
  }

  private reserve(count: number): void {
    const needed = this.length + count
    if (needed <= this.buffer.length) return
    const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2))
    grown.set(this.buffer.subarray(0, this.length))
    this.buffer = grown
  }
}
