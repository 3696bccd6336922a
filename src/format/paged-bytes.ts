/**
 * The bytes of a file of which some pages are here and the others elsewhere: reading one that is not here throws `MissingPages`, which says what to get.
 *
 * The array is as long as the file, and the system gives memory only to the parts of it that were written to. To let pages go, the others are copied
 * to a new one.
 */
import { type ByteRange, CheckedBytes, pagesIn, tablePageOf } from './checked-bytes.ts'
import { PAGE_LENGTH } from './layout.ts'

/** Thrown by a read that needs pages which are not here. Never seen outside: whoever reads paged bytes gets the pages and starts again. */
export class MissingPages extends Error {
  /** Ascending; pages of the body first, those of the checksums behind them. */
  readonly pages: readonly number[]

  constructor(pages: readonly number[]) {
    super('pages are missing')
    this.pages = pages
  }
}

export class PagedBytes extends CheckedBytes {
  private readonly bodyPages: number
  /** By page: the turn in which it was last read. */
  private readonly lastRead: Uint32Array
  /** Counts questions. What was read in a turn is not let go before the turn has ended. */
  turn = 1
  /** How many bytes of pages are here, each counted as full. */
  kept = 0

  constructor(bytes: Uint8Array, body: ByteRange, checksums: ByteRange, checksumRoot: ByteRange) {
    super(bytes, body, checksums, checksumRoot)
    this.bodyPages = pagesIn(body)
    this.lastRead = new Uint32Array(this.bodyPages + pagesIn(checksums))
  }

  /** Throws `MissingPages` unless the bytes from `start` to `end` are here; a page that is here was found right when it came. */
  override ensure(start: number, end: number, section: string): void {
    if (end <= start) return
    const { first, last } = this.pagesOf(start, end)
    if (first < 0 || last >= this.bodyPages) super.ensure(start, end, section)
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
  override verify(sectionAt: (offset: number) => string): void {
    this.ensureAll([this.body])
    super.verify(sectionAt)
  }

  /** The pages that must come before all of `extents` can be read, ascending: their own, and those that hold their checksums. */
  missing(extents: Iterable<ByteRange>): number[] {
    const missing = new Set<number>()
    for (const { start, end } of extents) {
      if (end <= start) continue
      const { first, last } = this.pagesOf(start, end)
      for (let page = Math.max(first, 0); page <= last && page < this.bodyPages; page++) {
        this.lastRead[page] = this.turn
        if (this.checked[page] === 1) continue
        missing.add(page)
        const tablePage = tablePageOf(page)
        if (this.checkedTable[tablePage] !== 1) missing.add(this.bodyPages + tablePage)
      }
    }
    return [...missing].sort((a, b) => a - b)
  }

  has(page: number): boolean {
    return (page < this.bodyPages ? this.checked[page] : this.checkedTable[page - this.bodyPages]) === 1
  }

  /** The page of checksums that a page of the body is compared with; undefined for the pages of checksums, which the header vouches for. */
  checksumPageOf(page: number): number | undefined {
    return page < this.bodyPages ? this.bodyPages + tablePageOf(page) : undefined
  }

  /** Where a page stands in the file. */
  extentOf(page: number): ByteRange {
    const inBody = page < this.bodyPages
    const { start: base, end } = inBody ? this.body : this.checksums
    const start = base + (inBody ? page : page - this.bodyPages) * PAGE_LENGTH
    return { start, end: Math.min(start + PAGE_LENGTH, end) }
  }

  /** Takes the bytes of a page, whose checksum must be here already. @throws CorruptIndexError where they do not match it; nothing is kept then */
  put(page: number, bytes: Uint8Array): void {
    if (this.has(page)) return
    const { start, end } = this.extentOf(page)
    if (bytes.length !== end - start) throw this.corrupt('body', start, 'a page has not the length it should')
    this.bytes.set(bytes, start)
    if (page < this.bodyPages) this.checkPage(page, 'body')
    else this.checkTablePage(page - this.bodyPages)
    this.lastRead[page] = this.turn
    this.kept += PAGE_LENGTH
  }

  /** Lets go of pages that were not read in turn `since` or later, those unread for longest first, until at most `limit` bytes are left. */
  release(limit: number, since: number): void {
    const here = [...this.lastRead.keys()].filter(page => this.has(page))
    // Pages of checksums go last: they are few, and no page can come without its own.
    const order = (page: number) => (page < this.bodyPages ? this.lastRead[page] : Number.POSITIVE_INFINITY)
    here.sort((a, b) => order(b) - order(a) || a - b)
    const bytes = new Uint8Array(this.bytes.length)
    bytes.set(this.bytes.subarray(0, this.body.start))
    this.kept = 0
    for (const page of here) {
      const { start, end } = this.extentOf(page)
      if (this.kept + PAGE_LENGTH <= limit || order(page) >= since) {
        bytes.set(this.bytes.subarray(start, end), start)
        this.kept += PAGE_LENGTH
      } else this.checked[page] = 0
    }
    this.bytes = bytes
  }

  private pagesOf(start: number, end: number): { first: number; last: number } {
    const { start: base } = this.body
    return { first: Math.floor((start - base) / PAGE_LENGTH), last: Math.floor((end - 1 - base) / PAGE_LENGTH) }
  }
}
