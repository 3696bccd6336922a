/** The word list as Node finds it in the package: beside the built files, or in the sources. Read when it is first asked for. */
import { WordList } from './word-list.ts'

/** The file's name in the package: the number is the beginning of the SHA-256 of its bytes. */
export const WORD_LIST_FILE = 'french-words-25f04b14.bin'

/** Where it may be, from this module: beside the built files, or in the sources. */
const PLACES = [`./${WORD_LIST_FILE}`, '../../../../index-data/french/word-list.bin']

/** What the library needs of Node. There is no import of it: the same code runs in pages. */
interface NodeFileSystem {
  readFileSync(path: URL): Uint8Array
}

let list: WordList | undefined
let isSought = false

/** The list, or undefined outside Node and where the file is missing. */
export function installedWordList(): WordList | undefined {
  if (!isSought) {
    isSought = true
    list = readInstalled()
  }
  return list
}

function readInstalled(): WordList | undefined {
  const node = (globalThis as { process?: { getBuiltinModule?(name: string): NodeFileSystem | undefined } }).process
  const files = node?.getBuiltinModule?.('node:fs')
  if (files === undefined) return undefined
  for (const place of PLACES) {
    let bytes: Uint8Array
    try {
      bytes = files.readFileSync(new URL(place, moduleAddress()))
    } catch {
      continue
    }
    return WordList.fromBytes(bytes)
  }
  return undefined
}

declare const __filename: string | undefined

/** Where this module is: CommonJS has no `import.meta`. */
function moduleAddress(): string {
  return typeof __filename === 'string' ? `file://${encodeURI(__filename)}` : import.meta.url
}
