/** The metadata of an HTML page: in its head, on its root element, and in its data for search engines. */
import { type Document, type Element, isTag, isText, type ParentNode } from 'domhandler'
import { isRecord } from '../record.ts'
import type { SkipReason } from './skip.ts'

export interface HtmlHead {
  /** The fields, with their usual names. */
  fields: Record<string, unknown>
  /** The title in the head; a heading of the page has precedence. */
  title: string | undefined
  /** Why the page should not be found, if it requests that or redirects. */
  skip: SkipReason | undefined
}

/** `<meta name=…>` and `<meta property=…>` as fields; the first one present wins. */
const META: readonly [field: string, names: readonly string[]][] = [
  ['description', ['description', 'og:description']],
  ['author', ['author', 'article:author']],
  ['section', ['article:section']],
  ['date', ['article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.created']],
  ['updated', ['article:modified_time', 'datemodified', 'og:updated_time', 'last-modified', 'dcterms.modified']],
]
/** `<meta name="trouvaille:saison" content="hiver">`: a custom field. */
const OWN_FIELD = 'trouvaille:'

/** Reads the head of a page. */
export function readHead(document: Document): HtmlHead {
  const meta = new Map<string, string[]>()
  const found: Record<'html' | 'title' | 'canonical', Element | undefined> = {
    html: undefined,
    title: undefined,
    canonical: undefined,
  }
  const data: string[] = []
  for (const element of elementsOf(document)) {
    const { name, attribs } = element
    if (name === 'html') found.html ??= element
    else if (name === 'title' && !isInSvg(element)) found.title ??= element
    else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribs.rel ?? '')) found.canonical ??= element
    else if (name === 'script' && /^application\/ld\+json/i.test(attribs.type ?? '')) data.push(textOf(element))
    else if (name === 'meta') {
      const key = (
        attribs.name ??
        attribs.property ??
        attribs.itemprop ??
        `http-equiv:${attribs['http-equiv']}`
      ).toLowerCase()
      const content = cleanText(attribs.content ?? '')
      const contents = meta.get(key)
      if (content === '') continue
      if (contents === undefined) meta.set(key, [content])
      else contents.push(content)
    }
  }
  const titleText = found.title && cleanText(textOf(found.title))
  return {
    fields: { ...fieldsOfData(data), ...fieldsOf(meta, found.html?.attribs.lang, found.canonical?.attribs.href) },
    title: withoutSiteName(meta.get('og:title')?.[0] ?? titleText, meta.get('og:site_name')?.[0]),
    skip: reasonToSkip(meta),
  }
}

function reasonToSkip(meta: ReadonlyMap<string, readonly string[]>): SkipReason | undefined {
  // Without an address, a page only reloads itself.
  if (meta.get('http-equiv:refresh')?.some(value => /url\s*=/i.test(value))) return 'redirect'
  const rules = [...(meta.get('robots') ?? []), ...(meta.get('googlebot') ?? [])]
  return rules.some(rule => /\b(?:noindex|none)\b/i.test(rule)) ? 'no-index' : undefined
}

/** `Une trêve – Le Journal` becomes `Une trêve` on the site Le Journal. */
function withoutSiteName(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined || site === undefined || site === '') return title
  for (const separator of [' | ', ' – ', ' - ', ' — ', ' · ', ' • ', ' : ', ' « ', ' » ']) {
    const end = `${separator}${site}`
    if (title.length > end.length && title.endsWith(end)) return title.slice(0, -end.length)
  }
  return title
}

/** The page's JSON-LD data for search engines (schema.org), for fields without a `<meta>`. */
function fieldsOfData(texts: readonly string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const item of texts.flatMap(parseData)) {
    const { datePublished, dateModified, author, articleSection, keywords } = item
    if (!/(?:Article|BlogPosting|NewsArticle|WebPage|Report|Recipe|Event)$/.test(String([item['@type']].flat()[0])))
      continue
    const names = [author]
      .flat()
      .flatMap(person => (isRecord(person) && typeof person.name === 'string' ? [person.name] : []))
    const said = {
      date: datePublished,
      updated: dateModified,
      author: names.length > 1 ? names : names[0],
      section: articleSection,
      tags: typeof keywords === 'string' ? keywords.split(',').map(word => word.trim()) : keywords,
    }
    for (const [name, value] of Object.entries(said)) {
      if (typeof value === 'string' || (Array.isArray(value) && value.every(part => typeof part === 'string')))
        fields[name] ??= value
    }
  }
  return fields
}

function parseData(text: string): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(text)
    return [value]
      .flat()
      .flatMap(item =>
        isRecord(item) ? [item, ...(Array.isArray(item['@graph']) ? item['@graph'].filter(isRecord) : [])] : [],
      )
  } catch {
    // Search engines could not read this data either.
    return []
  }
}

function fieldsOf(
  meta: ReadonlyMap<string, readonly string[]>,
  lang: string | undefined,
  canonical: string | undefined,
): Record<string, unknown> {
  // Custom fields keep their names: assignment would lose __proto__.
  const own = [...meta]
    .filter(([name]) => name.startsWith(OWN_FIELD) && name !== OWN_FIELD)
    .map(([name, values]) => [name.slice(OWN_FIELD.length), values.length === 1 ? values[0] : values])
  const fields: Record<string, unknown> = {}
  for (const [field, names] of META) {
    const value = names.flatMap(name => meta.get(name) ?? [])[0]
    if (value !== undefined) fields[field] = value
  }
  const tags = meta.get('article:tag')
  if (tags !== undefined) fields.tags = tags
  if (lang) fields.lang = lang
  if (canonical) fields.url = canonical.trim()
  return { ...fields, ...Object.fromEntries(own) }
}

/** All elements in the order of the page. */
export function* elementsOf(root: ParentNode): Generator<Element> {
  const stack = [...root.children].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isTag(node)) continue
    yield node
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i])
  }
}

/** The text of an element that contains nothing else, such as a title. */
export function textOf(element: Element): string {
  return element.children.map(child => (isText(child) ? child.data : '')).join('')
}

function cleanText(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .replace(/[ \t\n\f\r]+/g, ' ')
    .trim()
}

function isInSvg(element: Element): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent) {
    if (isTag(parent) && parent.name === 'svg') return true
  }
  return false
}
