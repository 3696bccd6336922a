/** The tokens of a text with their offsets, in parallel arrays, so that reading a text allocates almost nothing. */

/** What a token is. The order is part of nothing stored: kinds are for people, highlights and questions. */
export const TokenKind = {
  /** A plain word: `arabie`. */
  word: 0,
  /** An elided word that came off the next one: `l'`, `qu'`. */
  elision: 1,
  /** A number, digits in its canonical writing: `5500`, `3.5`. */
  number: 2,
  /** Letters with or without dots: `gna` for `G.N.A.`. */
  acronym: 3,
  /** A whole that spans the tokens of its parts: `cessez-le-feu`. */
  compound: 4,
  /** A whole date: `2019-11-14` for `14 novembre 2019` and `14/11/2019`. */
  date: 5,
  /** A word made of or with signs: `c++`, `.net`, `l.121-1`. */
  symbol: 6,
  /** A whole e-mail address, URL or @handle. */
  address: 7,
  /** An ordinal: `1er`, `19e`. */
  ordinal: 8,
} as const

export type TokenKindName = keyof typeof TokenKind

/**
 * The tokens of one text. Entry `i` is the word `words[i]`, as the dictionary writes it (lower case, NFC, accents and `œ` kept), read from
 * `source.slice(starts[i], ends[i])`.
 *
 * Positions count words from 0. A *whole* (`spans[i] > 1`) stands at the position of its first part and covers `spans[i]` positions;
 * its parts are tokens too, with a span of 1. Tokens are in order of position, a whole before its parts.
 */
export class TokenList {
  length = 0
  words: string[] = []
  starts = new Uint32Array(256)
  ends = new Uint32Array(256)
  positions = new Uint32Array(256)
  spans = new Uint8Array(256)
  kinds = new Uint8Array(256)

  clear(): void {
    this.length = 0
  }

  push(word: string, start: number, end: number, position: number, kind: number, span = 1): void {
    const i = this.length++
    if (i === this.starts.length) this.grow()
    this.words[i] = word
    this.starts[i] = start
    this.ends[i] = end
    this.positions[i] = position
    this.spans[i] = span
    this.kinds[i] = kind
  }

  /** Adds a token that spans one position and whose word is `text.slice(from, to)`: an index that knows the word makes no string of it. */
  pushSlice(text: string, from: number, to: number, start: number, end: number, position: number, kind: number): void {
    this.push(text.slice(from, to), start, end, position, kind)
  }

  protected grow(): void {
    const capacity = this.starts.length * 2
    this.starts = copy(new Uint32Array(capacity), this.starts)
    this.ends = copy(new Uint32Array(capacity), this.ends)
    this.positions = copy(new Uint32Array(capacity), this.positions)
    this.spans = copy(new Uint8Array(capacity), this.spans)
    this.kinds = copy(new Uint8Array(capacity), this.kinds)
  }
}

function copy<T extends Uint32Array | Uint8Array>(target: T, source: T): T {
  target.set(source)
  return target
}
