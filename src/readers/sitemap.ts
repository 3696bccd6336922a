/** Sitemaps (sitemaps.org): the addresses of a site's pages, and when each was last changed. */
import { gunzipSync } from 'node:zlib'
import { isTag } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { elementsOf, textOf } from './html-head.ts'

export interface SitemapEntry {
  url: string
  /** As in the sitemap. */
  lastModified: string | undefined
}

export interface Sitemap {
  pages: SitemapEntry[]
  /** Nested sitemaps. */
  sitemaps: string[]
}

/** Reads a sitemap, which may be compressed; undefined if it is not one. A list of addresses, one per line, is a sitemap too. */
export function readSitemap(bytes: Uint8Array): Sitemap | undefined {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
  const text = new TextDecoder().decode(isCompressed ? gunzipSync(bytes, { maxOutputLength: 2 ** 27 }) : bytes).trim()
  if (/^https?:\/\/\S+(?:\s+https?:\/\/\S+)*$/.test(text)) {
    return { pages: text.split(/\s+/).map(url => ({ url, lastModified: undefined })), sitemaps: [] }
  }
  const document = parseDocument(text, { xmlMode: true })
  const root = document.children.find(isTag)
  if (root === undefined || !/^(?:\w+:)?(?:urlset|sitemapindex)$/.test(root.name)) return undefined
  const sitemap: Sitemap = { pages: [], sitemaps: [] }
  for (const element of elementsOf(root)) {
    if (!/^(?:\w+:)?(?:url|sitemap)$/.test(element.name)) continue
    const said = (name: string) => {
      const child = element.children.filter(isTag).find(child => child.name.replace(/^\w+:/, '') === name)
      return child === undefined ? undefined : textOf(child).trim() || undefined
    }
    const url = said('loc')
    if (url === undefined) continue
    if (element.name.endsWith('sitemap')) sitemap.sitemaps.push(url)
    else sitemap.pages.push({ url, lastModified: said('lastmod') })
  }
  return sitemap
}
