/** The tokens of a text with their offsets, in parallel arrays, so that reading a text allocates almost nothing. */

/**
 * The kinds of tokens, and their numbers in `TokenList.kinds`. No file keeps them.
 *
 * @example
 * const tokens = new TokenList()
 * french().tokenize('Une trêve', tokens)
 * const isWord = tokens.kinds[0] === TokenKind.word
 */
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

/** The name of a kind of token, as `analyze()` returns it. */
export type TokenKindName = keyof typeof TokenKind

/**
 * The tokens of a text, for languages of your own: `tokenize` of a language appends to it. Token `i` is the word `words[i]` (lower case, NFC, accents and `œ`
 * kept), read from `text.slice(starts[i], ends[i])`.
 *
 * Positions count words from 0. A *whole* (`spans[i] > 1`) stands at the position of its first part and covers `spans[i]` positions;
 * its parts are tokens too, with a span of 1. Tokens are in order of position, a whole before its parts.
 *
 * @example
 * const tokens = new TokenList()
 * french().tokenize('La trêve', tokens)
 * tokens.words.slice(0, tokens.length) // ['la', 'trêve']
 */
export class TokenList {
  /** The number of tokens. The arrays may be longer. */
  length = 0
  /** The word of each token, as the dictionary writes it. */
  words: string[] = []
  /** Where each token starts in the text, in UTF-16 units. */
  starts = new Uint32Array(256)
  /** Where each token ends in the text, in UTF-16 units. */
  ends = new Uint32Array(256)
  /** The position of each token, in words. */
  positions = new Uint32Array(256)
  /** How many positions each token covers: 1 for a word, more for a whole. */
  spans = new Uint8Array(256)
  /** The kind of each token: a number of `TokenKind`. */
  kinds = new Uint8Array(256)

  /** Removes all tokens. */
  clear(): void {
    this.length = 0
  }

  /**
   * Appends a token.
   *
   * @param word the word, as the dictionary writes it
   * @param start where it starts in the text
   * @param end where it ends in the text
   * @param position its position, in words
   * @param kind a number of `TokenKind`
   * @param span how many positions it covers
   */
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

  /** Appends a token of one position whose word is `text.slice(from, to)`. Faster than `push()`: no string is made for a word that the index has. */
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
