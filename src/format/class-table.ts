/**
 * The classes of words, and where the postings of each word are: a sorted table from class key to the words of the class.
 *
 *     preamble = varint(postings offset)        of the leaf's first class; the others follow side by side, of each the postings of all words, then their positions
 *     value    = varint(head * 2 + several) [varint(words) varint(documents of the class)] numbers (varint(head) numbers){other words} string…
 *     head     = sameAsKey + 2 * (field + 1)                             or sameAsKey, and a field mask before the numbers, for several fields
 *     numbers  = [varint(field mask)] ofField{fields} [varint(documents in any field)]        the last for several fields
 *     ofField  = varint(documents * 2) varint(posting bytes) varint(position bytes)
 *              | varint(frequency * 2 + 1) varint(document) varint(position gap){frequency}             the only posting itself
 *     string   = front-coded with the key or the string before           of words that are not the key
 *
 * Most words of a collection occur in one document. For these, only this table is read.
 */

import { utf8Encoder } from '../text/utf8.ts'
import { SpelledOut } from './bounds.ts'
import { ByteReader, decodeUtf8 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { FrontCodedWriter, readFrontCoded } from './front-coding.ts'
import { startsWith } from './lexicon.ts'
import { nearEntries, nearLeaves } from './near-entries.ts'
import type { NearSpelling } from './near-spelling.ts'
import { compareBytes, type SortedTable, SortedTableWriter } from './sorted-table.ts'
import type { FieldPostings, InlinePosting, Term, WordClass } from './word.ts'

/** The root's share of the header, which the first read of a file should contain. */
const ROOT_LENGTH = 8192

/** How the postings of one word in one field were written. */
export interface WrittenPostings {
  field: number
  documentFrequency: number
  postingsLength: number
  positionsLength: number
  inline?: InlinePosting
}

export interface WrittenTerm {
  word: string
  documentFrequency: number
  fields: readonly WrittenPostings[]
}

/** Writes classes in ascending order of their keys' UTF-8. Their postings must be in the same order. */
export class ClassTableWriter {
  private readonly table = new SortedTableWriter({ rootLength: ROOT_LENGTH })
  private readonly value = new ByteWriter()
  private readonly preamble = new ByteWriter(16)
  private postingsOffset = 0

  /** `keyBytes` is `key` in UTF-8. */
  add(key: string, keyBytes: Uint8Array, documentFrequency: number, terms: readonly WrittenTerm[]): void {
    const { value, preamble } = this
    preamble.clear()
    preamble.varint(this.postingsOffset)
    value.clear()
    terms.forEach((term, i) => {
      const several = terms.length > 1
      const head = headOf(term, key)
      if (i > 0) value.varint(head)
      else {
        value.varint(head * 2 + (several ? 1 : 0))
        if (several) {
          value.varint(terms.length)
          value.varint(documentFrequency)
        }
      }
      this.writeNumbers(term)
    })
    let previous = keyBytes
    const words = new FrontCodedWriter(value, 0)
    for (const { word } of terms) {
      if (word === key) continue
      const bytes = utf8Encoder.encode(word)
      words.add(previous, bytes)
      previous = bytes
    }
    this.table.add(keyBytes, value.view(), preamble.view())
  }

  private writeNumbers({ fields, documentFrequency }: WrittenTerm): void {
    const { value } = this
    if (fields.length > 1) this.writeMask(fields)
    for (const { documentFrequency, postingsLength, positionsLength, inline } of fields) {
      if (inline !== undefined) this.writeInline(inline)
      else {
        value.varint(documentFrequency * 2)
        value.varint(postingsLength)
        value.varint(positionsLength)
      }
      this.postingsOffset += postingsLength + positionsLength
    }
    if (fields.length > 1) value.varint(documentFrequency)
  }

  /** One bit per field in groups of seven, like a varint, because there are more fields than a number has bits. */
  private writeMask(fields: readonly WrittenPostings[]): void {
    const last = fields[fields.length - 1].field
    for (let base = 0; base <= last; base += 7) {
      let bits = base + 7 <= last ? 0x80 : 0
      for (const { field } of fields) if (field >= base && field < base + 7) bits |= 1 << (field - base)
      this.value.byte(bits)
    }
  }

  private writeInline({ document, positions }: InlinePosting): void {
    const { value } = this
    value.varint(positions.length * 2 + 1)
    value.varint(document)
    let previous = -1
    for (const position of positions) {
      value.varint(position - previous - 1)
      previous = position
    }
  }

  finish(): { section: Uint8Array; root: Uint8Array } {
    return this.table.finish()
  }
}

function headOf({ word, fields }: WrittenTerm, key: string): number {
  return (word === key ? 1 : 0) + 2 * (fields.length === 1 ? fields[0].field + 1 : 0)
}

/** Finds classes by key. */
export class ClassTable {
  private readonly source: CheckedBytes
  private readonly table: SortedTable
  private readonly postings: ByteRange
  private readonly fieldCount: number
  private readonly documentCount: number

  constructor(
    source: CheckedBytes,
    table: SortedTable,
    postings: ByteRange,
    fieldCount: number,
    documentCount: number,
  ) {
    this.source = source
    this.table = table
    this.postings = postings
    this.fieldCount = fieldCount
    this.documentCount = documentCount
  }

  find(key: string): WordClass | undefined {
    const bytes = utf8Encoder.encode(key)
    const leaf = this.table.leafFor(bytes)
    if (leaf === undefined) return undefined
    const place = this.placeOf(leaf.preamble)
    const value = leaf.seek(bytes, reader => this.passNumbers(reader, place))
    if (value === undefined) return undefined
    return this.readClass(key, bytes, new ByteReader(leaf.bytes, value.start, value.end, 'classes'), place)
  }

  get innerExtent(): ByteRange {
    return this.table.innerExtent
  }

  /** The range of the leaves with the classes whose keys start with `prefix`. */
  extentFrom(prefix: string): ByteRange {
    return this.table.extentFrom(utf8Encoder.encode(prefix))
  }

  /** The classes whose keys start with `prefix` and pass `isWanted`, in order of their keys' UTF-8. */
  *from(prefix = '', isWanted: (key: string) => boolean = () => true): Generator<WordClass & { keyBytes: Uint8Array }> {
    const from = utf8Encoder.encode(prefix)
    let last: Uint8Array | undefined
    let behind: Place | undefined
    for (const leaf of this.table.leaves(from)) {
      const place = this.placeOf(leaf.preamble)
      // Otherwise words of many leaves might share the same postings, each of them very long.
      if (behind !== undefined && behind.next !== place.next)
        throw this.source.corrupt('classes', 0, 'postings do not stand side by side')
      behind = place
      for (const { key, bytes, valueStart, valueEnd } of leaf.entries(last)) {
        last = key
        const reader = new ByteReader(bytes, valueStart, valueEnd, 'classes')
        if (startsWith(key, from)) {
          const text = decodeUtf8(key, () => this.source.corrupt('classes', valueStart))
          if (isWanted(text)) yield { keyBytes: key, ...this.readClass(text, key, reader, place) }
          else this.passNumbers(reader, place)
        } else if (compareBytes(key, from) > 0) return
        else this.passNumbers(reader, place)
      }
    }
  }

  /** The classes whose keys are near, with the edits. */
  *near(spelling: NearSpelling): Generator<WordClass & { edits: number }> {
    for (const { key, edits, valueStart } of nearEntries(this.table, spelling)) {
      const wordClass = this.find(decodeUtf8(key, () => this.source.corrupt('classes', valueStart)))
      if (wordClass !== undefined) yield { ...wordClass, edits }
    }
  }

  /** The ranges of the leaves that may contain near keys. */
  nearLeaves(spelling: NearSpelling): ByteRange[] {
    return nearLeaves(this.table, spelling)
  }

  private placeOf(preamble: Uint8Array): Place {
    const reader = new ByteReader(preamble, 0, preamble.length, 'classes')
    return { next: this.postings.start + reader.varint(), positions: 0 }
  }

  /** Moves `place` past the postings of a class. */
  private passNumbers(reader: ByteReader, place: Place): void {
    const first = reader.varint()
    const words = first % 2 === 0 ? 1 : reader.varint()
    if (words > 1) reader.varint()
    this.readNumbers(Math.floor(first / 2), reader, place)
    for (let word = 1; word < words; word++) this.readNumbers(reader.varint(), reader, place)
    this.endClass(reader, place)
  }

  /** Moves `place` past the positions of the class, after its postings. Returns where they start. */
  private endClass(reader: ByteReader, place: Place): number {
    const start = place.next
    place.next += place.positions
    place.positions = 0
    if (place.next > this.postings.end) throw reader.corrupt()
    return start
  }

  private readClass(key: string, keyBytes: Uint8Array, reader: ByteReader, place: Place): WordClass {
    const valueLength = reader.end - reader.position
    const first = reader.varint()
    const words = first % 2 === 0 ? 1 : reader.count(reader.end - reader.position)
    if (words === 0) throw reader.corrupt()
    const ofClass = words > 1 ? this.documents(reader.varint(), reader) : undefined
    const heads: number[] = []
    const numbers: Omit<Term, 'word'>[] = []
    for (let word = 0; word < words; word++) {
      heads.push(word === 0 ? Math.floor(first / 2) : reader.varint())
      numbers.push(this.readNumbers(heads[word], reader, place))
    }
    const positions = this.endClass(reader, place)
    for (const { fields } of numbers) {
      for (const postings of fields) {
        postings.positionsStart += positions
        postings.positionsEnd += positions
      }
    }
    let previous = keyBytes
    const spelledOut = new SpelledOut(valueLength)
    const terms = numbers.map((term, i): Term => {
      if (heads[i] % 2 === 1) return { word: key, ...term }
      previous = readFrontCoded(reader, previous, spelledOut)
      return { word: decodeUtf8(previous, () => reader.corrupt()), ...term }
    })
    for (let i = 1; i < words; i++) if (terms[i].word <= terms[i - 1].word) throw reader.corrupt('words do not ascend')
    return { key, documentFrequency: ofClass ?? numbers[0].documentFrequency, terms }
  }

  private readNumbers(head: number, reader: ByteReader, place: Place): Omit<Term, 'word'> {
    const only = Math.floor(head / 2)
    const fields: FieldPostings[] = []
    for (const field of only > 0 ? [only - 1] : this.readMask(reader)) {
      if (field >= this.fieldCount) throw reader.corrupt()
      fields.push(this.readField(field, reader, place))
    }
    if (fields.length === 0) throw reader.corrupt()
    const documentFrequency = fields.length > 1 ? reader.varint() : fields[0].documentFrequency
    return { documentFrequency: this.documents(documentFrequency, reader), fields }
  }

  /** Reads a number of documents. */
  private documents(count: number, reader: ByteReader): number {
    if (count === 0 || count > this.documentCount) throw reader.corrupt('more documents than there are')
    return count
  }

  private readMask(reader: ByteReader): number[] {
    const fields: number[] = []
    for (let base = 0; ; base += 7) {
      const bits = reader.byte()
      for (let bit = 0; bit < 7; bit++) if ((bits >> bit) & 1) fields.push(base + bit)
      if (bits < 0x80) return fields
    }
  }

  /** Offsets of positions are relative to the first positions of the class, because the length of what precedes them is not yet known. */
  private readField(field: number, reader: ByteReader, place: Place): FieldPostings {
    const head = reader.varint()
    const count = Math.floor(head / 2)
    const start = place.next
    const positionsStart = place.positions
    const inline = head % 2 === 1 ? readInline(reader, count) : undefined
    const documentFrequency = inline === undefined ? count : 1
    if (inline === undefined) {
      place.next += reader.varint()
      place.positions += reader.varint()
    }
    if (count === 0) throw reader.corrupt()
    this.documents(documentFrequency, reader)
    const end = place.next
    const positionsEnd = place.positions
    const hasPositions = inline !== undefined || positionsEnd > positionsStart
    return { field, documentFrequency, start, end, positionsStart, positionsEnd, hasPositions, inline }
  }
}

function readInline(reader: ByteReader, frequency: number): InlinePosting {
  const document = reader.varint()
  if (frequency > reader.end - reader.position) throw reader.corrupt()
  const positions = new Uint32Array(frequency)
  let previous = -1
  for (let i = 0; i < frequency; i++) {
    previous += reader.varint() + 1
    positions[i] = previous
  }
  return { document, positions }
}

interface Place {
  /** Where the next postings start. */
  next: number
  /** The number of bytes of the current class's positions, as far as it was read. */
  positions: number
}
