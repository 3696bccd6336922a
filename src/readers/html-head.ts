/** What an HTML page says of itself: in its head, on its root element, and where its main content is. */
import { type Document, type Element, isTag, isText, type ParentNode } from 'domhandler'

export interface HtmlHead {
  /** Fields by the names that documents have them under. */
  fields: Record<string, unknown>
  /** The title as it stands in the head; a heading of the page comes before it. */
  title: string | undefined
  /** What is to be read, in the order of the page. */
  roots: ParentNode[]
  /** Whether there is nothing that marks the content, so that the frame of the page has to be left out. */
  isWholePage: boolean
  /** Whether the page asks not to be found, or sends its readers elsewhere. */
  isNoPage: boolean
}

/** `<meta name=…>` and `<meta property=…>` as fields, the first that is there. */
const META: readonly [field: string, names: readonly string[]][] = [
  ['description', ['description', 'og:description']],
  ['author', ['author', 'article:author']],
  ['section', ['article:section']],
  ['date', ['article:published_time', 'date', 'dc.date', 'dcterms.created']],
  ['updated', ['article:modified_time', 'last-modified', 'dcterms.modified']],
]
/** `<meta name="trouvaille:saison" content="hiver">`: a field that nothing else has a place for. */
const OWN_FIELD = 'trouvaille:'

/** Reads the head of a page. */
export function readHead(document: Document): HtmlHead {
  const meta = new Map<string, string[]>()
  const found: Record<'html' | 'title' | 'canonical' | 'body', Element | undefined> = {
    html: undefined,
    title: undefined,
    canonical: undefined,
    body: undefined,
  }
  const marked: Element[] = []
  const mains: Element[] = []
  const articles: Element[] = []
  for (const element of elementsOf(document)) {
    const { name, attribs } = element
    if ('data-trouvaille' in attribs) marked.push(element)
    if (name === 'html' || name === 'body') found[name] ??= element
    else if (name === 'title' && !isInSvg(element)) found.title ??= element
    else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribs.rel ?? '')) found.canonical ??= element
    else if (name === 'main' || attribs.role === 'main') mains.push(element)
    else if (name === 'article') articles.push(element)
    else if (name === 'meta') {
      const key = (attribs.name ?? attribs.property ?? `http-equiv:${attribs['http-equiv']}`).toLowerCase()
      const content = cleanText(attribs.content ?? '')
      if (content !== '') meta.set(key, [...(meta.get(key) ?? []), content])
    }
  }
  const [roots] = [marked, mains, articles].filter(candidates => candidates.length > 0)
  return {
    fields: fieldsOf(meta, found.html?.attribs.lang, found.canonical?.attribs.href),
    title: meta.get('og:title')?.[0] ?? (found.title && cleanText(textOf(found.title))) ?? undefined,
    roots: roots === undefined ? [found.body ?? document] : outermost(roots),
    isWholePage: roots === undefined,
    isNoPage:
      meta.has('http-equiv:refresh') || meta.get('robots')?.some(rule => /\b(?:noindex|none)\b/i.test(rule)) === true,
  }
}

function fieldsOf(
  meta: ReadonlyMap<string, readonly string[]>,
  lang: string | undefined,
  canonical: string | undefined,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [field, names] of META) {
    const value = names.flatMap(name => meta.get(name) ?? [])[0]
    if (value !== undefined) fields[field] = value
  }
  const tags = meta.get('article:tag')
  if (tags !== undefined) fields.tags = tags
  if (lang) fields.lang = lang
  if (canonical) fields.url = canonical.trim()
  for (const [name, values] of meta) {
    if (!name.startsWith(OWN_FIELD) || name === OWN_FIELD) continue
    fields[name.slice(OWN_FIELD.length)] = values.length === 1 ? values[0] : values
  }
  return fields
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

/** The text of an element that holds nothing else, such as a title. */
export function textOf(element: Element): string {
  return element.children.map(child => (isText(child) ? child.data : '')).join('')
}

function cleanText(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .replace(/[ \t\n\f\r]+/g, ' ')
    .trim()
}

/** Without those that stand inside another. */
function outermost(elements: readonly Element[]): Element[] {
  const all = new Set<ParentNode>(elements)
  return elements.filter(element => {
    for (let parent = element.parent; parent !== null; parent = parent.parent) if (all.has(parent)) return false
    return true
  })
}

function isInSvg(element: Element): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent) {
    if (isTag(parent) && parent.name === 'svg') return true
  }
  return false
}
