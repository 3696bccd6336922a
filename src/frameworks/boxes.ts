/** What the hooks of all frameworks share: a search box of one or several indexes. */
import { type SearchableIndex, SearchBox, type SearchBoxOptions, type SearchState } from '../search-box/index.ts'

export type {
  Answer,
  FacetChoice,
  FacetChoices,
  Failure,
  FailureKind,
  ShownFacet,
  ShownHit,
  ShownSection,
} from '../search-box/index.ts'
export type { SearchableIndex, SearchBox, SearchBoxOptions, SearchState }

/** What `openIndex()` of `trouvaille/client` returns, or an array of them, which are searched together. */
export type Indexes = SearchableIndex | readonly SearchableIndex[]

/** @internal */
export function listOf(indexes: Indexes): readonly SearchableIndex[] {
  return Array.isArray(indexes) ? indexes : [indexes as SearchableIndex]
}

/** @internal */
export function makeBox(indexes: Indexes, options: SearchBoxOptions | undefined): SearchBox {
  return new SearchBox(listOf(indexes), options)
}
