/** Gets parts of a word list's file: by ranges, whole from a server without ranges, or from the visitor's device if they were read before. */
import { RangeNotSupportedError } from '../errors.ts'
import { PAGE_LENGTH } from '../format/layout.ts'
import type { WordListRange } from '../language/distant-words.ts'
import type { PlatformFetch } from '../platform-types.ts'
import { mayBeStored, readPart } from './http-answer.ts'
import { send } from './http-request.ts'
import { openPageStore, type PageStore } from './page-store.ts'
import { readDisk } from './read-disk.ts'

/** Where the list is and how it is read. */
export interface WordListSource {
  url: string
  /** The hash by which the index file names the list. */
  hash: string
  /** Default: the platform's `fetch`. */
  fetch?: PlatformFetch | undefined
  /** Whether to keep the parts that were read on the visitor's device. */
  persistent: boolean
}

interface Part {
  bytes: Uint8Array
  isStorable: boolean
}

export class PartsOfWordList {
  private readonly source: WordListSource
  private whole: Promise<Uint8Array> | undefined
  private opening: Promise<PageStore | undefined> | undefined

  constructor(source: WordListSource) {
    this.source = source
  }

  /**
   * The bytes of a range. `accept` takes them, and throws if they are wrong, such as a page of HTML: then a range kept on the device is read from the server
   * again.
   *
   * @throws what `accept` throws; RequestFailedError
   */
  async get(range: WordListRange, accept: (bytes: Uint8Array) => void | Promise<void>): Promise<void> {
    const store = await this.store()
    const page = pageOf(range)
    const stored = (await store?.get([page]))?.get(page)
    if (stored !== undefined) {
      try {
        return await accept(stored)
      } catch {
        store?.drop(page)
      }
    }
    const { bytes, isStorable } = await this.read(range)
    try {
      await accept(bytes)
    } catch (error) {
      // The server sent something else in place of the list, and may send the list next time.
      this.whole = undefined
      throw error
    }
    if (isStorable) store?.put(new Map([[page, bytes]]))
  }

  /** Stores all ranges if the whole file came: otherwise the next page would get the whole file again for each range that it lacks. */
  async storeWhole(ranges: readonly WordListRange[]): Promise<void> {
    const [whole, store] = [await this.whole, await this.store()]
    if (whole === undefined) return
    store?.put(new Map(ranges.map(range => [pageOf(range), whole.subarray(range.start, range.end)])))
  }

  private store(): Promise<PageStore | undefined> {
    const { url, hash, persistent } = this.source
    this.opening ??= persistent && /^https?:/.test(url) ? openPageStore(url, hash) : Promise.resolve(undefined)
    return this.opening
  }

  private async read(range: WordListRange): Promise<Part> {
    if (this.whole === undefined && !this.source.url.startsWith('file:')) {
      try {
        return await this.readRange(range)
      } catch (error) {
        if (!(error instanceof RangeNotSupportedError)) throw error
      }
    }
    const whole = await this.getWhole()
    return { bytes: whole.subarray(range.start, range.end), isStorable: false }
  }

  /** Requests ranges past the browser's cache, which would answer them one after another. */
  private readRange({ start, end }: WordListRange): Promise<Part> {
    const { url, fetch } = this.source
    const request = { url, range: `bytes=${start}-${end - 1}`, cache: 'no-store', signal: undefined } as const
    return send(request, { fetch }, async response => {
      if (response.status !== 200) {
        return { bytes: await readPart(response, { url, start, end }), isStorable: mayBeStored(response) }
      }
      // One whole answer is enough for all ranges that were requested at once.
      if (this.whole === undefined) this.keep(response.arrayBuffer().then(bytes => new Uint8Array(bytes)))
      else response.body?.cancel().catch(() => {})
      throw new RangeNotSupportedError(url, 'the server sent the whole file')
    })
  }

  private getWhole(): Promise<Uint8Array> {
    const { url, fetch } = this.source
    return this.whole ?? this.keep(url.startsWith('file:') ? readDisk(url) : readWhole(url, fetch))
  }

  private keep(whole: Promise<Uint8Array>): Promise<Uint8Array> {
    this.whole = whole
    whole.catch(() => {
      this.whole = undefined
    })
    return whole
  }
}

/** The number of a range in the store, which keeps neighbours together. */
function pageOf({ start }: WordListRange): number {
  return Math.floor(start / PAGE_LENGTH)
}

function readWhole(url: string, fetch: PlatformFetch | undefined): Promise<Uint8Array> {
  return send({ url, cache: 'default', signal: undefined }, { fetch }, async response => {
    return new Uint8Array(await response.arrayBuffer())
  })
}
