/** Docusaurus' search, as the search box of Trouvaille. The plugin has every page load it. */
import { useHistory } from '@docusaurus/router'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { createElement, useEffect, useRef } from 'react'

export default function SearchBar() {
  const { siteConfig, i18n } = useDocusaurusContext()
  const { baseUrl, url } = siteConfig
  const history = useHistory()
  const box = useRef(null)
  // Not a property: React 18 makes attributes of them.
  useEffect(() => {
    const element = box.current
    const follow = event => {
      if (!isPage(event.detail.url, baseUrl) || !event.cancelable) return
      event.preventDefault()
      history.push(event.detail.url)
    }
    element.addEventListener('trouvaille-select', follow)
    return () => element.removeEventListener('trouvaille-select', follow)
  }, [baseUrl, history])
  return createElement('trouvaille-search', {
    ref: box,
    mode: 'dialog',
    src: `${baseUrl}trouvaille/search.trv`,
    base: baseUrl.replace(/\/$/, ''),
    // Pages name their address in production, which is stored with them.
    site: url,
    lang: i18n.currentLocale,
    style: COLORS,
  })
}

/** Those of the site. */
const COLORS = {
  '--trouvaille-accent': 'var(--ifm-color-primary)',
  '--trouvaille-surface': 'var(--ifm-background-surface-color)',
  '--trouvaille-surface-ink': 'var(--ifm-font-color-base)',
}

/** Whether the router knows an address: a page of this site, in this language. It does not know documents, such as a PDF. */
function isPage(address, baseUrl) {
  return address?.startsWith(baseUrl) && !/\.\w+(?:[?#]|$)/.test(address)
}
