/** The list of a language's words as one run of a query reads it: parts of it may be elsewhere. */
import type { ListedWord } from '../language/language.ts'

export interface ListReader {
  /** What the list knows of a word on which the decision depends. @throws MissingWords */
  lookUp(word: string): ListedWord | undefined
  /** What it knows of words that matter less. Those that are not here count as `meanwhile`, and come with what the query reads next, before it is answered. */
  lookUpSoon(words: readonly string[], meanwhile: ListedWord | undefined): readonly (ListedWord | undefined)[]
}
