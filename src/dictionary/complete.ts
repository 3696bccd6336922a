/** Finds the words that an unfinished one may become. */

import type { RelatedWord } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { COMPLETION_WEIGHT, MOST_COMPLETIONS } from '../weights.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The most used words that start like `word`, accents aside; each counts as itself, without its class. */
export function completeWord(word: string, vocabulary: Vocabulary): RelatedWord[] {
  const completions: RelatedWord[] = []
  for (const used of vocabulary.startingWith(fold(word))) {
    if (used.word === word || used.word.includes("'")) continue
    completions.push({ word: used.word, wholeClass: false, weight: COMPLETION_WEIGHT, relation: 'prefix' })
    if (completions.length === MOST_COMPLETIONS) break
  }
  return completions
}
