/**
 * Unpacks DEFLATE (RFC 1951) of a known unpacked length, and rejects impossible lengths.
 *
 * We wrote it because every page loads it: fflate's is twice as long, because it also reads streams, and no faster.
 */
import type { CorruptIndexError } from '../errors.ts'

/** From this many bytes on, the runtime's own code is used if available: it needs no warm-up, but some microseconds to start. */
const LONG = 16_384

/** DEFLATE compresses at most 1,032 bytes into one, so a higher ratio is impossible. */
const MAX_RATIO = 1032

/**
 * The unpacked bytes of `packed`, which must be `length` bytes; otherwise throws the error that `place` creates. The caller has checked the length against the
 * bounds (bounds.ts).
 */
export function inflate(
  packed: Uint8Array,
  length: number,
  place: { corrupt(problem: string): CorruptIndexError },
): Uint8Array {
  if (length > packed.length * MAX_RATIO) throw place.corrupt('a block promises too much')
  const unpacked = (length >= LONG ? inflateNatively(packed, length) : undefined) ?? inflateHere(packed, length)
  if (unpacked?.length !== length) throw place.corrupt("a block can't be unpacked")
  return unpacked
}

/** What the library needs from Node. Nothing is imported, because the same code runs in pages. */
interface NodeProcess {
  getBuiltinModule?(name: 'node:zlib'): { inflateRawSync(packed: Uint8Array, options: object): Uint8Array } | undefined
}

/** The unpacked bytes by Node's zlib if they are at most `length`; undefined otherwise, and outside Node. */
function inflateNatively(packed: Uint8Array, length: number): Uint8Array | undefined {
  const { process } = globalThis as { process?: NodeProcess }
  const zlib = process?.getBuiltinModule?.('node:zlib')
  if (zlib === undefined) return undefined
  try {
    const { buffer, byteOffset, byteLength } = zlib.inflateRawSync(packed, {
      maxOutputLength: length,
      chunkSize: length,
    })
    return new Uint8Array(buffer, byteOffset, byteLength)
  } catch {
    return undefined
  }
}

/** The same in JavaScript; undefined if the result does not have `length` bytes. */
export function inflateHere(packed: Uint8Array, length: number): Uint8Array | undefined {
  const target = new Uint8Array(length)
  const input: Input = { bytes: packed, at: 0 }
  let end = 0
  for (let isLast = false; !isLast && end >= 0; ) {
    isLast = take(input, 1) === 1
    const type = take(input, 2)
    end = type === 0 ? copyBlock(input, target, end) : type === 3 ? -1 : unpackBlock(input, target, end, type === 1)
  }
  return end === length ? target : undefined
}

/** Packed bytes and the offset of their next bit. */
interface Input {
  bytes: Uint8Array
  at: number
}

/** At least 17 bits from `at` on, the next one lowest; zeros after the end. */
function peek(bytes: Uint8Array, at: number): number {
  const byte = at >> 3
  return (bytes[byte] | (bytes[byte + 1] << 8) | (bytes[byte + 2] << 16)) >>> (at & 7)
}

/** The next `width` bits. */
function take(input: Input, width: number): number {
  const value = peek(input.bytes, input.at) & ((1 << width) - 1)
  input.at += width
  return value
}

/** Copies a stored block to `target` from `end` on. Returns its new end, or -1 if it is malformed. */
function copyBlock(input: Input, target: Uint8Array, end: number): number {
  const { bytes, at } = input
  const start = ((at + 7) >> 3) + 4
  const stop = start + (bytes[start - 4] | (bytes[start - 3] << 8))
  const after = end + stop - start
  if (stop > bytes.length || after > target.length) return -1
  target.set(bytes.subarray(start, stop), end)
  input.at = stop * 8
  return after
}

/** For each code, by its bits: 16 times its symbol, plus its number of bits; 0 for bits that are not a code. */
type Codes = Uint16Array

/** Like `copyBlock`, for a block with fixed codes, or with its own codes at its start. */
function unpackBlock(input: Input, target: Uint8Array, end: number, isFixed: boolean): number {
  const { bytes } = input
  const [symbols, distances] = isFixed ? fixedCodes() : readCodes(input)
  const symbolMask = symbols.length - 1
  const distanceMask = distances.length - 1
  let { at } = input
  while (at <= bytes.length * 8) {
    const code = symbols[peek(bytes, at) & symbolMask]
    if (code === 0) break
    at += code & 15
    const symbol = code >> 4
    if (symbol < 256) {
      if (end === target.length) break
      target[end++] = symbol
    } else if (symbol === 256) {
      input.at = at
      return end
    } else {
      const length = LENGTHS[symbol - 257]
      const stop = end + (length >> 4) + (peek(bytes, at) & ((1 << (length & 15)) - 1))
      at += length & 15
      const distanceCode = distances[peek(bytes, at) & distanceMask]
      at += distanceCode & 15
      const distance = DISTANCES[distanceCode >> 4]
      let from = end - (distance >> 4) - (peek(bytes, at) & ((1 << (distance & 15)) - 1))
      at += distance & 15
      if (length === 0 || distanceCode === 0 || distance === 0 || from < 0 || stop > target.length) break
      while (end < stop) target[end++] = target[from++]
    }
  }
  return -1
}

/** Symbols of lengths and of distances: 16 times the minimum that each represents, plus the number of extra bits; 0 for invalid symbols. */
const LENGTHS = leastOf(28, 3, 2)
LENGTHS[28] = 16 * 258
const DISTANCES = leastOf(30, 1, 1)

/** The number of extra bits grows by one with each 2^`step` symbols. */
function leastOf(count: number, first: number, step: number): Uint32Array {
  const symbols = new Uint32Array(32)
  for (let i = 0, least = first; i < count; i++) {
    const width = Math.max(0, (i >> step) - 1)
    symbols[i] = least * 16 + width
    least += 1 << width
  }
  return symbols
}

let fixed: [Codes, Codes] | undefined

function fixedCodes(): [Codes, Codes] {
  fixed ??= [
    codesOf(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
    codesOf(new Uint8Array(30).fill(5)),
  ]
  return fixed
}

/** The order of the code lengths for the code that encodes a block's code lengths. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The codes of bytes and lengths, and those of distances. */
function readCodes(input: Input): [Codes, Codes] {
  const symbolCount = take(input, 5) + 257
  const count = symbolCount + take(input, 5) + 1
  const ofLengths = new Uint8Array(19)
  for (let i = 0, given = take(input, 4) + 4; i < given; i++) ofLengths[LENGTH_ORDER[i]] = take(input, 3)
  const codes = codesOf(ofLengths)
  const lengths = new Uint8Array(count)
  for (let i = 0; i < count; ) {
    const code = codes[peek(input.bytes, input.at) & (codes.length - 1)]
    input.at += code & 15
    const symbol = code >> 4
    if (symbol < 16) lengths[i++] = symbol
    else {
      // Repeats the previous length, or zeros.
      const next = i + (symbol === 16 ? 3 + take(input, 2) : symbol === 17 ? 3 + take(input, 3) : 11 + take(input, 7))
      lengths.fill(symbol === 16 ? lengths[i - 1] : 0, i, next)
      i = next
    }
  }
  return [codesOf(lengths.subarray(0, symbolCount)), codesOf(lengths.subarray(symbolCount))]
}

/** The canonical codes for some lengths: shorter ones first, and consecutive ones for equal lengths. */
function codesOf(lengths: Uint8Array): Codes {
  const counts = new Uint16Array(16)
  for (const width of lengths) counts[width]++
  let longest = 15
  while (longest > 1 && counts[longest] === 0) longest--
  // By width, the next code. A code's highest bit comes first, so they count in reversed bits.
  const next = new Uint16Array(16)
  for (let width = 1, code = 0; width <= longest; width++) {
    next[width] = reverse(code, width)
    code = (code + counts[width]) << 1
  }
  const codes = new Uint16Array(1 << longest)
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const width = lengths[symbol]
    if (width === 0) continue
    const entry = symbol * 16 + width
    for (let bits = next[width]; bits < codes.length; bits += 1 << width) codes[bits] = entry
    let carry = 1 << (width - 1)
    for (; next[width] & carry; carry >>= 1) next[width] ^= carry
    next[width] |= carry
  }
  return codes
}

function reverse(code: number, width: number): number {
  let reversed = 0
  for (let i = 0; i < width; i++) reversed |= ((code >> i) & 1) << (width - 1 - i)
  return reversed
}
