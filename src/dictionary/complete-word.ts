/** Completes an unfinished word. */
import type { SegmentView } from '../index/segment-view.ts'
import type { Language, RelatedWord } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { COMPLETION_WEIGHT, MOST_COMPLETIONS } from '../weights.ts'
import { wordsStartingWith } from './vocabulary.ts'

/** The most frequent words with the prefix `word`, ignoring accents. Each counts as itself, without its class. */
export function completeWord(word: string, parts: readonly SegmentView[], language: Language): RelatedWord[] {
  const completions: RelatedWord[] = []
  for (const used of wordsStartingWith(fold(word), parts, language)) {
    // Elided words end with an apostrophe; aujourd'hui has one inside.
    if (used.word === word || used.word.endsWith("'")) continue
    completions.push({ word: used.word, wholeClass: false, weight: COMPLETION_WEIGHT, relation: 'prefix' })
    if (completions.length === MOST_COMPLETIONS) break
  }
  return completions
}
