/** All that `import 'trouvaille/element'` gives: it defines `<trouvaille-search>`. @module trouvaille/element */
import { TrouvailleSearch } from './element.ts'
import type { SearchEventDetail, SelectEventDetail } from './session.ts'

export type { Answer, Failure, FailureKind, SearchBox, SearchState, Texts } from '../search-box/index.ts'
export type { ElementIndex } from './element.ts'
export type { SearchEventDetail, SelectEventDetail }
export { TrouvailleSearch }

declare global {
  interface HTMLElementTagNameMap {
    'trouvaille-search': TrouvailleSearch
  }
  interface HTMLElementEventMap {
    'trouvaille-search': CustomEvent<SearchEventDetail>
    'trouvaille-select': CustomEvent<SelectEventDetail>
  }
}

globalThis.customElements?.get('trouvaille-search') ??
  globalThis.customElements?.define('trouvaille-search', TrouvailleSearch)
