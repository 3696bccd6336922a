/** The bytes of a file, each page of which is compared with its checksum before anything in it is believed. */
import { CorruptIndexError } from '../errors.ts'
import { readUint32 } from './byte-reader.ts'
import { crc32 } from './crc32.ts'
import { PAGE_LENGTH } from './layout.ts'

/** Where a section stands in the file; `end` is exclusive. */
export interface ByteRange {
  start: number
  end: number
}

/** What the bytes of an index file may come as. A Node `Buffer` is an `ArrayBufferView`. */
export type IndexBytes = ArrayBuffer | ArrayBufferView

/**
 * The bytes of a buffer or view as a plain `Uint8Array` over the same memory: a `Buffer` slices differently. Undefined for anything else. Not by
 * `instanceof`, because the bytes may come from another realm: a frame, a `vm` context, a test in jsdom.
 */
export function readBytes(bytes: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isBuffer = Object.prototype.toString.call(bytes) === '[object ArrayBuffer]'
  return isBuffer ? new Uint8Array(bytes as ArrayBuffer) : undefined
}

export class CheckedBytes {
  /** The whole file. Paged bytes put another array in its place when they let pages go. */
  bytes: Uint8Array
  protected readonly body: ByteRange
  protected readonly checksums: ByteRange
  private readonly checksumRoot: ByteRange
  /** One byte a page: 1 once the page was found right. */
  protected readonly checked: Uint8Array
  protected readonly checkedTable: Uint8Array

  /**
   * `checksums` holds four bytes for each page of `body`; `checksumRoot`, which lies in the header and is known to be right, four bytes for
   * each page of `checksums`.
   */
  constructor(bytes: Uint8Array, body: ByteRange, checksums: ByteRange, checksumRoot: ByteRange) {
    this.bytes = bytes
    this.body = body
    this.checksums = checksums
    this.checksumRoot = checksumRoot
    this.checked = new Uint8Array(pagesIn(body))
    this.checkedTable = new Uint8Array(pagesIn(checksums))
  }

  /** Throws a `CorruptIndexError` unless the bytes from `start` to `end` are those that were written. */
  ensure(start: number, end: number, section: string): void {
    const first = Math.floor((start - this.body.start) / PAGE_LENGTH)
    const last = Math.floor((end - 1 - this.body.start) / PAGE_LENGTH)
    for (let page = first; page <= last; page++) if (this.checked[page] !== 1) this.checkPage(page, section)
  }

  /** Reads and checks every byte of the body and of the checksums. */
  verify(sectionAt: (offset: number) => string): void {
    for (let page = 0; page < this.checked.length; page++) {
      this.checkPage(page, sectionAt(this.body.start + page * PAGE_LENGTH))
    }
    for (let page = 0; page < this.checkedTable.length; page++) this.checkTablePage(page)
  }

  corrupt(section: string, offset: number, problem?: string): CorruptIndexError {
    return new CorruptIndexError(section, offset, problem)
  }

  protected checkPage(page: number, section: string): void {
    if (page < 0 || page >= this.checked.length) {
      throw this.corrupt(section, this.body.start + page * PAGE_LENGTH, 'it points outside the file')
    }
    const tablePage = tablePageOf(page)
    if (this.checkedTable[tablePage] !== 1) this.checkTablePage(tablePage)
    this.comparePage(this.body, page, this.checksums.start + page * 4, section)
    this.checked[page] = 1
  }

  protected checkTablePage(page: number): void {
    this.comparePage(this.checksums, page, this.checksumRoot.start + page * 4, 'checksums')
    this.checkedTable[page] = 1
  }

  private comparePage(extent: ByteRange, page: number, checksumAt: number, section: string): void {
    const start = extent.start + page * PAGE_LENGTH
    const end = Math.min(start + PAGE_LENGTH, extent.end)
    if (crc32(this.bytes, start, end) !== readUint32(this.bytes, checksumAt)) {
      throw this.corrupt(section, start, 'a page does not match its checksum')
    }
  }
}

/** How many pages an extent takes, the last one possibly short. */
export function pagesIn(extent: ByteRange): number {
  return Math.ceil((extent.end - extent.start) / PAGE_LENGTH)
}

/** The page of checksums that has the one of a page of the body. */
export function tablePageOf(page: number): number {
  return Math.floor((page * 4) / PAGE_LENGTH)
}
