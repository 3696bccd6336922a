/** Types of summarise.mjs, for the tests, which are TypeScript. */

export function percentile(values: readonly number[], percent: number): number
