/** Words related by the lists of French: spelling variants and abbreviations, numbers in letters and in digits, acronyms. */

import type { RelatedWord } from '../../../language/language.ts'
import { ACRONYM_WEIGHT, NUMERAL_WEIGHT, PHRASE_WEIGHT, WRITTEN_OUT_WEIGHT } from '../../../weights.ts'
import { readLines } from '../../lexicon/listed-lines.ts'
import type { RelatedWordSource, SynonymEntry } from '../../lexicon/related.ts'
import { ACRONYMS } from '../data/acronyms.ts'
import { PHRASES, VARIANTS } from '../data/variants.ts'
import { numbersOfOneWord } from '../rules/number-words.ts'

/** The lists. `key` returns a word's class, `read` reads an entry that may have several words. */
export function listedWords(key: (word: string) => string, read: (text: string) => SynonymEntry): RelatedWordSource {
  const source = readLines(
    [
      VARIANTS,
      ...numbersOfOneWord().map(writings => `${WRITTEN_OUT_WEIGHT} ${writings.join(' ')}`),
      weighted(PHRASE_WEIGHT, PHRASES),
      weighted(ACRONYM_WEIGHT, ACRONYMS),
    ],
    key,
    read,
  )
  return {
    wordsOf: (word, ofWord) => {
      const words = source.wordsOf(word, ofWord)
      // An article 1 is an article 1er, whichever was typed.
      return word === '1' ? [...words, FIRST] : words
    },
    phrasesFrom: source.phrasesFrom,
  }
}

const FIRST: RelatedWord = { word: '1er', wholeClass: true, weight: NUMERAL_WEIGHT, relation: 'variant' }

function weighted(weight: number, lines: string): string {
  return lines.replace(/^/gm, `${weight} `)
}
