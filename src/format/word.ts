/** What a dictionary says of a word: how often it occurs, and where its postings stand. */

/** The place of a word's postings in one field. What the numbers mean is the segment's own business. */
export interface FieldPostings {
  field: number
  /** How many documents hold the word in this field, removed ones included. */
  documentFrequency: number
  start: number
  end: number
  positionsStart: number
  positionsEnd: number
  /** Whether it is known where the word stands in these documents. Of stop words it is not if the index leaves their positions out. */
  hasPositions: boolean
  /** The only posting itself, where the dictionary holds it and nothing else has to be read. */
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
  /** How many documents hold the word in any field, removed ones included. */
  documentFrequency: number
  /** The fields that hold the word, ascending. */
  fields: readonly FieldPostings[]
}

/** The words of a segment that share a class key. */
export interface WordClass {
  key: string
  /** The same in UTF-8, where it is at hand. */
  keyBytes?: Uint8Array
  /** How many documents hold any of the words in any field, removed ones included. */
  documentFrequency: number
  /** In code-unit order of their words. */
  terms: readonly Term[]
}

/** A word of the dictionary with its use, as completions and corrections need it. */
export interface LexiconEntry {
  word: string
  documentFrequency: number
}
