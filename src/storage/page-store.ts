/** Keeps the pages of a file from one visit to the next, in the browser's `Cache`. */

const NAME = 'trouvaille'

export interface PageStore {
  get(page: number): Promise<Uint8Array | undefined>
  /** Keeps a page that was found right. Returns at once; what can't be kept is not. */
  put(page: number, bytes: Uint8Array): void
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
    const keyOf = (page: number | string) => {
      const key = new URL(url)
      key.hash = ''
      key.searchParams.set(NAME, `${version}-${page}`)
      return key.href
    }
    await dropOtherVersions(cache, keyOf(''))
    const dropped = new Set<number>()
    return {
      async get(page) {
        if (dropped.has(page)) return undefined
        const kept = await cache.match(keyOf(page)).catch(() => undefined)
        return kept && new Uint8Array(await kept.arrayBuffer())
      },
      put(page, bytes) {
        dropped.delete(page)
        cache.put(keyOf(page), new Response(bytes.slice())).catch(() => {})
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

/** Deletes what is kept of the same address under another version. `prefix` is what the keys of this version start with. */
async function dropOtherVersions(cache: Cache, prefix: string): Promise<void> {
  const addressOf = (key: string) => key.slice(0, key.lastIndexOf(`${NAME}=`))
  for (const { url } of await cache.keys()) {
    if (addressOf(url) === addressOf(prefix) && !url.startsWith(prefix)) await cache.delete(url)
  }
}
