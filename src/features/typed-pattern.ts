/**
 * Finds a typed text in lower-case texts. The text may have accents that were not typed, ligatures, and other separators.
 *
 * Not a regular expression, because suggestions need one for each completion: compiling them took a third of the time.
 */
import { fold } from '../text/fold.ts'

/** A space also matches a hyphen or an apostrophe: `saint denis`, `l abbaye`. */
const SEPARATOR = /[\s'’‐‑-]/
/** Signs of one kind. */
const APOSTROPHES = "'’"
const HYPHENS = '-‐‑'
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u

export class TypedPattern {
  /** In lower case, words separated by one space. */
  private readonly typed: string
  private readonly isWhole: boolean

  /** `typed` is not empty. `isWhole`: whether its last word must end there in the text, too. */
  constructor(typed: string, isWhole: boolean) {
    this.typed = typed.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
    this.isWhole = isWhole
  }

  /** The first occurrence from `from` on. The caller checks what precedes it. */
  find(text: string, from: number): { start: number; end: number } | undefined {
    const [letter] = this.typed
    const isPlain = letter >= 'a' && letter <= 'z'
    for (let start = from; start < text.length; start++) {
      // An accented letter is above.
      if (isPlain && text[start] < '{' && text[start] !== letter) continue
      const end = this.endOf(text, start)
      if (end >= 0) return { start, end }
    }
    return undefined
  }

  /** Where an occurrence that starts at `start` ends, as far as it matches the typed text from `i` on; -1 if there is none. */
  endOf(text: string, start: number, i = 0): number {
    const { typed, isWhole } = this
    if (i === typed.length) return isWhole && LETTER_OR_DIGIT.test(text.slice(start, start + 2)) ? -1 : start
    if (start === text.length) return -1
    let end = start + 1
    let count = 1
    if (typed[i] === ' ') {
      if (!SEPARATOR.test(text[start])) return -1
      while (SEPARATOR.test(text.charAt(end))) end++
    } else {
      count = this.lettersOf(text[start], i)
      if (count === 0) return -1
      while (isMark(text.charCodeAt(end))) end++
    }
    // What follows may be a separator or an accent itself.
    for (; end > start; end--) {
      const last = this.endOf(text, end, i + count)
      if (last >= 0) return last
    }
    return -1
  }

  /** How many letters of the typed text from `i` on a character matches. */
  private lettersOf(character: string, i: number): number {
    const { typed, isWhole } = this
    const letter = typed[i]
    const isSame = (signs: string) => signs.includes(letter) && signs.includes(character)
    if (character === letter || isSame(APOSTROPHES) || isSame(HYPHENS)) return 1
    const folded = fold(character)
    if (typed.startsWith(folded, i)) return folded.length
    // The last letter may be half of a ligature: `co` begins `cœur`.
    return !isWhole && i + 1 === typed.length && folded[0] === letter ? 1 : 0
  }
}

/** Whether it is a combining accent. */
function isMark(code: number): boolean {
  return code >= 0x300 && code < 0x370
}
