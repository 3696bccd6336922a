/**
 * The bytes of a file without its checksums. Each page is compared with its checksum before anything in it is used.
 *
 * A page contains its checksum, so that a range request for one page is enough. Lists and tables continue from page to page, and are fastest to read as
 * contiguous bytes, so a verified page is copied to its place in an array without checksums. The system gives memory only to the parts of that array that were
 * written to, so opening copies nothing, and a file costs only what is read from it.
 */
import { CorruptIndexError } from '../errors.ts'
import { readUint32 } from './byte-reader.ts'
import { crc32 } from './crc32.ts'
import { CHECKSUM_LENGTH, PAGE_CONTENT, PAGE_LENGTH } from './layout.ts'

/** A range of bytes; `end` is exclusive. */
export interface ByteRange {
  start: number
  end: number
}

/** The types that the bytes of an index file may have. A Node `Buffer` is an `ArrayBufferView`. */
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

/** What the header of a file says about its pages. */
export interface FileShape {
  /** Where the body starts. */
  headerLength: number
  fileLength: number
  /** Marks the checksums of this file: a page of another one does not match. */
  mark: number
}

const NO_BYTES = new Uint8Array(0)

export class CheckedBytes {
  /** The header region, and the content of verified pages at their offsets. Paged bytes replace this array when they release pages. */
  bytes: Uint8Array
  /** The length of the file with its checksums. */
  readonly fileLength: number
  protected readonly bodyStart: number
  protected readonly mark: number
  /** One byte per page: 1 once the page is verified. */
  protected readonly checked: Uint8Array
  /** The file, as long as some pages are not verified. */
  private file: Uint8Array
  private unchecked: number

  /** `file` must contain the header region, which has been verified. */
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

  /** Throws a `CorruptIndexError` if the bytes from `start` to `end` are damaged. */
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

  /** The original file with its checksums. Every byte is checked first, so damaged bytes are never returned as valid. @throws CorruptIndexError */
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

  /** The page of the byte at `offset`; beyond the last page for one that is not in the body. */
  protected pageAt(offset: number): number {
    return Math.floor((offset - this.bodyStart) / PAGE_CONTENT)
  }

  /** The range of a page in the file, including its checksum. */
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

  /** Copies the content of a page, which is in `source` from `start` to `end`. @throws CorruptIndexError if it does not match its checksum */
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

/** The checksum of a page as stored in the file. Pages of other files, or from other places, do not match. */
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
