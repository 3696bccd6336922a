/** The file of the French word list as a page finds it. */
import { wordListFile } from '../../lexicon/word-list-file.ts'
import { WORD_LIST_BLOCKS, WORD_LIST_HASH, WORD_LIST_HEADER_LENGTH } from './word-list-places.ts'

export const FRENCH_WORD_LIST = /* @__PURE__ */ wordListFile({
  hash: WORD_LIST_HASH,
  headerLength: WORD_LIST_HEADER_LENGTH,
  blocks: WORD_LIST_BLOCKS,
  // The build puts the hash into the name. It is written out, so that bundlers find the file and copy it.
  url: () => new URL('./french-words.bin', import.meta.url).href,
})
