/**
 * Limits on what the bytes of a file may expand to. A reader checks them before it allocates or loops; a writer stays within them. So no file, whoever made it,
 * can use more memory or time than a fixed multiple of its length. Specified in docs/format.md, "Bounds".
 */
import type { ByteReader } from './byte-reader.ts'
import { NODE_LENGTH } from './layout.ts'

/** The limit for text fields, and for columns. */
export const MAX_FIELDS = 64

/** Front-coded strings expand to at most this many bytes per stored byte. */
export const MOST_FOR_A_BYTE = 64
/** The same for compressed data: the leaves of tables, whose keys and words expand again, and the stored fields of a block, which become objects. */
const MOST_FOR_A_LEAF_BYTE = 8
const MOST_FOR_A_BLOCK_BYTE = 32

/** The limit for the positions of all postings, per byte of the file. */
export const TOKENS_FOR_A_BYTE = 64

/** The limit for documents in a block of ids and stored fields. */
export const MOST_BLOCK_DOCUMENTS = 256

/** The maximum unpacked length of a leaf of `packed` bytes. Nodes start on multiples of two pages, so a short one takes as much of the file as a full one. */
export function mostOfLeaf(packed: number): number {
  return MOST_FOR_A_LEAF_BYTE * Math.max(packed, NODE_LENGTH)
}

/** The maximum unpacked length of the stored fields in a block of this many bytes, including ids. */
export function mostOfBlock(length: number): number {
  return MOST_FOR_A_BLOCK_BYTE * length
}

/** Counts the bytes of strings that front-coded bytes expand to. */
export class SpelledOut {
  private room: number

  /** `bytes`: how many bytes the strings take in the file. */
  constructor(bytes: number) {
    this.room = bytes * MOST_FOR_A_BYTE
  }

  /** Counts a string before it is created. @throws CorruptIndexError if the total is too large */
  add(length: number, reader: ByteReader): void {
    this.room -= length
    if (this.room < 0) throw reader.corrupt('strings come to too much')
  }
}
