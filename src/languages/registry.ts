/** The languages of the library by name, each loaded when a file names it. A new language adds a line here. */
import type { LanguageFactory } from '../language/definition.ts'
import type { WordListFile } from '../language/distant-words.ts'

/** Their code. */
export const LOADERS: Readonly<Record<string, () => Promise<LanguageFactory<never>>>> = {
  english: async () => (await import('./english/english.ts')).english,
  french: async () => (await import('./french/french.ts')).french,
  unicode: async () => (await import('./unicode/unicode.ts')).unicodeLanguage,
  multilingual: async () => (await import('../language/reopen-multilingual.ts')).multilingualFactory,
}

/** The files of their word lists for pages. The synchronous indexes do not need this code. */
const WORD_LISTS: Readonly<Record<string, () => Promise<WordListFile>>> = {
  english: async () => (await import('./english/words/word-list-file.ts')).ENGLISH_WORD_LIST,
  french: async () => (await import('./french/words/word-list-file.ts')).FRENCH_WORD_LIST,
}

/** The names of languages by the tags of pages. */
const TAGS: Readonly<Record<string, string>> = { en: 'english', fr: 'french' }

/**
 * Requests the languages of an index before its file names them. A failure surfaces when the language is needed.
 *
 * @param tags default: that of the page (`<html lang>`), French if the page names none
 */
export function preloadLanguages(tags?: readonly string[]): void {
  const { document } = globalThis as { document?: { documentElement?: { lang?: string } } }
  const names = (tags ?? [document?.documentElement?.lang || 'fr']).map(
    tag => TAGS[tag.slice(0, 2).toLowerCase()] ?? 'unicode',
  )
  if (names[1]) names.push('multilingual')
  // What every object inherits under the name of a tag is none of the loaders.
  for (const name of names) LOADERS[name]?.().catch(() => {})
}

/** The word list file of the library's language with this name; undefined if it has none, or if its code cannot be loaded. */
export async function wordListFileOf(name: string): Promise<WordListFile | undefined> {
  try {
    return Object.hasOwn(WORD_LISTS, name) ? await WORD_LISTS[name]() : undefined
  } catch {
    return undefined
  }
}
