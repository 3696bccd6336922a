/** A language's word list as a file that a page reads by ranges: the description of the file, and the error of a look-up that needs more of it. */
import type { WordLookUp } from './language.ts'

/** A range of the bytes of a word list file. */
export interface WordListRange {
  /** The first byte. */
  start: number
  /** The byte after the last. */
  end: number
}

/** A list that is read by ranges. */
export interface WordListParts extends WordLookUp {
  readonly hash: string
  /** All ranges beyond the header. */
  readonly ranges: readonly WordListRange[]
  /** The bytes that `lookUp` needs for a word, or undefined if they are loaded. */
  rangeOf(word: string): WordListRange | undefined
  /** Adds the bytes of a range. @throws CorruptIndexError if they are not those of the list */
  load(start: number, bytes: Uint8Array): void
}

/** The file of a list, as known before any of it is loaded. */
export interface WordListFile {
  /** The hash by which index files refer to the list. */
  readonly hash: string
  /** @throws TypeError if the code does not know its own address */
  readonly url: string
  readonly headerLength: number
  /** The range of the block for a word; undefined if no block has such words. */
  rangeOf(word: string): WordListRange | undefined
  /** Loads the code that reads the list and creates one from its header. */
  reader(): Promise<(header: Uint8Array) => WordListParts>
}

/** A list of which parts may not be loaded. */
export interface DistantWords extends WordLookUp {
  /** Requests what looking up these words needs. */
  request(words: readonly string[]): void
  /** Whether everything for looking up the word is loaded. */
  isHere(word: string): boolean
}

/** Whether parts of a list may not be loaded. */
export function isDistant(list: WordLookUp): list is DistantWords {
  return 'request' in list
}

/** Thrown by a look-up that needs a part of the list that is not loaded. It never leaves the library: the engine waits for the part and starts again. */
export class MissingWords extends Error {
  /** Rejected if the part cannot be loaded. */
  readonly arrival: Promise<unknown>

  constructor(arrival: Promise<unknown>) {
    super('a part of the word list is missing')
    this.arrival = arrival
  }
}
