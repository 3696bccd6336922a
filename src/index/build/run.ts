/**
 * A run: the postings of some documents, spilled in class order, to be merged with other runs into a file. It is read sequentially.
 *
 *     run   = class…
 *     class = varint(bytes) string(key) varint(words) word…
 *     word  = string list{fields}
 *     list  = varint(2 * postings + has positions) [varint(bytes) postings]        postings as in the posting log, none: 0
 */
import { ByteReader, decodeUtf8 } from '../../format/byte-reader.ts'
import { ByteWriter } from '../../format/byte-writer.ts'
import { compareBytes } from '../../format/sorted-table.ts'
import { type Spool, SpooledWriter } from '../../format/spool.ts'
import { utf8Encoder } from '../../text/utf8.ts'
import type { Inversion } from '../live/inversion.ts'
import { LogPositionReader, LogPostingCursor } from '../live/log-cursor.ts'
import type { FieldPostings, PositionReader, PostingCursor, Term, WordClass } from '../segment.ts'
import type { PostingSource } from '../write/numbered-source.ts'

const LONGEST_VARINT = 8
/** The minimum number of bytes between two landmarks. */
const LANDMARK_DISTANCE = 1 << 16

/** The start of a class in a run, with its key in UTF-8, for reading a range of keys. */
export interface Landmark {
  key: Uint8Array
  offset: number
}

/** Keys in UTF-8 from `from` on, and below `to`. Default: from the first, to the last. */
export interface KeyRange {
  from?: Uint8Array | undefined
  to?: Uint8Array | undefined
}

/** Writes the postings of an inversion as a run. Returns landmarks throughout, including the first class. */
export function writeRun(inversion: Inversion, fieldCount: number, spool: Spool): Landmark[] {
  const run = new SpooledWriter(spool)
  const record = new ByteWriter(1 << 16)
  const landmarks: Landmark[] = []
  let list: Uint8Array = new Uint8Array(1 << 12)
  let next = 0
  for (const { key, terms } of inversion.classes()) {
    if (run.length >= next) {
      landmarks.push({ key: utf8Encoder.encode(key), offset: run.length })
      next = run.length + LANDMARK_DISTANCE
    }
    record.clear()
    record.string(key)
    record.varint(terms.length)
    for (const { word, fields } of terms) {
      record.string(word)
      let next = 0
      for (let field = 0; field < fieldCount; field++) {
        const postings = next < fields.length && fields[next].field === field ? fields[next++] : undefined
        record.varint(postings === undefined ? 0 : postings.documentFrequency * 2 + (postings.hasPositions ? 1 : 0))
        if (postings === undefined) continue
        const length = inversion.log.byteLengthOf(postings.start)
        list = inversion.log.copy(postings.start, list)
        record.varint(length)
        record.bytes(list.subarray(0, length))
      }
    }
    run.bytes.varint(record.length)
    run.bytes.bytes(record.view())
    run.settle()
  }
  run.end()
  return landmarks
}

/** Reads a run while it is merged. The data of a class are valid until the next class is read. */
export class RunSource implements PostingSource {
  private readonly spool: Spool
  private readonly fieldCount: number
  private readonly landmarks: readonly Landmark[]
  private readonly range: KeyRange
  private readonly cursor = new LogPostingCursor()
  private readonly positionReader = new LogPositionReader()
  private record: Uint8Array = new Uint8Array(0)

  /** `landmarks`: the result of `writeRun`, to start in the middle; needed only with a range. */
  constructor(spool: Spool, fieldCount: number, landmarks: readonly Landmark[] = [], range: KeyRange = {}) {
    this.spool = spool
    this.fieldCount = fieldCount
    this.landmarks = landmarks
    this.range = range
  }

  *classes(): Generator<WordClass> {
    const { from, to } = this.range
    for (const record of recordsOf(this.spool.chunks(this.startOf(from)))) {
      const reader = new ByteReader(record, 0, record.length, 'run')
      const keyBytes = reader.take(reader.varint())
      if (from !== undefined && compareBytes(keyBytes, from) < 0) continue
      if (to !== undefined && compareBytes(keyBytes, to) >= 0) return
      this.record = record
      yield this.readClass(keyBytes, reader)
    }
  }

  /** The offset of the last landmark whose key is `from` or before it. */
  private startOf(from: Uint8Array | undefined): number {
    let start = 0
    if (from === undefined) return start
    for (const { key, offset } of this.landmarks) if (compareBytes(key, from) <= 0) start = offset
    return start
  }

  private readClass(keyBytes: Uint8Array, reader: ByteReader): WordClass {
    const terms: Term[] = []
    for (let words = reader.varint(); words > 0; words--) terms.push(this.readTerm(reader))
    // Documents in several fields or words are counted when the runs are merged.
    return { key: decodeUtf8(keyBytes, () => reader.corrupt()), keyBytes, documentFrequency: 0, terms }
  }

  private readTerm(reader: ByteReader): Term {
    const word = reader.string()
    const fields: FieldPostings[] = []
    for (let field = 0; field < this.fieldCount; field++) {
      const head = reader.varint()
      if (head === 0) continue
      const documentFrequency = Math.floor(head / 2)
      const hasPositions = head % 2 === 1
      const length = reader.varint()
      const start = reader.position
      reader.skip(length)
      const end = reader.position
      fields.push({ field, documentFrequency, start, end, positionsStart: 0, positionsEnd: 0, hasPositions })
    }
    return { word, documentFrequency: 0, fields }
  }

  postings({ start, documentFrequency, hasPositions }: FieldPostings): PostingCursor {
    return this.cursor.open(this.record, start, documentFrequency, hasPositions)
  }

  positions({ start, documentFrequency, hasPositions }: FieldPostings): PositionReader {
    return this.positionReader.open(this.record, start, documentFrequency, hasPositions)
  }
}

/** The records of a run, whatever its chunks. Each is valid until the next one is read. */
function* recordsOf(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let pending: Uint8Array = new Uint8Array(0)
  for (const chunk of chunks) {
    const joined = new Uint8Array(pending.length + chunk.length)
    joined.set(pending)
    joined.set(chunk, pending.length)
    const reader = new ByteReader(joined, 0, joined.length, 'run')
    for (;;) {
      const start = reader.position
      const length = joined.length - start < LONGEST_VARINT ? undefined : reader.varint()
      if (length === undefined || length > joined.length - reader.position) {
        pending = joined.subarray(start)
        break
      }
      yield reader.take(length)
    }
  }
  const reader = new ByteReader(pending, 0, pending.length, 'run')
  while (!reader.done) yield reader.take(reader.varint())
}
