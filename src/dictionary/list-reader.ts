/** Reads a language's word list for one run of a query. Parts of it may not be loaded. */
import type { ListedWord } from '../language/language.ts'

export interface ListReader {
  /** The entry of a word on which the decision depends. @throws MissingWords */
  lookUp(word: string): ListedWord | undefined
  /**
   * The entries of less important words. Those that are not loaded count as `meanwhile`; they are loaded with the query's next reads, before it is answered.
   */
  lookUpSoon(words: readonly string[], meanwhile: ListedWord | undefined): readonly (ListedWord | undefined)[]
}
