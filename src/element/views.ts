/** What the element loads on first focus: the search box, and the view of the mode `page`. */
export { RecentSearches } from '../search-box/recent-searches.ts'
export { SearchBox } from '../search-box/search-box.ts'
export { AddressKeeper } from './address-keeper.ts'
export { PageView } from './page-view.ts'
