/** How far the positions of a text reach, in one byte that never says too little: exact up to 32, then in steps of a sixteenth of an octave. */

const EXACT = 32
const STEPS = 16

/** The least code whose extent is at least `extent` (the last position plus one). */
export function encodeExtent(extent: number): number {
  if (extent <= EXACT) return extent
  const octave = 31 - Math.clz32((extent - 1) >>> 5)
  const step = Math.ceil((extent - EXACT * 2 ** octave) / ((EXACT / STEPS) * 2 ** octave))
  return Math.min(255, EXACT + octave * STEPS + step)
}

/** By code: the bound that positions stay below. The last code bounds nothing that a file can hold. */
export const extentOfCode: Float64Array = makeExtents()

function makeExtents(): Float64Array {
  const extents = new Float64Array(256)
  for (let code = 0; code < 255; code++) {
    const octave = Math.floor((code - EXACT) / STEPS)
    const step = (code - EXACT) % STEPS
    extents[code] = code <= EXACT ? code : (EXACT + (step * EXACT) / STEPS) * 2 ** octave
  }
  extents[255] = 2 ** 30
  return extents
}
