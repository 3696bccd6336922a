/**
 * The documents: ids and stored fields together in blocks, so that one read shows a hit.
 *
 *     documents = block…             block = varint(id bytes) id{documents} [varint(raw bytes) DEFLATE]
 *     DEFLATE   = raw DEFLATE (RFC 1951) of: (varint(bytes) JSON){documents}        left out if no fields are stored
 *
 * Ids come before the compressed part, so looking up an id unpacks nothing. fflate compresses the rest. It is pure JavaScript, so the bytes are the same on
 * every machine, and hits are available synchronously.
 */
import { deflateSync } from 'fflate'
import type { CorruptIndexError } from '../errors.ts'
import { RecentMap } from '../recent-map.ts'
import { MOST_BLOCK_DOCUMENTS, mostOfBlock } from './bounds.ts'
import { ByteReader, decodeUtf8 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CheckedBytes } from './checked-bytes.ts'
import { crc32 } from './crc32.ts'
import { type DocumentBlock, type DocumentTable, DocumentTableWriter } from './document-table.ts'
import { encodeIdentifier, IdentifierReader, writeIdentifier } from './identifiers.ts'
import { inflate } from './inflate.ts'
import { unescapeSurrogates } from './lone-surrogates.ts'
import { type Spool, SpooledWriter } from './spool.ts'

/** A block ends with the first document beyond one of these limits that `endsBlock`, or with any document beyond one of the greater limits. */
const BLOCK_RAW_LENGTH = 6144
const BLOCK_DOCUMENTS = 64
/**
 * Documents of this length on average fill a block sooner, and a document of at least the length of such a block ends it: a page fetches a block for each hit, and
 * long texts gain little from being packed with others. On a site of 300 pages of 3,800 characters, a hit takes 2.9 kB instead of 5.7 with blocks of 3,072 bytes,
 * and the file is 6% longer.
 */
const LONG_DOCUMENT = 1024
const LONG_DOCUMENTS_RAW_LENGTH = 2048
const MOST_BLOCK_RAW_LENGTH = 16384
/** The size of the cache of unpacked blocks in bytes. The block read last is always kept. */
const KEPT_BYTES = 2 << 20

const NO_BYTES = new Uint8Array(0)

/** Writes documents in order. */
export class StoredDocumentsWriter {
  readonly documents: SpooledWriter
  private readonly table = new DocumentTableWriter()
  private readonly storesFields: boolean
  private readonly ids = new ByteWriter()
  private previousId: Uint8Array = NO_BYTES
  private readonly raw = new ByteWriter(BLOCK_RAW_LENGTH * 2)
  /** The number of documents in the block. */
  private count = 0

  constructor(storesFields: boolean, spool?: Spool) {
    this.storesFields = storesFields
    this.documents = new SpooledWriter(spool)
  }

  /** `json`: the stored fields, if fields are stored. */
  add(id: string | number, json: string): void {
    this.addId(id)
    const written = this.storesFields ? this.raw : this.ids
    const before = this.raw.length
    if (this.storesFields) this.raw.string(json)
    const { length } = this.raw
    const areLong = length >= LONG_DOCUMENT * this.count
    const isFull = length >= (areLong ? LONG_DOCUMENTS_RAW_LENGTH : BLOCK_RAW_LENGTH) || this.count >= BLOCK_DOCUMENTS
    const isTooLong =
      length >= MOST_BLOCK_RAW_LENGTH ||
      this.count >= MOST_BLOCK_DOCUMENTS ||
      (areLong && length - before >= LONG_DOCUMENTS_RAW_LENGTH)
    if (isTooLong || (isFull && endsBlock(written.view()))) this.endBlock()
  }

  private addId(id: string | number): void {
    const encoded = encodeIdentifier(id)
    writeIdentifier(this.ids, this.previousId, encoded)
    this.previousId = encoded.bytes
    this.count++
  }

  /** Whether the next document starts a block. */
  get isAtStart(): boolean {
    return this.count === 0
  }

  /** Adds the documents of a block whose fields are already compressed. Only at the start of a block. */
  addBlock({ packed, rawLength }: StoredBlock, ids: Iterable<string | number>): void {
    for (const id of ids) this.addId(id)
    this.push(packed, rawLength)
  }

  /** The table of the blocks. */
  finish(): { section: Uint8Array; root: Uint8Array } {
    if (this.count > 0) this.endBlock()
    return this.table.finish()
  }

  private endBlock(): void {
    if (this.storesFields) this.push(this.packed(), this.raw.length)
    else this.push(NO_BYTES, 0)
    this.raw.clear()
  }

  /** Stored uncompressed if it would unpack to more than a reader accepts for this length. */
  private packed(): Uint8Array {
    const packed = deflateSync(this.raw.view(), { level: 6 })
    const isTooMuch = this.raw.length > mostOfBlock(this.ids.length + packed.length)
    return isTooMuch ? deflateSync(this.raw.view(), { level: 0 }) : packed
  }

  private push(packed: Uint8Array, rawLength: number): void {
    const { bytes } = this.documents
    const start = bytes.length
    bytes.varint(this.ids.length)
    bytes.bytes(this.ids.view())
    if (this.storesFields) {
      bytes.varint(rawLength)
      bytes.bytes(packed)
    }
    this.table.add(this.count, bytes.length - start)
    this.documents.settle()
    this.ids.clear()
    this.previousId = NO_BYTES
    this.count = 0
  }
}

/**
 * Whether a document ends its block, judged by its last bytes alone. So soon after a changed document, blocks are the same as before and need no compression.
 * Content-defined chunking: Muthitacharoen, Chen and Mazières, A Low-bandwidth Network File System (2001).
 */
function endsBlock(raw: Uint8Array): boolean {
  return (crc32(raw, Math.max(0, raw.length - 64)) & 1) === 0
}

/** The compressed fields of some documents, as in a file. */
export interface StoredBlock {
  packed: Uint8Array
  rawLength: number
  count: number
  /** It is the last block of the file. */
  isLast: boolean
}

/** Reads ids and stored fields by document, and caches unpacked blocks. */
export class StoredDocuments {
  private readonly source: CheckedBytes
  private readonly table: DocumentTable
  private readonly identifier = new IdentifierReader()
  private readonly unpacked = new RecentMap<number, Uint8Array>(KEPT_BYTES, block => block.length)

  constructor(source: CheckedBytes, table: DocumentTable) {
    this.source = source
    this.table = table
  }

  /** The id of `document` in UTF-8, valid until the next read. */
  readIdentifier(document: number): IdentifierReader {
    const block = this.table.blockOf(document)
    return this.identifier.read(this.idsOf(block), document - block.first)
  }

  id(document: number): string | number {
    const { isNumber, bytes } = this.readIdentifier(document)
    const text = decodeUtf8(bytes, () => this.corrupt(this.table.blockOf(document).start))
    return isNumber ? Number(text) : unescapeSurrogates(text)
  }

  /** The JSON text of the fields of `document`. */
  read(document: number): string {
    const block = this.table.blockOf(document)
    const fields = this.fieldsOf(block)
    const reader = new ByteReader(fields, 0, fields.length, 'documents')
    for (let before = document - block.first; before > 0; before--) reader.skip(reader.varint())
    return decodeUtf8(reader.take(reader.varint()), () => reader.corrupt())
  }

  /** All blocks as they are in the file, by their first documents. */
  blocks(): Map<number, StoredBlock> {
    const blocks = new Map<number, StoredBlock>()
    let last: StoredBlock | undefined
    for (const block of this.table.all()) {
      const { packed, rawLength } = this.packedOf(block)
      last = { packed, rawLength, count: block.next - block.first, isLast: false }
      blocks.set(block.first, last)
    }
    if (last !== undefined) last.isLast = true
    return blocks
  }

  /** A reader of the ids of a block. */
  private idsOf(block: DocumentBlock): ByteReader {
    const { source } = this
    source.ensure(block.start, block.end, 'documents')
    const reader = new ByteReader(source.bytes, block.start, block.end, 'documents')
    const length = reader.count(block.end - block.start)
    return new ByteReader(source.bytes, reader.position, reader.position + length, 'documents')
  }

  private packedOf(block: DocumentBlock): { packed: Uint8Array; rawLength: number } {
    const ids = this.idsOf(block)
    const reader = new ByteReader(this.source.bytes, ids.end, block.end, 'documents')
    const rawLength = reader.count(mostOfBlock(block.end - block.start))
    return { rawLength, packed: reader.take(block.end - reader.position) }
  }

  private fieldsOf(block: DocumentBlock): Uint8Array {
    return this.unpacked.get(block.first, () => {
      const { packed, rawLength } = this.packedOf(block)
      return inflate(packed, rawLength, { corrupt: problem => this.corrupt(block.start, problem) })
    })
  }

  private corrupt(offset: number, problem?: string): CorruptIndexError {
    return this.source.corrupt('documents', offset, problem)
  }
}
