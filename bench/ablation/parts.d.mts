/** Types of parts.mjs, for the tests, which are TypeScript. */

export type Edit = { file: string; find: string; replace: string }
export type Part = { name: string; off: string; edits?: readonly Edit[] }

export const PARTS: readonly Part[]
export function applyEdit(edit: Edit, source: string): string
export function sourceOf(file: string): string
