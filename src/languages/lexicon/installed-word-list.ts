/**
 * The word list of the package, in Node: read when a word is first looked up. What reads it is a file of its own (`src/french-words.ts`, `src/english-words.ts`), so that pages
 * do not load it.
 */
import type { WordLookUp } from '../../language/language.ts'

/** What `dist/french-words.cjs` has. */
interface InstalledWords {
  readWordList(module: string): WordLookUp
}

/** What the library needs of Node. There is no import of it: the same code runs in pages. */
interface NodeProcess {
  getBuiltinModule?(name: 'node:module'): { createRequire(from: string): (path: string) => InstalledWords } | undefined
}

/** The list of a language that is installed with the library. */
export interface InstalledWordList {
  /** The list, or undefined outside Node and if the file is missing. */
  get(): WordLookUp | undefined
  /** Reads the list in another way, where the library runs as it is written and not as it is built. */
  readBy(reader: () => WordLookUp | undefined): void
}

/** @param file what reads the list, beside the built library: `./french-words.cjs` */
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
    // A program that was bundled has left the file behind.
    return undefined
  }
}

declare const __filename: string | undefined

/** Where this module is: CommonJS has no `import.meta`. */
function moduleAddress(): string {
  return typeof __filename === 'string' ? `file://${encodeURI(__filename)}` : import.meta.url
}
