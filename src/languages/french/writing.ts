/** How French is written: ET and OU, « » and the spaces before ; : ! ?, abbreviations, capitals with their accents. */

import type { LanguageClues } from '../../language/detect-language.ts'
import type { RelatedWord } from '../../language/language.ts'
import { orthographyOf } from '../../language/language-members.ts'
import type { Operators, Orthography, Typography } from '../../language/writing.ts'
import { fold } from '../../text/fold.ts'

/** The pronouns of inversions and imperatives: « Puis-je », « donne-lui ». */
const PRONOUNS = 'je tu il ils elle elles on nous vous ce moi toi lui leur la le les y en'.split(' ')

export const OPERATORS: Operators = {
  and: ['ET'],
  or: ['OU'],
  // With the t between two vowels: « a-t-il », « va-t-en ».
  neverExcluded: PRONOUNS.flatMap(pronoun => [pronoun, `t-${pronoun}`]),
}

/** Clues to French texts. Not `on`, `or`, `car`, `son`, because these are English words too. */
export const CLUES: LanguageClues = {
  words:
    "le la les des du de un une et à en est dans par pour sur sans avec qui que ne pas ce cette ces au aux il elle elles ils nous vous se sont leur leurs mais où été être dont comme je tu mon mes ses votre vos notre nos quel quelle quels quelles quoi quand faut dois doit peut peux fait chez depuis sous très aussi l' d' qu' n' s' c' j' m'".split(
      ' ',
    ),
  letters: 'éèêàçùîôûœ',
  endings: 'eur eurs eux euse euses aux aires oires oise oises elles ettes'.split(' '),
}

/** French texts also use English and German quotation marks. */
const QUOTES = ['«»', '“”', '„“”']

/** @param related the related words of a word, according to the language */
export function typographyOf(related: (word: string) => readonly RelatedWord[]): Typography {
  return {
    quotes: QUOTES,
    opening: '«([{“„‹§',
    closing: '»)]}”›;:!?,…%‰€°',
    sentenceEnds: '.!?…',
    isAbbreviation: written => isAbbreviation(written, related),
  }
}

/** Letters without a vowel (`cf.`, `Dr.`, not `SNCF.`), short forms of a longer word with the same first letter (`av.`, `art.`), and `n°`. */
function isAbbreviation(written: string, related: (word: string) => readonly RelatedWord[]): boolean {
  if (written.endsWith('°')) return true
  if (!written.endsWith('.')) return false
  const letters = written.slice(0, -1)
  const word = letters.toLowerCase()
  if (letters.slice(1) !== letters.slice(1).toUpperCase() && /^[b-df-hj-np-tv-xz]+$/.test(fold(word))) return true
  return [word, `${word}.`].some(spelling =>
    related(spelling).some(
      ({ word: long, relation }) => relation === 'variant' && long[0] === word[0] && long.length > word.length + 2,
    ),
  )
}

const print = (word: string): string => word.replaceAll("'", '’')
const { respell, continueSentence } = orthographyOf('fr')

export const ORTHOGRAPHY: Orthography = {
  print,
  respell: (typed, word) => respell(typed, print(word)),
  continueSentence,
}
