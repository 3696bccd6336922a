/**
 * The classes of words, and where the postings of each word stand: a sorted table from class key to the class's words.
 *
 *     preamble = varint(postings offset) varint(positions offset)       of the leaf's first class; the others follow side by side
 *     value    = varint(words) [varint(documents of the class)] numbers{words} string{words}
 *     numbers  = varint(field mask) (varint(documents) varint(posting bytes) varint(position bytes)){fields in mask} [varint(documents)]
 *     string   = varint(shared) varint(rest) rest        with the word before; the first with the key
 *
 * The number of documents of the class stands there where it has several words, that of a word in any field where it is in several fields.
 */
import type { FieldPostings, Term, WordClass } from './word.ts'
import { ByteReader, decodeUtf8 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CheckedBytes, Extent } from './checked-bytes.ts'
import { type SortedTable, SortedTableWriter } from './sorted-table.ts'

const utf8 = new TextEncoder()

/** How the postings of one word in one field were written. */
export interface WrittenPostings {
  field: number
  documentFrequency: number
  postingsLength: number
  positionsLength: number
}

export interface WrittenTerm {
  word: string
  documentFrequency: number
  fields: readonly WrittenPostings[]
}

/** Writes classes in ascending order of their keys' UTF-8; their postings must stand in the same order. */
export class ClassTableWriter {
  private readonly table = new SortedTableWriter()
  private readonly value = new ByteWriter()
  private readonly preamble = new ByteWriter(16)
  private postingsOffset = 0
  private positionsOffset = 0

  add(key: Uint8Array, documentFrequency: number, terms: readonly WrittenTerm[]): void {
    const { value, preamble } = this
    preamble.clear()
    preamble.varint(this.postingsOffset)
    preamble.varint(this.positionsOffset)
    value.clear()
    value.varint(terms.length)
    if (terms.length > 1) value.varint(documentFrequency)
    for (const term of terms) this.writeNumbers(term)
    let previous = key
    for (const { word } of terms) {
      const bytes = utf8.encode(word)
      let shared = 0
      while (shared < previous.length && shared < bytes.length && previous[shared] === bytes[shared]) shared++
      value.varint(shared)
      value.varint(bytes.length - shared)
      value.bytes(bytes.subarray(shared))
      previous = bytes
    }
    this.table.add(key, value.view(), preamble.view())
  }

  private writeNumbers({ fields, documentFrequency }: WrittenTerm): void {
    const { value } = this
    value.varint(fields.reduce((mask, { field }) => mask + 2 ** field, 0))
    for (const { documentFrequency, postingsLength, positionsLength } of fields) {
      value.varint(documentFrequency)
      value.varint(postingsLength)
      value.varint(positionsLength)
      this.postingsOffset += postingsLength
      this.positionsOffset += positionsLength
    }
    if (fields.length > 1) value.varint(documentFrequency)
  }

  finish(): { section: Uint8Array; root: Uint8Array } {
    return this.table.finish()
  }
}

/** Finds classes by key. */
export class ClassTable {
  private readonly source: CheckedBytes
  private readonly table: SortedTable
  private readonly postings: Extent
  private readonly positions: Extent
  private readonly fieldCount: number

  constructor(source: CheckedBytes, table: SortedTable, postings: Extent, positions: Extent, fieldCount: number) {
    this.source = source
    this.table = table
    this.postings = postings
    this.positions = positions
    this.fieldCount = fieldCount
  }

  find(key: string): WordClass | undefined {
    const bytes = utf8.encode(key)
    const leaf = this.table.leafFor(bytes)
    if (leaf === undefined) return undefined
    const place = this.placeOf(leaf.preamble)
    const value = leaf.seek(bytes, reader => this.passNumbers(reader, place))
    if (value === undefined) return undefined
    return this.readClass(key, bytes, new ByteReader(this.source.bytes, value.start, value.end, 'classes'), place)
  }

  /** All classes in order of their keys' UTF-8. */
  *all(): Generator<WordClass> {
    for (const leaf of this.table.leaves()) {
      const place = this.placeOf(leaf.preamble)
      for (const { key, bytes, valueStart, valueEnd } of leaf.entries()) {
        const text = decodeUtf8(key, () => this.source.corrupt('classes', valueStart, 'a key is not UTF-8'))
        yield this.readClass(text, key, new ByteReader(bytes, valueStart, valueEnd, 'classes'), place)
      }
    }
  }

  private placeOf(preamble: Uint8Array): Place {
    const reader = new ByteReader(preamble, 0, preamble.length, 'classes')
    return { postings: this.postings.start + reader.varint(), positions: this.positions.start + reader.varint() }
  }

  /** Moves `place` past the postings of a class. */
  private passNumbers(reader: ByteReader, place: Place): void {
    const words = reader.varint()
    if (words > 1) reader.varint()
    for (let word = 0; word < words; word++) {
      let fields = 0
      for (let mask = reader.varint(); mask > 0; mask = Math.floor(mask / 2)) {
        if (mask % 2 === 0) continue
        fields++
        reader.varint()
        place.postings += reader.varint()
        place.positions += reader.varint()
      }
      if (fields > 1) reader.varint()
    }
  }

  private readClass(key: string, keyBytes: Uint8Array, reader: ByteReader, place: Place): WordClass {
    const words = reader.count(reader.end - reader.position, 'the number of words')
    let documentFrequency = words > 1 ? reader.varint() : 0
    const numbers = Array.from({ length: words }, () => this.readNumbers(reader, place))
    if (words === 1) documentFrequency = numbers[0].documentFrequency
    let previous = keyBytes
    const terms = numbers.map((term): Term => {
      const shared = reader.count(previous.length, 'a shared prefix')
      const rest = reader.take(reader.varint())
      const bytes = new Uint8Array(shared + rest.length)
      bytes.set(previous.subarray(0, shared))
      bytes.set(rest, shared)
      previous = bytes
      return { word: decodeUtf8(bytes, () => reader.corrupt('a word is not UTF-8')), ...term }
    })
    return { key, documentFrequency, terms }
  }

  private readNumbers(reader: ByteReader, place: Place): Omit<Term, 'word'> {
    const fields: FieldPostings[] = []
    let mask = reader.varint()
    for (let field = 0; mask > 0; field++, mask = Math.floor(mask / 2)) {
      if (mask % 2 === 0) continue
      if (field >= this.fieldCount) throw reader.corrupt('a word is in a field that does not exist')
      const documentFrequency = reader.varint()
      const start = place.postings
      const positionsStart = place.positions
      place.postings += reader.varint()
      place.positions += reader.varint()
      if (place.postings > this.postings.end || place.positions > this.positions.end) {
        throw reader.corrupt('postings are outside their section')
      }
      fields.push({ field, documentFrequency, start, end: place.postings, positionsStart, positionsEnd: place.positions })
    }
    if (fields.length === 0) throw reader.corrupt('a word is in no field')
    const documentFrequency = fields.length > 1 ? reader.varint() : fields[0].documentFrequency
    return { documentFrequency, fields }
  }
}

/** How far the postings of the classes before reach. */
interface Place {
  postings: number
  positions: number
}
