/**
 * The bytes of a file without its checksums, each page of which is compared with its checksum before anything in it is believed.
 *
 * A page holds its checksum, so that reading one by a range needs no other. Lists and tables go on from page to page, and are read fastest as one run of
 * bytes: a page that was found right is copied to its place in an array without checksums. The system gives memory only to the parts of that array that
 * were written to, so opening copies nothing, and a file costs what is read of it.
 */
import { CorruptIndexError } from '../errors.ts'
import { readUint32 } from './byte-reader.ts'
import { crc32 } from './crc32.ts'
import { CHECKSUM_LENGTH, PAGE_CONTENT, PAGE_LENGTH } from './layout.ts'

/** Where something stands; `end` is exclusive. */
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

/** What the header of a file says of its pages. */
export interface FileShape {
  /** Where the body starts. */
  headerLength: number
  fileLength: number
  /** Marks the checksums of this file: a page of another one does not match. */
  mark: number
}

const NO_BYTES = new Uint8Array(0)

export class CheckedBytes {
  /** The header region, and the content of the pages that were found right, in its place. Paged bytes put another array here when they let pages go. */
  bytes: Uint8Array
  /** The length of the file with its checksums. */
  readonly fileLength: number
  protected readonly bodyStart: number
  protected readonly mark: number
  /** One byte a page: 1 once the page was found right. */
  protected readonly checked: Uint8Array
  /** The file, as long as there are pages that were not checked. */
  private file: Uint8Array
  private unchecked: number

  /** Of `file`, the header region must be there, which is known to be right. */
  constructor(file: Uint8Array, { headerLength, fileLength, mark }: FileShape) {
    const pages = Math.ceil((fileLength - headerLength) / PAGE_LENGTH)
    this.file = file
    this.fileLength = fileLength
    this.bodyStart = headerLength
    this.mark = mark
    this.bytes = allocate(fileLength - pages * CHECKSUM_LENGTH)
    this.checked = new Uint8Array(pages)
    this.unchecked = pages
    this.bytes.set(file.subarray(0, headerLength))
  }

  /** Throws a `CorruptIndexError` unless the bytes from `start` to `end` are those that were written. */
  ensure(start: number, end: number, section: string): void {
    const first = this.pageAt(start)
    const last = this.pageAt(end - 1)
    for (let page = first; page <= last; page++) if (this.checked[page] !== 1) this.checkPage(page, section)
  }

  /** Reads and checks every byte of the body. */
  verify(sectionAt: (offset: number) => string): void {
    for (let page = 0; page < this.checked.length; page++) {
      if (this.checked[page] !== 1) this.checkPage(page, sectionAt(this.bodyStart + page * PAGE_CONTENT))
    }
  }

  /** The file as it was, with its checksums. Every byte is checked first: what is damaged does not leave as if it were whole. @throws CorruptIndexError */
  toFile(sectionAt: (offset: number) => string): Uint8Array {
    this.verify(sectionAt)
    const file = new Uint8Array(this.fileLength)
    const view = new DataView(file.buffer)
    file.set(this.bytes.subarray(0, this.bodyStart))
    for (let page = 0; page < this.checked.length; page++) {
      const { start, end } = this.extentOf(page)
      const contentEnd = end - CHECKSUM_LENGTH
      const at = this.bodyStart + page * PAGE_CONTENT
      file.set(this.bytes.subarray(at, at + contentEnd - start), start)
      view.setUint32(contentEnd, markChecksum(crc32(file, start, contentEnd), page, this.mark), true)
    }
    return file
  }

  corrupt(section: string, offset: number, problem?: string): CorruptIndexError {
    return new CorruptIndexError(section, offset, problem)
  }

  /** The page that holds the byte at `offset`; beyond the pages there are for one that is not in the body. */
  protected pageAt(offset: number): number {
    return Math.floor((offset - this.bodyStart) / PAGE_CONTENT)
  }

  /** Where a page stands in the file, its checksum included. */
  extentOf(page: number): ByteRange {
    const start = this.bodyStart + page * PAGE_LENGTH
    return { start, end: Math.min(start + PAGE_LENGTH, this.fileLength) }
  }

  private checkPage(page: number, section: string): void {
    if (page < 0 || page >= this.checked.length) {
      throw this.corrupt(section, this.bodyStart + page * PAGE_CONTENT, 'it points outside the file')
    }
    const { start, end } = this.extentOf(page)
    this.take(page, this.file, start, end, section)
    this.unchecked--
    if (this.unchecked === 0) this.file = NO_BYTES
  }

  /** Copies the content of a page that stands in `source` from `start` to `end`. @throws CorruptIndexError if it does not match its checksum */
  protected take(page: number, source: Uint8Array, start: number, end: number, section: string): void {
    const contentEnd = end - CHECKSUM_LENGTH
    const at = this.bodyStart + page * PAGE_CONTENT
    if (markChecksum(crc32(source, start, contentEnd), page, this.mark) !== readUint32(source, contentEnd)) {
      throw this.corrupt(section, at, 'a page does not match its checksum')
    }
    this.bytes.set(source.subarray(start, contentEnd), at)
    this.checked[page] = 1
  }
}

/** The checksum of a page as the file has it: pages of other files, and of other places, do not match. */
export function markChecksum(crc: number, page: number, mark: number): number {
  return (crc ^ page ^ mark) >>> 0
}

/** Room for the whole content; the system gives memory only for what is written to. */
function allocate(length: number): Uint8Array {
  try {
    return new Uint8Array(length)
  } catch (cause) {
    throw new CorruptIndexError('header', 16, `it has ${length} bytes, more than memory can hold`, { cause })
  }
}
