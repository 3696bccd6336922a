/** A dictionary's entry for a word: how often it occurs, and where its postings are. */

/** The location of a word's postings in one field. Only the segment knows what the numbers mean. */
export interface FieldPostings {
  field: number
  /** How many documents contain the word in this field, including removed ones. */
  documentFrequency: number
  start: number
  end: number
  positionsStart: number
  positionsEnd: number
  /** Whether positions are available. Those of stop words are not, if the index omits them. */
  hasPositions: boolean
  /** The only posting, if the dictionary contains it and nothing else needs to be read. */
  inline?: InlinePosting
}

/** A posting with its positions. */
export interface InlinePosting {
  document: number
  positions: Uint32Array
}

/** A word of the segment's dictionary. */
export interface Term {
  word: string
  /** How many documents contain the word in any field, including removed ones. */
  documentFrequency: number
  /** The fields that contain the word, ascending. */
  fields: readonly FieldPostings[]
}

/** The words of a segment that share a class key. */
export interface WordClass {
  key: string
  /** The same in UTF-8, if available. */
  keyBytes?: Uint8Array
  /** How many documents contain any of the words in any field, including removed ones. */
  documentFrequency: number
  /** In code-unit order of their words. */
  terms: readonly Term[]
}

/** A word of the dictionary with its document count, for completions and corrections. */
export interface LexiconEntry {
  word: string
  documentFrequency: number
}
