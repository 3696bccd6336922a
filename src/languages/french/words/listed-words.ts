/** What words stand for by the lists of French: spelling variants and abbreviations, numbers in letters and in digits, acronyms. */
import { ACRONYM_WEIGHT, PHRASE_WEIGHT, WRITTEN_OUT_WEIGHT } from '../../../weights.ts'
import { ACRONYMS } from '../data/acronyms.ts'
import { PHRASES, VARIANTS } from '../data/variants.ts'
import { readSynonyms } from '../read-synonyms.ts'
import { numbersOfOneWord } from '../rules/number-words.ts'
import { LineTable } from './line-table.ts'
import { type RelatedWordSource, RelatedWords, type SynonymEntry } from './related.ts'

/** The lists; `key` gives a word's class, `read` reads an entry that may have several words. */
export function listedWords(key: (word: string) => string, read: (text: string) => SynonymEntry): RelatedWordSource {
  const lists = [
    VARIANTS,
    ...numbersOfOneWord().map(writings => `${WRITTEN_OUT_WEIGHT} ${writings.join(' ')}`),
    weighted(PHRASE_WEIGHT, PHRASES),
    weighted(ACRONYM_WEIGHT, ACRONYMS),
  ]
  const table = new LineTable(
    () => lists.join('\n').split('\n'),
    lines => {
      const words = new RelatedWords(key, read)
      for (const line of lines) addLine(words, line)
      return words
    },
  )
  return {
    wordsOf: (word, ofWord) => table.linesOf(ofWord, word).wordsOf(word, ofWord),
    phrasesFrom: ofWord => table.linesOf(ofWord).phrasesFrom(ofWord),
  }
}

function weighted(weight: number, lines: string): string {
  return lines.replace(/^/gm, `${weight} `)
}

/** A line is a weight and words, those behind a bar exactly as they are spelt; or a weight and entries of several words, between commas. */
function addLine(words: RelatedWords, line: string): void {
  const space = line.indexOf(' ')
  const weight = Number(line.slice(0, space))
  const text = line.slice(space + 1)
  if (text.includes(',')) words.addSynonyms(readSynonyms(text), weight)
  else {
    const [inflected, exact = ''] = text.split('|')
    words.addGroup(spaced(inflected), weight, 'variant', spaced(exact))
  }
}

function spaced(words: string): string[] {
  return words === '' ? [] : words.split(' ')
}
