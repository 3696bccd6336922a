/** The word list of the package as Node reads it. It is built as dist/french-words.cjs, which the library requires in Node alone: pages do without this code. */
import { readFileSync } from 'node:fs'
import { WordList } from './languages/french/words/word-list.ts'

/** The file's name in the package: the number is the beginning of the SHA-256 of its bytes. */
export const WORD_LIST_FILE = 'french-words-25f04b14.bin'

/**
 * @param module the address of a module of the folder in which `client/` holds the file, for Node and for pages
 * @throws CorruptIndexError; what the file system throws
 */
export function readWordList(module: string): WordList {
  return WordList.fromBytes(readFileSync(new URL(`client/${WORD_LIST_FILE}`, module)))
}
