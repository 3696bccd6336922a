/** Random numbers that are the same in every run. */

/**
 * A generator of numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). The same seed gives the same numbers everywhere, so that halves and
 * samples of questions can be drawn again.
 *
 * @param seed a whole number; its lower 32 bits count
 *
 * @example
 * const random = seededRandom(1)
 * const half = questions.filter(() => random() < 0.5)
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
