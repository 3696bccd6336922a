/**
 * Finds the words of a sorted list that are a few edits away from a typed one.
 *
 * An edit is a letter inserted, left out or replaced, or two neighbours swapped ("optimal string alignment", F. Damerau, 1964). Words that begin alike
 * stand together, share the rows of the table of distances, and are passed over together once no row can lead back below the limit: the walk over a trie
 * of H. Shang, T. Merrett, "Tries for approximate string matching", 1996, on a list.
 */

export interface NearWord {
  /** The word's place in the list. */
  index: number
  edits: number
}

/** Words in the order of their code units, with how many letters each shares with the one before. */
export class SortedWords {
  private readonly words: readonly string[]
  private readonly shared: Uint8Array

  constructor(words: readonly string[]) {
    this.words = words
    this.shared = Uint8Array.from(words, (word, i) => (i === 0 ? 0 : sharedLetters(words[i - 1], word)))
  }

  /** The words at most `most` edits from `typed`, in the order of the list. */
  near(typed: string, most: number): NearWord[] {
    const { words, shared } = this
    const table = new DistanceTable(typed, most)
    const near: NearWord[] = []
    // From this many letters on, the word whose rows the table holds is too far, and so are all that share them.
    let tooFarFrom = Number.POSITIVE_INFINITY
    let rows = 0
    for (let i = 0; i < words.length; i++) {
      if (shared[i] >= tooFarFrom) continue
      const word = words[i]
      rows = Math.min(rows, shared[i])
      tooFarFrom = Number.POSITIVE_INFINITY
      while (rows < word.length && tooFarFrom > rows) {
        if (!table.addRow(word, ++rows)) tooFarFrom = rows
      }
      if (rows < word.length) continue
      const edits = table.edits(rows)
      if (edits <= most) near.push({ index: i, edits })
    }
    return near
  }
}

/** As many as both words begin with, 255 at most: where longer words are cut short, rows are computed again, no more. */
function sharedLetters(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255)
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared
}

/** Row r holds the edits between the first r letters of a word and each beginning of the asked one, kept up to `most` + 1. */
class DistanceTable {
  private readonly typed: string
  private readonly most: number
  private readonly width: number
  private readonly cells: Uint8Array

  constructor(typed: string, most: number) {
    this.typed = typed
    this.most = most
    // A column to the right for what lies beyond the band, and a row for the first letter too many.
    this.width = typed.length + 2
    this.cells = new Uint8Array(this.width * (typed.length + most + 2)).fill(most + 1)
    for (let j = 0; j <= Math.min(most, typed.length); j++) this.cells[j] = j
  }

  /** Computes the cells within `most` of the diagonal, which suffice (E. Ukkonen, 1985). Returns whether a word with these letters may still be near. */
  addRow(word: string, row: number): boolean {
    const { typed, most, width, cells } = this
    const tooFar = most + 1
    if (row > typed.length + most) return false
    const here = row * width
    const above = here - width
    const letter = word.charCodeAt(row - 1)
    const first = Math.max(1, row - most)
    const last = Math.min(typed.length, row + most)
    cells[here + first - 1] = first === 1 ? Math.min(row, tooFar) : tooFar
    let least = cells[here + first - 1]
    for (let j = first; j <= last; j++) {
      const same = typed.charCodeAt(j - 1) === letter
      let edits = Math.min(cells[above + j] + 1, cells[here + j - 1] + 1, cells[above + j - 1] + (same ? 0 : 1), tooFar)
      if (
        row > 1 &&
        j > 1 &&
        typed.charCodeAt(j - 2) === letter &&
        typed.charCodeAt(j - 1) === word.charCodeAt(row - 2)
      ) {
        edits = Math.min(edits, cells[above - width + j - 2] + 1)
      }
      cells[here + j] = edits
      if (edits < least) least = edits
    }
    cells[here + last + 1] = tooFar
    // A swap reaches back over a row: that one must be out of reach as well.
    return least <= most || this.leastOf(row - 1) < most
  }

  private leastOf(row: number): number {
    let least = this.most + 1
    for (let j = Math.max(0, row - this.most); j <= Math.min(this.typed.length, row + this.most); j++) {
      least = Math.min(least, this.cells[row * this.width + j])
    }
    return least
  }

  /** The edits between the typed word and the first `row` letters of the word at hand, if no more than `most`. */
  edits(row: number): number {
    const { typed, most, width, cells } = this
    return Math.abs(row - typed.length) > most ? most + 1 : cells[row * width + typed.length]
  }
}
