/**
 * The bytes of a file of which some pages are here and the others elsewhere: reading one that is not here throws `MissingPages`, which says what to get.
 *
 * The array is as long as the file, and the system gives memory only to the parts of it that were written to. To let pages go, the others are copied
 * to a new one.
 */
import { type ByteRange, CheckedBytes, type FileShape } from './checked-bytes.ts'
import { PAGE_CONTENT, PAGE_LENGTH } from './layout.ts'

/** Thrown by a read that needs pages which are not here. Never seen outside: whoever reads paged bytes gets the pages and starts again. */
export class MissingPages extends Error {
  /** Ascending. */
  readonly pages: readonly number[]

  constructor(pages: readonly number[]) {
    super('pages are missing')
    this.pages = pages
  }
}

export class PagedBytes extends CheckedBytes {
  /** By page: the turn in which it was last read. */
  private readonly lastRead: Uint32Array
  /** Counts queries. What was read in a turn is not let go before the turn has ended. */
  turn = 1
  /** How many bytes of pages are here, each counted as full. */
  kept = 0

  constructor(head: Uint8Array, shape: FileShape) {
    super(head, shape)
    this.lastRead = new Uint32Array(this.checked.length)
  }

  /** Throws `MissingPages` unless the bytes from `start` to `end` are here; a page that is here was found right when it came. */
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

  /** The same for many extents: what any of them misses is thrown together. */
  ensureAll(extents: readonly ByteRange[]): void {
    const missing = this.missing(extents)
    if (missing.length > 0) throw new MissingPages(missing)
  }

  /** Needs all pages of the file at once: throws `MissingPages` until they are here. */
  override verify(): void {
    this.ensureAll([{ start: this.bodyStart, end: this.bytes.length }])
  }

  /** The pages that must come before all of `extents` can be read, ascending. */
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

  /** Takes a page as it stands in the file. @throws CorruptIndexError if it does not match its checksum; nothing is kept then */
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

  /** Lets go of pages that were not read in turn `since` or later, those unread for longest first, until at most `limit` bytes are left. */
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
