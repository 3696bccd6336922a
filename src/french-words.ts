/**
 * Reads the French word list of the package in Node. It is built as dist/french-words.cjs, which the library requires only in Node: pages do not load this
 * code.
 */
import { readFileSync } from 'node:fs'
import { WORD_LIST_HASH } from './languages/french/words/word-list-places.ts'
import { WordList } from './languages/lexicon/word-list.ts'

/**
 * @param module the address of a module of the folder in which `client/` holds the file, for Node and for pages
 * @throws CorruptIndexError; what the file system throws
 */
export function readWordList(module: string): WordList {
  return WordList.fromBytes(readFileSync(new URL(`client/french-words-${WORD_LIST_HASH}.bin`, module)))
}
