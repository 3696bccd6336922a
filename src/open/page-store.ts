/** Keeps the pages of a file from one visit to the next, in the browser's `Cache`: some neighbours in each entry, because asking for one takes a while. */

const NAME = 'trouvaille'
/** Pages in an entry. */
const SHELF = 32

type Pages = Map<number, Uint8Array>

export interface PageStore {
  /** Those of `pages` that are kept. */
  get(pages: readonly number[]): Promise<Pages>
  /** Keeps pages that were found right. Returns at once; what can't be kept is not. */
  put(pages: Pages): void
  /** Forgets a page that was found wrong. */
  drop(page: number): void
}

/**
 * The store of one version of a file, which `version` (its content hash) tells from others; pages of other versions of the same address are let go.
 * Undefined where there is no `Cache`: in Node, and in pages that came by plain HTTP.
 */
export async function openPageStore(url: string, version: string): Promise<PageStore | undefined> {
  try {
    const cache = await globalThis.caches?.open(NAME)
    if (cache === undefined) return undefined
    const keyOf = (shelf: number | string) => {
      const key = new URL(url)
      key.hash = ''
      key.searchParams.set(NAME, `${version}-${shelf}`)
      return key.href
    }
    await dropOtherVersions(cache, keyOf(''))
    const dropped = new Set<number>()
    const read = async (shelf: number): Promise<Pages> => {
      const kept = await cache.match(keyOf(shelf)).catch(() => undefined)
      return kept === undefined ? new Map() : unpack(new Uint8Array(await kept.arrayBuffer()))
    }
    const add = async (shelf: number, pages: Pages) => {
      const all = new Map([...(await read(shelf)), ...pages])
      await cache.put(keyOf(shelf), new Response(pack(all)))
    }
    // One after the other: what is added to a shelf must not be lost to what is added at the same time.
    let written = Promise.resolve()
    return {
      async get(pages) {
        const shelves = [...new Set(pages.map(shelfOf))]
        const kept = new Map((await Promise.all(shelves.map(read))).flatMap(shelf => [...shelf]))
        return new Map([...kept].filter(([page]) => pages.includes(page) && !dropped.has(page)))
      },
      put(pages) {
        const shelves = new Map<number, Pages>()
        for (const [page, bytes] of pages) {
          dropped.delete(page)
          const shelf = shelfOf(page)
          shelves.set(shelf, (shelves.get(shelf) ?? new Map()).set(page, bytes))
        }
        const work = () => Promise.all([...shelves].map(([shelf, added]) => add(shelf, added)))
        written = written.then(work).then(
          () => {},
          () => {},
        )
      },
      drop(page) {
        dropped.add(page)
      },
    }
  } catch {
    // Private windows and full disks refuse; the index works without.
    return undefined
  }
}

function shelfOf(page: number): number {
  return Math.floor(page / SHELF)
}

/** Each page as its number, its length (four bytes each, low byte first) and its bytes. */
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

/** What `pack` made; of something else, nothing or pages that their checksums will find wrong. */
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

/** Deletes what is kept of the same address under another version. `prefix` is what the keys of this version start with. */
async function dropOtherVersions(cache: Cache, prefix: string): Promise<void> {
  const addressOf = (key: string) => key.slice(0, key.lastIndexOf(`${NAME}=`))
  for (const { url } of await cache.keys()) {
    if (addressOf(url) === addressOf(prefix) && !url.startsWith(prefix)) await cache.delete(url)
  }
}
