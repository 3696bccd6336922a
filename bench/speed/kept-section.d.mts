/** Types of kept-section.mjs, for the tests, which are TypeScript. */

export const FIRST_HEADING: string
export const SIZE_HEADING: string
export function sectionOf(page: string, heading: string): string | undefined
export function withSection(page: string, section: string | undefined): string
export function withKeptSections(page: string, before: string): string
