/** `trouvaille/vue`: a search box for Vue and Nuxt. @module trouvaille/vue */
import { onScopeDispose, type ShallowRef, shallowReadonly, shallowRef } from 'vue'
import { type Indexes, makeBox, type SearchBox, type SearchBoxOptions, type SearchState } from './boxes.ts'

export type * from './boxes.ts'

/** What `useSearch()` returns. */
export interface Search {
  /** A ref of what to show: the text in the field, the phase, the answers, a failure. */
  state: Readonly<ShallowRef<SearchState>>
  /** The methods to call: `type(text)` as the visitor types, `submit()`, `warmUp()` when the field gets the focus, `more()`, `choose()`, `retry()`. */
  box: SearchBox
}

/**
 * Makes a search box whose state is a ref. Call it in `setup`: it stops when the component is unmounted. Nothing is loaded before `box.warmUp()` or the first search.
 *
 * @param indexes what `openIndex()` returns, or an array of them
 * @param options how to search, and what to show of hits. Default: see `SearchBoxOptions`.
 * @example
 * <script setup>
 * import { openIndex } from 'trouvaille/client'
 * import { useSearch } from 'trouvaille/vue'
 *
 * const { state, box } = useSearch(openIndex('/search.trv'))
 * </script>
 * <template>
 *   <input type="search" :value="state.query" v-on:focus="box.warmUp()" v-on:input="box.type($event.target.value)">
 *   <ol><li v-for="hit in state.answers[0]?.hits" :key="hit.id"><a :href="hit.href">{{ hit.title.text }}</a></li></ol>
 * </template>
 */
export function useSearch(indexes: Indexes, options?: SearchBoxOptions): Search {
  const box = makeBox(indexes, options)
  const state = shallowRef(box.state)
  const unsubscribe = box.subscribe(() => {
    state.value = box.state
  })
  onScopeDispose(unsubscribe)
  return { state: shallowReadonly(state), box }
}
