/** The languages of the library by name, each loaded when a file names it. A new language is one line here. */
import { ModuleLoadError } from '../errors.ts'
import { type LanguageFactory, type LanguageOptions, partsOfDefinition } from '../language/definition.ts'
import type { WordListFile } from '../language/distant-words.ts'
import type { Language, LanguageDefinition } from '../language/language.ts'

const LOADERS: Readonly<Record<string, () => Promise<LanguageFactory<never>>>> = {
  english: async () => (await import('./english/english.ts')).english,
  french: async () => (await import('./french/french.ts')).french,
  unicode: async () => (await import('./unicode/unicode.ts')).unicodeLanguage,
  multilingual: async () => (await import('../language/reopen-multilingual.ts')).multilingualFactory,
}

/** The files of their word lists, as pages read them: the synchronous indexes do without this code. */
const WORD_LISTS: Readonly<Record<string, () => Promise<WordListFile>>> = {
  english: async () => (await import('./english/words/word-list-file.ts')).ENGLISH_WORD_LIST,
  french: async () => (await import('./french/words/word-list-file.ts')).FRENCH_WORD_LIST,
}

/** The names of those that pages are written in, by their tags. */
const TAGS: Readonly<Record<string, string>> = { en: 'english', fr: 'french' }

/**
 * Asks for the language that the index most likely has, before its file says so: that of the page (`<html lang>`), French if the page names none, and nothing if
 * it is another one. A failure shows when the language is needed.
 */
export function preloadLanguage(): void {
  const { document } = globalThis as { document?: { documentElement?: { lang?: string } } }
  const [tag] = (document?.documentElement?.lang || 'fr').toLowerCase().split('-')
  if (Object.hasOwn(TAGS, tag)) LOADERS[TAGS[tag]]().catch(() => {})
}

/** @throws ModuleLoadError */
async function load(name: string): Promise<LanguageFactory<never>> {
  try {
    return await LOADERS[name]()
  } catch (cause) {
    throw new ModuleLoadError(name, { cause })
  }
}

/** The options to open a file with: to the languages that the caller passed it adds those that the file names, if the library has them. */
export async function withLanguageOf<Options extends LanguageOptions>(
  definition: LanguageDefinition,
  options: Options,
): Promise<Options> {
  const { language, languages = [] } = options
  if (language !== undefined) return options
  const names = new Set([definition, ...partsOfDefinition(definition)].map(({ name }) => name))
  const missing = [...names].filter(name => {
    return Object.hasOwn(LOADERS, name) && languages.every(({ languageName }) => languageName !== name)
  })
  if (missing.length === 0) return options
  return { ...options, languages: [...languages, ...(await Promise.all(missing.map(load)))] }
}

/** Whether the library can make a language again from its definition, as another thread must. */
export function isMadeByDefinition({ definition }: Language): boolean {
  return [definition, ...partsOfDefinition(definition)].every(({ name, stemmer }) => {
    return Object.hasOwn(LOADERS, name) && stemmer === undefined
  })
}

/** The file of the word list of the library's language of this name; undefined if it has none, or if its code cannot be loaded. */
export async function wordListFileOf(name: string): Promise<WordListFile | undefined> {
  try {
    return Object.hasOwn(WORD_LISTS, name) ? await WORD_LISTS[name]() : undefined
  } catch {
    return undefined
  }
}

/** Where bundlers put the word lists, by the names of their languages: beside a worker, which they copy as it is, they do not. */
export function wordListAddresses(): Record<string, string> {
  const addresses: Record<string, string> = {}
  try {
    addresses.english = new URL('./english-words.bin', import.meta.url).href
    addresses.french = new URL('./french-words.bin', import.meta.url).href
  } catch {
    // Code in CommonJS does not know where it came from.
  }
  return addresses
}
