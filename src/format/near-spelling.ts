/**
 * Finds words a few edits away from a typed one, word by word in dictionary order.
 *
 * An edit inserts, deletes or replaces a letter, or swaps two neighbours ("optimal string alignment", F. Damerau, 1964). Hyphens, apostrophes and language
 * marks do not count. Words with a common prefix share rows of the distance table. Once no row can lead back below the limit, all words with that prefix are
 * too far. This is the trie walk of H. Shang, T. Merrett, "Tries for approximate string matching", 1996, on sorted words.
 */

// Hyphens and apostrophes, which people write or omit.
const HYPHEN = 0x2d
const APOSTROPHE = 0x27
/** Control characters are below it; words end with one if the index has several languages. */
const SPACE = 0x20

export class NearSpelling {
  /** More edits than allowed: the maximum of `edits`. */
  readonly tooMany: number
  /** All words that share this many bytes with the last word are too far; `Infinity` if there is no such length. */
  tooFarFrom = Number.POSITIVE_INFINITY

  readonly typed: string
  /** The maximum number of edits. */
  readonly most: number
  private readonly width: number
  /** Row r has the edits between the first r letters of a word and each prefix of the typed one, at most `tooMany`. */
  private readonly cells: Uint8Array
  /** By row: the r-th letter of the word. */
  private readonly letters: Uint16Array
  /** By number of bytes: how many rows the first bytes of the word take. */
  private rowsOf = new Uint8Array(64)

  /** `typed` has no hyphens and apostrophes, and less than 200 letters. */
  constructor(typed: string, most: number) {
    this.typed = typed
    this.most = most
    this.tooMany = most + 1
    // One more column for cells beyond the band, and one more row for the first letter too many.
    this.width = typed.length + 2
    this.cells = new Uint8Array(this.width * (typed.length + most + 2)).fill(this.tooMany)
    this.letters = new Uint16Array(typed.length + most + 2)
    for (let j = 0; j <= Math.min(most, typed.length); j++) this.cells[j] = j
  }

  /** The edits between the typed word and a UTF-8 word that shares its first `shared` bytes with the previous word. */
  read(word: Uint8Array, shared: number, length: number): number {
    if (length >= this.rowsOf.length) this.rowsOf = grown(this.rowsOf, 2 * length)
    const { rowsOf } = this
    this.tooFarFrom = Number.POSITIVE_INFINITY
    let at = shared
    // Words may share part of a character.
    while (at > 0 && at < length && (word[at] & 0xc0) === 0x80) at--
    let row = rowsOf[at]
    while (at < length) {
      const lead = word[at]
      const bytes = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      const isNear =
        bytes === 1
          ? lead === HYPHEN || lead === APOSTROPHE || lead < SPACE || this.addRow(lead, ++row)
          : this.addLongLetter(word, at, bytes, row)
      if (bytes > 1) row += bytes === 4 ? 2 : 1
      at += bytes
      if (!isNear) {
        this.tooFarFrom = at
        return this.tooMany
      }
      if (at <= length) rowsOf[at] = row
    }
    return this.edits(row)
  }

  /** A letter beyond ASCII: one code unit or, beyond the basic plane, two. */
  private addLongLetter(word: Uint8Array, at: number, bytes: number, row: number): boolean {
    let code = word[at] & (0xff >> (bytes + 1))
    for (let i = 1; i < bytes; i++) code = code * 64 + (word[at + i] & 0x3f)
    if (bytes < 4) return this.addRow(code, row + 1)
    return this.addRow(0xd7c0 + (code >> 10), row + 1) && this.addRow(0xdc00 + (code & 0x3ff), row + 2)
  }

  /** Computes the cells within `most` of the diagonal, which are enough (E. Ukkonen, 1985). Returns whether a word with these letters may still be near. */
  private addRow(letter: number, row: number): boolean {
    const { typed, most, width, cells, letters, tooMany } = this
    if (row > typed.length + most) return false
    letters[row] = letter
    const here = row * width
    const above = here - width
    const first = Math.max(1, row - most)
    const last = Math.min(typed.length, row + most)
    cells[here + first - 1] = first === 1 ? Math.min(row, tooMany) : tooMany
    let least = cells[here + first - 1]
    for (let j = first; j <= last; j++) {
      const same = typed.charCodeAt(j - 1) === letter
      let edits = Math.min(
        cells[above + j] + 1,
        cells[here + j - 1] + 1,
        cells[above + j - 1] + (same ? 0 : 1),
        tooMany,
      )
      if (row > 1 && j > 1 && typed.charCodeAt(j - 2) === letter && typed.charCodeAt(j - 1) === letters[row - 1]) {
        edits = Math.min(edits, cells[above - width + j - 2] + 1)
      }
      cells[here + j] = edits
      if (edits < least) least = edits
    }
    cells[here + last + 1] = tooMany
    // A swap goes back two rows, so the previous row must be too far as well.
    return least <= most || this.leastOf(row - 1) < most
  }

  private leastOf(row: number): number {
    let least = this.tooMany
    for (let j = Math.max(0, row - this.most); j <= Math.min(this.typed.length, row + this.most); j++) {
      least = Math.min(least, this.cells[row * this.width + j])
    }
    return least
  }

  /** The edits between the typed word and the first `row` letters of the current word. */
  private edits(row: number): number {
    const { typed, most, width, cells, tooMany } = this
    return Math.abs(row - typed.length) > most ? tooMany : cells[row * width + typed.length]
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(length)
  longer.set(bytes)
  return longer
}
