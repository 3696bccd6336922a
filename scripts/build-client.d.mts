export function buildClient(options?: {
  folder?: string
}): Promise<{ name: string; file: string; code: string; modules: Record<string, { renderedLength: number }> }[]>

/** The word lists: the language, the source, the name that sources call it by, and the name under which `buildClient` writes it. */
export const WORD_LISTS: readonly { language: string; source: string; written: string; name: string }[]

/** The name under which `buildClient` writes the word list of a language. */
export function wordListFile(language: string): string

/** A source with the names that the build gives to the word lists. */
export function withWordListNames(code: string, folder?: string): string
