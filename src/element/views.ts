/** What the element loads on first focus: the search box and its views. */
import { SearchBox } from '../search-box/search-box.ts'
import type { Mode } from './attributes.ts'
import { DialogView } from './dialog-view.ts'
import { ListView } from './list-view.ts'
import { PageView } from './page-view.ts'
import type { View, ViewContext } from './view.ts'

export { RecentSearches } from '../search-box/recent-searches.ts'
export { AddressKeeper } from './address-keeper.ts'
export { shownAnswer } from './view.ts'
export { SearchBox }

const VIEWS: Readonly<Record<Mode, new (context: ViewContext) => View>> = {
  page: PageView,
  list: ListView,
  dialog: DialogView,
}

export function makeView(context: ViewContext): View {
  return new VIEWS[context.settings.mode](context)
}
