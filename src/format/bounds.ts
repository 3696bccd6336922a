/**
 * What the bytes of a file may come to, at most. A reader checks it before it allocates or loops, a writer keeps to it: so no file, whoever made it, buys
 * more memory or time than a fixed multiple of its length. Specified in docs/format.md, "Bounds".
 */
import type { ByteReader } from './byte-reader.ts'
import { NODE_LENGTH } from './layout.ts'

/** Text fields; and as many columns. */
export const MAX_FIELDS = 64

/** Strings that are front-coded come to at most so many bytes for each byte that they stand in. */
export const MOST_FOR_A_BYTE = 64
/** The same for what is packed: the leaves of tables, whose keys and words are written out again, and the stored fields of a block, which become objects. */
const MOST_FOR_A_LEAF_BYTE = 8
const MOST_FOR_A_BLOCK_BYTE = 32

/** How many positions all postings have together, for each byte of the file. */
export const TOKENS_FOR_A_BYTE = 64

/** How many documents share a block of ids and stored fields. */
export const MOST_BLOCK_DOCUMENTS = 256

/** What a leaf of `packed` bytes unpacks to, at most: nodes start on multiples of two pages, so a short one takes as much of the file as a full one. */
export function mostOfLeaf(packed: number): number {
  return MOST_FOR_A_LEAF_BYTE * Math.max(packed, NODE_LENGTH)
}

/** What the stored fields of a block of so many bytes, ids included, unpack to, at most. */
export function mostOfBlock(length: number): number {
  return MOST_FOR_A_BLOCK_BYTE * length
}

/** Counts the strings that are written out of front-coded bytes. */
export class SpelledOut {
  private room: number

  /** `bytes`: how many the strings take where they stand. */
  constructor(bytes: number) {
    this.room = bytes * MOST_FOR_A_BYTE
  }

  /** Counts a string before it is made. @throws CorruptIndexError if all come to too much */
  add(length: number, reader: ByteReader): void {
    this.room -= length
    if (this.room < 0) throw reader.corrupt('strings come to too much')
  }
}
