/** The tokens of a text with word numbers instead of words. It keeps only what an index needs: number, position, span. */
import { TokenList } from '../../text/token.ts'
import type { LiveWords } from './live-words.ts'

export class NumberedTokens extends TokenList {
  numbers = new Uint32Array(this.positions.length)

  private readonly dictionary: LiveWords

  constructor(dictionary: LiveWords) {
    super()
    this.dictionary = dictionary
  }

  override push(word: string, _start: number, _end: number, position: number, _kind: number, span = 1): void {
    this.pushNumber(this.dictionary.numberOf(word, 0, word.length), position, span)
  }

  override pushSlice(
    text: string,
    from: number,
    to: number,
    _start: number,
    _end: number,
    position: number,
    _kind: number,
  ): void {
    this.pushNumber(this.dictionary.numberOf(text, from, to), position, 1)
  }

  private pushNumber(number: number, position: number, span: number): void {
    const i = this.length++
    if (i === this.numbers.length) this.grow()
    this.numbers[i] = number
    this.positions[i] = position
    this.spans[i] = span
  }

  protected override grow(): void {
    super.grow()
    const numbers = new Uint32Array(this.positions.length)
    numbers.set(this.numbers)
    this.numbers = numbers
  }
}
