/** All that `import … from 'trouvaille/lazy'` gives: indexes that their first question opens. @module trouvaille/lazy */
import { checkOptions } from './check-options.ts'
import { IndexSearcher, OPEN_OPTIONS, type OpenOptions } from './index-searcher.ts'
import { LazyIndex, type OpenedIndex } from './open/lazy-index.ts'
import { checkRemoteOptions, type OpenRemoteOptions, REMOTE_OPTIONS } from './open/open-options.ts'
import { openRemote } from './open/open-remote.ts'
import { readFileAt } from './open/read-file.ts'
import type { PlatformURL } from './platform-types.ts'
import { RangeNotSupportedError } from './searcher.ts'

export { french } from './languages/french/french.ts'
export { LazyIndex, type OpenedIndex }

/**
 * An index whose file is loaded whole at the first question; after that, questions need no network.
 *
 * @param url an address; in Node also that of a file, such as `new URL('./articles.trv', import.meta.url)`
 * @example
 * const index = loadLazily<Article>(new URL('./articles.trv', import.meta.url))
 * const { hits } = await index.search('Haftar Tripoli cessez-le-feu')
 */
export function loadLazily<T extends object = Record<string, unknown>>(
  url: string | PlatformURL,
  options: OpenOptions = {},
): LazyIndex<T> {
  checkOptions(options, OPEN_OPTIONS)
  return new LazyIndex<T>(url, async url => IndexSearcher.fromBytes<T>(await readFileAt(url), options))
}

/**
 * An index whose file stays where it is; questions read the parts that they need by HTTP ranges, as with `openRemote()`. It is loaded whole where that is
 * not possible: from a server that gives no ranges, and from disk.
 *
 * @example
 * const index = openLazily<Article>('/articles.trv', { cache: { persistent: true } })
 */
export function openLazily<T extends object = Record<string, unknown>>(
  url: string | PlatformURL,
  options: Omit<OpenRemoteOptions, 'signal'> = {},
): LazyIndex<T> {
  const { signal, ...names } = REMOTE_OPTIONS
  checkOptions(options, names)
  checkRemoteOptions(options)
  const { cache, fetch, headers, credentials, ...openOptions } = options
  const load = async (url: string) => IndexSearcher.fromBytes<T>(await readFileAt(url), openOptions)
  return new LazyIndex<T>(url, async url => {
    if (url.startsWith('file:')) return load(url)
    try {
      return await openRemote<T>(url, options)
    } catch (error) {
      if (error instanceof RangeNotSupportedError) return load(url)
      throw error
    }
  })
}
