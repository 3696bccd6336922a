/** Types of variants.mjs, for the tests, which are TypeScript. */

export type Question = { id: string; text: string }
export type Variant = { name: string; of: (text: string, random: () => number) => string }

export const VARIANTS: readonly Variant[]
export function varied(questions: readonly Question[], variant: Variant): Question[]
export function withoutAccents(text: string): string
export function withTypo(text: string, random: () => number): string
