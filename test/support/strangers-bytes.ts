/** What the stranger's reader reads bytes and bits with: from docs/format.md alone, as itself. */

export function refuse(problem: string): never {
  throw new Error(`refused: ${problem}`)
}

export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

export const number = (bytes: Uint8Array) => bytes.reduceRight((value, byte) => value * 256 + byte, 0)
export const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
export const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
export const unescaped = (told: string) =>
  told.replace(/\u0010(\u0010|[0-9a-f]{4})/g, (_, code) =>
    code === '\u0010' ? code : String.fromCharCode(Number.parseInt(code, 16)),
  )

export const escaped = (told: string) =>
  told.replace(/\u0010|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, found => {
    if (found.length === 2) return found
    return found === '\u0010' ? found + found : `\u0010${found.charCodeAt(0).toString(16)}`
  })

/** Bytes one after the other. */
export class Reader {
  at = 0
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get ended(): boolean {
    return this.at >= this.bytes.length
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) refuse('it ends too early')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  fixed(length: number): number {
    return number(this.take(length))
  }

  varint(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.fixed(1)
      value += (byte % 128) * scale
      if (byte < 128) return value
    }
  }

  frontCoded(previous: Uint8Array): Uint8Array {
    const lengths = this.fixed(1)
    const shared = lengths % 16 === 15 ? 15 + this.varint() : lengths % 16
    const rest = lengths >= 240 ? 15 + this.varint() : lengths >> 4
    if (shared > previous.length) refuse('a string shares more than there is')
    return Buffer.concat([previous.subarray(0, shared), this.take(rest)])
  }

  float(): number {
    const bytes = this.take(8)
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true)
  }
}

/** Bits one after the other, the low end of each byte first. */
export class Bits {
  at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  bit(): number {
    if (this.at >= this.bytes.length * 8) refuse('bits end too early')
    const bit = (this.bytes[this.at >> 3] >> (this.at & 7)) & 1
    this.at++
    return bit
  }

  number(width: number): number {
    let value = 0
    for (let i = 0; i < width; i++) value += this.bit() * 2 ** i
    return value
  }

  centred(range: number): number {
    const width = Math.floor(Math.log2(range))
    const short = 2 ** (width + 1) - range
    let rank = this.number(width)
    if (rank >= short) rank = rank * 2 + this.bit() - short
    return (rank + Math.floor((range - short) / 2)) % range
  }

  /** Split Rice codes: low bits first, the quotients later. */
  lows(count: number, width: number): number[] {
    return Array.from({ length: count }, () => this.number(width))
  }

  addQuotients(lows: number[], width: number): number[] {
    return lows.map(low => {
      let zeros = 0
      while (zeros < 12 && this.bit() === 0) zeros++
      return zeros === 12 ? this.number(32) : zeros * 2 ** width + low
    })
  }
}

export const widthOf = (most: number) => (most === 0 ? 0 : Math.floor(Math.log2(most)) + 1)
export const bytesOf = (most: number) => Math.ceil(widthOf(most) / 8)

export function lengthOfNorm(norm: number): number {
  if (norm < 32) return norm
  const octave = Math.floor((norm - 24) / 8)
  return 24 + (8 + ((norm - 24) % 8)) * 2 ** (octave - 1)
}
