/** `trouvaille/svelte`: a search box for Svelte. @module trouvaille/svelte */
import { type Indexes, makeBox, type SearchBox, type SearchBoxOptions, type SearchState } from './boxes.ts'

export type * from './boxes.ts'

/** What `useSearch()` returns: a store of Svelte, whose value (`$search`) is the state. */
export interface Search {
  /** Calls a function with the state, immediately and after each change. Returns a function that stops it. */
  subscribe(run: (state: SearchState) => void): () => void
  /** The methods to call: `type(text)` as the visitor types, `submit()`, `warmUp()` when the field gets the focus, `more()`, `choose()`, `retry()`. */
  box: SearchBox
}

/**
 * Makes a search box that is a store. Nothing is loaded before `box.warmUp()` or the first search.
 *
 * @param indexes what `openIndex()` returns, or an array of them
 * @param options how to search, and what to show of hits. Default: see `SearchBoxOptions`.
 * @example
 * <script>
 *   import { openIndex } from 'trouvaille/client'
 *   import { useSearch } from 'trouvaille/svelte'
 *
 *   const search = useSearch(openIndex('/search.trv'))
 *   const { box } = search
 * </script>
 * <input type="search" value={$search.query} onfocus={() => box.warmUp()} oninput={event => box.type(event.currentTarget.value)}>
 * <ol>{#each $search.answers[0]?.hits ?? [] as hit (hit.id)}<li><a href={hit.href}>{hit.title.text}</a></li>{/each}</ol>
 */
export function useSearch(indexes: Indexes, options?: SearchBoxOptions): Search {
  const box = makeBox(indexes, options)
  return {
    box,
    subscribe(run) {
      run(box.state)
      return box.subscribe(() => run(box.state))
    },
  }
}
