/**
 * A table of lines of words that is searched, not built: a line is read when a word of the class of one of its words is looked up.
 *
 * A class and its words begin with the same letters, but for a few that are written so that they do (scripts/french/build-tables.ts).
 */
import { fold } from '../../text/fold.ts'

/** How many letters of a key lead to its lines. */
const BEGINNING = 3

/** What a table has of the words with one beginning; kept, because queries come back to the same words. */
export class LineTable<T> {
  private readonly write: () => readonly string[]
  private readonly read: (lines: string[], beginnings: readonly string[]) => T
  private readonly byBeginning = new Map<string, T>()
  private lines: readonly string[] | undefined
  /** The same lines as keys are written: without accents, hyphens and apostrophes; and a space before each word. */
  private searched = ''
  /** Where each of them ends. */
  private ends: readonly number[] = []

  /** `write` gives the lines, when they are first needed; `read` makes of some of them what is looked up in them. */
  constructor(write: () => readonly string[], read: (lines: string[], beginnings: readonly string[]) => T) {
    this.write = write
    this.read = read
  }

  /** What the lines say that may have a word of this class, or this word. */
  linesOf(key: string, word: string = key): T {
    const beginnings = [beginningOf(key), beginningOf(fold(word))]
    const name = beginnings.join(' ')
    let found = this.byBeginning.get(name)
    if (found === undefined) this.byBeginning.set(name, (found = this.read(this.linesWith(beginnings), beginnings)))
    return found
  }

  private linesWith(beginnings: readonly string[]): string[] {
    if (this.lines === undefined) {
      this.lines = this.write()
      const joined = this.lines.join('\n').replace(/[-'’]/g, '').replace(/[,|]/g, ' ').toLowerCase()
      this.searched = `${withoutAccents(joined.replace(/^/gm, ' '))}\n`
      this.ends = [...this.searched.matchAll(/\n/g)].map(({ index }) => index)
    }
    const { lines, searched, ends } = this
    const found = new Set<number>()
    for (const beginning of beginnings) {
      for (let at = searched.indexOf(` ${beginning}`); at !== -1; at = searched.indexOf(` ${beginning}`, at + 1)) {
        found.add(lineAt(at, ends))
      }
    }
    return [...found].sort((a, b) => a - b).map(line => lines[line])
  }
}

/** The first line that ends behind a place. */
function lineAt(at: number, ends: readonly number[]): number {
  let low = 0
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle] < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The first letters of a key; `=` marks the key of a class of its own. */
function beginningOf(key: string): string {
  return key.startsWith('=') ? key.slice(1, BEGINNING + 1) : key.slice(0, BEGINNING)
}

/** As `fold` does it for the letters of French, at once for a whole table. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}
