/** Which French words are forms of one another: the class key of a word, and how much the words of one class count for one another. */

import type { RelatedWord } from '../../../language/language.ts'
import { fold } from '../../../text/fold.ts'
import { OTHER_SENSE_WEIGHT, SAME_STEM_WEIGHT } from '../../../weights.ts'
import { OWN_SENSE } from '../data/inflection-tables.ts'
import { plainEnding, repairStem, rewriteForm } from '../rules/rewriting.ts'
import { derivationsOf, otherGender } from './derivation.ts'
import { accentWeight, keyApart } from './false-friends.ts'
import { Families } from './families.ts'
import { areInflections } from './paradigm.ts'
import { stemFrench } from './snowball.ts'
import { isFunctionWord, wordsOf } from './stop-words.ts'

const DIGIT = /[0-9]/

/** Snowball joins former, formation and formateur, but not qualifier, qualification and qualificatif. */
const IFICATION = /ific(?:ation|atif|ative|ateur|atrice)s?$/

/**
 * The class key of a dictionary word: words with equal keys are inflections or spellings of one another.
 *
 * The key is the Snowball stem of the word without accents, so a word typed without accents has the same key. Before stemming, false friends are separated and
 * forms that Snowball gets wrong are rewritten.
 */
export function stemKey(word: string): string {
  const folded = fold(word)
  if (isFunctionWord(word)) return `=${singularFunctionWord(folded)}`
  if (DIGIT.test(folded)) return folded
  const apart = keyApart(folded)
  if (apart !== undefined) return apart
  return repairStem(stemFrench(rewrittenForm(word, folded)))
}

/** The word to stem instead of a word. */
export function rewrittenForm(word: string, folded: string = fold(word)): string {
  const plain = word === folded ? word : plainEnding(word)
  const form = rewriteForm(plain === word ? folded : fold(plain))
  return form.includes('ific') ? form.replace(IFICATION, 'ifier') : form
}

/** Leurs becomes leur, and quelles quelle; but not vous vou, nor plus plu. */
function singularFunctionWord(word: string): string {
  return word.length > 4 && word.endsWith('s') && isFunctionWord(word.slice(0, -1)) ? word.slice(0, -1) : word
}

/**
 * How much an occurrence of `found` counts if `asked`, a word of the same class, was typed: 1, or less if accents show that it is or may be another word
 * (`pêche` and `péché`), if its ending is not an inflection (`établir`, `établissement`), or if one of them has a separate meaning (`droite` and `droit`).
 */
export function inflectionWeight(asked: string, found: string): number {
  if (asked === found) return 1
  return Math.min(accentWeight(asked, found), formWeight(fold(asked), fold(found)))
}

function formWeight(asked: string, found: string): number {
  if (asked === found) return 1
  if (hasOwnSense(asked) || hasOwnSense(found))
    return withoutPlural(asked) === withoutPlural(found) ? 1 : OTHER_SENSE_WEIGHT
  return areInflections(asked, found) || haveRegularForms(asked, found) ? 1 : SAME_STEM_WEIGHT
}

function haveRegularForms(asked: string, found: string): boolean {
  const forms = regularForms(found)
  return regularForms(asked).some(a => forms.some(f => areInflections(a, f)))
}

/** The forms that a word would have if its stem were regular: prendait for prenait, percevoir for percu. */
function regularForms(folded: string): readonly string[] {
  const form = rewriteForm(folded)
  const stem = stemFrench(form)
  const repaired = repairStem(stem)
  if (repaired === stem) return [form]
  // The stemmer reduces double consonants: prenne, pren.
  const rest = form.startsWith(stem) ? form.slice(stem.length).replace(stem.slice(-1), '') : ''
  return [form, ...(rest === '' ? INFINITIVES : [rest]).map(ending => repaired + ending)]
}

const INFINITIVES = ['', 'er', 're', 'ir', 'oir']

let ownSense: ReadonlySet<string> | undefined

function isListed(word: string): boolean {
  return (ownSense ??= new Set(wordsOf(OWN_SENSE))).has(word)
}

function hasOwnSense(word: string): boolean {
  return isListed(withoutPlural(word))
}

function withoutPlural(word: string): string {
  return word.endsWith('s') && !isListed(word) ? word.slice(0, -1) : word
}

const families = /* @__PURE__ */ new Families(unhyphenatedKey)

/** The words of other classes in the family of `word`: derivations, inhabitants and their places. */
export function relatedByMeaning(word: string): RelatedWord[] {
  const key = unhyphenatedKey(word)
  const seen = new Set([key])
  const related = families.of(word, key, seen)
  for (const derived of [...derivationsOf(key), ...otherGender(word)]) {
    const other = stemKey(derived.word)
    if (seen.has(other)) continue
    seen.add(other)
    related.push(derived)
  }
  return related
}

/** Whether the tables have the word. It is then French, whatever the documents and the word list say. The tables have names of peoples that the list lacks. */
export function isInTables(word: string): boolean {
  return keyApart(fold(word)) !== undefined || families.has(word)
}

export function unhyphenatedKey(word: string): string {
  return stemKey(word.replace(/[-']/g, ''))
}
