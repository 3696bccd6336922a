/** Which English words are forms of one another: the class key of a word, and how much the words of one class count for one another. */

import { fold } from '../../../text/fold.ts'
import {
  FALSE_FRIEND_WEIGHT,
  OTHER_SENSE_WEIGHT,
  SAME_STEM_WEIGHT,
  WRITTEN_WITHOUT_ACCENTS_WEIGHT,
} from '../../../weights.ts'
import { OWN_SENSE, TOLD_BY_ACCENT } from '../data/false-friends.ts'
import { wordApart } from './false-friends.ts'
import { regularForm } from './irregular.ts'
import { areInflections } from './paradigm.ts'
import { stemEnglish } from './snowball.ts'
import { americanSpelling } from './spelling.ts'
import { isFunctionWord, wordsOf } from './stop-words.ts'

const DIGIT = /[0-9]/

/**
 * The class key of a dictionary word: words with equal keys are inflections or spellings of one another.
 *
 * The key is the Snowball stem of the word without accents, in American spelling, after irregular forms are made regular and false friends are separated.
 */
export function stemKey(word: string): string {
  const folded = fold(word)
  if (isFunctionWord(folded)) return `=${folded}`
  if (DIGIT.test(folded)) return folded
  const form = regularSpelling(folded)
  const apart = wordApart(form)
  return apart === undefined ? stemEnglish(form) : `=${apart}`
}

/** The stemmer removes one suffix of recognizable and another one of recognize. So it does of manageable and noticeable. */
const IZABLE = /^(.*iz|.{3,}[cg]e)(?:able|ably|ability)$/
/** Programmer, beginner: the stemmer undoes the doubled consonant of programming, but not before -er. */
const DOUBLED =
  /^(?!.*(?:clutter|scatter|flutter|embitter|letter|batter|[hy]ammer|cotter))(.*[aeiouy].*[aeiouy]([bgmnpt]))\2(ers?)$/

/** The word to stem instead of a folded word. */
export function regularSpelling(folded: string): string {
  const regular = regularForm(folded)
  const spelled = americanSpelling(regular)
  // A British spelling may hide an irregular form: cosier is cozier, and cozier is cozy.
  const form = spelled === regular ? regular : regularForm(spelled)
  return form.replace(IZABLE, (_, stem: string) => (stem.endsWith('iz') ? `${stem}e` : stem)).replace(DOUBLED, '$1$3')
}

/**
 * How much an occurrence of `found` counts if `asked`, a word of the same class, was typed: 1, or less if accents show that it may be another word (`résumé`
 * and `resume`), if its ending is not an inflection (`relate`, `relative`), or if one of them has a separate meaning.
 */
export function inflectionWeight(asked: string, found: string): number {
  if (asked === found) return 1
  const a = fold(asked)
  const f = fold(found)
  return Math.min(accentWeight(asked, a, found, f), a === f ? 1 : formWeight(regularSpelling(a), regularSpelling(f)))
}

let toldByAccent: ReadonlySet<string> | undefined
let ownSense: ReadonlySet<string> | undefined

/** A query without accents means all spellings. If a query has accents, only a text without accents may be the same word. */
function accentWeight(asked: string, a: string, found: string, f: string): number {
  toldByAccent ??= new Set(wordsOf(TOLD_BY_ACCENT))
  const isTold = (word: string) => toldByAccent?.has(withoutPlural(word)) === true
  if (!isTold(asked) && !isTold(found)) return 1
  if (withoutPlural(asked) === withoutPlural(found)) return 1
  if (withoutPlural(a) !== withoutPlural(f)) return FALSE_FRIEND_WEIGHT
  return asked === a ? 1 : WRITTEN_WITHOUT_ACCENTS_WEIGHT
}

function formWeight(asked: string, found: string): number {
  if (asked === found) return 1
  ownSense ??= new Set(wordsOf(OWN_SENSE))
  if (areInflections(asked, found)) return 1
  return ownSense.has(withoutPlural(asked)) || ownSense.has(withoutPlural(found))
    ? OTHER_SENSE_WEIGHT
    : SAME_STEM_WEIGHT
}

function withoutPlural(word: string): string {
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
