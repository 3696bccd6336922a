/** Types of random.mjs, for the tests, which are TypeScript. */

export function seededRandom(seed: number): () => number
