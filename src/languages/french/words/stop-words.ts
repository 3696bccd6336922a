/** The stop words of French: the closed class of stopwords-fr, with its elided forms, and the same words typed without accents. */

import { fold } from '../../../text/fold.ts'
import { STOP_WORDS } from '../data/default-stop-words.ts'
import { FUNCTION_WORDS } from '../data/function-words.ts'

/** The words of a table, which separates them with white space. */
export function wordsOf(table: string): string[] {
  return table.trim().split(/\s+/)
}

/** The stop words by default, with their accents. */
export function defaultStopWords(): ReadonlySet<string> {
  return new Set(wordsOf(STOP_WORDS))
}

/** Unaccented spellings of stop words that are words of their own: même, and un mème typed in haste. */
const OWN_MEANING: ReadonlySet<string> = new Set(['sommes', 'avions', 'ete', 'etes'])

/**
 * Stop words as they are compared: each as written, and without accents where capitals or haste left them out (ETAIENT, etre). A word
 * with accents is never folded to be compared, so sûr, dû and né aren't stopped by sur, du and ne.
 */
export function withUnaccented(stopWords: Iterable<string>): ReadonlySet<string> {
  const all = new Set(stopWords)
  for (const word of [...all]) {
    const folded = fold(word)
    if (!OWN_MEANING.has(folded)) all.add(folded)
  }
  return all
}

let functionWords: ReadonlySet<string> | undefined

/**
 * Whether a word is one of grammar: a stop word by default, or a conjunction, a preposition or an adverb that the stemmer would join to a
 * word of meaning. It is a form of nothing else, as it is written: tu is no form of tuer, but tû is one of taire.
 */
export function isFunctionWord(word: string): boolean {
  functionWords ??= withUnaccented([...defaultStopWords(), ...wordsOf(FUNCTION_WORDS)])
  return functionWords.has(word)
}
