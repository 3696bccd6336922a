export function buildClient(options?: {
  folder?: string
}): Promise<{ name: string; file: string; code: string; modules: Record<string, { renderedLength: number }> }[]>

/** The name under which `buildClient` writes the word list. */
export const WORD_LIST_FILE: string
