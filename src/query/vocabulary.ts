/** The words of a whole index with their use, whatever segments they are in. */

/** A word and how many documents hold it, over all segments, removed documents left out. */
export interface UsedWord {
  word: string
  folded: string
  documentFrequency: number
}

export interface Vocabulary {
  /** The words whose folded spelling starts with `prefix` (folded) and that some document holds, each once, in any order. */
  startingWith(prefix: string): Iterable<UsedWord>
}
