/** Types of page-section.mjs, for the tests, which are TypeScript. */

export function withMarkedSection(page: string, name: string, markdown: string): string
