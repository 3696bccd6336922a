/**
 * A table of lines of words that is searched without being built: a line is read only when a word of the class of one of its words is looked up.
 *
 * A class key and its words start with the same letters. The few exceptions are written so that they do (scripts/french/build-tables.ts).
 */
import { fold } from '../../text/fold.ts'

/** The number of letters of a key that determine its lines. */
const BEGINNING = 3

/** The table entries for words with one prefix. They are cached, because queries repeat words. */
export class LineTable<T> {
  private readonly write: () => readonly string[]
  private readonly read: (lines: string[], beginnings: readonly string[]) => T
  private readonly byBeginning = new Map<string, T>()
  private lines: readonly string[] | undefined
  /** The same lines, written like keys: without accents, hyphens and apostrophes, with a space before each word. */
  private searched = ''
  /** Where each of them ends. */
  private ends: readonly number[] = []

  /** `write` returns the lines on first use. `read` converts some of them for look-ups. */
  constructor(write: () => readonly string[], read: (lines: string[], beginnings: readonly string[]) => T) {
    this.write = write
    this.read = read
  }

  /** The entries of the lines that may have a word of this class, or this word. */
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

/** The first line that ends after an offset. */
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

/** The first letters of a key; `=` marks the key of a separate class. */
function beginningOf(key: string): string {
  return key.startsWith('=') ? key.slice(1, BEGINNING + 1) : key.slice(0, BEGINNING)
}

/** Like `fold` for French letters, applied to a complete table. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}
