/** The paired randomisation test, which decides whether two rankings differ significantly, and its random numbers. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'

/**
 * The options of `randomisationTest()`. None of them is needed.
 *
 * @example
 * randomisationTest([0.4, 0.6], [0.5, 0.5], { permutations: 1000 })
 */
export interface RandomisationOptions {
  /** How many random permutations to draw, 1 to 1,000,000. More make `p` more exact and take longer. Default: `10_000`. */
  permutations?: number | undefined
  /** The seed of the random numbers, a whole number: the same seed gives the same `p`. Default: `1`. */
  seed?: number | undefined
}

export const RANDOMISATION_OPTIONS: OptionNames<RandomisationOptions> = { permutations: 1, seed: 1 }

/**
 * Tests whether two rankings really differ: a two-sided paired randomisation test (Smucker, Allan and Carterette, "A Comparison of Statistical Significance Tests
 * for Information Retrieval Evaluation", CIKM 2007). It swaps the two at random, question by question, and counts how often the difference is at least as large.
 *
 * @param a a value for each question
 * @param b the values of the other ranking for the same questions, in the same order
 * @returns the p-value, above 0 and at most 1
 * @throws InvalidOptionError if `a` and `b` have different lengths, and for wrong options
 * @example
 * const p = randomisationTest([0.9, 0.8, 1], [0.7, 0.8, 0.6])
 */
export function randomisationTest(
  a: readonly number[],
  b: readonly number[],
  options: RandomisationOptions = {},
): number {
  checkOptions(options, RANDOMISATION_OPTIONS)
  const { permutations = 10_000, seed = 1 } = options
  if (a.length !== b.length) throw new InvalidOptionError('b', `${b.length} values`, `as many as a: ${a.length}`)
  checkWhole('permutations', permutations, 1, 1_000_000)
  if (!Number.isInteger(seed)) throw new InvalidOptionError('seed', seed, 'a whole number')
  const differences = a.map((value, i) => value - b[i]).filter(difference => difference !== 0)
  const seen = Math.abs(differences.reduce((sum, difference) => sum + difference, 0))
  const random = seededRandom(seed)
  // Sums of the same numbers with different signs differ in the last bits: without a tolerance, equal sums would count as smaller.
  const threshold = seen - 1e-12 * Math.max(1, seen)
  let asLarge = 0
  for (let n = 0; n < permutations; n++) {
    let sum = 0
    for (const difference of differences) sum += random() < 0.5 ? difference : -difference
    if (Math.abs(sum) >= threshold) asLarge++
  }
  // The observed permutation counts too, so p is never 0 (Phipson and Smyth, 2010).
  return (asLarge + 1) / (permutations + 1)
}

/**
 * Returns a generator of random numbers from 0 to 1 (exclusive): mulberry32 (Tommy Ettinger, public domain). The same seed gives the same numbers everywhere, so
 * that samples of questions can be drawn again.
 *
 * @param seed a whole number, of which the lower 32 bits count
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
