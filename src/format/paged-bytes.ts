/**
 * The bytes of a file of which only some pages are in memory. Reading another page throws `MissingPages`, which says what to fetch.
 *
 * The array is as long as the file, and the system gives memory only to the parts that were written to. To release pages, the others are copied to a new array.
 */
import { type ByteRange, CheckedBytes, type FileShape } from './checked-bytes.ts'
import { PAGE_CONTENT, PAGE_LENGTH } from './layout.ts'

/** Thrown if a read needs pages that are not in memory. It never leaves the library: the engine fetches the pages and starts again. */
export class MissingPages extends Error {
  /** Ascending. */
  readonly pages: readonly number[]

  constructor(pages: readonly number[]) {
    super('pages are missing')
    this.pages = pages
  }
}

export class PagedBytes extends CheckedBytes {
  /** By page: the turn of its last read. */
  private readonly lastRead: Uint32Array
  /** Counts queries. Pages read in a turn are not released before the turn ends. */
  turn = 1
  /** The number of bytes of pages in memory, counting each as full. */
  kept = 0

  constructor(head: Uint8Array, shape: FileShape) {
    super(head, shape)
    this.lastRead = new Uint32Array(this.checked.length)
  }

  /** Throws `MissingPages` unless the bytes from `start` to `end` are in memory. Pages in memory were verified when they arrived. */
  override ensure(start: number, end: number, section: string): void {
    if (end <= start) return
    const first = this.pageAt(start)
    const last = this.pageAt(end - 1)
    if (first < 0 || last >= this.checked.length) throw this.corrupt(section, start, 'it points outside the file')
    for (let page = first; page <= last; page++) {
      if (this.checked[page] !== 1) throw new MissingPages(this.missing([{ start, end }]))
      this.lastRead[page] = this.turn
    }
  }

  /** The same for many ranges; all their missing pages are thrown together. */
  ensureAll(extents: readonly ByteRange[]): void {
    const missing = this.missing(extents)
    if (missing.length > 0) throw new MissingPages(missing)
  }

  /** Throws `MissingPages` until all pages of the file are in memory. */
  override verify(): void {
    this.ensureAll([{ start: this.bodyStart, end: this.bytes.length }])
  }

  /** The missing pages of all of `extents`, ascending. */
  missing(extents: Iterable<ByteRange>): number[] {
    const missing = new Set<number>()
    for (const { start, end } of extents) {
      if (end <= start) continue
      const last = Math.min(this.pageAt(end - 1), this.checked.length - 1)
      for (let page = Math.max(this.pageAt(start), 0); page <= last; page++) {
        this.lastRead[page] = this.turn
        if (this.checked[page] !== 1) missing.add(page)
      }
    }
    return [...missing].sort((a, b) => a - b)
  }

  has(page: number): boolean {
    return this.checked[page] === 1
  }

  /** Adds a page as it is in the file. @throws CorruptIndexError if it does not match its checksum; it is then not added */
  put(page: number, bytes: Uint8Array): void {
    if (this.has(page)) return
    const { start, end } = this.extentOf(page)
    if (bytes.length !== end - start) {
      throw this.corrupt('body', this.bodyStart + page * PAGE_CONTENT, 'a page has not the length it should')
    }
    this.take(page, bytes, 0, bytes.length, 'body')
    this.lastRead[page] = this.turn
    this.kept += PAGE_LENGTH
  }

  /** Releases pages that were not read in turn `since` or later, least recently read first, until at most `limit` bytes remain. */
  release(limit: number, since: number): void {
    const here = [...this.lastRead.keys()].filter(page => this.has(page))
    here.sort((a, b) => this.lastRead[b] - this.lastRead[a] || a - b)
    const bytes = new Uint8Array(this.bytes.length)
    bytes.set(this.bytes.subarray(0, this.bodyStart))
    this.kept = 0
    for (const page of here) {
      const start = this.bodyStart + page * PAGE_CONTENT
      if (this.kept + PAGE_LENGTH <= limit || this.lastRead[page] >= since) {
        bytes.set(this.bytes.subarray(start, start + PAGE_CONTENT), start)
        this.kept += PAGE_LENGTH
      } else this.checked[page] = 0
    }
    this.bytes = bytes
  }
}
