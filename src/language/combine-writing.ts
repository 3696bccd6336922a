/** The combined writing rules of several languages: the signs of all of them, the orthography of the first. */

import { bare } from '../text/language-mark.ts'
import type { Orthography, Typography } from './writing.ts'

export function combineTypography(typographies: readonly Typography[]): Typography {
  const all = (signs: (typography: Typography) => string | readonly string[]) => [
    ...new Set(typographies.flatMap(typography => [...signs(typography)])),
  ]
  return {
    quotes: all(({ quotes }) => quotes),
    opening: all(({ opening }) => opening).join(''),
    closing: all(({ closing }) => closing).join(''),
    sentenceEnds: all(({ sentenceEnds }) => sentenceEnds).join(''),
    isAbbreviation: written => typographies.some(({ isAbbreviation }) => isAbbreviation(written)),
  }
}

export function combineOrthography({ print, respell, continueSentence }: Orthography): Orthography {
  return {
    print: word => print(bare(word)),
    respell: (typed, word) => respell(typed, bare(word)),
    continueSentence,
  }
}
