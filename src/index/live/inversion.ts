/** Postings of documents by word, in memory. Live segments use it, and long builds spill it. */

import { GrowingUint8Array } from '../../format/growing-array.ts'
import type { Language } from '../../language/language.ts'
import { inOrderOfUtf8 } from '../../text/utf8.ts'
import { joinClasses, keysIn } from '../join-classes.ts'
import { encodeLength, lengthOfNorm } from '../length-norm.ts'
import type { FieldPostings, FieldTotal, Term, WordClass } from '../segment.ts'
import { FieldReader } from './field-reader.ts'
import type { LiveClass, LiveWords } from './live-words.ts'
import { PostingLog } from './posting-log.ts'

/** The memory of a word in addition to its postings: strings, hash table, class. An estimate, for budgets. */
const BYTES_PER_WORD = 250

/** The parts of a schema that determine how texts become postings. Plain data. */
export interface InversionOptions {
  fieldCount: number
  /** Whether stop words have positions. */
  stopWordPositions: boolean
}

export class Inversion {
  documentCount = 0
  readonly fieldTotals: FieldTotal[]
  readonly words: LiveWords
  /** A list for each word × field. */
  readonly log = new PostingLog()

  private readonly reader: FieldReader
  private readonly fieldCount: number
  private readonly stopWordPositions: boolean
  private readonly fieldNorms: GrowingUint8Array[]

  constructor(language: Language, { fieldCount, stopWordPositions }: InversionOptions) {
    this.reader = new FieldReader(language)
    this.words = this.reader.words
    this.fieldCount = fieldCount
    this.stopWordPositions = stopWordPositions
    this.fieldTotals = Array.from({ length: fieldCount }, () => ({ length: 0, documents: 0 }))
    this.fieldNorms = Array.from({ length: fieldCount }, () => new GrowingUint8Array())
  }

  /** Its approximate size in bytes. */
  get byteLength(): number {
    return this.log.byteLength + this.words.strings.length * BYTES_PER_WORD
  }

  get norms(): readonly Uint8Array[] {
    return this.fieldNorms.map(norms => norms.values.subarray(0, this.documentCount))
  }

  /** Adds a document, as the texts of each field. Returns its number. */
  add(texts: readonly (readonly string[])[]): number {
    const document = this.documentCount++
    for (let field = 0; field < this.fieldCount; field++) this.addField(document, field, texts[field])
    return document
  }

  private addField(document: number, field: number, texts: readonly string[]): void {
    const { reader, words, log } = this
    reader.read(texts)
    const norm = encodeLength(reader.length)
    this.fieldNorms[field].push(norm)
    if (reader.length > 0) {
      this.fieldTotals[field].length += lengthOfNorm[norm]
      this.fieldTotals[field].documents++
    }
    log.extend(words.strings.length * this.fieldCount)
    const { distinct } = reader
    const positions = reader.positions.values
    let start = 0
    for (let i = 0; i < distinct.length; i++) {
      const word = distinct.values[i]
      const frequency = reader.frequency(i)
      log.append(word * this.fieldCount + field, document, positions, start, frequency, this.hasPositions(word))
      words.countDocument(word, document)
      start += frequency
    }
  }

  private hasPositions(word: number): boolean {
    return this.stopWordPositions || this.words.isStopWord.values[word] === 0
  }

  wordClass(key: string): WordClass | undefined {
    const found = this.words.classes.get(key)
    if (found !== undefined) return this.describe(found)
    const keys = keysIn(key)
    return (
      keys &&
      joinClasses(
        key,
        keys.map(key => this.wordClass(key)),
      )
    )
  }

  /** All classes, in order of their keys as UTF-8. */
  *classes(): Generator<WordClass> {
    for (const key of inOrderOfUtf8([...this.words.classes.keys()])) {
      const found = this.wordClass(key)
      if (found !== undefined) yield found
    }
  }

  private describe(wordClass: LiveClass): WordClass {
    const { key, words } = wordClass
    const terms = words.map(word => this.term(word)).sort((a, b) => (a.word < b.word ? -1 : 1))
    const documentFrequency = this.words.classDocumentFrequency(wordClass)
    return { key, documentFrequency, terms }
  }

  /** A word with its postings; where those start is the number of the list in the log. */
  private term(word: number): Term {
    const fields: FieldPostings[] = []
    const hasPositions = this.hasPositions(word)
    for (let field = 0; field < this.fieldCount; field++) {
      const list = word * this.fieldCount + field
      const documentFrequency = this.log.count(list)
      if (documentFrequency === 0) continue
      fields.push({ field, documentFrequency, start: list, end: 0, positionsStart: 0, positionsEnd: 0, hasPositions })
    }
    return { word: this.words.strings[word], documentFrequency: this.words.documentFrequency(word), fields }
  }
}
