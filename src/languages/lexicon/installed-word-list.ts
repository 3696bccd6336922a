/**
 * The word list of the package, in Node: read when a word is first looked up. The code that reads it is a separate file (`src/french-words.ts`,
 * `src/english-words.ts`), so that pages do not load it.
 */
import type { WordLookUp } from '../../language/language.ts'

/** The exports of `dist/french-words.cjs`. */
interface InstalledWords {
  readWordList(module: string): WordLookUp
}

/** What the library needs from Node. Nothing is imported, because the same code runs in pages. */
interface NodeProcess {
  getBuiltinModule?(name: 'node:module'): { createRequire(from: string): (path: string) => InstalledWords } | undefined
}

/** The word list of a language, installed with the library. */
export interface InstalledWordList {
  /** The list, or undefined outside Node and if the file is missing. */
  get(): WordLookUp | undefined
  /** Sets another way to read the list, if the library runs from its sources. */
  readBy(reader: () => WordLookUp | undefined): void
}

/** @param file the module that reads the list, next to the built library: `./french-words.cjs` */
export function installedWordListOf(file: string): InstalledWordList {
  let read = (): WordLookUp | undefined => readInstalled(file)
  let list: { value: WordLookUp | undefined } | undefined
  return {
    get() {
      list ??= { value: read() }
      return list.value
    },
    readBy(reader) {
      read = reader
      list = undefined
    },
  }
}

function readInstalled(file: string): WordLookUp | undefined {
  const { process } = globalThis as { process?: NodeProcess }
  const modules = process?.getBuiltinModule?.('node:module')
  if (modules === undefined) return undefined
  try {
    const here = moduleAddress()
    return modules.createRequire(here)(file).readWordList(here)
  } catch {
    // A bundled program does not have the file.
    return undefined
  }
}

declare const __filename: string | undefined

/** The address of this module. CommonJS has no `import.meta`. */
function moduleAddress(): string {
  return typeof __filename === 'string' ? `file://${encodeURI(__filename)}` : import.meta.url
}
