/** The mutable segment: documents are added one by one and immediately searchable. */
import SearchableMap from 'minisearch/SearchableMap'
import type { Column } from '../../columns/column.ts'
import { LiveColumns } from '../../columns/live-columns.ts'
import type { NearSpelling } from '../../format/near-spelling.ts'
import type { Language } from '../../language/language.ts'
import type { DocumentId, ReadDocument } from '../../schema/document.ts'
import type { Schema } from '../../schema/schema.ts'
import { fold, pieceOf } from '../../text/fold.ts'
import { utf8Encoder } from '../../text/utf8.ts'
import type {
  FieldPostings,
  FieldTotal,
  LexiconEntry,
  PositionReader,
  PostingCursor,
  Segment,
  WordClass,
} from '../segment.ts'
import { Inversion } from './inversion.ts'
import { LetterSets } from './letter-sets.ts'
import { LogPositionReader, LogPostingCursor } from './log-cursor.ts'

/** The memory of an id, in a list and a map. An estimate, for budgets. */
const BYTES_PER_DOCUMENT = 100

export class LiveSegment implements Segment {
  private readonly inversion: Inversion
  private readonly ids: DocumentId[] = []
  private readonly documents = new Map<DocumentId, number>()
  private readonly storedFields: string[] = []
  private readonly columns: LiveColumns
  private storedLength = 0

  // Words by folded spelling, built on first use and then kept up to date.
  private readonly lexicon = new SearchableMap<number[]>()
  private wordsInLexicon = 0
  private readonly letters = new LetterSets()

  private readonly cursor = new LogPostingCursor()
  private readonly positionReader = new LogPositionReader()

  constructor(language: Language, { fields, columns, stopWordPositions }: Schema) {
    this.inversion = new Inversion(language, { fieldCount: fields.length, stopWordPositions })
    this.columns = new LiveColumns(columns)
  }

  get documentCount(): number {
    return this.inversion.documentCount
  }

  get wordCount(): number {
    return this.inversion.words.strings.length
  }

  get fieldTotals(): readonly FieldTotal[] {
    return this.inversion.fieldTotals
  }

  get norms(): readonly Uint8Array[] {
    return this.inversion.norms
  }

  /** Its approximate memory in bytes. */
  get byteLength(): number {
    return this.inversion.byteLength + this.ids.length * BYTES_PER_DOCUMENT + this.storedLength
  }

  /** Adds a document. The caller has checked that its id is new. Returns its number. */
  add({ id, texts, columns, stored }: ReadDocument): number {
    const document = this.inversion.add(texts)
    this.ids.push(id)
    this.documents.set(id, document)
    this.storedFields.push(stored)
    this.storedLength += stored.length
    this.columns.push(columns)
    return document
  }

  wordClass(key: string): WordClass | undefined {
    return this.inversion.wordClass(key)
  }

  classes(): Iterable<WordClass> {
    return this.inversion.classes()
  }

  postings(postings: FieldPostings): PostingCursor {
    return this.cursor.openList(this.inversion.log, postings)
  }

  positions(postings: FieldPostings, isKept = false): PositionReader {
    const reader = isKept ? new LogPositionReader() : this.positionReader
    return reader.openList(this.inversion.log, postings)
  }

  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    const { words } = this.inversion
    for (; this.wordsInLexicon < words.strings.length; this.wordsInLexicon++) {
      const folded = fold(words.strings[this.wordsInLexicon])
      this.lexicon.fetch(folded, () => []).push(this.wordsInLexicon)
    }
    const entries = prefix === '' ? [...this.lexicon] : [...this.lexicon.atPrefix(prefix)]
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [folded, numbers] of entries) {
      for (const number of numbers) {
        const entry = { word: words.strings[number], documentFrequency: words.documentFrequency(number) }
        if (!visit(folded, entry)) return
      }
    }
  }

  /** There is no list: a live segment is small, so sorting all words with a prefix is fast. */
  scanFrequentWords(): void {}

  nearWords(spelling: NearSpelling, visit: (folded: string, entry: LexiconEntry, edits: number) => void): void {
    const { words } = this.inversion
    const { letters } = this
    while (letters.length < words.strings.length) letters.push(pieceOf(fold(words.strings[letters.length])))
    for (const number of letters.candidates(spelling.typed, spelling.most)) {
      const folded = fold(words.strings[number])
      const bytes = utf8Encoder.encode(folded)
      const edits = spelling.read(bytes, 0, bytes.length)
      const entry = { word: words.strings[number], documentFrequency: words.documentFrequency(number) }
      if (edits < spelling.tooMany) visit(folded, entry, edits)
    }
  }

  column(place: number): Column {
    return this.columns.column(place)
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
