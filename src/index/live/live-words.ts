/** The words of a live segment by number: their classes, and in how many documents they are. */

import { GrowingUint32Array } from '../../format/growing-array.ts'
import type { Language } from '../../language/language.ts'
import { wellFormed } from '../../text/utf8.ts'

/** The words that share a key. */
export interface LiveClass {
  key: string
  words: number[]
  documentFrequency: number
  /** The last document counted in `documentFrequency`. */
  lastDocument: number
}

export class LiveWords {
  readonly strings: string[] = []
  readonly classes = new Map<string, LiveClass>()
  /** By word: 1 for a stop word. */
  readonly isStopWord: number[] = []

  private readonly language: Language
  // A hash table over code units, which would need no string for a word that is known, was no faster: engines hash strings natively.
  private readonly numbers = new Map<string, number>()
  private readonly classOf: LiveClass[] = []
  /** By word: the number of documents, and one more than the last document counted. */
  private readonly counts = new GrowingUint32Array()

  constructor(language: Language) {
    this.language = language
  }

  /** The number of a word, the next free one where the word is new. */
  numberOf(word: string): number {
    return this.numbers.get(word) ?? this.add(word)
  }

  private add(word: string): number {
    const sayable = wellFormed(word)
    if (sayable !== word) return this.remember(word, this.numberOf(sayable))
    const number = this.strings.length
    // The tokens' strings are slices of a whole text, which they would keep in memory; a copy lets it go.
    const kept = ownedCopy(word)
    this.strings.push(kept)
    this.isStopWord.push(this.language.isStopWord(kept) ? 1 : 0)
    const key = wellFormed(this.language.key(kept))
    let wordClass = this.classes.get(key)
    if (wordClass === undefined) {
      wordClass = { key: ownedCopy(key), words: [], documentFrequency: 0, lastDocument: -1 }
      this.classes.set(wordClass.key, wordClass)
    }
    wordClass.words.push(number)
    this.classOf.push(wordClass)
    this.counts.extend((number + 1) * 2)
    return this.remember(kept, number)
  }

  private remember(word: string, number: number): number {
    this.numbers.set(word, number)
    return number
  }

  /** Counts a document that holds `word`, once however often it is told. */
  countDocument(word: number, document: number): void {
    const counts = this.counts.values
    if (counts[word * 2 + 1] === document + 1) return
    counts[word * 2]++
    counts[word * 2 + 1] = document + 1
    const wordClass = this.classOf[word]
    if (wordClass.lastDocument === document) return
    wordClass.lastDocument = document
    wordClass.documentFrequency++
  }

  documentFrequency(word: number): number {
    return this.counts.values[word * 2]
  }
}

/** A string that shares no memory with the one it was sliced from. (V8 copies what is shorter than 13 characters anyway.) */
function ownedCopy(text: string): string {
  return text.length < 13 ? text : [...text].join('')
}
