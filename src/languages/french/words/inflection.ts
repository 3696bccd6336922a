/** Which French words are forms of one another: the class key of a word, and how much the words of one class count for one another. */

import type { RelatedWord } from '../../../language/language.ts'
import { fold } from '../../../text/fold.ts'
import { rewriteForm } from '../rules/rewriting.ts'
import { accentWeight, isToldByAccent, keyApart, wordsApart } from './false-friends.ts'
import { familyOf, hasFamily } from './families.ts'
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

/** Whether the tables have the word, or a form of it: then it is French, whatever the documents say. */
export function isInTables(word: string): boolean {
  return isToldByAccent(word) || isFalseFriend(fold(word)) || hasFamily(unhyphenatedKey(word), unhyphenatedKey)
}

/** The stems of the words put apart: `port` is apart from `porte`, whose stem it would share, so both are words. */
let stemsApart: ReadonlySet<string> | undefined

function isFalseFriend(folded: string): boolean {
  stemsApart ??= new Set([...wordsApart()].map(stemFrench))
  return keyApart(folded) !== undefined || stemsApart.has(stemFrench(folded))
}

function unhyphenatedKey(word: string): string {
  return stemKey(word.replace(/[-']/g, ''))
}
