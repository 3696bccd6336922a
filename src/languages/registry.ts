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

/** The names of the languages that have word lists, by their tags. */
const TAGS: Readonly<Record<string, string>> = { en: 'english', fr: 'french' }

/** What the code of a language is made of: its rules, what it shares with others, its word lists. */
const PARTS: Readonly<Record<string, () => Promise<unknown>[]>> = {
  en: () => [import('./english/english.ts'), import('./lexicon/word-language.ts'), import('./english/data/index.ts')],
  fr: () => [import('./french/french.ts'), import('./lexicon/word-language.ts'), import('./french/data/index.ts')],
}

/**
 * Asks for the language of the page before a file says which it has: nearly all indexes have that. A page that names none is taken for French. A failure shows
 * when the language is needed.
 */
export function preloadLanguage(): void {
  const { document } = globalThis as { document?: { documentElement?: { lang?: string } } }
  const [tag] = (document?.documentElement?.lang || 'fr').toLowerCase().split('-')
  if (Object.hasOwn(PARTS, tag)) for (const module of PARTS[tag]()) module.catch(() => {})
}

/** @throws ModuleLoadError */
async function load(name: string): Promise<LanguageFactory<never>> {
  // Together with the rules, which would ask for the rest one after the other.
  const tag = Object.keys(TAGS).find(tag => TAGS[tag] === name)
  if (tag !== undefined) for (const module of PARTS[tag]()) module.catch(() => {})
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

/** Where bundlers put the word list that nearly all indexes have: beside a worker, which they copy as it is, they do not. */
export function wordListAddress(): string | undefined {
  try {
    return new URL('./french-words.bin', import.meta.url).href
  } catch {
    return undefined
  }
}
