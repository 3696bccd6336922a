/**
 * The ids of the documents: in document order, front-coded in blocks, and a table that says where an id may be.
 *
 *     identifiers       = block…                   block = id{32}, the last one shorter
 *     id                = varint(8 * shared + 4 * sameLength + 2 * digits + number) [varint(length - shared)] rest
 *     identifierOffsets = uint32 of each block's start
 *     identifierSlots   = slot…                    slot = a document's number + 1, or 0, in as many bytes as the number of documents takes
 *
 * `shared`: with the id before in its block; `sameLength`: as long as that. `number`: the id is a number, written as JavaScript writes it. `digits`: the rest
 * is 1 to 15 digits, which stand as one number. Slots are a hash table with linear probing, a third more than there are documents: to look an id up takes few
 * reads, wherever the bytes are.
 */

import { bitWidth } from './bit-writer.ts'
import { ByteReader, decodeUtf8, readFixed, readUint32 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { crc32 } from './crc32.ts'
import { sharedPrefixLength } from './front-coding.ts'
import { escapeSurrogates, unescapeSurrogates } from './lone-surrogates.ts'
import { compareBytes } from './sorted-table.ts'

const IDENTIFIERS_PER_BLOCK = 32

const utf8 = new TextEncoder()

interface EncodedIdentifier {
  isNumber: boolean
  bytes: Uint8Array
}

export function writeIdentifiers(ids: readonly (string | number)[]): {
  identifiers: Uint8Array
  offsets: Uint8Array
  slots: Uint8Array
} {
  const encoded = ids.map(encode)
  const identifiers = new ByteWriter()
  const offsets = new ByteWriter()
  let previous = new Uint8Array(0)
  encoded.forEach(({ isNumber, bytes }, document) => {
    if (document % IDENTIFIERS_PER_BLOCK === 0) {
      offsets.uint32(identifiers.length)
      previous = new Uint8Array(0)
    }
    writeIdentifier(identifiers, previous, bytes, isNumber)
    previous = bytes as Uint8Array<ArrayBuffer>
  })
  return { identifiers: identifiers.toBytes(), offsets: offsets.toBytes(), slots: writeSlots(encoded) }
}

function writeIdentifier(writer: ByteWriter, previous: Uint8Array, bytes: Uint8Array, isNumber: boolean): void {
  const shared = sharedPrefixLength(previous, bytes)
  const rest = bytes.subarray(shared)
  const sameLength = bytes.length === previous.length
  const digits = rest.length >= 1 && rest.length <= MOST_DIGITS && rest.every(isDigit)
  writer.varint(8 * shared + 4 * Number(sameLength) + 2 * Number(digits) + Number(isNumber))
  if (!sameLength) writer.varint(rest.length)
  if (digits) writer.fixed(Number(String.fromCharCode(...rest)), bytesOfDigits[rest.length])
  else writer.bytes(rest)
}

function writeSlots(encoded: readonly EncodedIdentifier[]): Uint8Array {
  const count = slotCount(encoded.length)
  const slots = new Uint32Array(count)
  encoded.forEach((id, document) => {
    let slot = slotHash(id) % count
    while (slots[slot] !== 0) slot = (slot + 1) % count
    slots[slot] = document + 1
  })
  const writer = new ByteWriter()
  for (const slot of slots) writer.fixed(slot, bytesFor(encoded.length))
  return writer.toBytes()
}

function slotCount(documents: number): number {
  return documents + Math.ceil(documents / 3)
}

const NUMBER_MARK = crc32(Uint8Array.of(0))

function slotHash({ isNumber, bytes }: EncodedIdentifier): number {
  return crc32(bytes, 0, bytes.length, isNumber ? NUMBER_MARK : 0)
}

/** The least number of bytes that hold any number up to `most`. */
function bytesFor(most: number): number {
  return Math.ceil(bitWidth(most) / 8)
}

const MOST_DIGITS = 15
/** By their number: how many bytes hold so many digits. */
const bytesOfDigits = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => bytesFor(10 ** digits - 1))

const ZERO = 0x30

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte < ZERO + 10
}

function encode(id: string | number): EncodedIdentifier {
  return { isNumber: typeof id === 'number', bytes: utf8.encode(escapeSurrogates(String(id))) }
}

/** Reads ids by document and documents by id. */
export class Identifiers {
  private readonly source: CheckedBytes
  private readonly documentCount: number
  private readonly identifiers: ByteRange
  private readonly offsets: ByteRange
  private readonly slots: ByteRange
  private readonly slotCount: number
  private readonly width: number
  /** The id last read. */
  private scratch = new Uint8Array(64)

  constructor(
    source: CheckedBytes,
    documentCount: number,
    identifiers: ByteRange,
    offsets: ByteRange,
    slots: ByteRange,
  ) {
    this.source = source
    this.documentCount = documentCount
    this.identifiers = identifiers
    this.offsets = offsets
    this.slots = slots
    this.slotCount = slotCount(documentCount)
    this.width = bytesFor(documentCount)
    const blocks = Math.ceil(documentCount / IDENTIFIERS_PER_BLOCK)
    if (offsets.end - offsets.start !== blocks * 4 || slots.end - slots.start !== this.slotCount * this.width) {
      throw source.corrupt('identifiers', offsets.start)
    }
  }

  id(document: number): string | number {
    const { isNumber, bytes } = this.read(document)
    const text = decodeUtf8(bytes, () => this.source.corrupt('identifiers', this.identifiers.start))
    return isNumber ? Number(text) : unescapeSurrogates(text)
  }

  documentOf(id: string | number): number | undefined {
    const encoded = encode(id)
    for (const document of this.candidates(id)) {
      const { isNumber, bytes } = this.read(document)
      if (isNumber === encoded.isNumber && compareBytes(bytes, encoded.bytes) === 0) return document
    }
    return undefined
  }

  /** The documents that may have an id: few, and none but these. */
  *candidates(id: string | number): Generator<number> {
    const { slotCount, documentCount, source } = this
    const first = slotCount === 0 ? 0 : slotHash(encode(id)) % slotCount
    for (let probe = 0; probe < slotCount; probe++) {
      const at = this.slots.start + ((first + probe) % slotCount) * this.width
      source.ensure(at, at + this.width, 'identifierSlots')
      const slot = readFixed(source.bytes, at, this.width)
      if (slot === 0) return
      if (slot > documentCount) throw source.corrupt('identifierSlots', at)
      yield slot - 1
    }
  }

  /** The id of a document, good until the next one is read. */
  private read(document: number): EncodedIdentifier {
    const { source, identifiers, offsets } = this
    const block = Math.floor(document / IDENTIFIERS_PER_BLOCK)
    const offsetAt = offsets.start + block * 4
    const isLast = offsetAt + 8 > offsets.end
    source.ensure(offsetAt, offsetAt + (isLast ? 4 : 8), 'identifierOffsets')
    const start = identifiers.start + readUint32(source.bytes, offsetAt)
    const end = isLast ? identifiers.end : identifiers.start + readUint32(source.bytes, offsetAt + 4)
    if (start > end || end > identifiers.end) throw source.corrupt('identifierOffsets', offsetAt)
    source.ensure(start, end, 'identifiers')
    const reader = new ByteReader(source.bytes, start, end, 'identifiers')
    let length = 0
    let isNumber = false
    for (let rest = document % IDENTIFIERS_PER_BLOCK; rest >= 0; rest--) {
      const head = reader.varint()
      const shared = Math.floor(head / 8)
      if (shared > length) throw reader.corrupt()
      const restLength = (head & 4) === 0 ? reader.varint() : length - shared
      isNumber = (head & 1) === 1
      length = shared + restLength
      if ((head & 2) === 0) this.readRest(reader, shared, restLength)
      else this.readDigits(reader, shared, restLength)
    }
    return { isNumber, bytes: this.scratch.subarray(0, length) }
  }

  /** Reads the end of an id behind what it shares with the one before, which stands in `scratch`. */
  private readRest(reader: ByteReader, shared: number, length: number): void {
    const from = reader.position
    reader.skip(length)
    this.makeRoom(shared + length)
    for (let i = 0; i < length; i++) this.scratch[shared + i] = reader.bytes[from + i]
  }

  private readDigits(reader: ByteReader, shared: number, length: number): void {
    if (length > MOST_DIGITS) throw reader.corrupt()
    const from = reader.position
    reader.skip(bytesOfDigits[length])
    this.makeRoom(shared + length)
    let rest = readFixed(reader.bytes, from, bytesOfDigits[length])
    for (let i = shared + length - 1; i >= shared; i--) {
      const tenth = Math.floor(rest / 10)
      this.scratch[i] = ZERO + rest - tenth * 10
      rest = tenth
    }
  }

  private makeRoom(length: number): void {
    if (length <= this.scratch.length) return
    const longer = new Uint8Array(length * 2)
    longer.set(this.scratch)
    this.scratch = longer
  }
}
