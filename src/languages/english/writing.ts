/** How English is written: AND, OR and NOT, quotation marks, abbreviations, capitals. */

import type { LanguageClues } from '../../language/detect-language.ts'
import type { RelatedWord } from '../../language/language.ts'
import { orthographyOf } from '../../language/language-members.ts'
import type { Operators, Orthography, Typography } from '../../language/writing.ts'

/** AND and OR are read in every language. A minus before the ending of a contraction excludes nothing. */
export const OPERATORS: Operators = { and: [], or: [], neverExcluded: [] }

/** Clues to English texts. Not `on`, `as`, `or`, `but`, `an`, `a`, `me`, because these are French words too. */
export const CLUES: LanguageClues = {
  words:
    "the of and to in is was were for with that this it be been from by at not have has had what how which you your they their there does who when where why can will would should we he she his her if then than these those about into do don' doesn' didn' isn' can' won' i' our my its them some any each every other many both such after before between through during because while only could here".split(
      ' ',
    ),
  endings: 'ing ly ness ful less ship ght ity ogy ary ory acy ncy'.split(' '),
}

const CONSONANTS = /^[bcdfghjklmnpqrstvwxz]+$/

/** @param related the related words of a word, according to the language */
export function typographyOf(related: (word: string) => readonly RelatedWord[]): Typography {
  return {
    // ‘ ’ enclose quotations too, but ’ is usually an apostrophe.
    quotes: ['“”', '«»', '„“”'],
    opening: '([{“„«‘‹§#$£€',
    closing: ')]}”»›;:!?,…%‰',
    sentenceEnds: '.!?…',
    isAbbreviation: written => isAbbreviation(written, related),
  }
}

/** Letters without a vowel that are not an acronym (`Mr.`, `St.`), and short forms of a longer word with the same first letter (`Ave.`, `Gen.`, `No.`). */
function isAbbreviation(written: string, related: (word: string) => readonly RelatedWord[]): boolean {
  if (!written.endsWith('.')) return false
  const letters = written.slice(0, -1)
  const word = letters.toLowerCase()
  if (letters.slice(1) !== letters.slice(1).toUpperCase() && CONSONANTS.test(word)) return true
  return [word, `${word}.`].some(spelling =>
    related(spelling).some(
      ({ word: long, relation }) => relation === 'variant' && long[0] === word[0] && long.length > word.length + 1,
    ),
  )
}

const print = (word: string): string => word.replaceAll("'", '’')
const { respell, continueSentence } = orthographyOf('en')

export const ORTHOGRAPHY: Orthography = {
  print,
  respell: (typed, word) => respell(typed, print(word)),
  // I is always a capital.
  continueSentence: text => (/^I(?![\p{L}\d])/u.test(text) ? text : continueSentence(text)),
}
