/** Finds the words that an unfinished one may become. */

import type { RelatedWord } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How many completions count, the most used first: who types more letters gets the others. */
const MOST_COMPLETIONS = 50

/** How much a completion counts beside the word as it stands. */
const COMPLETION_WEIGHT = 0.6

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
