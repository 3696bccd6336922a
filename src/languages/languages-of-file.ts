/** Loads the library's languages that a file names. Pages load this with the engine. */
import { ModuleLoadError } from '../errors.ts'
import { type LanguageFactory, type LanguageOptions, partsOfDefinition } from '../language/definition.ts'
import type { Language, LanguageDefinition } from '../language/language.ts'
import { LOADERS } from './registry.ts'

/** @throws ModuleLoadError */
async function load(name: string): Promise<LanguageFactory<never>> {
  try {
    // The runtime may join this to the request that was sent ahead and fails.
    return await LOADERS[name]().catch(() => LOADERS[name]())
  } catch (cause) {
    throw new ModuleLoadError(name, { cause })
  }
}

/** The options to open a file with: the languages that the caller passed, and those that the file names, if the library has them. */
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

/** Whether the library can recreate a language from its definition, as another thread must. */
export function isMadeByDefinition({ definition }: Language): boolean {
  return [definition, ...partsOfDefinition(definition)].every(({ name, stemmer }) => {
    return Object.hasOwn(LOADERS, name) && stemmer === undefined
  })
}
