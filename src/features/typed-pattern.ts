/**
 * Finds a typed text in lower-case texts. The text may have accents that were not typed, ligatures, and other separators.
 *
 * Not a regular expression, because suggestions need one for each completion: compiling them took a third of the time.
 */
import { fold } from '../text/fold.ts'

/** A space also matches a hyphen or an apostrophe: `saint denis`, `l abbaye`. */
const SEPARATOR = /[\s'’‐‑-]/
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u

/** A letter or sign of the typed text, or the separators between two words. */
interface Part {
  /** A space for separators. */
  letter: string
  /** What matches in place of the letter. */
  others: string
  /** Whether combining accents may follow. */
  hasMarks: boolean
  /** Ligatures of this letter and the next ones that also match, and the index of the part after these. */
  ligatures: string
  next: number
}

export class TypedPattern {
  private readonly parts: readonly Part[]
  private readonly isWhole: boolean

  /** `typed` is not empty. `isWhole`: whether its last word must end there in the text, too. */
  constructor(typed: string, isWhole: boolean) {
    this.parts = partsOf(typed.normalize('NFC').toLowerCase(), isWhole)
    this.isWhole = isWhole
  }

  /** The first occurrence from `from` on. The caller checks what precedes it. */
  find(text: string, from: number): { start: number; end: number } | undefined {
    const { letter, hasMarks } = this.parts[0]
    for (let start = from; start < text.length; start++) {
      const code = text.charCodeAt(start)
      // An accented letter is not ASCII.
      if (hasMarks && code < 0x80 && code !== letter.charCodeAt(0)) continue
      const end = this.endAt(text, start)
      if (end >= 0) return { start, end }
    }
    return undefined
  }

  /** Whether the text starts with it. */
  begins(text: string): boolean {
    return this.endAt(text, 0) >= 0
  }

  /** Where an occurrence that starts at `at` ends, as far as it consists of the parts from `i` on; -1 if there is none. */
  private endAt(text: string, at: number, i = 0): number {
    const { parts, isWhole } = this
    if (i === parts.length) return isWhole && LETTER_OR_DIGIT.test(text.slice(at, at + 2)) ? -1 : at
    const { letter, others, hasMarks, ligatures, next } = parts[i]
    const found = text.charAt(at)
    let least = at + 1
    let end = at
    if (letter === ' ') while (SEPARATOR.test(text.charAt(end))) end++
    else if (found !== '' && others.includes(found)) end++
    else if (text.startsWith(letter, at)) least = end = at + letter.length
    if (hasMarks && end === least) while (isMark(text.charCodeAt(end))) end++
    // What follows may be a separator or an accent itself.
    for (; end >= least; end--) {
      const last = this.endAt(text, end, i + 1)
      if (last >= 0) return last
    }
    return found !== '' && ligatures.includes(found) ? this.endAt(text, at + 1, next) : -1
  }
}

function isMark(code: number): boolean {
  return code >= 0x300 && code < 0x370
}

function partsOf(text: string, isWhole: boolean): Part[] {
  const parts: Part[] = []
  for (const { 0: typed, index } of text.matchAll(/\s+|oe|ae|\S/gu)) {
    const first = parts.length
    if (/\s/.test(typed)) parts.push(separators())
    else for (const character of typed) parts.push(partOf(character))
    // The last letter may be half of a ligature: `co` begins `cœur`.
    const isOpen = !isWhole && index + typed.length === text.length
    parts[first].ligatures = typed.length === 2 ? (accented().get(typed) ?? '') : isOpen ? ligaturesOf(typed) : ''
    parts[first].next = parts.length
  }
  return parts
}

function separators(): Part {
  return { letter: ' ', others: '', hasMarks: false, ligatures: '', next: 0 }
}

function partOf(letter: string): Part {
  const signs = letter === "'" || letter === '’' ? "'’" : letter === '-' ? '‐‑-' : ''
  const variants = accented().get(letter)
  return { letter, others: variants ?? signs, hasMarks: variants !== undefined, ligatures: '', next: 0 }
}

/** The ligatures that begin with a letter. */
function ligaturesOf(letter: string): string {
  return [...accented()]
    .filter(([folded]) => folded.length === 2 && folded.startsWith(letter))
    .map(([, ligatures]) => ligatures)
    .join('')
}

let letters: Map<string, string> | undefined

/** Latin letters with accents and ligatures, by their folded form. */
function accented(): ReadonlyMap<string, string> {
  if (letters !== undefined) return letters
  letters = new Map()
  for (let code = 0xdf; code < 0x1f00; code = code === 0x24f ? 0x1e00 : code + 1) {
    const letter = String.fromCharCode(code)
    const folded = fold(letter)
    if (folded !== letter) letters.set(folded, (letters.get(folded) ?? '') + letter)
  }
  return letters
}
