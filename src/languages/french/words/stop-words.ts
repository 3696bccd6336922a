/** The stop words of French: those of stopwords-fr with their elided forms, and the same words typed without accents. */

import { fold } from '../../../text/fold.ts'
import { STOP_WORDS } from '../data/default-stop-words.ts'
import { FUNCTION_WORDS } from '../data/function-words.ts'

/** The words of a table, which separates them with white space. */
export function wordsOf(table: string): string[] {
  return table.trim().split(/\s+/)
}

/** The default stop words, with their accents. */
export function defaultStopWords(): ReadonlySet<string> {
  return new Set(wordsOf(STOP_WORDS))
}

/** Unaccented spellings of stop words that are other words: même, and a carelessly typed mème. */
const OWN_MEANING: ReadonlySet<string> = new Set(['sommes', 'avions', 'ete', 'etes'])

/**
 * Stop words for comparison: each as written, and without the accents that capitals or careless typing omit (ETAIENT, etre). A word with accents is never
 * folded for comparison, so sûr, dû and né are not stopped by sur, du and ne.
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
 * Whether a word is a function word: a default stop word, or a conjunction, a preposition or an adverb that shares a stem with a content word. As written, it
 * is a form of no other word: tu is not a form of tuer, but tû is one of taire.
 */
export function isFunctionWord(word: string): boolean {
  functionWords ??= withUnaccented([...defaultStopWords(), ...wordsOf(FUNCTION_WORDS)])
  return functionWords.has(word)
}
