/** Docusaurus' search, as the search box of Trouvaille. The plugin has every page load it. */
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { createElement } from 'react'

export default function SearchBar() {
  const { siteConfig, i18n } = useDocusaurusContext()
  const { baseUrl, url } = siteConfig
  return createElement('trouvaille-search', {
    mode: 'dialog',
    src: `${baseUrl}trouvaille/search.trv`,
    base: baseUrl.replace(/\/$/, ''),
    // Pages name their address in production, which is stored with them.
    site: url,
    lang: i18n.currentLocale,
  })
}
