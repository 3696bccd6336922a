/** Expands a typed word into words of the dictionary: completions of an unfinished one, and what `word~` asks for. */

import type { RelatedWord } from '../language/language.ts'
import { fold, pieceOf } from '../text/fold.ts'
import { COMPLETION_WEIGHT, MOST_COMPLETIONS, MOST_NEARBY, NEARBY_WEIGHTS } from '../weights.ts'
import { LONGEST_WORD } from './edits.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The words of the vocabulary that many edits away from a word, whether or not it is there itself: the nearest first, then the most used. */
export function nearbyWords(word: string, edits: number, vocabulary: Vocabulary): RelatedWord[] {
  const typed = pieceOf(fold(word))
  if (typed.length > LONGEST_WORD) return []
  return [...vocabulary.near(typed, edits)]
    .sort((a, b) => a.edits - b.edits || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEARBY)
    .map(near => ({ word: near.word, wholeClass: false, weight: NEARBY_WEIGHTS[near.edits], relation: 'typo' }))
}

/** The most used words that start like `word`, accents aside; each counts as itself, without its class. */
export function completeWord(word: string, vocabulary: Vocabulary): RelatedWord[] {
  const completions: RelatedWord[] = []
  for (const used of vocabulary.startingWith(fold(word))) {
    // The words of elisions end with an apostrophe; aujourd'hui has one inside.
    if (used.word === word || used.word.endsWith("'")) continue
    completions.push({ word: used.word, wholeClass: false, weight: COMPLETION_WEIGHT, relation: 'prefix' })
    if (completions.length === MOST_COMPLETIONS) break
  }
  return completions
}
