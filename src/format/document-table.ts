/**
 * Locates the blocks of documents, in up to two levels. A short table is in the header; of a longer one, a single page is read.
 *
 *     entry         = varint(documents) varint(bytes)
 *     documentRoot  = varint(0) entry…         a block each
 *                   | varint(1) entry…         a page each of the section: all blocks on it together
 *     documentTable = page…                    508 bytes: (an entry for each block) zeros
 */
import { MOST_BLOCK_DOCUMENTS } from './bounds.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { PAGE_CONTENT } from './layout.ts'

/** The root's share of the header. */
const ROOT_LENGTH = 3072

/** Writes the table; blocks are added in order. */
export class DocumentTableWriter {
  private readonly pages = new ByteWriter()
  private readonly entry = new ByteWriter(16)
  private readonly ofBlocks = new ByteWriter()
  private readonly ofPages: { documents: number; bytes: number }[] = []

  add(documents: number, bytes: number): void {
    const { pages, entry } = this
    entry.clear()
    entry.varint(documents)
    entry.varint(bytes)
    if (this.ofBlocks.length <= ROOT_LENGTH) this.ofBlocks.bytes(entry.view())
    const start = (this.ofPages.length - 1) * PAGE_CONTENT
    if (this.ofPages.length === 0 || pages.length - start + entry.length > PAGE_CONTENT) {
      pages.align(PAGE_CONTENT)
      this.ofPages.push({ documents: 0, bytes: 0 })
    }
    pages.bytes(entry.view())
    const page = this.ofPages[this.ofPages.length - 1]
    page.documents += documents
    page.bytes += bytes
  }

  finish(): { section: Uint8Array; root: Uint8Array } {
    const root = new ByteWriter()
    if (this.ofBlocks.length <= ROOT_LENGTH) {
      root.varint(0)
      root.bytes(this.ofBlocks.view())
      return { section: new Uint8Array(0), root: root.toBytes() }
    }
    root.varint(1)
    for (const { documents, bytes } of this.ofPages) {
      root.varint(documents)
      root.varint(bytes)
    }
    return { section: this.pages.toBytes(), root: root.toBytes() }
  }
}

/** A block of documents: the number of its first document and of the first one after it, and its range. */
export interface DocumentBlock extends ByteRange {
  first: number
  next: number
}

/** The first document and the offset of each entry, and finally of the end. */
interface Entries {
  documents: number[]
  offsets: number[]
}

export class DocumentTable {
  private readonly source: CheckedBytes
  private readonly section: ByteRange
  private readonly rootRange: ByteRange
  private readonly blocks: ByteRange
  private readonly documentCount: number
  private knownRoot: { height: number; entries: Entries } | undefined
  /** The page read last, with its index. */
  private page: { index: number; entries: Entries } | undefined

  /** `blocks`: the range of the section of the blocks. */
  constructor(
    source: CheckedBytes,
    section: ByteRange,
    rootRange: ByteRange,
    blocks: ByteRange,
    documentCount: number,
  ) {
    this.source = source
    this.section = section
    this.rootRange = rootRange
    this.blocks = blocks
    this.documentCount = documentCount
  }

  /** The block of a document. */
  blockOf(document: number): DocumentBlock {
    const { height, entries: root } = this.root
    const inRoot = placeIn(root, document)
    const entries = height === 0 ? root : this.readPage(inRoot)
    return this.block(entries, placeIn(entries, document))
  }

  /** All blocks in order. */
  *all(): Generator<DocumentBlock> {
    const { height, entries: root } = this.root
    const pages = height === 0 ? 1 : root.documents.length - 1
    for (let page = 0; page < pages; page++) {
      const entries = height === 0 ? root : this.readPage(page)
      for (let i = 0; i < entries.documents.length - 1; i++) yield this.block(entries, i)
    }
  }

  private block({ documents, offsets }: Entries, i: number): DocumentBlock {
    const { start } = this.blocks
    return { first: documents[i], next: documents[i + 1], start: start + offsets[i], end: start + offsets[i + 1] }
  }

  private get root(): { height: number; entries: Entries } {
    if (this.knownRoot === undefined) {
      const { start, end } = this.rootRange
      const reader = new ByteReader(this.source.bytes, start, end, 'documentRoot')
      const height = reader.count(1)
      const entries = readEntries(reader, 0, 0, height === 0 ? MOST_BLOCK_DOCUMENTS : this.documentCount)
      const last = entries.documents.length - 1
      if (
        entries.documents[last] !== this.documentCount ||
        entries.offsets[last] !== this.blocks.end - this.blocks.start
      )
        throw reader.corrupt()
      this.knownRoot = { height, entries }
    }
    return this.knownRoot
  }

  private readPage(index: number): Entries {
    if (this.page?.index === index) return this.page.entries
    const { documents, offsets } = this.root.entries
    const start = this.section.start + index * PAGE_CONTENT
    const end = Math.min(start + PAGE_CONTENT, this.section.end)
    if (start >= end) throw this.source.corrupt('documentTable', start)
    this.source.ensure(start, end, 'documentTable')
    const reader = new ByteReader(this.source.bytes, start, end, 'documentTable')
    const entries = readEntries(reader, documents[index], offsets[index], MOST_BLOCK_DOCUMENTS)
    const last = entries.documents.length - 1
    if (entries.documents[last] !== documents[index + 1] || entries.offsets[last] !== offsets[index + 1])
      throw reader.corrupt()
    this.page = { index, entries }
    return entries
  }
}

/** Reads to the end, or to an entry without documents. An entry has at most `most` documents. */
function readEntries(reader: ByteReader, document: number, offset: number, most: number): Entries {
  const entries: Entries = { documents: [document], offsets: [offset] }
  while (!reader.done) {
    const documents = reader.count(most)
    if (documents === 0) break
    document += documents
    offset += reader.varint()
    entries.documents.push(document)
    entries.offsets.push(offset)
  }
  return entries
}

/** The last entry whose first document is not above `document`. */
function placeIn({ documents }: Entries, document: number): number {
  let low = 0
  let high = documents.length - 1
  while (low < high - 1) {
    const middle = (low + high) >> 1
    if (documents[middle] <= document) low = middle
    else high = middle
  }
  return low
}
