/**
 * The ids of the documents: in document order, front-coded in blocks, and the documents in order of their ids for looking one up.
 *
 *     identifiers       = block…                   block = id{blockLength}, the last one shorter
 *     id                = varint(shared * 2 + number) varint(rest) rest      `number`: the id is a number, written as JavaScript writes it
 *     identifierOffsets = uint32 of each block's start
 *     identifierOrder   = document numbers, each in `width` bytes, by id: numbers first, then by UTF-8
 */

import { ByteReader, decodeUtf8, readUint32 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CheckedBytes, Extent } from './checked-bytes.ts'
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
  order: Uint8Array
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
    const shared = sharedPrefixLength(previous, bytes)
    identifiers.varint(shared * 2 + (isNumber ? 1 : 0))
    identifiers.varint(bytes.length - shared)
    identifiers.bytes(bytes.subarray(shared))
    previous = bytes as Uint8Array<ArrayBuffer>
  })
  const width = documentWidth(ids.length)
  const order = new ByteWriter()
  const sorted = encoded.map((_, document) => document).sort((a, b) => compareIdentifiers(encoded[a], encoded[b]))
  for (const document of sorted) {
    for (let byte = 0; byte < width; byte++) order.byte((document >>> (8 * byte)) & 0xff)
  }
  return { identifiers: identifiers.toBytes(), offsets: offsets.toBytes(), order: order.toBytes() }
}

/** The least number of bytes that hold any document number below `count`. */
function documentWidth(count: number): number {
  return count <= 1 << 8 ? 1 : count <= 1 << 16 ? 2 : count <= 1 << 24 ? 3 : 4
}

function encode(id: string | number): EncodedIdentifier {
  return { isNumber: typeof id === 'number', bytes: utf8.encode(escapeSurrogates(String(id))) }
}

function compareIdentifiers(a: EncodedIdentifier, b: EncodedIdentifier): number {
  if (a.isNumber !== b.isNumber) return a.isNumber ? -1 : 1
  return compareBytes(a.bytes, b.bytes)
}

/** Reads ids by document and documents by id. */
export class Identifiers {
  private readonly source: CheckedBytes
  private readonly documentCount: number
  private readonly identifiers: Extent
  private readonly offsets: Extent
  private readonly order: Extent
  private readonly width: number
  /** The id last read. */
  private scratch = new Uint8Array(64)

  constructor(source: CheckedBytes, documentCount: number, identifiers: Extent, offsets: Extent, order: Extent) {
    this.source = source
    this.documentCount = documentCount
    this.identifiers = identifiers
    this.offsets = offsets
    this.order = order
    this.width = documentWidth(documentCount)
    const blocks = Math.ceil(documentCount / IDENTIFIERS_PER_BLOCK)
    if (offsets.end - offsets.start !== blocks * 4 || order.end - order.start !== documentCount * this.width) {
      throw source.corrupt('identifiers', offsets.start, 'the ids are not as many as the documents')
    }
  }

  id(document: number): string | number {
    const { isNumber, bytes } = this.read(document)
    const text = decodeUtf8(bytes, () =>
      this.source.corrupt('identifiers', this.identifiers.start, 'an id is not UTF-8'),
    )
    return isNumber ? Number(text) : unescapeSurrogates(text)
  }

  documentOf(id: string | number): number | undefined {
    const wanted = encode(id)
    let low = 0
    let high = this.documentCount
    while (low < high) {
      const middle = (low + high) >> 1
      const document = this.documentAt(middle)
      const order = compareIdentifiers(this.read(document), wanted)
      if (order === 0) return document
      if (order < 0) low = middle + 1
      else high = middle
    }
    return undefined
  }

  private documentAt(rank: number): number {
    const at = this.order.start + rank * this.width
    this.source.ensure(at, at + this.width, 'identifierOrder')
    let document = 0
    for (let byte = 0; byte < this.width; byte++) document += this.source.bytes[at + byte] * 2 ** (8 * byte)
    if (document >= this.documentCount)
      throw this.source.corrupt('identifierOrder', at, 'a document number is too large')
    return document
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
    if (start > end || end > identifiers.end)
      throw source.corrupt('identifierOffsets', offsetAt, 'a block is outside its section')
    source.ensure(start, end, 'identifiers')
    const reader = new ByteReader(source.bytes, start, end, 'identifiers')
    let length = 0
    let isNumber = false
    for (let rest = document % IDENTIFIERS_PER_BLOCK; rest >= 0; rest--) {
      const head = reader.varint()
      const shared = Math.floor(head / 2)
      if (shared > length) throw reader.corrupt('an id shares more than there is')
      isNumber = head % 2 === 1
      length = shared + this.readRest(reader, shared)
    }
    return { isNumber, bytes: this.scratch.subarray(0, length) }
  }

  /** Reads the end of an id behind what it shares with the one before, which stands in `scratch`. Returns its length. */
  private readRest(reader: ByteReader, shared: number): number {
    const length = reader.varint()
    const from = reader.position
    reader.skip(length)
    if (shared + length > this.scratch.length) {
      const longer = new Uint8Array((shared + length) * 2)
      longer.set(this.scratch)
      this.scratch = longer
    }
    for (let i = 0; i < length; i++) this.scratch[shared + i] = reader.bytes[from + i]
    return length
  }
}
