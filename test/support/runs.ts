/** How many random cases a property is tried with: all of them in `npm run test:all`, and a third in `npm test`, which new cases are tried in each time. */
export function runs(all: number): number {
  return process.env.TEST_ALL === undefined ? Math.ceil(all / 3) : all
}

/**
 * Of what is tried in each of several ways, numbered from 0, that which is tried in this one: all of it in `npm run test:all`, and a third in `npm test`,
 * the next third in the next way.
 */
export function someFor<T>(way: number, all: readonly T[]): readonly T[] {
  return process.env.TEST_ALL === undefined ? all.filter((_, i) => (i + way) % 3 === 0) : all
}
