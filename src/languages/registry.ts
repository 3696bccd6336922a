/** The languages of the library by name, each loaded when a file names it. A new language is one line here. */
import { ModuleLoadError } from '../errors.ts'
import type { LanguageFactory, LanguageOptions } from '../language/definition.ts'
import type { WordListFile } from '../language/distant-words.ts'
import type { Language, LanguageDefinition } from '../language/language.ts'

const LOADERS: Readonly<Record<string, () => Promise<LanguageFactory<never>>>> = {
  french: async () => (await import('./french/french.ts')).french,
}

/** The files of their word lists, as pages read them: the synchronous indexes do without this code. */
const WORD_LISTS: Readonly<Record<string, () => Promise<WordListFile>>> = {
  french: async () => (await import('./french/words/word-list-file.ts')).FRENCH_WORD_LIST,
}

/** Asks for the language that nearly all indexes have before a file says that it has it. A failure shows when it is needed. */
export function preloadLanguage(): void {
  import('./french/french.ts').catch(() => {})
}

/** @throws ModuleLoadError */
async function load(name: string): Promise<LanguageFactory<never>> {
  try {
    return await LOADERS[name]()
  } catch (cause) {
    throw new ModuleLoadError(name, { cause })
  }
}

/** The options to open a file with: to the languages that the caller passed it adds the one that the file names, if the library has it. */
export async function withLanguageOf<Options extends LanguageOptions>(
  { name }: LanguageDefinition,
  options: Options,
): Promise<Options> {
  const { language, languages = [] } = options
  const isGiven = language !== undefined || languages.some(({ languageName }) => languageName === name)
  if (isGiven || !Object.hasOwn(LOADERS, name)) return options
  return { ...options, languages: [...languages, await load(name)] }
}

/** Whether the library can make a language again from its definition, as another thread must. */
export function isMadeByDefinition({ definition: { name, stemmer } }: Language): boolean {
  return Object.hasOwn(LOADERS, name) && stemmer === undefined
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
