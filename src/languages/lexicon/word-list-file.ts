/** The file of a language's word list for pages: next to the library's own files, with its hash in its name, in blocks whose offsets the code knows. */
import type { WordListFile, WordListRange } from '../../language/distant-words.ts'
import { pieceOf } from './piece.ts'

/** The content of `word-list-places.ts` of a language. */
export interface WordListPlaces {
  /** The checksum of the header. */
  hash: string
  headerLength: number
  /** By block: the prefix of its first stem, and its number of bytes. */
  blocks: string
  /** @throws TypeError if the code does not know where it came from */
  url(): string
}

/** A block: the prefix of its first stem, and its range. */
interface Place extends WordListRange {
  first: string
}

/** The file with blocks at these offsets. */
export function wordListFile({ hash, headerLength, blocks, url }: WordListPlaces): WordListFile {
  let places: readonly Place[] | undefined
  return {
    hash,
    get url() {
      return url()
    },
    headerLength,
    rangeOf: word => {
      places ??= readPlaces(blocks, headerLength)
      const piece = pieceOf(word)
      return /^[a-z]+$/.test(piece) ? places.filter(({ first }) => first <= piece).at(-1) : undefined
    },
    reader: async () => {
      const { WordList } = await import('./word-list.ts')
      return header => new WordList(header)
    },
  }
}

function readPlaces(blocks: string, headerLength: number): Place[] {
  let start = headerLength
  return [...blocks.matchAll(/([a-z]+)(\d+)/g)].map(([, first, length]) => {
    const place = { first, start, end: start + Number(length) }
    start = place.end
    return place
  })
}
