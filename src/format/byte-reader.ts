/** Reads numbers and strings from a range of bytes, and never beyond its end. */
import { CorruptIndexError } from '../errors.ts'
import { utf8Decoder } from '../text/utf8.ts'

export class ByteReader {
  readonly bytes: Uint8Array
  position: number
  readonly end: number
  private readonly section: string

  /** Reads `bytes` from `start` to `end` (exclusive). The caller has checked the range. */
  constructor(bytes: Uint8Array, start: number, end: number, section: string) {
    this.bytes = bytes
    this.position = start
    this.end = end
    this.section = section
  }

  get done(): boolean {
    return this.position >= this.end
  }

  byte(): number {
    if (this.position >= this.end) throw this.corrupt()
    return this.bytes[this.position++]
  }

  varint(): number {
    let value = 0
    let scale = 1
    // Eight bytes have 56 bits, more than a number can represent exactly.
    for (let count = 0; count < 8; count++) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) break
        return value
      }
      scale *= 128
    }
    throw this.corrupt()
  }

  /** A varint that must not exceed `limit`. */
  count(limit: number): number {
    const value = this.varint()
    if (value > limit) throw this.corrupt()
    return value
  }

  /** The next `length` bytes, as a view. */
  take(length: number): Uint8Array {
    if (length > this.end - this.position) throw this.corrupt()
    const view = this.bytes.subarray(this.position, this.position + length)
    this.position += length
    return view
  }

  skip(length: number): void {
    if (length > this.end - this.position) throw this.corrupt()
    this.position += length
  }

  string(): string {
    return decodeUtf8(this.take(this.varint()), () => this.corrupt())
  }

  uint32(): number {
    const at = this.position
    this.skip(4)
    return readUint32(this.bytes, at)
  }

  uint64(): number {
    const low = this.uint32()
    const value = low + this.uint32() * 2 ** 32
    if (value > Number.MAX_SAFE_INTEGER) throw this.corrupt()
    return value
  }

  corrupt(problem?: string): CorruptIndexError {
    return new CorruptIndexError(this.section, this.position, problem)
  }
}

/** Four bytes at `offset`, low byte first. */
export function readUint32(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] | (bytes[offset + 1] << 8) | (bytes[offset + 2] << 16) | (bytes[offset + 3] << 24)) >>> 0
}

/** `width` bytes (at most seven) at `offset`, low byte first. */
export function readFixed(bytes: Uint8Array, offset: number, width: number): number {
  let value = 0
  for (let i = width - 1; i >= 0; i--) value = value * 256 + bytes[offset + i]
  return value
}

/** Converts UTF-8 to a string. Words are short and mostly ASCII, for which `TextDecoder` has too much overhead. */
export function decodeUtf8(bytes: Uint8Array, corrupt: () => Error): string {
  if (bytes.length < 32) {
    let text = ''
    for (let i = 0; ; i++) {
      if (i === bytes.length) return text
      if (bytes[i] >= 0x80) break
      text += String.fromCharCode(bytes[i])
    }
  }
  try {
    return utf8Decoder.decode(bytes)
  } catch {
    throw corrupt()
  }
}
