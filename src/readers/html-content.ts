/** Finds the content of an HTML page. What nobody reads is excluded first: a `<main>` in a template, or a hidden `<article>`, is not the page. */
import { type Document, type Element, isTag, isText, type ParentNode } from 'domhandler'
import { isHidden, walk } from './html-blocks.ts'

export interface HtmlContent {
  /** The elements to read, in the order of the page. */
  roots: ParentNode[]
  /** Whether to skip an element. */
  isLeftOut(element: Element): boolean
}

const FRAME = new Set(['header', 'footer', 'aside'])
const FRAME_ROLES = new Set(['banner', 'contentinfo', 'complementary', 'navigation', 'search'])
/** Ids and classes that themes of WordPress, SPIP, Drupal, Ghost and others use for the frame of a page. */
const FRAME_NAME =
  /(?:^|\s)(?:(?:site|page|main|global)?[-_]?(?:header|footer|sidebar|navigation|nav|navbar|menu)|sidebars?|breadcrumbs?|fil-?ariane|filariane|arbo|entete|en-tete|pied|pied-?de-?page|bandeau|extra|widget-area|widgets?|secondary|region-(?:header|footer|sidebar(?:-\w+)?|navigation|breadcrumb)|block-menu|gh-head|gh-foot|cookie[\w-]*|tarteaucitron\w*|rgpd|newsletter|banner|social|partage)(?:\s|$)/i
/** Parts of the content that are not its text: comments and links to other pages. */
const APART =
  /(?:^|\s)(?:comments?(?:-area|-list|-respond)?|commentaires?|respond|forum|reply|disqus_thread|post-navigation|nav-links|pagination|pager|breadcrumbs?|fil-?ariane|filariane|toc|sommaire|related|read-more-wrap|gh-comments|gh-subscribe|footnotes-nav|entry-footer|post-tags|cat-links|tags-links|liste-articles-lies|cartouche-partage)(?:\s|$)/i
/** Names that themes use for the content, narrower ones first, for pages without `<main>`. */
const CONTENT_NAME = [
  /(?:^|\s)(?:entry-content|post-content|article-content|gh-content|node__content|field--name-body)(?:\s|$)/,
  /(?:^|\s)(?:region-content|main-content|page-content|site-content|contenu|contenu-principal|conteneur-contenu|content|contents|bodytext)(?:\s|$)/,
]

/** Finds the content of a page. */
export function findContent(document: Document): HtmlContent {
  const marked: Element[] = []
  const mains: Element[] = []
  const articles: Element[] = []
  const headings: Element[] = []
  const named: Element[][] = CONTENT_NAME.map(() => [])
  let body: Element | undefined
  for (const element of shownElements(document)) {
    const { name, attribs } = element
    if ('data-trouvaille' in attribs) marked.push(element)
    if (name === 'body') body ??= element
    else if (name === 'main' || attribs.role === 'main') mains.push(element)
    else if (name === 'article') articles.push(element)
    else if (name === 'h1') headings.push(element)
    else if (name === 'div' || name === 'section') {
      const said = `${attribs.id ?? ''} ${attribs.class ?? ''}`
      CONTENT_NAME.forEach((pattern, i) => {
        if (pattern.test(said)) named[i].push(element)
      })
    }
  }
  if (marked.length > 0) return { roots: outermost(marked), isLeftOut: () => false }
  if (mains.length > 0) return { roots: outermost(mains), isLeftOut: isApart }
  const whole = body ?? document
  const aroundHeadings = allAround(headings)
  const isFrameOrApart = (element: Element) => isFrame(element, aroundHeadings) || isApart(element)
  const content =
    contentArticles(outermost(articles), aroundHeadings, whole, isFrameOrApart) ??
    namedContent(named, headings, whole, isFrameOrApart)
  return content === undefined ? { roots: [whole], isLeftOut: isFrameOrApart } : { roots: content, isLeftOut: isApart }
}

/** Articles are the content if they have the page's heading, or most of its text: comments and cards for other pages are articles too. */
function contentArticles(
  articles: readonly Element[],
  aroundHeadings: ReadonlySet<ParentNode>,
  whole: ParentNode,
  isLeftOut: (element: Element) => boolean,
): Element[] | undefined {
  if (articles.length === 0) return undefined
  const withHeading = articles.filter(article => aroundHeadings.has(article))
  if (withHeading.length > 0) return withHeading
  const length = articles.reduce((sum, article) => sum + textLength(article, isLeftOut), 0)
  return 2 * length > textLength(whole, isLeftOut) ? [...articles] : undefined
}

/** An element named as content, if there is exactly one and it has most of the text. The heading may precede it. */
function namedContent(
  named: readonly (readonly Element[])[],
  headings: readonly Element[],
  whole: ParentNode,
  isLeftOut: (element: Element) => boolean,
): ParentNode[] | undefined {
  for (const elements of named) {
    const [element, ...others] = outermost(elements)
    if (element === undefined || others.length > 0) continue
    if (2 * textLength(element, isLeftOut) <= textLength(whole, isLeftOut)) continue
    const before = headings.filter(heading => !isWithin(heading, element))
    return before.length === 1 ? [before[0], element] : [element]
  }
  return undefined
}

/** The length of the text to read below an element. */
function textLength(root: ParentNode, isLeftOut: (element: Element) => boolean): number {
  let length = 0
  for (const { node } of walk(root, element => !isHidden(element) && !isLeftOut(element))) {
    if (isText(node)) length += node.data.trim().length
  }
  return length
}

/** Whether an element is part of the frame of a page without marked content. An element with the heading is not, whatever its name. */
function isFrame(element: Element, aroundHeadings: ReadonlySet<ParentNode>): boolean {
  const { name, attribs } = element
  if (FRAME.has(name) || FRAME_ROLES.has(attribs.role)) return true
  const isNamed =
    (attribs.id !== undefined && FRAME_NAME.test(attribs.id)) ||
    (attribs.class !== undefined && FRAME_NAME.test(attribs.class))
  if (!isNamed || name === 'body' || name === 'html') return false
  return !aroundHeadings.has(element)
}

function isApart({ name, attribs }: Element): boolean {
  if (!/^(?:div|section|aside|ul|ol|nav|footer|details|article)$/.test(name)) return false
  return (
    (attribs.id !== undefined && APART.test(attribs.id)) || (attribs.class !== undefined && APART.test(attribs.class))
  )
}

/** All visible elements, in the order of the page. */
function* shownElements(root: ParentNode): Generator<Element> {
  for (const { node, isEnd } of walk(
    root,
    element => element.name === 'html' || element.name === 'body' || !isHidden(element),
  )) {
    if (!isEnd && isTag(node)) yield node
  }
}

/** The elements and all their ancestors. */
function allAround(elements: readonly Element[]): Set<ParentNode> {
  const around = new Set<ParentNode>()
  for (const element of elements) {
    for (let node: ParentNode | null = element; node !== null && !around.has(node); node = node.parent) around.add(node)
  }
  return around
}

function isWithin(element: Element, around: ParentNode): boolean {
  for (let parent: ParentNode | null = element; parent !== null; parent = parent.parent)
    if (parent === around) return true
  return false
}

/** The elements without those inside another one. */
function outermost(elements: readonly Element[]): Element[] {
  const all = new Set<ParentNode>(elements)
  return elements.filter(element => {
    for (let parent = element.parent; parent !== null; parent = parent.parent) if (all.has(parent)) return false
    return true
  })
}
