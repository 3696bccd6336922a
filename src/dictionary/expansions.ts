/** Expands a typed word to dictionary words: completions of an unfinished word, and the words near `word~`. */

import type { RelatedWord } from '../language/language.ts'
import { fold, pieceOf } from '../text/fold.ts'
import { COMPLETION_WEIGHT, MOST_COMPLETIONS, MOST_NEARBY, NEARBY_WEIGHTS } from '../weights.ts'
import { LONGEST_WORD } from './edits.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The words of the vocabulary up to this many edits away from a word, even if the word itself exists: the closest first, then the most frequent. */
export function nearbyWords(word: string, edits: number, vocabulary: Vocabulary): RelatedWord[] {
  const typed = pieceOf(fold(word))
  if (typed.length > LONGEST_WORD) return []
  return [...vocabulary.near(typed, edits)]
    .sort((a, b) => a.edits - b.edits || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEARBY)
    .map(near => ({ word: near.word, wholeClass: false, weight: NEARBY_WEIGHTS[near.edits], relation: 'typo' }))
}

/** The most frequent words with the prefix `word`, ignoring accents. Each counts as itself, without its class. */
export function completeWord(word: string, vocabulary: Vocabulary): RelatedWord[] {
  const completions: RelatedWord[] = []
  for (const used of vocabulary.startingWith(fold(word))) {
    // Elided words end with an apostrophe; aujourd'hui has one inside.
    if (used.word === word || used.word.endsWith("'")) continue
    completions.push({ word: used.word, wholeClass: false, weight: COMPLETION_WEIGHT, relation: 'prefix' })
    if (completions.length === MOST_COMPLETIONS) break
  }
  return completions
}
