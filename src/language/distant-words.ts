/** The list of a language's words where it is a file that a page reads by ranges: what the language says of the file, and what a look-up throws that needs more of it. */
import type { WordLookUp } from './language.ts'

/** A range of the bytes of a word list file. */
export interface WordListRange {
  /** The first byte. */
  start: number
  /** The byte after the last. */
  end: number
}

/** A list that is read by ranges, as the language opens it. */
export interface WordListParts extends WordLookUp {
  readonly hash: string
  /** All ranges beyond the header. */
  readonly ranges: readonly WordListRange[]
  /** The bytes that `lookUp` needs for a word, or undefined if they are loaded. */
  rangeOf(word: string): WordListRange | undefined
  /** Takes the bytes of a range. @throws CorruptIndexError if they are not those of the list */
  load(start: number, bytes: Uint8Array): void
}

/** The file of a list, as code knows it before anything of it is here. */
export interface WordListFile {
  /** What index files name the list by. */
  readonly hash: string
  /** @throws TypeError if the code does not know where it came from */
  readonly url: string
  readonly headerLength: number
  /** The bytes of the block that decides on a word; undefined if no block has such words. */
  rangeOf(word: string): WordListRange | undefined
  /** Loads the code that reads the list, which gives the list of which only the header is here. */
  reader(): Promise<(header: Uint8Array) => WordListParts>
}

/** A list of which parts may be elsewhere. */
export interface DistantWords extends WordLookUp {
  /** Asks for what looking these words up takes. */
  request(words: readonly string[]): void
  /** Whether looking the word up takes nothing that is elsewhere. */
  isHere(word: string): boolean
}

/** Whether parts of a list may be elsewhere. */
export function isDistant(list: WordLookUp): list is DistantWords {
  return 'request' in list
}

/** Thrown by a look-up that needs a part of the list which is not here. Never seen outside: whoever searches waits for the part and starts again. */
export class MissingWords extends Error {
  /** Rejected if the part cannot be had. */
  readonly arrival: Promise<unknown>

  constructor(arrival: Promise<unknown>) {
    super('a part of the word list is missing')
    this.arrival = arrival
  }
}
