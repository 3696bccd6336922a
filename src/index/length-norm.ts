/** The length norm of a field: the number of words that count, encoded in one byte. */

const EXACT = 24

/** The norm of a length in words: 0 for none; a longer text never has a smaller norm. */
export function encodeLength(length: number): number {
  if (length < EXACT) return length
  const rest = Math.min(length, 2 ** 31 - 1) - EXACT
  const bits = 32 - Math.clz32(rest)
  if (bits < 4) return EXACT + rest
  const shift = bits - 4
  // The top bit of four is always set, so only three are stored, with the shift.
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

/**
 * The expected range of positions per counted word: stop words have positions but do not count towards the length, and in running French every second word is
 * one; titles have fewer. These are constants of the format, not of a language: other values would only make files longer.
 */
const REACH = 2.0625
const REACH_OF_TITLES = 1.4375

/** By norm: the expected bound of the positions of a text. */
export const positionBounds = makeBounds(REACH)
export const positionBoundsOfTitles = makeBounds(REACH_OF_TITLES)

function makeBounds(reach: number): Float64Array {
  return lengthOfNorm.map(length => Math.min(Math.ceil(length * reach) + 1, 2 ** 30 - 1))
}

/** The bounds for a field. */
export function boundsOf({ title }: { title: boolean }): Float64Array {
  return title ? positionBoundsOfTitles : positionBounds
}
