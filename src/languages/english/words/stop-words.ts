/** The stop words of English. */
import { QUESTION_WORDS, STOP_WORDS } from '../data/stop-words.ts'

/** The words of a table, which separates them with white space. */
export function wordsOf(table: string): string[] {
  return table.trim().split(/\s+/)
}

/** The stop words by default. */
export function defaultStopWords(): ReadonlySet<string> {
  return new Set(wordsOf(STOP_WORDS))
}

/** Question words that have no other forms. */
const ASKING = 'who whom whose what which when where why how whether'.split(' ')

let functionWords: ReadonlySet<string> | undefined

/** Whether a word is a function word. It is a form of no other word. */
export function isFunctionWord(word: string): boolean {
  functionWords ??= new Set([...wordsOf(STOP_WORDS), ...wordsOf(QUESTION_WORDS).filter(word => ASKING.includes(word))])
  return functionWords.has(word)
}
