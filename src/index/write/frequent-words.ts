/**
 * Chooses the most frequent words, which a file lists a second time: completions of one or two letters are among them, and need not be searched for among all
 * words with the prefix.
 */
import type { LexiconEntry } from '../segment.ts'

/** Dictionaries with fewer words have no list, because reading all words with a prefix is fast. */
const LEAST_WORDS = 8192

/** At most one word in this many is frequent. */
const SHARE = 16

/** A word in fewer documents is never frequent, so the writer keeps few words until it knows their number. */
export const FREQUENT = 4

/**
 * The frequent words among `candidates`, which are all words with at least `FREQUENT` documents. Words with equal counts are either all included or all
 * excluded.
 */
export function chooseFrequentWords(candidates: readonly LexiconEntry[], wordCount: number): LexiconEntry[] {
  if (wordCount < LEAST_WORDS) return []
  const most = Math.floor(wordCount / SHARE)
  const uses = candidates.map(({ documentFrequency }) => documentFrequency).sort((a, b) => b - a)
  // Excludes the first one that does not fit, and all with the same count.
  const tooRare = uses[most] ?? 0
  return candidates.filter(({ documentFrequency }) => documentFrequency > tooRare)
}
