/** The words of a segment with a prefix, most frequent first: those of its list of frequent words, then all others if these are not enough. */
import type { Segment } from '../index/segment.ts'
import { bare } from '../text/language-mark.ts'

/** A word with its document count. */
export interface RankedWord {
  /** The folded spelling, for comparing prefixes. */
  folded: string
  word: string
  /** How many documents contain it. */
  uses: number
}

/**
 * The words whose folded spelling starts with `prefix`, most frequent first, ties in order.
 *
 * @param printed returns a dictionary word without the mark of its language; undefined for words to skip. Default: the index has one language
 */
export function* rankedWords(
  segment: Segment,
  prefix: string,
  printed?: (word: string) => string | undefined,
): Generator<RankedWord> {
  segment.announce?.({ completions: prefix })
  const frequent = new Set<string>()
  const take = (words: RankedWord[]) => words.sort((a, b) => b.uses - a.uses || compareWords(a, b))
  const words: RankedWord[] = []
  const add = (list: RankedWord[], folded: string, entry: string, uses: number) => {
    const word = printed === undefined ? entry : printed(entry)
    if (word !== undefined) list.push({ folded: printed === undefined ? folded : bare(folded), word, uses })
  }
  segment.scanFrequentWords(prefix, (folded, { word, documentFrequency: uses }) => {
    frequent.add(word)
    add(words, folded, word, uses)
    return true
  })
  yield* take(words)
  segment.announce?.({ wordPrefix: prefix })
  const others: RankedWord[] = []
  segment.scanWords(prefix, (folded, { word, documentFrequency: uses }) => {
    if (!frequent.has(word)) add(others, folded, word, uses)
    return true
  })
  yield* take(others)
}

/** The order of equally frequent words. */
export function compareWords(a: { folded: string; word: string }, b: { folded: string; word: string }): number {
  if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1
  return a.word < b.word ? -1 : a.word > b.word ? 1 : 0
}
