/**
 * The stored fields: one JSON text a document, side by side in compressed blocks of some kilobytes.
 *
 *     stored       = block…                              block = raw DEFLATE (RFC 1951) of: (varint(bytes) JSON){documents}
 *     storedBlocks = a sorted table: first document (four bytes, high byte first) → varint(bytes) varint(raw bytes)
 *     preamble     = varint(offset)                  of the leaf's first block; the others follow side by side
 *
 * DEFLATE comes from fflate, which is JavaScript alone: the same bytes on every machine, and no waiting when a hit is shown.
 */
import { deflateSync } from 'fflate'
import type { CorruptIndexError } from '../errors.ts'
import { ByteReader, decodeUtf8 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CheckedBytes, Extent } from './checked-bytes.ts'
import { inflate } from './inflate.ts'
import { type SortedTable, SortedTableWriter } from './sorted-table.ts'
import { type Spool, SpooledWriter } from './spool.ts'

const BLOCK_RAW_LENGTH = 8192
/** The root's share of the header. */
const ROOT_LENGTH = 1024
const CACHED_BLOCKS = 16

/** Writes the stored fields of document after document. */
export class StoredDocumentsWriter {
  readonly stored: SpooledWriter
  private readonly table = new SortedTableWriter({ wholeKeys: true, rootLength: ROOT_LENGTH })
  private readonly raw = new ByteWriter(BLOCK_RAW_LENGTH * 2)
  private readonly value = new ByteWriter(16)
  private readonly preamble = new ByteWriter(8)
  /** The first document of the block, and the next one. */
  private first = 0
  private next = 0

  constructor(spool?: Spool) {
    this.stored = new SpooledWriter(spool)
  }

  add(json: string): void {
    this.raw.string(json)
    this.next++
    if (this.raw.length >= BLOCK_RAW_LENGTH) this.endBlock()
  }

  /** The table of the blocks. */
  finish(): { section: Uint8Array; root: Uint8Array } {
    if (this.next > this.first) this.endBlock()
    return this.table.finish()
  }

  private endBlock(): void {
    const { raw, value, stored } = this
    const packed = deflateSync(raw.view(), { level: 6 })
    const { preamble } = this
    preamble.clear()
    preamble.varint(stored.length)
    value.clear()
    value.varint(packed.length)
    value.varint(raw.length)
    this.table.add(documentKey(this.first), value.view(), preamble.view())
    stored.bytes.bytes(packed)
    stored.settle()
    raw.clear()
    this.first = this.next
  }
}

function documentKey(document: number): Uint8Array {
  return Uint8Array.of(document >>> 24, document >>> 16, document >>> 8, document)
}

/** Reads stored fields by document; keeps the last few blocks unpacked. */
export class StoredDocuments {
  private readonly source: CheckedBytes
  private readonly section: Extent
  private readonly table: SortedTable
  private readonly unpacked = new Map<number, Uint8Array>()

  constructor(source: CheckedBytes, section: Extent, table: SortedTable) {
    this.source = source
    this.section = section
    this.table = table
  }

  /** The JSON text of `document`. */
  read(document: number): string {
    const key = documentKey(document)
    const leaf = this.table.leafFor(key)
    if (leaf === undefined) throw this.corrupt(this.section.start, 'a document has no block')
    let start = this.section.start + new ByteReader(leaf.preamble, 0, leaf.preamble.length, 'storedBlocks').varint()
    const { bytes } = this.source
    const entry = leaf.floor(key, at => {
      start += new ByteReader(bytes, at, bytes.length, 'storedBlocks').varint()
    })
    if (entry === undefined) throw this.corrupt(this.section.start, 'a document has no block')
    const first = (entry.key[0] * 2 ** 24 + (entry.key[1] << 16)) | (entry.key[2] << 8) | entry.key[3]
    const block = this.block(first, start, new ByteReader(bytes, entry.valueStart, entry.valueEnd, 'storedBlocks'))
    const reader = new ByteReader(block, 0, block.length, 'stored')
    for (let before = document - first; before > 0; before--) reader.skip(reader.varint())
    return decodeUtf8(reader.take(reader.varint()), () => reader.corrupt('stored fields are not UTF-8'))
  }

  /** `value` is on the value of the block that starts at `start`. */
  private block(first: number, start: number, value: ByteReader): Uint8Array {
    const known = this.unpacked.get(first)
    if (known !== undefined) return known
    const end = start + value.varint()
    const rawLength = value.varint()
    if (end > this.section.end) throw this.corrupt(start, 'a block is outside its section')
    this.source.ensure(start, end, 'stored')
    const block = inflate(this.source.bytes.subarray(start, end), rawLength, {
      corrupt: problem => this.corrupt(start, problem),
    })
    if (this.unpacked.size >= CACHED_BLOCKS) this.unpacked.clear()
    this.unpacked.set(first, block)
    return block
  }

  private corrupt(offset: number, problem: string): CorruptIndexError {
    return this.source.corrupt('stored', offset, problem)
  }
}
