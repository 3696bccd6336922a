/** Opens an index by ranges and waits until it is open: what tests of the reading by ranges start from. */
import type { AbortOptions } from '../../src/open/abort.ts'
import type { IndexSource } from '../../src/open/byte-source.ts'
import type { ClientOptions } from '../../src/open/open-options.ts'
import { openIndex, type SearchClient } from '../../src/open/search-client.ts'
import type { StoredNames } from '../../src/schema/schema-types.ts'

/** `signal` stops the waiting. */
export async function openRanges<T extends object = Record<string, unknown>, Stored extends StoredNames<T> = undefined>(
  source: IndexSource,
  { signal, ...options }: ClientOptions & AbortOptions = {},
): Promise<SearchClient<T, Stored>> {
  const index = openIndex<T, Stored>(source, { load: 'ranges', ...options })
  await index.warmUp({ signal })
  return index
}
