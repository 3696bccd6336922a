/**
 * Splits a JSON array into the texts of its elements as they arrive, so that a file may be larger than memory. A JSON text that is not an array is one element.
 */
import { jsonError } from './json-parse.ts'
import type { SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

export interface JsonElement {
  text: string
  /** Where it starts, from 1. */
  line: number
  column: number
  /** Whether it is the whole text, not an element of an array. */
  isWhole: boolean
}

/** In UTF-16 units. An element must fit in memory. */
const MOST = 256 * 2 ** 20

const QUOTE = 0x22
const BACKSLASH = 0x5c
const NEWLINE = 0x0a
const isSpace = (code: number) => code === 0x20 || code === NEWLINE || code === 0x0d || code === 0x09
const isOpener = (code: number) => code === 0x5b || code === 0x7b
const isCloser = (code: number) => code === 0x5d || code === 0x7d

/**
 * Splits a JSON text. Checks what is between the elements, but not the elements.
 *
 * @throws SourceError for a text that is cut off, or continues after its end
 */
export async function* jsonElements(file: SourceFile): AsyncGenerator<JsonElement> {
  const splitter = new Splitter(file.name)
  for await (const chunk of file.chunks()) yield* splitter.read(chunk)
  yield* splitter.end()
}

type Place = 'before' | 'array' | 'whole' | 'after'

class Splitter {
  private readonly file: string
  private place: Place = 'before'
  /** The number of open arrays and objects, without the outer array. */
  private depth = 0
  private inString = false
  private isEscaped = false
  /** The text of the element so far, from earlier chunks; undefined between elements. */
  private begun: string | undefined
  private needsElement = false
  private line = 1
  /** Where the line starts, in UTF-16 units from the start of the chunk. */
  private lineStart = 0
  private startLine = 1
  private startColumn = 1

  constructor(file: string) {
    this.file = file
  }

  *read(chunk: string): Generator<JsonElement> {
    let start = 0
    let at = 0
    while (at < chunk.length) {
      if (this.inString) {
        at = this.skipString(chunk, at)
        continue
      }
      const code = chunk.charCodeAt(at)
      if (code === NEWLINE) {
        this.line++
        this.lineStart = at + 1
      }
      if (this.begun === undefined) {
        const isStart = this.between(code, chunk, at)
        if (isStart) {
          this.begun = ''
          start = at
          this.startLine = this.line
          this.startColumn = at - this.lineStart + 1
        } else {
          at++
          continue
        }
      }
      if (code === QUOTE) this.inString = true
      else if (isOpener(code)) this.depth++
      else if (this.depth > 0) {
        if (isCloser(code)) this.depth--
      } else if (this.place === 'array' && (code === 0x2c || code === 0x5d)) {
        yield this.take(this.begun + chunk.slice(start, at))
        if (code === 0x5d) this.place = 'after'
        else this.needsElement = true
      }
      at++
    }
    if (this.begun !== undefined) {
      this.begun += chunk.slice(start)
      if (this.begun.length > MOST)
        throw new SourceError(this.file, this.startLine, { kind: 'too-large', megabytes: MOST / 2 ** 20 })
    }
    this.lineStart -= chunk.length
  }

  *end(): Generator<JsonElement> {
    if (this.place === 'whole' && this.begun !== undefined) yield this.take(this.begun)
    else if (this.place !== 'after') {
      if (this.begun !== undefined && this.begun.trim() !== '') yield this.take(this.begun)
      throw jsonError(this.file, this.line, '', 0, 1 - this.lineStart)
    }
  }

  /** Whether an element starts at this offset between elements. @throws SourceError for anything not allowed there */
  private between(code: number, chunk: string, at: number): boolean {
    if (isSpace(code) || code === 0xfeff) return false
    if (this.place === 'before') {
      this.place = code === 0x5b ? 'array' : 'whole'
      return this.place === 'whole'
    }
    const isEnd = code === 0x5d && this.place === 'array' && !this.needsElement
    if (isEnd) {
      this.place = 'after'
      return false
    }
    if (this.place === 'after' || code === 0x2c || code === 0x5d) {
      throw jsonError(this.file, this.line, chunk, at, at - this.lineStart + 1)
    }
    this.needsElement = false
    return true
  }

  /** The end of the string that contains `from`, or the end of the chunk. */
  private skipString(chunk: string, from: number): number {
    let at = this.isEscaped ? from + 1 : from
    this.isEscaped = false
    for (;;) {
      const quote = chunk.indexOf('"', at)
      const end = quote === -1 ? chunk.length : quote
      let backslashes = 0
      while (end - backslashes > at && chunk.charCodeAt(end - backslashes - 1) === BACKSLASH) backslashes++
      const isEscaped = backslashes % 2 === 1
      if (quote === -1) {
        this.isEscaped = isEscaped
        return chunk.length
      }
      at = quote + 1
      if (!isEscaped) {
        this.inString = false
        return at
      }
    }
  }

  private take(text: string): JsonElement {
    this.begun = undefined
    return { text, line: this.startLine, column: this.startColumn, isWhole: this.place === 'whole' }
  }
}
