/** Types of interval.mjs, for the tests, which are TypeScript. */

export function differenceInterval(a: readonly number[], b: readonly number[]): [least: number, most: number]
