/** `trouvaille/react`: a search box for React and Next. @module trouvaille/react */
import { useState, useSyncExternalStore } from 'react'
import { type Indexes, listOf, makeBox, type SearchBox, type SearchBoxOptions, type SearchState } from './boxes.ts'

export type * from './boxes.ts'

/** What `useSearch()` returns. */
export interface Search {
  /** What to show: the text in the field, the phase, the answers, a failure. A new object each time that it changes. */
  state: SearchState
  /** The methods to call: `type(text)` as the visitor types, `submit()`, `warmUp()` when the field gets the focus, `more()`, `choose()`, `retry()`. */
  box: SearchBox
}

/**
 * A hook that keeps a search box for a component and renders it again when the state changes. Nothing is loaded before `box.warmUp()` or the first search.
 *
 * @param indexes what `openIndex()` returns, called outside of the component, or an array of them
 * @param options how to search, and what to show of hits. They are read once. Default: see `SearchBoxOptions`.
 * @example
 * import { openIndex } from 'trouvaille/client'
 * import { useSearch } from 'trouvaille/react'
 *
 * const index = openIndex('/search.trv')
 *
 * function Search() {
 *   const { state, box } = useSearch(index)
 *   return <>
 *     <input type="search" value={state.query} onFocus={() => box.warmUp()} onChange={event => box.type(event.target.value)} />
 *     <ol>{state.answers[0]?.hits.map(hit => <li key={hit.id}><a href={hit.href}>{hit.title.text}</a></li>)}</ol>
 *   </>
 * }
 */
export function useSearch(indexes: Indexes, options?: SearchBoxOptions): Search {
  const [kept, keep] = useState(() => ({ indexes, box: makeBox(indexes, options) }))
  let { box } = kept
  if (!areSame(kept.indexes, indexes)) {
    box = makeBox(indexes, options)
    keep({ indexes, box })
  }
  const state = useSyncExternalStore(
    box.subscribe,
    () => box.state,
    () => box.state,
  )
  return { state, box }
}

/** An array may be written in the call of the hook, and is another one each time. */
function areSame(a: Indexes, b: Indexes): boolean {
  const [x, y] = [listOf(a), listOf(b)]
  return x.length === y.length && x.every((index, i) => index === y[i])
}
