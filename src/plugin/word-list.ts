/** The word lists of an index as files of the build. webpack, Rspack and Vite's builds of pages find them by the client's code; for the others, the plugin names the files. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '../index.ts'

/** The list of one of the languages of an index. */
export interface WordList {
  /** The name of the language, by which the client takes the list. */
  language: string
  /** Without its folder. */
  name: string
  /** The file next to the client. */
  path: string
}

/** The lists that an index in this language names and the library has. */
export function wordListsOf(language: Language): WordList[] {
  const lists = new Map<string, WordList>()
  for (const { definition } of language.several?.languages ?? [language]) {
    const name = `${definition.name}-words-${definition.wordList}.bin`
    const path = fileURLToPath(new URL(`./client/${name}`, import.meta.url))
    // One of an author's own is on no disk that we know of.
    if (definition.wordList !== undefined && existsSync(path)) {
      lists.set(definition.name, { language: definition.name, name, path })
    }
  }
  return [...lists.values()]
}

/** The paths of all lists of the library, for esbuild. */
export const WORD_LIST_PATH = /[\\/]client[\\/][a-z]+-words-[\da-f]{8}\.bin$/
