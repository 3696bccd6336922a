/** Which word list this is, and where its blocks are in the file, so that a page asks for the right ones at once. Written by scripts/english/build-word-list.ts. */

/** The checksum of the header, which has those of the blocks. The file has it in its name. */
export const WORD_LIST_HASH = '00000000'
export const WORD_LIST_HEADER_LENGTH = 0
/** By block: what its first stem begins with, and how many bytes it has. */
export const WORD_LIST_BLOCKS = ''
