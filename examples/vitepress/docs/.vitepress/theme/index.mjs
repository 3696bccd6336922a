/** The default theme, with a search of its own in the navigation. */
import DefaultTheme from 'vitepress/theme'
import { h } from 'vue'
import SearchBox from './SearchBox.vue'

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'nav-bar-content-before': () => h(SearchBox) }),
}
