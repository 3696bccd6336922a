/** The words of a whole index with their use, whatever segments they are in. */

import type { RankedWord } from './ranked-words.ts'

/** A used word and how many slips of the keyboard lead to it. */
export interface NearUsedWord extends RankedWord {
  slips: number
}

export interface Vocabulary {
  /** How many documents hold a word in this spelling, accents aside; one that holds several spellings may count more than once. */
  usesOf(word: string): number
  /** The words whose folded spelling starts with `prefix` (folded) and that some document holds, most used first, then in order of the folded spelling. */
  startingWith(prefix: string): Iterable<RankedWord>
  /** The words whose spelling in one piece (`pieceOf`) is at most `most` slips from `asked` and that some document holds, each once, in any order. */
  near(asked: string, most: number): readonly NearUsedWord[]
}

/** A folded word without its hyphens and apostrophes: what is compared letter by letter. */
export function pieceOf(folded: string): string {
  return /[-']/.test(folded) ? folded.replace(/[-']/g, '') : folded
}
