/** The words of a live segment by number: their classes and document counts. */

import { GrowingUint8Array, GrowingUint32Array } from '../../format/growing-array.ts'
import type { Language } from '../../language/language.ts'
import { wellFormed } from '../../text/utf8.ts'
import { WordTable } from './word-table.ts'

/** The words that share a key. */
export interface LiveClass {
  key: string
  number: number
  words: number[]
}

// The fields of a word's record, contiguous so that counting a document touches one cache line.
/** The number of documents, and one more than the last document counted. */
const COUNT = 0
const NEXT_DOCUMENT = 1
/** The number of its class. */
const CLASS = 2
const RECORD = 3

export class LiveWords {
  readonly strings: string[] = []
  readonly classes = new Map<string, LiveClass>()
  /** By word: 1 for a stop word. */
  readonly isStopWord = new GrowingUint8Array()

  private readonly language: Language
  private readonly table = new WordTable()
  private readonly records = new GrowingUint32Array()
  /** By class: the number of documents, and one more than the last document counted. */
  private readonly classCounts = new GrowingUint32Array()

  constructor(language: Language) {
    this.language = language
  }

  /** The number of the word `text.slice(start, end)`, the next free one if the word is new. */
  numberOf(text: string, start: number, end: number): number {
    const number = this.table.find(text, start, end)
    return number === -1 ? this.add(text.slice(start, end)) : number
  }

  private add(word: string): number {
    // Looked up again each time, because the table has only well-formed words.
    const sayable = wellFormed(word)
    if (sayable !== word) return this.numberOf(sayable, 0, sayable.length)
    // The tokens' strings are slices of a text, which they would keep in memory; a copy does not.
    const kept = ownedCopy(word)
    const number = this.table.add(kept)
    this.strings.push(kept)
    this.isStopWord.push(this.language.isStopWord(kept) ? 1 : 0)
    const wordClass = this.classOf(wellFormed(this.language.key(kept)))
    wordClass.words.push(number)
    this.records.extend((number + 1) * RECORD)
    this.records.values[number * RECORD + CLASS] = wordClass.number
    return number
  }

  private classOf(key: string): LiveClass {
    const known = this.classes.get(key)
    if (known !== undefined) return known
    const wordClass: LiveClass = { key: ownedCopy(key), number: this.classes.size, words: [] }
    this.classes.set(wordClass.key, wordClass)
    this.classCounts.extend(this.classes.size * 2)
    return wordClass
  }

  /** Counts a document with `word`, only once if called repeatedly. */
  countDocument(word: number, document: number): void {
    const records = this.records.values
    const record = word * RECORD
    if (records[record + NEXT_DOCUMENT] === document + 1) return
    records[record + COUNT]++
    records[record + NEXT_DOCUMENT] = document + 1
    const counts = this.classCounts.values
    const ofClass = records[record + CLASS] * 2
    if (counts[ofClass + NEXT_DOCUMENT] === document + 1) return
    counts[ofClass + COUNT]++
    counts[ofClass + NEXT_DOCUMENT] = document + 1
  }

  documentFrequency(word: number): number {
    return this.records.values[word * RECORD + COUNT]
  }

  classDocumentFrequency({ number }: LiveClass): number {
    return this.classCounts.values[number * 2 + COUNT]
  }
}

/**
 * A string that shares no memory with the one it was sliced from. (V8 copies strings shorter than 13 characters anyway, and flattens longer ones before it
 * slices.)
 */
function ownedCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
