/**
 * Stores pages of index files on the visitor's device, in the browser's `Cache`, for the next page of the site.
 *
 * An entry contains neighbouring pages, because each look-up takes time. Its key contains the version of the file, so pages of two versions are never mixed.
 * Pages are compared with the file's checksums when they are used. A `Cache` lists its entries in the order of insertion, which serves as the order of use: an
 * entry in the older half is inserted again when it is used, and beyond the limit the oldest are deleted.
 */

const NAME = 'trouvaille'
const PAGES_PER_ENTRY = 32
/** For all files of an origin. An entry has at most 32 × (512 + 8) bytes, so all together have at most 8.5 MB. */
export const ENTRY_LIMIT = 512
/** In milliseconds. Pages of all steps of a query are written together. */
const WRITE_DELAY = 200

type Pages = Map<number, Uint8Array>

export interface PageStore {
  /** The stored ones of `pages`. */
  get(pages: readonly number[]): Promise<Pages>
  /** Stores pages that match their checksums. Returns immediately; failures are ignored. */
  put(pages: Pages): void
  /** Ignores a stored page that does not match its checksum. */
  drop(page: number): void
}

/**
 * Opens the store of a file. `version` is its content hash, which may arrive after the store is opened. Resolves to undefined if there is no version or no
 * `Cache`: in Node, in pages over plain HTTP, and in some private windows.
 */
export async function openPageStore(
  url: string,
  version: string | undefined | PromiseLike<string | undefined>,
): Promise<PageStore | undefined> {
  try {
    const [opened, hash] = await Promise.all([openCache(), version])
    if (opened === undefined || hash === undefined) return undefined
    return new CachePageStore(opened.cache, url, hash, opened.keys)
  } catch {
    return undefined
  }
}

async function openCache(): Promise<{ cache: Cache; keys: string[] } | undefined> {
  const cache = await globalThis.caches?.open(NAME)
  return cache && { cache, keys: await keysOf(cache) }
}

class CachePageStore implements PageStore {
  private readonly cache: Cache
  private readonly url: URL
  private readonly version: string
  /** The keys of entries known to this page. */
  private readonly keys: Set<string>
  /** The keys of other versions of this file. Deleted once, because later ones may be newer than this page's open index. */
  private readonly outdated: string[]
  private readonly dropped = new Set<number>()
  /** The pages to write. */
  private pending: Pages = new Map()
  /** The keys of entries used since the last write. */
  private used = new Set<string>()
  private scheduled: Promise<void> | undefined

  constructor(cache: Cache, url: string, version: string, keys: readonly string[]) {
    this.cache = cache
    this.url = new URL(url)
    this.url.hash = ''
    this.version = version
    this.keys = new Set(keys)
    this.outdated = keys.filter(key => this.isOutdated(key))
    if (this.outdated.length > 0) this.schedule()
  }

  async get(pages: readonly number[]): Promise<Pages> {
    const keys = [...new Set(pages.map(page => this.keyOf(page)))].filter(key => this.keys.has(key))
    if (keys.length === 0) return new Map()
    for (const key of keys) this.used.add(key)
    this.schedule()
    const entries = await Promise.all(keys.map(key => this.read(key)))
    const wanted = new Set(pages)
    return new Map(entries.flatMap(entry => [...entry]).filter(([page]) => wanted.has(page) && !this.dropped.has(page)))
  }

  put(pages: Pages): void {
    for (const [page, bytes] of pages) {
      this.dropped.delete(page)
      // A copy, because the page is part of a longer answer, which should not stay in memory.
      this.pending.set(page, bytes.slice())
    }
    this.schedule()
  }

  drop(page: number): void {
    this.dropped.add(page)
  }

  private keyOf(page: number): string {
    return this.key(`${this.version}-${Math.floor(page / PAGES_PER_ENTRY)}`)
  }

  private key(entry: string): string {
    this.url.searchParams.set(NAME, entry)
    return this.url.href
  }

  /** Whether a key belongs to another version of this file. */
  private isOutdated(key: string): boolean {
    return key.startsWith(this.key('')) && !key.startsWith(this.key(`${this.version}-`))
  }

  private async read(key: string): Promise<Pages> {
    const entry = await this.cache
      .match(key)
      .then(entry => entry?.arrayBuffer())
      .catch(() => undefined)
    return entry === undefined ? new Map() : unpack(new Uint8Array(entry))
  }

  private schedule(): void {
    this.scheduled ??= new Promise(resolve => {
      setTimeout(resolve, WRITE_DELAY)
    })
      .then(() => exclusively(() => this.write()))
      // The disk is full, or the visitor deleted stored data: the index works without them.
      .catch(() => {})
      .finally(() => {
        this.scheduled = undefined
        if (this.pending.size > 0) this.schedule()
      })
  }

  /** Adds the pending pages to their entries and deletes outdated entries and those beyond the limit. */
  private async write(): Promise<void> {
    const { pending, used } = this
    this.pending = new Map()
    this.used = new Set()
    const keys = await keysOf(this.cache)
    for (const key of this.outdated.splice(0)) await this.cache.delete(key)
    const added = new Map<string, Pages>()
    for (const key of keys.slice(0, -ENTRY_LIMIT / 2)) if (used.has(key)) added.set(key, new Map())
    for (const [page, bytes] of pending) {
      const key = this.keyOf(page)
      added.set(key, (added.get(key) ?? new Map()).set(page, bytes))
    }
    for (const [key, pages] of added) await this.addTo(key, pages)
    if (added.size > 0) await this.deleteOldest()
  }

  private async addTo(key: string, pages: Pages): Promise<void> {
    const all = new Map([...(await this.read(key)), ...pages])
    if (all.size === 0) return
    await this.cache.put(key, new Response(pack(all)))
    this.keys.add(key)
  }

  private async deleteOldest(): Promise<void> {
    for (const key of (await keysOf(this.cache)).slice(0, -ENTRY_LIMIT)) {
      await this.cache.delete(key)
      this.keys.delete(key)
    }
  }
}

async function keysOf(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => url)
}

/**
 * Runs `work` while no other tab of the origin does, so that concurrent additions to one entry are not lost. Without Web Locks, the last writer wins, and the
 * other's pages are read from the server again.
 */
function exclusively(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks
  return locks === undefined ? work() : Promise.resolve(locks.request(NAME, work)).then(() => {})
}

/** Encodes each page as its number, its length (four bytes each, low byte first) and its bytes. */
function pack(pages: Pages): Uint8Array<ArrayBuffer> {
  const lengths = [...pages.values()].reduce((sum, { length }) => sum + 8 + length, 0)
  const packed = new Uint8Array(lengths)
  const view = new DataView(packed.buffer)
  let at = 0
  for (const [page, bytes] of pages) {
    view.setUint32(at, page, true)
    view.setUint32(at + 4, bytes.length, true)
    packed.set(bytes, at + 8)
    at += 8 + bytes.length
  }
  return packed
}

/** Decodes the result of `pack`. For anything else, returns nothing, or pages that do not match their checksums. */
function unpack(packed: Uint8Array): Pages {
  const pages: Pages = new Map()
  const view = new DataView(packed.buffer)
  for (let at = 0; at + 8 <= packed.length; ) {
    const start = at + 8
    at = start + view.getUint32(at + 4, true)
    if (at <= packed.length) pages.set(view.getUint32(start - 8, true), packed.subarray(start, at))
  }
  return pages
}
