/** The file of the word list as a page finds it: beside the library's own, named by its hash, in blocks whose places the code knows. */
import type { WordListFile, WordListRange } from '../../../language/distant-words.ts'
import { pieceOf } from './piece.ts'
import { WORD_LIST_BLOCKS, WORD_LIST_HASH, WORD_LIST_HEADER_LENGTH } from './word-list-places.ts'

/** A block: what its first stem begins with, and where it is. */
interface Place extends WordListRange {
  first: string
}

let places: readonly Place[] | undefined

export const FRENCH_WORD_LIST: WordListFile = {
  hash: WORD_LIST_HASH,
  get url() {
    // The build puts the hash into the name. It is written out, so that bundlers find the file and copy it.
    return new URL('./french-words.bin', import.meta.url).href
  },
  headerLength: WORD_LIST_HEADER_LENGTH,
  rangeOf: word => {
    places ??= readPlaces()
    const piece = pieceOf(word)
    return /^[a-z]+$/.test(piece) ? places.filter(({ first }) => first <= piece).at(-1) : undefined
  },
  reader: async () => {
    const { WordList } = await import('./word-list.ts')
    return header => new WordList(header)
  },
}

function readPlaces(): Place[] {
  let start = WORD_LIST_HEADER_LENGTH
  return [...WORD_LIST_BLOCKS.matchAll(/([a-z]+)(\d+)/g)].map(([, first, length]) => {
    const place = { first, start, end: start + Number(length) }
    start = place.end
    return place
  })
}
