/** Types of tables.mjs, for what is TypeScript. */

export function markdownTable(rows: readonly (readonly string[])[]): string
