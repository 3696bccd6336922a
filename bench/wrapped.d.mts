/** Types of wrapped.mjs, for what is TypeScript. */

export function wrapped(text: string, indent?: string): string
