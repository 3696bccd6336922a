/** Reads the texts of one field of one document: its distinct words, each with its positions. */

import { GrowingUint32Array } from '../../format/growing-array.ts'
import type { Language } from '../../language/language.ts'
import { LiveWords } from './live-words.ts'
import { NumberedTokens } from './numbered-tokens.ts'

/** The gap in positions between the texts of one field, so that no phrase spans two texts. */
const TEXT_GAP = 16

export class FieldReader {
  readonly words: LiveWords

  // The result of the last read.
  /** The length: the number of positions with a word that is not a stop word. */
  length = 0
  /** The exclusive bound of all positions. */
  extent = 0
  /** Each word once, in order of its first occurrence. */
  readonly distinct = new GrowingUint32Array()
  /** The positions of the distinct words, one word's after the other's. */
  readonly positions = new GrowingUint32Array()

  private readonly language: Language
  private readonly tokens: NumberedTokens
  private readonly occurrenceWords = new GrowingUint32Array()
  private readonly occurrencePositions = new GrowingUint32Array()
  /** By word: its frequency in this field, and its last position; later, where its next position goes. */
  private readonly scratch = new GrowingUint32Array()

  constructor(language: Language) {
    this.language = language
    this.words = new LiveWords(language)
    this.tokens = new NumberedTokens(this.words)
  }

  /** How often the word `distinct.values[i]` occurs. */
  frequency(i: number): number {
    return this.scratch.values[this.distinct.values[i] * 2]
  }

  read(texts: readonly string[]): void {
    const { tokens } = this
    this.clear()
    let base = 0
    for (const text of texts) {
      tokens.clear()
      this.language.tokenize(text, tokens)
      this.extent = this.collect(base)
      base = this.extent + TEXT_GAP
    }
    this.groupPositions()
  }

  private clear(): void {
    const scratch = this.scratch.values
    for (let i = 0; i < this.distinct.length; i++) scratch[this.distinct.values[i] * 2] = 0
    for (const array of [this.distinct, this.positions, this.occurrenceWords, this.occurrencePositions])
      array.length = 0
    this.length = 0
    this.extent = 0
  }

  /** Collects the occurrences of a text that starts at position `base`. Returns its end. */
  private collect(base: number): number {
    const { words, distinct, occurrenceWords, occurrencePositions, scratch } = this
    const { numbers, positions, spans, length } = this.tokens
    const isStopWord = words.isStopWord.values
    scratch.extend(words.strings.length * 2)
    const { values } = scratch
    let end = base
    let counted = -1
    for (let i = 0; i < length; i++) {
      const word = numbers[i]
      const position = base + positions[i]
      end = position + spans[i]
      if (spans[i] === 1 && position !== counted && isStopWord[word] === 0) {
        counted = position
        this.length++
      }
      if (values[word * 2] === 0) distinct.push(word)
      else if (values[word * 2 + 1] === position) continue
      values[word * 2]++
      values[word * 2 + 1] = position
      occurrenceWords.push(word)
      occurrencePositions.push(position)
    }
    return end
  }

  private groupPositions(): void {
    const { distinct, occurrenceWords, occurrencePositions } = this
    const scratch = this.scratch.values
    let slot = 0
    for (let i = 0; i < distinct.length; i++) {
      const word = distinct.values[i]
      scratch[word * 2 + 1] = slot
      slot += scratch[word * 2]
    }
    this.positions.extend(slot)
    const positions = this.positions.values
    for (let i = 0; i < slot; i++)
      positions[scratch[occurrenceWords.values[i] * 2 + 1]++] = occurrencePositions.values[i]
  }
}
