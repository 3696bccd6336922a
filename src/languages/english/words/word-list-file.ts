/** The file of the English word list for pages. */
import { wordListFile } from '../../lexicon/word-list-file.ts'
import { WORD_LIST_BLOCKS, WORD_LIST_HASH, WORD_LIST_HEADER_LENGTH } from './word-list-places.ts'

export const ENGLISH_WORD_LIST = /* @__PURE__ */ wordListFile({
  hash: WORD_LIST_HASH,
  headerLength: WORD_LIST_HEADER_LENGTH,
  blocks: WORD_LIST_BLOCKS,
  // The build inserts the hash into the name. The URL is a literal, so that bundlers find the file and copy it.
  url: () => new URL('./english-words.bin', import.meta.url).href,
})
