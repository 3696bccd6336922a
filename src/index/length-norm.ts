/** The length of a field in one byte: exact up to 40 words, then with four significant bits, as in Lucene's `SmallFloat.intToByte4`. */

const EXACT = 24

/** The norm of a length in words: 0 for none; a longer text never has a smaller norm. */
export function encodeLength(length: number): number {
  if (length < EXACT) return length
  const rest = Math.min(length, 2 ** 31 - 1) - EXACT
  const bits = 32 - Math.clz32(rest)
  if (bits < 4) return EXACT + rest
  const shift = bits - 4
  // The top bit of four is always set, so three are kept beside the shift.
  return Math.min(255, EXACT + ((rest >>> shift) & 7) + (shift + 1) * 8)
}

/** By norm: the shortest length that has it. */
export const lengthOfNorm: Float64Array = makeLengths()

function makeLengths(): Float64Array {
  const lengths = new Float64Array(256)
  for (let norm = 0; norm < 256; norm++) {
    const beyond = norm - EXACT
    const shift = (beyond >> 3) - 1
    lengths[norm] = beyond < 8 ? norm : EXACT + ((beyond & 7) | 8) * 2 ** shift
  }
  return lengths
}
