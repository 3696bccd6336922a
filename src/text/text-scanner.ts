/** The state of reading a text: its characters, normalized and in lower case, and the tokens so far with exact offsets. */
import { CLASSES, classOf, SEPARATOR } from './character-class.ts'
import type { TokenList } from './token.ts'
import { normalizeText } from './unicode-normalize.ts'

/** The text under the scanner. Indices are into `plain`; `push` maps them back to the source. */
export class Reading {
  /** The text, normalized, in its own case. */
  readonly plain: string
  /** The same in lower case, code unit by code unit, so that a word is one slice. */
  readonly lower: string
  readonly length: number
  /** Whether the text is a question, which may be typed in haste. */
  readonly isQuestion: boolean
  readonly tokens: TokenList
  /** The position of the next token. */
  position = 0
  /** Where the next `@` is, for finding e-mail addresses without looking at every word. */
  nextAt: number
  private readonly starts: Uint32Array | undefined
  private readonly ends: Uint32Array | undefined

  constructor(source: string, tokens: TokenList, isQuestion: boolean) {
    const normalized = normalizeText(source)
    this.plain = normalized.text
    this.lower = lowerCase(normalized.text)
    this.length = this.plain.length
    this.starts = normalized.starts
    this.ends = normalized.ends
    this.tokens = tokens
    this.isQuestion = isQuestion
    this.nextAt = this.indexOfAt(0)
  }

  /** The class of the code unit at `i`; `SEPARATOR` outside the text. */
  classAt(i: number): number {
    if (i < 0 || i >= this.length) return SEPARATOR
    const code = this.plain.charCodeAt(i)
    return CLASSES[code] || classOf(code)
  }

  /** Where the next `@` at or after `i` is; `Infinity` when there is none. */
  indexOfAt(i: number): number {
    const at = this.plain.indexOf('@', i)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }

  /** Adds a token at the current position and goes on to the next one. */
  push(word: string, start: number, end: number, kind: number): void {
    this.pushAt(this.position++, word, start, end, kind, 1)
  }

  /** Adds the word that stands between `start` and `end`, in lower case, at the current position and goes on to the next one. */
  pushSlice(start: number, end: number, kind: number): void {
    const position = this.position++
    if (this.starts !== undefined && this.ends !== undefined) {
      this.tokens.pushSlice(this.lower, start, end, this.starts[start], this.ends[end - 1], position, kind)
    } else {
      this.tokens.pushSlice(this.lower, start, end, start, end, position, kind)
    }
  }

  /** Adds a token at a position of one's choice: a whole before its parts, or another reading of the same word. */
  pushAt(position: number, word: string, start: number, end: number, kind: number, span: number): void {
    if (this.starts !== undefined && this.ends !== undefined) {
      this.tokens.push(word, this.starts[start], this.ends[end - 1], position, kind, span)
    } else {
      this.tokens.push(word, start, end, position, kind, span)
    }
  }
}

/** Lower case without changing the offset of any code unit. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  // Only İ grows (to i and a dot above): keep the original if the length changes.
  let aligned = ''
  for (const character of text) aligned += character.toLowerCase().slice(0, character.length)
  return aligned
}
