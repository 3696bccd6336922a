/** The features that the searches of a box use, to be requested together with the engine: each would cost a round trip of its own otherwise. */
import type { ClientFeature } from '../open/search-client.ts'
import type { SearchSettings } from './settings.ts'

/** Filters and sorting share a module, which an index without columns has no use for. */
export function featuresOf({ facets, sorts = [] }: SearchSettings): ClientFeature[] {
  const usesColumns = facets === undefined || facets.length > 0 || sorts.length > 0
  return ['highlights', 'corrections', ...(usesColumns ? (['columns'] as const) : [])]
}
