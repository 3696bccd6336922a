/** Gets the pages of a file from where they are: in few requests, each page once, and nothing that does not match its checksum. */

import { CorruptIndexError, InvalidOptionError, StaleIndexError } from '../errors.ts'
import { readBytes } from '../format/checked-bytes.ts'
import { FIXED_HEADER_LENGTH } from '../format/layout.ts'
import type { PagedBytes } from '../format/paged-bytes.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { abortable } from './abort.ts'
import type { ByteSource } from './byte-source.ts'
import { coalesce } from './coalesce.ts'
import type { PageStore } from './page-store.ts'

/** Bytes of the file, from `start` on. */
interface Part {
  start: number
  bytes: Uint8Array
}

export class PageFetcher {
  private readonly source: ByteSource
  private readonly pages: PagedBytes
  /** What came when the file was opened. */
  private readonly head: Part
  private readonly store: PageStore | undefined
  /** By page: the work that will bring it. */
  private readonly coming = new Map<number, Promise<void>>()

  constructor(source: ByteSource, pages: PagedBytes, head: Uint8Array, store?: PageStore) {
    this.source = source
    this.pages = pages
    this.head = { start: 0, bytes: head }
    this.store = store
  }

  /**
   * Gets what is missing of `wanted` (ascending). What another question has asked for is waited for; where that fails, it is still missing afterwards.
   *
   * @throws what the source throws; QueryAbortedError, CorruptIndexError, StaleIndexError
   */
  async get(wanted: readonly number[], signal?: PlatformAbortSignal): Promise<void> {
    const missing = wanted.filter(page => !this.pages.has(page))
    const others = missing.flatMap(page => this.coming.get(page) ?? [])
    const own = missing.filter(page => !this.coming.has(page))
    const work = this.fetch(own, signal)
    for (const page of own) this.coming.set(page, work)
    try {
      await Promise.all([work, abortable(Promise.allSettled(others), signal)])
    } finally {
      for (const page of own) this.coming.delete(page)
    }
  }

  private async fetch(pages: readonly number[], signal: PlatformAbortSignal | undefined): Promise<void> {
    const stored = (await this.store?.get(pages)) ?? new Map<number, Uint8Array>()
    const isHere = (page: number) => stored.has(page) || this.pages.extentOf(page).end <= this.head.bytes.length
    const parts = await this.readAll(
      pages.filter(page => !isHere(page)),
      signal,
    )
    const taken = new Map<number, Uint8Array>()
    // Checksums first, which are the last pages.
    for (const page of [...pages].reverse()) {
      const bytes = stored.get(page)
      if (bytes === undefined) taken.set(page, await this.take(page, [this.head, ...parts], signal))
      else this.takeStored(page, bytes)
    }
    if (taken.size > 0) this.store?.put(taken)
  }

  private async readAll(pages: readonly number[], signal: PlatformAbortSignal | undefined): Promise<Part[]> {
    // A range that fails stops the others.
    const all = new AbortController()
    const stop = () => all.abort(signal?.reason)
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    try {
      const ranges = coalesce(pages.map(page => this.pages.extentOf(page)))
      const parts = ranges.map(async ({ start, end }) => ({ start, bytes: await this.read(start, end, all.signal) }))
      return await abortable(Promise.all(parts), signal)
    } catch (error) {
      stop()
      throw error
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  private async read(start: number, end: number, signal?: PlatformAbortSignal): Promise<Uint8Array> {
    const bytes = readBytes(await this.source.read(start, end, signal))
    if (bytes?.length === end - start) return bytes
    throw new InvalidOptionError(
      'source',
      bytes?.length,
      `a ByteSource whose read() gives the ${end - start} bytes asked for`,
    )
  }

  /** Puts a page in its place; returns its bytes. */
  private async take(
    page: number,
    parts: readonly Part[],
    signal: PlatformAbortSignal | undefined,
  ): Promise<Uint8Array> {
    const { start, end } = this.pages.extentOf(page)
    const part = parts.find(part => part.start <= start && end <= part.start + part.bytes.length) ?? this.head
    const bytes = part.bytes.subarray(start - part.start, end - part.start)
    try {
      this.pages.put(page, bytes)
    } catch (error) {
      if (error instanceof CorruptIndexError) await this.checkHeader(signal)
      throw error
    }
    return bytes
  }

  /** Another file's pages look damaged: its header tells. */
  private async checkHeader(signal: PlatformAbortSignal | undefined): Promise<void> {
    const now = await this.read(0, FIXED_HEADER_LENGTH, signal)
    if (now.some((byte, i) => byte !== this.head.bytes[i])) throw new StaleIndexError('another header')
  }

  /** What a store kept may be damaged; the page is still missing then, and comes from the source. */
  private takeStored(page: number, bytes: Uint8Array): void {
    try {
      this.pages.put(page, bytes)
    } catch (error) {
      if (!(error instanceof CorruptIndexError)) throw error
      this.store?.drop(page)
    }
  }
}
