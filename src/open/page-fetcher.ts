/**
 * Fetches the pages of a file in few requests, each page once for all queries, and checks their checksums.
 *
 * Several queries may wait for one request; they are its owners. A query that is aborted leaves. When the last one has left, the request is aborted and
 * removed, so that the next query starts a new one.
 */
import { CorruptIndexError, RequestFailedError, StaleIndexError, throwIfAborted } from '../errors.ts'
import { FIXED_HEADER_LENGTH } from '../format/layout.ts'
import type { PagedBytes } from '../format/paged-bytes.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import { abortable } from './abort.ts'
import { type ByteSource, readSource } from './byte-source.ts'
import { coalesce } from './coalesce.ts'
import type { PageStore } from './page-store.ts'

/** The request for neighbouring pages. */
interface PageRequest {
  readonly pages: readonly number[]
  readonly controller: AbortController
  /** Fulfilled when the pages have arrived and been verified. */
  arrival: Promise<void>
  /** The number of queries that wait for it. */
  owners: number
}

export class PageFetcher {
  private readonly source: ByteSource
  private readonly pages: PagedBytes
  /** The first bytes of the file, received when it was opened. */
  private readonly head: Uint8Array
  private readonly store: Promise<PageStore | undefined>
  /** By page: the request that will bring it. */
  private readonly requests = new Map<number, PageRequest>()

  constructor(
    source: ByteSource,
    pages: PagedBytes,
    head: Uint8Array,
    store: Promise<PageStore | undefined> = Promise.resolve(undefined),
  ) {
    this.source = source
    this.pages = pages
    this.head = head
    this.store = store
  }

  /**
   * Waits until `pages` (ascending) are in memory: those already requested by another query, and those requested now. Whoever joins a request that fails sends
   * one: the connection may be back since.
   *
   * @throws what the source throws; QueryAbortedError, CorruptIndexError, StaleIndexError
   */
  async get(pages: readonly number[], signal?: PlatformAbortSignal): Promise<void> {
    const isJoined = pages.some(page => this.requests.has(page))
    try {
      await this.receive(pages, signal)
    } catch (error) {
      if (!(isJoined && error instanceof RequestFailedError)) throw error
      await this.receive(pages, signal)
    }
  }

  private async receive(pages: readonly number[], signal?: PlatformAbortSignal): Promise<void> {
    throwIfAborted(signal)
    const missing = pages.filter(page => !this.pages.has(page))
    this.request(missing.filter(page => !this.requests.has(page)))
    const requests = new Set(missing.flatMap(page => this.requests.get(page) ?? []))
    for (const request of requests) request.owners++
    try {
      await abortable(Promise.all([...requests].map(({ arrival }) => arrival)), signal)
    } finally {
      for (const request of requests) {
        request.owners--
        if (request.owners === 0) this.abandon(request)
      }
    }
  }

  /** Starts requests for pages that are not requested yet. */
  private request(pages: readonly number[]): void {
    if (pages.length === 0) return
    const asked = new Set(pages)
    const started = coalesce(pages, page => this.pages.extentOf(page)).map(neighbours => {
      const request: PageRequest = {
        pages: neighbours,
        controller: new AbortController(),
        arrival: Promise.resolve(),
        owners: 0,
      }
      for (const page of neighbours) this.requests.set(page, request)
      return request
    })
    const stored = this.readStore(started.flatMap(({ pages }) => pages))
    for (const request of started) {
      request.arrival = this.fetch(request, asked, stored).finally(() => this.forget(request))
      // Owners see a failure; if all have left, it is ignored.
      request.arrival.catch(() => {})
    }
  }

  private abandon(request: PageRequest): void {
    this.forget(request)
    request.controller.abort()
  }

  private forget(request: PageRequest): void {
    for (const page of request.pages) if (this.requests.get(page) === request) this.requests.delete(page)
  }

  private async readStore(pages: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
    return (await (await this.store)?.get(pages)) ?? new Map()
  }

  private async fetch(
    { pages, controller: { signal } }: PageRequest,
    asked: ReadonlySet<number>,
    coming: Promise<ReadonlyMap<number, Uint8Array>>,
  ): Promise<void> {
    const stored = await coming
    const bytesOf = new Map(pages.map(page => [page, stored.get(page) ?? this.fromHead(page)]))
    // Pages in between are read only if the requested ones are not in the store.
    const wanted = pages.filter(page => asked.has(page) && bytesOf.get(page) === undefined)
    await this.readInto(bytesOf, wanted, signal)
    const taken = new Map<number, Uint8Array>()
    for (const [page, bytes] of bytesOf) {
      if (bytes === undefined) continue
      if (!stored.has(page)) {
        await this.put(page, bytes, signal)
        taken.set(page, bytes)
      } else if (!this.putStored(page, bytes)) await this.refetch(page, signal)
    }
    if (taken.size > 0) (await this.store)?.put(taken)
  }

  private async readInto(
    bytesOf: Map<number, Uint8Array | undefined>,
    pages: readonly number[],
    signal: PlatformAbortSignal,
  ): Promise<void> {
    await Promise.all(
      coalesce(pages, page => this.pages.extentOf(page)).map(async neighbours => {
        const { start } = this.pages.extentOf(neighbours[0])
        const { end } = this.pages.extentOf(neighbours[neighbours.length - 1])
        const bytes = await this.read(start, end, signal)
        for (const page of neighbours) {
          const range = this.pages.extentOf(page)
          bytesOf.set(page, bytes.subarray(range.start - start, range.end - start))
        }
      }),
    )
  }

  private fromHead(page: number): Uint8Array | undefined {
    const { start, end } = this.pages.extentOf(page)
    return end <= this.head.length ? this.head.subarray(start, end) : undefined
  }

  private async read(start: number, end: number, signal: PlatformAbortSignal): Promise<Uint8Array> {
    return readSource(this.source, start, end, signal)
  }

  /** Adds a page to the file's bytes. @throws CorruptIndexError, StaleIndexError */
  private async put(page: number, bytes: Uint8Array, signal: PlatformAbortSignal): Promise<void> {
    try {
      this.pages.put(page, bytes)
    } catch (error) {
      if (error instanceof CorruptIndexError) await this.checkHeader(signal)
      throw error
    }
  }

  /** Pages of another file look damaged, so the header is checked. */
  private async checkHeader(signal: PlatformAbortSignal): Promise<void> {
    const now = await this.read(0, FIXED_HEADER_LENGTH, signal)
    if (now.some((byte, i) => byte !== this.head[i])) throw new StaleIndexError('its header differs')
  }

  /** A stored page may be damaged. It is then dropped, and the page is read from the source. */
  private putStored(page: number, bytes: Uint8Array): boolean {
    try {
      this.pages.put(page, bytes)
      return true
    } catch (error) {
      if (!(error instanceof CorruptIndexError)) throw error
      return false
    }
  }

  private async refetch(page: number, signal: PlatformAbortSignal): Promise<void> {
    const store = await this.store
    store?.drop(page)
    const { start, end } = this.pages.extentOf(page)
    const bytes = await this.read(start, end, signal)
    await this.put(page, bytes, signal)
    store?.put(new Map([[page, bytes]]))
  }
}
