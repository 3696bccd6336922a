/**
 * Writes any segments as one packed file: the same bytes for the same documents, however they were cut into segments before.
 *
 * Removed documents are left out and words that only they held with them; the others keep their order.
 */

import { InvalidOptionError } from '../errors.ts'
import { ByteWriter } from '../format/byte-writer.ts'
import { ClassTableWriter, type WrittenPostings, type WrittenTerm } from '../format/class-table.ts'
import { writeFile } from '../format/file-writer.ts'
import { writeIdentifiers } from '../format/identifiers.ts'
import { HEADER_LIMIT } from '../format/layout.ts'
import { writeLexicon } from '../format/lexicon.ts'
import { positionBlockLength, writePositionList } from '../format/position-list.ts'
import { BLOCK_LENGTH, writePostingList } from '../format/posting-list.ts'
import { compareBytes } from '../format/sorted-table.ts'
import { writeStoredDocuments } from '../format/stored-documents.ts'
import { lengthOfNorm } from '../ranking/length-norm.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import { fold } from '../text/fold.ts'
import type { Language } from '../text/language.ts'
import { GrowingUint32Array } from './growing-array.ts'
import type { WrittenColumn, WrittenMetadata } from './metadata.ts'
import { numberDocuments, REMOVED, type Source } from './numbered-source.ts'
import type { FieldPostings, FieldTotal, LexiconEntry, Segment, Term } from './segment.ts'
import type { SegmentPart } from './segment-part.ts'
import { writeColumns } from './write-columns.ts'

/** What a packed segment must know before it reads anything else; the file's metadata section, as JSON. */
export interface SegmentMetadata {
  schema: Schema
  language: { name: string; fingerprint: string }
  documentCount: number
  wordCount: number
  postingCount: number
  tokenCount: number
  fieldTotals: FieldTotal[]
  /** How many postings a full block holds. */
  blockLength: number
  /** The schema's columns, with the bytes that each takes. */
  columns: readonly WrittenColumn[]
}

export function writeSegment(
  parts: readonly SegmentPart[],
  schema: Schema,
  language: Language,
  blockLength = BLOCK_LENGTH,
): Uint8Array {
  const sources = numberDocuments(parts)
  const norms = mergeByDocument(sources, schema.fields.length, segment => segment.norms)
  const extents = mergeByDocument(sources, schema.fields.length, segment => segment.extents)
  const words = new WordWriter(norms, extents, blockLength)
  words.writeAll(mergedClasses(sources))
  const classes = words.classes.finish()
  const lexicon = writeLexicon(words.lexicon, fold)
  const identifiers = writeIdentifiers([...ids(sources)])
  const stored = writeStoredDocuments(schema.storeFields.length === 0 ? [] : storedFields(sources))
  const columns = writeColumns(schema.columns, sources)
  const metadata: WrittenMetadata = {
    schema: { idField: schema.idField, fields: schema.fields, storeFields: schema.storeFields },
    language: { name: language.name, fingerprint: language.fingerprint },
    documentCount: norms[0].length,
    wordCount: words.wordCount,
    postingCount: words.postingCount,
    tokenCount: words.tokenCount,
    fieldTotals: norms.map(totalOf),
    blockLength,
    ...(columns.written.length > 0 && { columns: columns.written }),
  }
  const json = new TextEncoder().encode(JSON.stringify(metadata))
  if (json.length > HEADER_LIMIT / 4) {
    throw new InvalidOptionError(
      'fields',
      schema.fields,
      `field names that take less than ${HEADER_LIMIT / 4} bytes in all`,
    )
  }
  return writeFile(
    [
      { name: 'metadata', bytes: json },
      { name: 'classRoot', bytes: classes.root },
      { name: 'lexiconRoot', bytes: lexicon.root },
      { name: 'storedRoot', bytes: stored.blocks.root },
    ],
    [
      { name: 'norms', bytes: concatenate(norms) },
      { name: 'extents', bytes: concatenate(extents) },
      { name: 'classes', bytes: classes.section },
      { name: 'lexicon', bytes: lexicon.section },
      { name: 'postings', bytes: words.postings.toBytes() },
      { name: 'positions', bytes: words.positions.toBytes() },
      { name: 'identifiers', bytes: identifiers.identifiers },
      { name: 'identifierOffsets', bytes: identifiers.offsets },
      { name: 'identifierOrder', bytes: identifiers.order },
      { name: 'storedBlocks', bytes: stored.blocks.section },
      { name: 'stored', bytes: stored.stored },
      ...(columns.written.length > 0 ? [{ name: 'columns' as const, bytes: columns.bytes }] : []),
    ],
  )
}

/** By field: a byte a document from all sources, under the new numbers. */
function mergeByDocument(
  sources: readonly Source[],
  fieldCount: number,
  bytesOf: (segment: Segment) => readonly Uint8Array[],
): Uint8Array[] {
  const count = sources.reduce(
    (sum, { numbers }) => sum + numbers.reduce((n, to) => n + (to === REMOVED ? 0 : 1), 0),
    0,
  )
  return Array.from({ length: fieldCount }, (_, field) => {
    const merged = new Uint8Array(count)
    for (const { segment, numbers } of sources) {
      const bytes = bytesOf(segment)[field]
      numbers.forEach((to, document) => {
        if (to !== REMOVED) merged[to] = bytes[document]
      })
    }
    return merged
  })
}

function totalOf(norms: Uint8Array): FieldTotal {
  const total = { length: 0, documents: 0 }
  for (const norm of norms) {
    if (norm === 0) continue
    total.length += lengthOfNorm[norm]
    total.documents++
  }
  return total
}

function* ids(sources: readonly Source[]): Generator<DocumentId> {
  for (const { segment, numbers } of sources) {
    for (let document = 0; document < numbers.length; document++) {
      if (numbers[document] !== REMOVED) yield segment.id(document)
    }
  }
}

function* storedFields(sources: readonly Source[]): Generator<string> {
  for (const { segment, numbers } of sources) {
    for (let document = 0; document < numbers.length; document++) {
      if (numbers[document] !== REMOVED) yield segment.stored(document)
    }
  }
}

/** A class key and the terms that the sources have under it. */
interface MergedClass {
  key: Uint8Array
  terms: Map<string, { source: Source; term: Term }[]>
}

/** The classes of all sources in order of their keys' UTF-8, equal keys together. */
function* mergedClasses(sources: readonly Source[]): Generator<MergedClass> {
  const utf8 = new TextEncoder()
  const all = sources.flatMap(source =>
    [...source.segment.classes()].map(({ key, terms }) => ({ key: utf8.encode(key), source, terms })),
  )
  all.sort((a, b) => compareBytes(a.key, b.key) || a.source.index - b.source.index)
  let current: MergedClass | undefined
  for (const { key, source, terms } of all) {
    if (current === undefined || compareBytes(current.key, key) !== 0) {
      if (current !== undefined) yield current
      current = { key, terms: new Map() }
    }
    for (const term of terms) {
      const same = current.terms.get(term.word)
      if (same === undefined) current.terms.set(term.word, [{ source, term }])
      else same.push({ source, term })
    }
  }
  if (current !== undefined) yield current
}

const utf8Text = new TextDecoder()

/** A single posting with at most so many positions is kept in the dictionary. */
const INLINE_POSITIONS = 8

/** Writes the postings of class after class, and keeps what the tables say of them. */
class WordWriter {
  readonly postings = new ByteWriter(1 << 20)
  readonly positions = new ByteWriter(1 << 20)
  readonly classes = new ClassTableWriter()
  readonly lexicon: LexiconEntry[] = []
  wordCount = 0
  postingCount = 0
  tokenCount = 0

  private readonly norms: readonly Uint8Array[]
  private readonly scratch = new ByteWriter(1 << 16)
  /** A list as its source has it. */
  private readonly read = new GrowingUint32Array()
  private readonly readFrequencies = new GrowingUint32Array()
  /** A list as it is written. */
  private readonly documents = new GrowingUint32Array()
  private readonly frequencies = new GrowingUint32Array()
  private readonly places = new GrowingUint32Array()
  /** By document: the last class and the last word that counted it. */
  private readonly countedForClass: Uint32Array
  private readonly countedForWord: Uint32Array
  private classNumber = 0
  private wordNumber = 0

  private readonly blockLength: number
  private readonly extents: readonly Uint8Array[]

  constructor(norms: readonly Uint8Array[], extents: readonly Uint8Array[], blockLength: number) {
    this.norms = norms
    this.extents = extents
    this.blockLength = blockLength
    this.countedForClass = new Uint32Array(norms[0].length)
    this.countedForWord = new Uint32Array(norms[0].length)
  }

  writeAll(classes: Iterable<MergedClass>): void {
    for (const { key, terms } of classes) {
      this.classNumber++
      let documentFrequency = 0
      const written: WrittenTerm[] = []
      const keyText = utf8Text.decode(key)
      for (const word of [...terms.keys()].sort()) {
        this.wordNumber++
        let ofWord = 0
        const fields: WrittenPostings[] = []
        for (let field = 0; field < this.norms.length; field++) {
          this.gather(terms.get(word) ?? [], field)
          if (this.documents.length === 0) continue
          const counted = this.countDocuments()
          documentFrequency += counted.newToClass
          ofWord += counted.newToWord
          fields.push(this.writeList(field))
        }
        if (fields.length === 0) continue
        written.push({ word, documentFrequency: ofWord, fields })
        this.wordCount++
        if (fold(word) !== keyText) this.lexicon.push({ word, documentFrequency: ofWord })
      }
      if (written.length > 0) this.classes.add(key, documentFrequency, written)
    }
  }

  /** Reads the postings of a word in a field from all sources, under their new numbers. */
  private gather(occurrences: readonly { source: Source; term: Term }[], field: number): void {
    const { documents, frequencies, places } = this
    documents.length = 0
    frequencies.length = 0
    places.length = 0
    for (const { source, term } of occurrences) {
      const postings = term.fields.find(postings => postings.field === field)
      if (postings === undefined) continue
      this.readList(source.segment, postings)
      const { read, readFrequencies } = this
      const reader = source.segment.positions(postings)
      for (let i = 0; i < read.length; i++) {
        const document = source.numbers[read.values[i]]
        if (document === REMOVED) continue
        documents.push(document)
        frequencies.push(readFrequencies.values[i])
        reader.read(i, read.values, readFrequencies.values, 0)
        places.append(reader.positions, reader.length)
      }
    }
  }

  private readList(segment: Segment, postings: FieldPostings): void {
    this.read.length = 0
    this.readFrequencies.length = 0
    const cursor = segment.postings(postings)
    for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
      this.read.append(cursor.documents, length)
      this.readFrequencies.append(cursor.frequencies, length)
    }
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

  private writeList(field: number): WrittenPostings {
    const { documents, frequencies, places, postings, positions, blockLength } = this
    const count = documents.length
    this.postingCount += count
    this.tokenCount += places.length
    if (count === 1 && places.length <= INLINE_POSITIONS) {
      const inline = { document: documents.values[0], positions: places.values.slice(0, places.length) }
      return { field, documentFrequency: 1, postingsLength: 0, positionsLength: 0, inline }
    }
    const postingsStart = postings.length
    const positionsStart = positions.length
    writePostingList(
      postings,
      documents.values,
      frequencies.values,
      count,
      this.norms[field],
      this.scratch,
      blockLength,
    )
    const list = {
      count,
      documents: documents.values,
      frequencies: frequencies.values,
      positions: places.values,
      extents: this.extents[field],
    }
    writePositionList(positions, list, this.scratch, positionBlockLength(blockLength))
    return {
      field,
      documentFrequency: count,
      postingsLength: postings.length - postingsStart,
      positionsLength: positions.length - positionsStart,
    }
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new ByteWriter()
  for (const part of parts) whole.bytes(part)
  return whole.toBytes()
}
