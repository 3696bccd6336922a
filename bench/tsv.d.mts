/** Types of tsv.mjs, for the tests, which are TypeScript. */

export function tsvLine(row: readonly (string | number)[]): string
