/** Which French words are forms of one another: the class key of a word, and how much the words of one class count for one another. */

import { fold } from '../text/fold.ts'
import type { RelatedWord } from '../text/language.ts'
import { stemFrench } from './snowball.ts'

/** The class key of a dictionary word: words with equal keys are inflections or spellings of one another. */
export function stemKey(word: string): string {
  return stemFrench(fold(word))
}

/** How much an occurrence of `found` counts when `asked`, a word of the same class, was typed. */
export function inflectionWeight(_asked: string, _found: string): number {
  return 1
}

/** The words of other classes that belong to the family of `word`: derivations, inhabitants and their countries. Best first. */
export function relatedByMeaning(_word: string): readonly RelatedWord[] {
  return []
}
