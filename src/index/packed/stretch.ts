/**
 * The extent of a text as the file keeps it: by how much it differs from that of a text with as many stop words as others. Half the words of French are stop
 * words, so the difference is small, and packs into a third of what the extents take.
 */
import { encodeExtent } from '../../format/extent.ts'
import { lengthOfNorm } from '../length-norm.ts'

/** By norm: the code of the extent of a text of which every second word is a stop word. */
const expected = Uint8Array.from(lengthOfNorm, length => encodeExtent(2 * length))

/** By document: the extent's code less the one to be expected, modulo 256. */
export function stretchesOf(extents: Uint8Array, norms: Uint8Array): Uint8Array {
  return extents.map((extent, document) => extent - expected[norms[document]])
}

/** The extents of which `stretches` were made. */
export function extentsOf(stretches: Uint8Array, norms: Uint8Array): Uint8Array {
  return stretches.map((stretch, document) => stretch + expected[norms[document]])
}
