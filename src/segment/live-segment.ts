/** The mutable segment: documents added one by one, searchable at once, kept as a log of postings by word. */
import SearchableMap from 'minisearch/SearchableMap'
import { encodeExtent } from '../format/extent.ts'
import { encodeLength, lengthOfNorm } from '../ranking/length-norm.ts'
import type { DocumentId, ReadDocument } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import { fold } from '../text/fold.ts'
import type { Language } from '../text/language.ts'
import { FieldReader } from './field-reader.ts'
import { GrowingUint8Array } from './growing-array.ts'
import { LiveColumns } from './live-columns.ts'
import { LivePositionReader, LivePostingCursor } from './live-cursor.ts'
import type { LiveClass, LiveWords } from './live-words.ts'
import { PostingLog } from './posting-log.ts'
import type {
  FieldPostings,
  FieldTotal,
  KeywordColumn,
  LexiconEntry,
  NumberColumn,
  PositionReader,
  PostingCursor,
  Segment,
  Term,
  WordClass,
} from './segment.ts'

export class LiveSegment implements Segment {
  documentCount = 0
  readonly fieldTotals: FieldTotal[]

  private readonly fieldCount: number
  private readonly ids: DocumentId[] = []
  private readonly documents = new Map<DocumentId, number>()
  private readonly storedFields: string[] = []
  private readonly columns: LiveColumns
  private readonly fieldNorms: GrowingUint8Array[]
  private readonly fieldExtents: GrowingUint8Array[]

  private readonly reader: FieldReader
  private readonly words: LiveWords
  /** A list for each word × field. */
  private readonly log = new PostingLog()

  // Words by folded spelling, made when first asked for and then kept up to date.
  private readonly lexicon = new SearchableMap<number[]>()
  private wordsInLexicon = 0

  private readonly cursor: LivePostingCursor
  private readonly positionReader: LivePositionReader

  constructor(language: Language, { fields, columns }: Schema) {
    const fieldCount = fields.length
    this.reader = new FieldReader(language)
    this.words = this.reader.words
    this.fieldCount = fieldCount
    this.columns = new LiveColumns(columns)
    this.fieldTotals = Array.from({ length: fieldCount }, () => ({ length: 0, documents: 0 }))
    this.fieldNorms = Array.from({ length: fieldCount }, () => new GrowingUint8Array())
    this.fieldExtents = Array.from({ length: fieldCount }, () => new GrowingUint8Array())
    this.cursor = new LivePostingCursor(this.log)
    this.positionReader = new LivePositionReader(this.log)
  }

  get wordCount(): number {
    return this.words.strings.length
  }

  get norms(): readonly Uint8Array[] {
    return this.fieldNorms.map(norms => norms.values.subarray(0, this.documentCount))
  }

  get extents(): readonly Uint8Array[] {
    return this.fieldExtents.map(extents => extents.values.subarray(0, this.documentCount))
  }

  /** Adds a document, whose id the caller has found to be new. Returns its number. */
  add({ id, texts, columns, stored }: ReadDocument): number {
    const document = this.documentCount++
    this.ids.push(id)
    this.documents.set(id, document)
    this.storedFields.push(stored)
    this.columns.push(columns)
    for (let field = 0; field < this.fieldCount; field++) this.addField(document, field, texts[field])
    return document
  }

  private addField(document: number, field: number, texts: readonly string[]): void {
    const { reader, words, log } = this
    reader.read(texts)
    const norm = encodeLength(reader.length)
    this.fieldNorms[field].push(norm)
    this.fieldExtents[field].push(encodeExtent(reader.extent))
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
      log.append(word * this.fieldCount + field, document, positions, start, frequency)
      words.countDocument(word, document)
      start += frequency
    }
  }

  wordClass(key: string): WordClass | undefined {
    const found = this.words.classes.get(key)
    return found === undefined ? undefined : this.describeClass(found)
  }

  private describeClass({ key, words, documentFrequency }: LiveClass): WordClass {
    const terms = words.map(word => this.term(word)).sort((a, b) => (a.word < b.word ? -1 : 1))
    return { key, documentFrequency, terms }
  }

  private term(word: number): Term {
    const fields: FieldPostings[] = []
    for (let field = 0; field < this.fieldCount; field++) {
      const list = word * this.fieldCount + field
      const documentFrequency = this.log.count(list)
      if (documentFrequency === 0) continue
      fields.push({ field, documentFrequency, start: list, end: 0, positionsStart: 0, positionsEnd: 0 })
    }
    return { word: this.words.strings[word], documentFrequency: this.words.documentFrequency(word), fields }
  }

  postings(postings: FieldPostings): PostingCursor {
    return this.cursor.open(postings.start)
  }

  positions(postings: FieldPostings): PositionReader {
    return this.positionReader.open(postings.start)
  }

  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    for (; this.wordsInLexicon < this.words.strings.length; this.wordsInLexicon++) {
      const folded = fold(this.words.strings[this.wordsInLexicon])
      this.lexicon.fetch(folded, () => []).push(this.wordsInLexicon)
    }
    const found = prefix === '' ? [...this.lexicon] : [...this.lexicon.atPrefix(prefix)]
    found.sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [folded, words] of found) {
      for (const word of words) {
        const entry = { word: this.words.strings[word], documentFrequency: this.words.documentFrequency(word) }
        if (!visit(folded, entry)) return
      }
    }
  }

  *classes(): Iterable<WordClass> {
    for (const found of this.words.classes.values()) yield this.describeClass(found)
  }

  keywords(column: number): KeywordColumn {
    return this.columns.keywords(column)
  }

  numbers(column: number): NumberColumn {
    return this.columns.numbers(column)
  }

  id(document: number): DocumentId {
    return this.ids[document]
  }

  documentOf(id: DocumentId): number | undefined {
    return this.documents.get(id)
  }

  stored(document: number): string {
    return this.storedFields[document]
  }
}
