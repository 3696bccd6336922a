/** Types of summary.mjs, for the tests, which are TypeScript. */

export function comparison(ratio: number, rival: string): string
