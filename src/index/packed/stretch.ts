/**
 * The extent of a text as the file keeps it: its difference from twice the text's length. Two is a constant of the format, not of a language: the extent
 * counts stop words and the length does not, and in running text about every second word is one, so the differences are small and pack into a third of the
 * space. Any text is kept exactly; one with fewer stop words only packs less well.
 */
import { encodeExtent } from '../../format/extent.ts'
import { lengthOfNorm } from '../length-norm.ts'

const EXTENT_PER_LENGTH = 2

/** By norm: the code of the extent to be expected. */
const expected = Uint8Array.from(lengthOfNorm, length => encodeExtent(EXTENT_PER_LENGTH * length))

/** By document: the extent's code less the one to be expected, modulo 256. */
export function stretchesOf(extents: Uint8Array, norms: Uint8Array): Uint8Array {
  return extents.map((extent, document) => extent - expected[norms[document]])
}

/** The extents of which `stretches` were made. */
export function extentsOf(stretches: Uint8Array, norms: Uint8Array): Uint8Array {
  return stretches.map((stretch, document) => stretch + expected[norms[document]])
}
