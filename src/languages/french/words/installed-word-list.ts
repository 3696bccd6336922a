/**
 * The word list of the package, in Node: read when a word is first looked up. What reads it is a file of its own (`src/french-words.ts`), so that pages
 * do not load it.
 */
import type { WordLookUp } from '../../../language/language.ts'

/** What `dist/french-words.cjs` has. */
interface FrenchWords {
  readWordList(module: string): WordLookUp
}

/** What the library needs of Node. There is no import of it: the same code runs in pages. */
interface NodeProcess {
  getBuiltinModule?(name: 'node:module'): { createRequire(from: string): (path: string) => FrenchWords } | undefined
}

let read: () => WordLookUp | undefined = readInstalled
let list: { value: WordLookUp | undefined } | undefined

/** The list, or undefined outside Node and if the file is missing. */
export function installedWordList(): WordLookUp | undefined {
  list ??= { value: read() }
  return list.value
}

/** Reads the list in another way, where the library runs as it is written and not as it is built. */
export function readWordListBy(reader: () => WordLookUp | undefined): void {
  read = reader
  list = undefined
}

function readInstalled(): WordLookUp | undefined {
  const { process } = globalThis as { process?: NodeProcess }
  const modules = process?.getBuiltinModule?.('node:module')
  if (modules === undefined) return undefined
  try {
    const here = moduleAddress()
    return modules.createRequire(here)('./french-words.cjs').readWordList(here)
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
