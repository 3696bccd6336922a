/** What a document remembers of the length of a field, in two bytes: how many words count, and how far positions reach. */

import { encodeExtent } from '../format/position-list.ts'

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

/**
 * The file keeps the extent of a text as its difference from twice the text's length. Two is a constant of the format, not of a language: the extent counts
 * stop words and the length does not, and in running text about every second word is one, so the differences are small and pack into a third of the space.
 * Any text is kept exactly; one with fewer stop words only packs less well.
 */
const EXTENT_PER_LENGTH = 2

/** By norm: the code of the extent to be expected. */
const expectedExtent = Uint8Array.from(lengthOfNorm, length => encodeExtent(EXTENT_PER_LENGTH * length))

/** By document: the extent's code less the one to be expected, modulo 256. */
export function stretchesOf(extents: Uint8Array, norms: Uint8Array): Uint8Array {
  return extents.map((extent, document) => extent - expectedExtent[norms[document]])
}

/** The extents of which `stretches` were made. */
export function extentsOf(stretches: Uint8Array, norms: Uint8Array): Uint8Array {
  return stretches.map((stretch, document) => stretch + expectedExtent[norms[document]])
}
