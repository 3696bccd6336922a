/**
 * Chooses the words that a file lists a second time because they are used most: the completions of one or two letters are among them, and need not be found among all
 * words that begin so.
 */
import type { LexiconEntry } from '../segment.ts'

/** Dictionaries with fewer words have no list: what begins alike in them is soon read. */
const LEAST_WORDS = 8192

/** At most one word in so many is frequent. */
const SHARE = 16

/** A word that fewer documents hold is not frequent, whatever the others: so the writer keeps few words until it knows how many there are. */
export const FREQUENT = 4

/** The frequent words among `candidates`, which are all words with `FREQUENT` documents or more: each word that as many documents hold as one of them, or none. */
export function chooseFrequentWords(candidates: readonly LexiconEntry[], wordCount: number): LexiconEntry[] {
  if (wordCount < LEAST_WORDS) return []
  const most = Math.floor(wordCount / SHARE)
  const uses = candidates.map(({ documentFrequency }) => documentFrequency).sort((a, b) => b - a)
  // The first that does not fit, and all that are used as little, are out.
  const tooRare = uses[most] ?? 0
  return candidates.filter(({ documentFrequency }) => documentFrequency > tooRare)
}
