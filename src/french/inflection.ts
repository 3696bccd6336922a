/** Which French words are forms of one another: the class key of a word, and how much the words of one class count for one another. */
import { fold } from '../text/fold.ts'
import type { RelatedWord } from '../text/language.ts'
import { accentWeight, keyApart } from './false-friends.ts'
import { familyOf } from './families.ts'
import { rewriteForm } from './rewriting.ts'
import { stemFrench } from './snowball.ts'

const DIGIT = /[0-9]/

/**
 * The class key of a dictionary word: words with equal keys are inflections or spellings of one another.
 *
 * The key is the Snowball stem of the word without accents, so that a word typed without them has the key of the word meant; before it,
 * false friends are put apart and the forms that Snowball misses are rewritten.
 */
export function stemKey(word: string): string {
  const folded = fold(word)
  if (DIGIT.test(folded)) return folded
  return keyApart(folded) ?? stemFrench(rewriteForm(folded))
}

/**
 * How much an occurrence of `found` counts when `asked`, a word of the same class, was typed: 1, or less where accents tell that it is,
 * or may be, another word (`pêche` and `péché`).
 */
export function inflectionWeight(asked: string, found: string): number {
  return asked === found ? 1 : accentWeight(asked, found)
}

/** The words of other classes that belong to the family of `word`: derivations, people and their places. */
export function relatedByMeaning(word: string): RelatedWord[] {
  return familyOf(unhyphenatedKey(word), unhyphenatedKey)
}

function unhyphenatedKey(word: string): string {
  return stemKey(word.replace(/[-']/g, ''))
}
