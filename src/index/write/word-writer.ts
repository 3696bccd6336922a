/** Writes the postings of classes into a file's sections, and collects the data for its tables. */
import { ByteWriter } from '../../format/byte-writer.ts'
import { ClassTableWriter, type WrittenPostings, type WrittenTerm } from '../../format/class-table.ts'
import { GrowingUint32Array } from '../../format/growing-array.ts'
import { isLeftToClasses } from '../../format/lexicon.ts'
import { writePositionList } from '../../format/position-list.ts'
import { writePostingList } from '../../format/posting-list.ts'
import { type Spool, SpooledWriter } from '../../format/spool.ts'
import { fold } from '../../text/fold.ts'
import { boundsOf } from '../length-norm.ts'
import { appendPostings, type FieldPostings, type LexiconEntry, type PackedList } from '../segment.ts'
import { FREQUENT } from './frequent-words.ts'
import type { MergedClass, Occurrence } from './merge-classes.ts'
import { type PostingSource, REMOVED, type Source } from './numbered-source.ts'

/** A single posting with at most this many positions is stored in the dictionary. */
const INLINE_POSITIONS = 8

/** Receives the classes in the order of writing. */
export type ClassTaker = Pick<ClassTableWriter, 'add'>

/** The part of a field that determines how its words are written. A schema field is one; threads receive only what can be sent. */
export interface IndexedField {
  title: boolean
}

/** Writes the postings of classes in order, and collects the data for the tables. */
export class WordWriter {
  /** For each class: the postings of all its words, then their positions. */
  readonly postings: SpooledWriter
  readonly classes = new ClassTableWriter()
  readonly lexicon: LexiconEntry[] = []
  /** The words that may be frequent. */
  readonly frequent: LexiconEntry[] = []
  wordCount = 0
  postingCount = 0
  tokenCount = 0

  private readonly norms: readonly Uint8Array[]
  /** The positions of the current class. */
  private readonly positions = new ByteWriter(1 << 16)
  private readonly scratch = new ByteWriter(1 << 16)
  /** A list as in its source. */
  private readonly read = new GrowingUint32Array()
  private readonly readFrequencies = new GrowingUint32Array()
  /** A list as written. */
  private readonly documents = new GrowingUint32Array()
  private readonly frequencies = new GrowingUint32Array()
  private readonly places = new GrowingUint32Array()
  /** By document: the last class and the last word that counted it. */
  private readonly countedForClass: Uint32Array
  private readonly countedForWord: Uint32Array
  private classNumber = 0
  private wordNumber = 0

  private readonly blockLength: number
  /** By field, and norm. */
  private readonly bounds: readonly Float64Array[]
  private readonly classTaker: ClassTaker

  /**
   * `norms` are those of the file, by field. `makeSpool` creates spools for data that do not fit in memory. `classTaker` receives the classes instead of the
   * tables.
   */
  constructor(
    fields: readonly IndexedField[],
    norms: readonly Uint8Array[],
    blockLength: number,
    makeSpool?: () => Spool,
    classTaker?: ClassTaker,
  ) {
    this.postings = new SpooledWriter(makeSpool?.())
    this.norms = norms
    this.bounds = fields.map(boundsOf)
    this.blockLength = blockLength
    this.classTaker = classTaker ?? { add: this.addClass.bind(this) }
    this.countedForClass = new Uint32Array(norms[0].length)
    this.countedForWord = new Uint32Array(norms[0].length)
  }

  writeAll(classes: Iterable<MergedClass>): void {
    for (const { key, keyBytes, terms } of classes) {
      this.classNumber++
      let documentFrequency = 0
      const written: WrittenTerm[] = []
      for (const word of [...terms.keys()].sort()) {
        this.wordNumber++
        let ofWord = 0
        const fields: WrittenPostings[] = []
        for (let field = 0; field < this.norms.length; field++) {
          const lists = listsIn(field, terms.get(word) ?? [])
          const packed = this.gatherPacked(lists)
          const hasPositions = lists.every(({ postings }) => postings.hasPositions)
          if (packed === undefined) this.gather(lists, hasPositions)
          if (this.documents.length === 0) continue
          const counted = this.countDocuments()
          documentFrequency += counted.newToClass
          ofWord += counted.newToWord
          fields.push(packed === undefined ? this.writeList(field, hasPositions) : this.copyList(field, packed))
        }
        if (fields.length === 0) continue
        written.push({ word, documentFrequency: ofWord, fields })
      }
      if (written.length > 0) this.classTaker.add(key, keyBytes, documentFrequency, written)
      this.postings.bytes.bytes(this.positions.view())
      this.positions.clear()
      this.postings.settle()
    }
  }

  /** Adds a class that was written to the tables. */
  addClass(key: string, keyBytes: Uint8Array, documentFrequency: number, terms: readonly WrittenTerm[]): void {
    this.classes.add(key, keyBytes, documentFrequency, terms)
    this.wordCount += terms.length
    for (const { word, documentFrequency } of terms) {
      const entry = { word, documentFrequency }
      if (!isLeftToClasses(fold(word), key)) this.lexicon.push(entry)
      if (documentFrequency >= FREQUENT) this.frequent.push(entry)
    }
  }

  /** The bytes of a single list whose documents keep their numbers, because it would be written identically. Reads its documents. */
  private gatherPacked(lists: readonly SourceList[]): PackedList | undefined {
    if (lists.length !== 1) return undefined
    const [{ source, postings }] = lists
    const { segment, numbers } = source
    if (segment.packedList === undefined || segment.blockLength !== this.blockLength || postings.inline !== undefined) {
      return undefined
    }
    const { documents, frequencies } = this
    documents.length = 0
    frequencies.length = 0
    appendPostings(segment, postings, documents, frequencies)
    for (let i = 0; i < documents.length; i++) {
      if (numbers[documents.values[i]] !== documents.values[i]) return undefined
    }
    return segment.packedList(postings)
  }

  /** Reads the postings of a word in a field from all sources, with new document numbers. */
  private gather(lists: readonly SourceList[], hasPositions: boolean): void {
    const { documents, frequencies, places, read, readFrequencies } = this
    documents.length = 0
    frequencies.length = 0
    places.length = 0
    for (const { source, postings } of lists) {
      read.length = 0
      readFrequencies.length = 0
      appendPostings(source.segment, postings, read, readFrequencies)
      const reader = hasPositions ? source.segment.positions(postings) : undefined
      for (let i = 0; i < read.length; i++) {
        const document = source.numbers[read.values[i]]
        if (document === REMOVED) continue
        documents.push(document)
        frequencies.push(readFrequencies.values[i])
        if (reader === undefined) continue
        reader.read(i, read.values, readFrequencies.values, 0)
        places.append(reader.positions, reader.length)
      }
    }
    if (!isAscending(documents)) this.sortPostings(hasPositions)
  }

  /** Sorts the gathered postings by document if sources interleave. Each source consists of sorted runs. */
  private sortPostings(hasPositions: boolean): void {
    const { length } = this.documents
    const documents = this.documents.values.slice(0, length)
    const frequencies = this.frequencies.values.slice(0, length)
    const places = this.places.values.slice(0, this.places.length)
    const starts = new Uint32Array(length)
    for (let i = 1; i < length; i++) starts[i] = starts[i - 1] + frequencies[i - 1]
    this.places.length = 0
    mergeRuns(documents, (from, to) => {
      this.documents.values[to] = documents[from]
      this.frequencies.values[to] = frequencies[from]
      if (hasPositions) this.places.append(places, frequencies[from], starts[from])
    })
  }

  private countDocuments(): { newToClass: number; newToWord: number } {
    let newToClass = 0
    let newToWord = 0
    for (let i = 0; i < this.documents.length; i++) {
      const document = this.documents.values[i]
      if (this.countedForClass[document] !== this.classNumber) newToClass++
      if (this.countedForWord[document] !== this.wordNumber) newToWord++
      this.countedForClass[document] = this.classNumber
      this.countedForWord[document] = this.wordNumber
    }
    return { newToClass, newToWord }
  }

  private copyList(field: number, packed: PackedList): WrittenPostings {
    const { documents } = this
    this.countOccurrences()
    this.postings.bytes.bytes(packed.postings)
    this.positions.bytes(packed.positions)
    const { length: postingsLength } = packed.postings
    const { length: positionsLength } = packed.positions
    return { field, documentFrequency: documents.length, postingsLength, positionsLength }
  }

  private countOccurrences(): void {
    const { documents, frequencies } = this
    this.postingCount += documents.length
    for (let i = 0; i < frequencies.length; i++) this.tokenCount += frequencies.values[i]
  }

  private writeList(field: number, hasPositions: boolean): WrittenPostings {
    const { documents, frequencies, places, postings, positions, blockLength } = this
    const count = documents.length
    this.countOccurrences()
    if (hasPositions && count === 1 && places.length <= INLINE_POSITIONS) {
      const inline = { document: documents.values[0], positions: places.values.slice(0, places.length) }
      return { field, documentFrequency: 1, postingsLength: 0, positionsLength: 0, inline }
    }
    const postingsStart = postings.length
    const positionsStart = positions.length
    const list = {
      count,
      documents: documents.values,
      frequencies: frequencies.values,
      positions: places.values,
      bounds: this.bounds[field],
      norms: this.norms[field],
    }
    const positionBytes = hasPositions
      ? writePositionList(positions, list, this.scratch, blockLength)
      : Array.from({ length: Math.ceil(count / blockLength) }, () => 0)
    writePostingList(postings.bytes, { ...list, positionBytes }, this.scratch, blockLength)
    return {
      field,
      documentFrequency: count,
      postingsLength: postings.length - postingsStart,
      positionsLength: positions.length - positionsStart,
    }
  }
}

/** A list of a word in one field, with its source. */
interface SourceList {
  source: Source<PostingSource>
  postings: FieldPostings
}

function listsIn(field: number, occurrences: readonly Occurrence[]): SourceList[] {
  const lists: SourceList[] = []
  for (const { source, term } of occurrences) {
    const postings = term.fields.find(postings => postings.field === field)
    if (postings !== undefined) lists.push({ source, postings })
  }
  return lists
}

function isAscending({ values, length }: GrowingUint32Array): boolean {
  for (let i = 1; i < length; i++) if (values[i] < values[i - 1]) return false
  return true
}

/** More than a file and its additions have, so documents were reordered. */
const MANY_RUNS = 16

/** Visits the indices of numbers in ascending order of the numbers. Fast if they consist of few ascending runs. */
function mergeRuns(numbers: Uint32Array, visit: (from: number, to: number) => void): void {
  const next: number[] = [0]
  for (let i = 1; i < numbers.length; i++) if (numbers[i] < numbers[i - 1]) next.push(i)
  if (next.length > MANY_RUNS) {
    const order = Uint32Array.from(numbers, (_, i) => i)
    order.sort((a, b) => numbers[a] - numbers[b]).forEach(visit)
    return
  }
  const ends = [...next.slice(1), numbers.length]
  for (let to = 0; to < numbers.length; to++) {
    let least = -1
    for (let run = 0; run < next.length; run++) {
      if (next[run] < ends[run] && (least === -1 || numbers[next[run]] < numbers[next[least]])) least = run
    }
    visit(next[least]++, to)
  }
}
