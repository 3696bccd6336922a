/** The mutable segment: documents added one by one, searchable at once, kept as a log of postings linked word by word. */
import SearchableMap from 'minisearch/SearchableMap'
import { encodeExtent } from '../format/extent.ts'
import { encodeLength, lengthOfNorm } from '../ranking/length-norm.ts'
import type { DocumentId, ReadDocument } from '../schema/document.ts'
import { fold } from '../text/fold.ts'
import type { Language } from '../text/language.ts'
import { TokenList } from '../text/token.ts'
import { GrowingUint8Array, GrowingUint32Array } from './growing-array.ts'
import { LivePositionReader, LivePostingCursor } from './live-cursor.ts'
import type {
  FieldPostings,
  FieldTotal,
  LexiconEntry,
  PositionReader,
  PostingCursor,
  Segment,
  Term,
  WordClass,
} from './segment.ts'

/** Positions left free between the texts of one field, so that no phrase runs from one into the next. */
const TEXT_GAP = 16

interface LiveClass {
  key: string
  words: number[]
  documentFrequency: number
  /** The last document counted in `documentFrequency`. */
  lastDocument: number
}

/** The postings of all words, each linked to the next one of its word and field. Index 0 is no posting. */
export interface PostingLog {
  documents: GrowingUint32Array
  frequencies: GrowingUint32Array
  positionStarts: GrowingUint32Array
  next: GrowingUint32Array
  positions: GrowingUint32Array
}

export class LiveSegment implements Segment {
  documentCount = 0
  readonly fieldTotals: FieldTotal[]

  private readonly language: Language
  private readonly fieldCount: number
  private readonly ids: DocumentId[] = []
  private readonly documents = new Map<DocumentId, number>()
  private readonly storedFields: string[] = []
  private readonly fieldNorms: GrowingUint8Array[]
  private readonly fieldExtents: GrowingUint8Array[]

  private readonly words: string[] = []
  private readonly wordIds = new Map<string, number>()
  private readonly isStopWord = new GrowingUint8Array()
  private readonly wordClasses: LiveClass[] = []
  private readonly classesByKey = new Map<string, LiveClass>()
  private readonly documentFrequencies = new GrowingUint32Array()
  /** By word × field: the first and the last posting of its list (0 for none), and how many there are. */
  private readonly heads = new GrowingUint32Array()
  private readonly tails = new GrowingUint32Array()
  private readonly counts = new GrowingUint32Array()
  private readonly log: PostingLog

  // Words by folded spelling, made when first asked for and then kept up to date.
  private readonly lexicon = new SearchableMap<number[]>()
  private wordsInLexicon = 0

  // Scratch of `add`, by word: the frequency in the field being read, the last position there, one more than the last document seen.
  private readonly frequency = new GrowingUint32Array()
  private readonly lastPosition = new GrowingUint32Array()
  private readonly lastDocumentOfWord = new GrowingUint32Array()
  private readonly tokens = new TokenList()
  private readonly occurrenceWords = new GrowingUint32Array()
  private readonly occurrencePositions = new GrowingUint32Array()
  private readonly distinct = new GrowingUint32Array()

  private readonly cursor: LivePostingCursor
  private readonly positionReader: LivePositionReader

  constructor(language: Language, fieldCount: number) {
    this.language = language
    this.fieldCount = fieldCount
    this.fieldTotals = Array.from({ length: fieldCount }, () => ({ length: 0, documents: 0 }))
    this.fieldNorms = Array.from({ length: fieldCount }, () => new GrowingUint8Array())
    this.fieldExtents = Array.from({ length: fieldCount }, () => new GrowingUint8Array())
    this.log = {
      documents: new GrowingUint32Array(),
      frequencies: new GrowingUint32Array(),
      positionStarts: new GrowingUint32Array(),
      next: new GrowingUint32Array(),
      positions: new GrowingUint32Array(),
    }
    this.pushPosting(0, 0, 0)
    this.cursor = new LivePostingCursor(this.log)
    this.positionReader = new LivePositionReader(this.log)
  }

  get wordCount(): number {
    return this.words.length
  }

  get norms(): readonly Uint8Array[] {
    return this.fieldNorms.map(norms => norms.values.subarray(0, this.documentCount))
  }

  get extents(): readonly Uint8Array[] {
    return this.fieldExtents.map(extents => extents.values.subarray(0, this.documentCount))
  }

  /** Adds a document, whose id the caller has found to be new. Returns its number. */
  add({ id, texts, stored }: ReadDocument): number {
    const document = this.documentCount++
    this.ids.push(id)
    this.documents.set(id, document)
    this.storedFields.push(stored)
    for (let field = 0; field < this.fieldCount; field++) this.addField(document, field, texts[field])
    return document
  }

  private addField(document: number, field: number, texts: readonly string[]): void {
    const { length, extent } = this.readOccurrences(texts)
    const norm = encodeLength(length)
    this.fieldNorms[field].push(norm)
    this.fieldExtents[field].push(encodeExtent(extent))
    if (length > 0) {
      this.fieldTotals[field].length += lengthOfNorm[norm]
      this.fieldTotals[field].documents++
    }
    this.logOccurrences(document, field)
  }

  /** Reads texts into the occurrence scratch. The length counts words of one position that are no stop words; the extent, all positions. */
  private readOccurrences(texts: readonly string[]): { length: number; extent: number } {
    const { tokens, occurrenceWords, occurrencePositions, distinct, frequency, lastPosition } = this
    occurrenceWords.length = 0
    occurrencePositions.length = 0
    distinct.length = 0
    let base = 0
    let length = 0
    let extent = 0
    for (const text of texts) {
      tokens.clear()
      this.language.tokenize(text, tokens)
      let end = base
      let counted = -1
      for (let i = 0; i < tokens.length; i++) {
        const word = this.wordId(tokens.words[i])
        const position = base + tokens.positions[i]
        end = position + tokens.spans[i]
        if (tokens.spans[i] === 1 && position !== counted && this.isStopWord.values[word] === 0) {
          counted = position
          length++
        }
        if (frequency.values[word] === 0) distinct.push(word)
        else if (lastPosition.values[word] === position) continue
        frequency.values[word]++
        lastPosition.values[word] = position
        occurrenceWords.push(word)
        occurrencePositions.push(position)
      }
      extent = end
      base = end + TEXT_GAP
    }
    return { length, extent }
  }

  /** Turns the occurrence scratch into postings. */
  private logOccurrences(document: number, field: number): void {
    const { occurrenceWords, occurrencePositions, distinct, frequency, log } = this
    // `lastPosition` has done its work; from here on it says where the next position of a word goes.
    const nextSlot = this.lastPosition.values
    let slot = log.positions.length
    for (let i = 0; i < distinct.length; i++) {
      const word = distinct.values[i]
      const count = frequency.values[word]
      this.linkPosting(word, field, this.pushPosting(document, count, slot))
      this.countDocument(word, document)
      frequency.values[word] = 0
      nextSlot[word] = slot
      slot += count
    }
    log.positions.extend(slot)
    const positions = log.positions.values
    for (let i = 0; i < occurrenceWords.length; i++) {
      positions[nextSlot[occurrenceWords.values[i]]++] = occurrencePositions.values[i]
    }
  }

  private pushPosting(document: number, frequency: number, positionStart: number): number {
    const { log } = this
    log.frequencies.push(frequency)
    log.positionStarts.push(positionStart)
    log.next.push(0)
    return log.documents.push(document)
  }

  private linkPosting(word: number, field: number, posting: number): void {
    const list = word * this.fieldCount + field
    if (this.heads.values[list] === 0) this.heads.values[list] = posting
    else this.log.next.values[this.tails.values[list]] = posting
    this.tails.values[list] = posting
    this.counts.values[list]++
  }

  private countDocument(word: number, document: number): void {
    if (this.lastDocumentOfWord.values[word] === document + 1) return
    this.lastDocumentOfWord.values[word] = document + 1
    this.documentFrequencies.values[word]++
    const wordClass = this.wordClasses[word]
    if (wordClass.lastDocument === document) return
    wordClass.lastDocument = document
    wordClass.documentFrequency++
  }

  private wordId(word: string): number {
    const known = this.wordIds.get(word)
    if (known !== undefined) return known
    const id = this.words.length
    // The tokens' strings are slices of a whole text, which they would keep in memory; a copy lets it go.
    const kept = ownedCopy(word)
    this.words.push(kept)
    this.wordIds.set(kept, id)
    this.isStopWord.push(this.language.isStopWord(kept) ? 1 : 0)
    const key = this.language.key(kept)
    let wordClass = this.classesByKey.get(key)
    if (wordClass === undefined) {
      wordClass = { key: ownedCopy(key), words: [], documentFrequency: 0, lastDocument: -1 }
      this.classesByKey.set(wordClass.key, wordClass)
    }
    wordClass.words.push(id)
    this.wordClasses.push(wordClass)
    for (const array of [this.documentFrequencies, this.frequency, this.lastPosition, this.lastDocumentOfWord])
      array.push(0)
    for (const array of [this.heads, this.tails, this.counts]) array.extend((id + 1) * this.fieldCount)
    return id
  }

  wordClass(key: string): WordClass | undefined {
    const found = this.classesByKey.get(key)
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
      const documentFrequency = this.counts.values[list]
      if (documentFrequency === 0) continue
      const start = this.heads.values[list]
      fields.push({ field, documentFrequency, start, end: 0, positionsStart: 0, positionsEnd: 0 })
    }
    return { word: this.words[word], documentFrequency: this.documentFrequencies.values[word], fields }
  }

  postings(postings: FieldPostings): PostingCursor {
    return this.cursor.open(postings.start)
  }

  positions(postings: FieldPostings): PositionReader {
    return this.positionReader.open(postings.start)
  }

  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    for (; this.wordsInLexicon < this.words.length; this.wordsInLexicon++) {
      const folded = fold(this.words[this.wordsInLexicon])
      this.lexicon.fetch(folded, () => []).push(this.wordsInLexicon)
    }
    const found = prefix === '' ? [...this.lexicon] : [...this.lexicon.atPrefix(prefix)]
    found.sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [folded, words] of found) {
      for (const word of words) {
        const entry = { word: this.words[word], documentFrequency: this.documentFrequencies.values[word] }
        if (!visit(folded, entry)) return
      }
    }
  }

  *classes(): Iterable<WordClass> {
    for (const found of this.classesByKey.values()) yield this.describeClass(found)
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

/** A string that shares no memory with the one it was sliced from. (V8 copies what is shorter than 13 characters anyway.) */
function ownedCopy(text: string): string {
  return text.length < 13 ? text : [...text].join('')
}
