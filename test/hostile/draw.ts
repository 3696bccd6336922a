/** Draws that a seed decides, so that a case is found again by its number. */

export interface Draw {
  /** A whole number from 0 to before `below`. */
  below(below: number): number
  pick<T>(list: readonly T[]): T
  /** True once in `times`. */
  once(times: number): boolean
}

/** The generator of 32 bits that is known as mulberry32. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return { below, pick: list => list[below(list.length)], once: times => below(times) === 0 }
}

/** Numbers at which something changes: in varints, counts, frequencies, offsets. */
export const EDGES = [
  0, 1, 2, 3, 7, 15, 16, 31, 63, 64, 127, 128, 255, 256, 257, 508, 512, 1016, 1024, 4095, 16_383, 65_535, 65_536, 2 ** 20, 2 ** 24,
  2 ** 30 - 1, 2 ** 30, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 40, 2 ** 52, 2 ** 53 - 1,
] // biome-ignore format: numbers read best in lines
