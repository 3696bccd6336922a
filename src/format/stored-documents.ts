/**
 * The stored fields: one JSON text a document, side by side in compressed blocks of some kilobytes.
 *
 *     stored       = block…                              block = raw DEFLATE (RFC 1951) of: (varint(bytes) JSON){documents}
 *     storedBlocks = a sorted table: first document (four bytes, high byte first) → varint(bytes) varint(raw bytes)
 *     preamble     = varint(offset)                  of the leaf's first block; the others follow side by side
 *
 * fflate packs, which is JavaScript alone: the same bytes on every machine, and no waiting when a hit is shown.
 */
import { deflateSync } from 'fflate'
import type { CorruptIndexError } from '../errors.ts'
import { RecentMap } from '../recent-map.ts'
import { ByteReader, decodeUtf8 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { crc32 } from './crc32.ts'
import { inflate } from './inflate.ts'
import { type SortedTable, SortedTableWriter } from './sorted-table.ts'
import { type Spool, SpooledWriter } from './spool.ts'
import type { Leaf } from './table-leaf.ts'

/** A block ends with the first document beyond this that `endsBlock`, and with whatever document takes it beyond the greater length. */
const BLOCK_RAW_LENGTH = 6144
const MOST_BLOCK_RAW_LENGTH = 16384
/** The root's share of the header. */
const ROOT_LENGTH = 1024
/** So many bytes of unpacked blocks are kept, and the block that was read last, however long. */
const KEPT_BYTES = 2 << 20

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
    const { length } = this.raw
    if (length >= MOST_BLOCK_RAW_LENGTH || (length >= BLOCK_RAW_LENGTH && endsBlock(this.raw.view()))) this.endBlock()
  }

  /** Whether the next document begins a block. */
  get isAtStart(): boolean {
    return this.next === this.first
  }

  /** Adds the documents of a block that was written elsewhere, where one begins. */
  addBlock({ packed, rawLength, count }: StoredBlock): void {
    this.next += count
    this.push(packed, rawLength)
  }

  /** The table of the blocks. */
  finish(): { section: Uint8Array; root: Uint8Array } {
    if (this.next > this.first) this.endBlock()
    return this.table.finish()
  }

  private endBlock(): void {
    this.push(deflateSync(this.raw.view(), { level: 6 }), this.raw.length)
    this.raw.clear()
  }

  private push(packed: Uint8Array, rawLength: number): void {
    const { value, preamble, stored } = this
    preamble.clear()
    preamble.varint(stored.length)
    value.clear()
    value.varint(packed.length)
    value.varint(rawLength)
    this.table.add(documentKey(this.first), value.view(), preamble.view())
    stored.bytes.bytes(packed)
    stored.settle()
    this.first = this.next
  }
}

/**
 * Whether a document ends its block, by its last bytes alone: so the blocks after a document that changed are soon the same again, and need no packing
 * anew. Content-defined chunking: Muthitacharoen, Chen and Mazières, A Low-bandwidth Network File System (2001).
 */
function endsBlock(raw: Uint8Array): boolean {
  return (crc32(raw, Math.max(0, raw.length - 64)) & 1) === 0
}

/** Some documents as they stand packed in a file. */
export interface StoredBlock {
  packed: Uint8Array
  rawLength: number
  count: number
  /** The file ends with it. */
  isLast: boolean
}

function documentKey(document: number): Uint8Array {
  return Uint8Array.of(document >>> 24, document >>> 16, document >>> 8, document)
}

function documentOfKey(key: Uint8Array): number {
  return (key[0] * 2 ** 24 + (key[1] << 16)) | (key[2] << 8) | key[3]
}

/** Reads stored fields by document; keeps the blocks that were read last unpacked. */
export class StoredDocuments {
  private readonly source: CheckedBytes
  private readonly section: ByteRange
  private readonly table: SortedTable
  private readonly unpacked = new RecentMap<number, Uint8Array>(KEPT_BYTES, block => block.length)

  constructor(source: CheckedBytes, section: ByteRange, table: SortedTable) {
    this.source = source
    this.section = section
    this.table = table
  }

  /** The JSON text of `document`. */
  read(document: number): string {
    const key = documentKey(document)
    const leaf = this.table.leafFor(key)
    if (leaf === undefined) throw this.corrupt(this.section.start)
    let start = this.startOf(leaf)
    const { bytes } = this.source
    const entry = leaf.floor(key, at => {
      start += new ByteReader(bytes, at, bytes.length, 'storedBlocks').varint()
    })
    if (entry === undefined) throw this.corrupt(this.section.start)
    const first = documentOfKey(entry.key)
    const block = this.block(first, start, new ByteReader(bytes, entry.valueStart, entry.valueEnd, 'storedBlocks'))
    const reader = new ByteReader(block, 0, block.length, 'stored')
    for (let before = document - first; before > 0; before--) reader.skip(reader.varint())
    return decodeUtf8(reader.take(reader.varint()), () => reader.corrupt())
  }

  /** All blocks as they stand in the file, by the first document of each. */
  blocks(documentCount: number): Map<number, StoredBlock> {
    const blocks = new Map<number, StoredBlock>()
    let before: { first: number; block: StoredBlock } | undefined
    for (const leaf of this.table.leaves()) {
      let start = this.startOf(leaf)
      for (const { key, bytes, valueStart, valueEnd } of leaf.entries()) {
        const first = documentOfKey(key)
        const { end, rawLength } = this.endOf(start, new ByteReader(bytes, valueStart, valueEnd, 'storedBlocks'))
        const block = { packed: this.source.bytes.subarray(start, end), rawLength, count: 0, isLast: false }
        if (before !== undefined) before.block.count = first - before.first
        before = { first, block }
        blocks.set(first, block)
        start = end
      }
    }
    if (before !== undefined) Object.assign(before.block, { count: documentCount - before.first, isLast: true })
    return blocks
  }

  /** Where the first block of a leaf starts. */
  private startOf({ preamble }: Leaf): number {
    return this.section.start + new ByteReader(preamble, 0, preamble.length, 'storedBlocks').varint()
  }

  /** Where the block that starts at `start` ends, and how long it is unpacked. `value` is on its value. */
  private endOf(start: number, value: ByteReader): { end: number; rawLength: number } {
    const end = start + value.varint()
    const rawLength = value.varint()
    if (end > this.section.end) throw this.corrupt(start)
    this.source.ensure(start, end, 'stored')
    return { end, rawLength }
  }

  /** `value` is on the value of the block that starts at `start`. */
  private block(first: number, start: number, value: ByteReader): Uint8Array {
    return this.unpacked.get(first, () => {
      const { end, rawLength } = this.endOf(start, value)
      return inflate(this.source.bytes.subarray(start, end), rawLength, {
        corrupt: problem => this.corrupt(start, problem),
      })
    })
  }

  private corrupt(offset: number, problem?: string): CorruptIndexError {
    return this.source.corrupt('stored', offset, problem)
  }
}
