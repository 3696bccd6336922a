/** Types of first-section.mjs, for the tests, which are TypeScript. */

export const FIRST_HEADING: string
export function firstSection(page: string): string | undefined
export function withFirstSection(page: string, section: string | undefined): string
