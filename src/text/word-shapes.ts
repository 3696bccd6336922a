/** Rules out most words that are not in a small set, by their first two letters and their length, without creating strings. */

export class WordShapes {
  /** By the first two letters, the lengths (as bits) of the words that start with them. */
  private readonly lengths = new Int32Array(1024)

  constructor(words: Iterable<string>) {
    for (const word of words) this.lengths[beginning(word, 0)] |= 1 << word.length
  }

  /** Whether the word of this length that starts at `start` may be in the set. */
  mayHave(text: string, start: number, length: number): boolean {
    return length < 32 && ((this.lengths[beginning(text, start)] >> length) & 1) === 1
  }
}

function beginning(text: string, i: number): number {
  return ((text.charCodeAt(i) & 31) << 5) | (text.charCodeAt(i + 1) & 31)
}
