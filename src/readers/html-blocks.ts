/** Converts an HTML tree to the blocks of text that a reader of the page sees. */
import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from 'domhandler'
import { LineCounter } from './line-counter.ts'
import { parseElements } from './nesting.ts'
import type { Block, Heading } from './page.ts'
import { superscript } from './superscript.ts'

export interface HtmlText {
  blocks: Block[]
  /** The first `<time datetime>`. */
  time: string | undefined
}

export interface HtmlTextOptions {
  code: boolean
  /** The line of the file that the HTML starts on. Default: 1. */
  firstLine?: number
  /** Elements to skip in addition to those that nobody reads. */
  isLeftOut?: (element: Element) => boolean
}

/** Any text is valid. Nothing here recurses, so depth costs no stack. @throws NestingError */
export function parseHtml(source: string): Document {
  return parseElements(source)
}

/** The text of a piece of HTML. @throws NestingError */
export function readHtmlText(source: string, options: HtmlTextOptions): HtmlText {
  return readBlocks([parseHtml(source)], source, options)
}

const names = (text: string) => new Set(text.split(' '))

/** Not text, not visible, or interactive. */
const NEVER_READ = names(
  'script style template noscript svg canvas audio video iframe object embed head title button select option datalist textarea nav rp',
)
/** The rendering section of the HTML standard (§15.3) gives these a display other than inline. */
const BLOCKS = names(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp caption',
)
const LISTS = names('ul ol menu dl table')
const HEADING = /^h([1-6])$/

/** Reads the text below `roots`, which come from `source`. */
export function readBlocks(
  roots: readonly ParentNode[],
  source: string,
  { code, firstLine = 1, isLeftOut = () => false }: HtmlTextOptions,
): HtmlText {
  const lines = new LineCounter(source)
  const reading = new BlockReader(node => firstLine - 1 + lines.lineAt(node.startIndex ?? 0))
  const isRead = (element: Element) => !isHidden(element) && !isLeftOut(element) && (code || element.name !== 'pre')
  for (const root of roots) {
    reading.boundary()
    const heading = isElement(root) && HEADING.test(root.name) ? root : undefined
    if (heading !== undefined) reading.open(heading)
    for (const step of walk(root, isRead)) {
      if (isText(step.node)) reading.text(step.node)
      else if (isTag(step.node)) reading[step.isEnd ? 'close' : 'open'](step.node)
    }
    if (heading !== undefined) reading.close(heading)
    reading.boundary()
  }
  return { blocks: reading.blocks, time: reading.time }
}

function isElement(node: ParentNode): node is Element {
  return isTag(node as ChildNode)
}

/** Elements for programs or interaction, by the classes of themes and generators: links to headings, line numbers, share buttons. */
const NEVER_READ_CLASS =
  /(?:^|\s)(?:headerlink|header-anchor|hash-link|anchor-link|heading-link|heading-anchor|skip-link|skip-to-content|screen-reader-text|visually-hidden|sr-only|element-invisible|linenos|lineno|line-numbers|line-numbers-wrapper|gutter|blob-num|no-print|noprint|sharedaddy|addtoany_share_save_container|a2a_kit|share-buttons|social-share|jp-relatedposts|yarpp|related-posts|edit-link|post-edit-link|ez-toc-container|table-of-contents)(?:\s|$)/

/** Whether readers of the page do not read an element, with everything in it. What is hidden until found is text. */
export function isHidden({ name, attribs }: Element): boolean {
  return (
    NEVER_READ.has(name) ||
    ('hidden' in attribs && attribs.hidden.toLowerCase() !== 'until-found') ||
    (attribs.class !== undefined && NEVER_READ_CLASS.test(attribs.class)) ||
    'data-trouvaille-ignore' in attribs ||
    attribs['aria-hidden'] === 'true' ||
    (name === 'dialog' && !('open' in attribs)) ||
    /(?:^|;)\s*display\s*:\s*none\b/i.test(attribs.style ?? '')
  )
}

/** All nodes below `root` to be read; elements at their start and at their end. */
export function* walk(
  root: ParentNode,
  isRead: (element: Element) => boolean,
): Generator<{ node: ChildNode; isEnd: boolean }> {
  const stack = [{ parent: root, at: 0 }]
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.parent.children[frame.at++]
    if (node === undefined) {
      stack.pop()
      if (stack.length > 0) yield { node: frame.parent as ChildNode, isEnd: true }
    } else if (!isTag(node)) {
      yield { node, isEnd: false }
    } else if (isRead(node)) {
      yield { node, isEnd: false }
      stack.push({ parent: node, at: 0 })
    }
  }
}

/** How many characters of a block may be examined when text is added, and how many of them remain if there are more. */
const LONGEST_END = 4096
const KEPT_END = 64

/** Collects the blocks read so far. */
class BlockReader {
  readonly blocks: Block[] = []
  time: string | undefined
  private readonly lineOf: (node: ChildNode) => number
  /** The end of the current block, and what precedes it. A growing text is copied whenever it is examined, so only its end is. */
  private current = ''
  private before = ''
  private line = 1
  private gap: Block['gap'] = '\n\n'
  /** The number of open lists and tables, and of open blocks with preserved white space. */
  private lists = 0
  private preformatted = 0
  private heading: Heading | undefined
  /** Where the text of superscripts starts, innermost last. */
  private readonly superscripts: number[] = []
  /** The anchor of an empty link, for the next heading. */
  private anchor: string | undefined
  /** Where the text of links within this page starts, innermost last. */
  private readonly links: { start: number; isNote: boolean }[] = []

  constructor(lineOf: (node: ChildNode) => number) {
    this.lineOf = lineOf
  }

  text(node: ChildNode & { data: string }): void {
    // A soft hyphen marks where a word may be broken, and is not part of it.
    const data = node.data.replaceAll('\u00ad', '')
    this.append(this.preformatted > 0 ? data : data.replace(/[ \t\n\f\r]+/g, ' '), node)
  }

  open(element: Element): void {
    const { name, attribs } = element
    if (BLOCKS.has(name)) this.boundary()
    const level = HEADING.exec(name)
    if (level !== null) {
      this.heading = { level: Number(level[1]), anchor: attribs.id || this.anchor || anchorAround(element) }
      this.anchor = undefined
    } else if (name === 'pre') this.preformatted++
    else if (name === 'br') this.lineEnd()
    else if (name === 'sup') this.superscripts.push(this.current.length)
    else if (name === 'img' && attribs.alt) this.append(attribs.alt, element)
    else if (name === 'time') this.time ??= attribs.datetime
    if (LISTS.has(name) && this.lists++ === 0) this.gap = '\n\n'
    if (this.heading !== undefined && level === null) this.heading.anchor ??= attribs.id || attribs.name || undefined
    if (name !== 'a') return
    if (this.heading === undefined && element.children.length === 0)
      this.anchor = attribs.id || attribs.name || undefined
    if (attribs.href?.startsWith('#')) {
      this.links.push({
        start: this.current.length,
        isNote: this.superscripts.length > 0 || this.heading !== undefined,
      })
    }
  }

  close({ name, attribs }: Element): void {
    if (BLOCKS.has(name)) this.boundary()
    if (HEADING.test(name)) this.heading = undefined
    else if (name === 'pre') this.preformatted--
    else if (name === 'sup') {
      const start = this.superscripts.pop() ?? this.current.length
      for (const link of this.links) link.isNote = true
      const before = this.current.slice(0, start)
      this.current = before + superscript(before, this.current.slice(start))
    }
    if (LISTS.has(name) && --this.lists === 0) this.gap = '\n\n'
    if (name === 'a' && attribs.href?.startsWith('#')) this.closeLink()
  }

  /** `étude<sup><a href="#n1">1</a></sup>` and the `#` after a heading are links to click, not text. */
  private closeLink(): void {
    const link = this.links.pop()
    if (link?.isNote && !/\p{L}/u.test(this.current.slice(link.start))) this.current = this.current.slice(0, link.start)
  }

  private append(text: string, node: ChildNode): void {
    const startsLine = this.current === '' || this.current.endsWith('\n') || this.current.endsWith(' ')
    const added = startsLine && this.preformatted === 0 ? text.replace(/^ /, '') : text
    if (added === '') return
    if (this.current === '') this.line = this.lineOf(node)
    this.current += added
    this.shorten()
  }

  /** Sets aside all but the last characters of a long block. */
  private shorten(): void {
    if (this.current.length <= LONGEST_END) return
    const cut = this.current.length - KEPT_END
    this.before += this.current.slice(0, cut)
    this.current = this.current.slice(cut)
    this.superscripts.fill(0)
    for (const link of this.links) link.start = 0
  }

  private lineEnd(): void {
    if (this.current === '') return
    this.current = `${this.current.endsWith(' ') ? this.current.slice(0, -1) : this.current}\n`
    this.shorten()
  }

  /** Ends the current block, if any. */
  boundary(): void {
    this.superscripts.fill(0)
    const text = withoutEdges(this.before + this.current)
    this.current = ''
    this.before = ''
    for (const link of this.links) link.start = 0
    if (text === '') return
    if (this.heading === undefined) this.anchor = undefined
    const { gap, line, heading } = this
    this.blocks.push({ text, gap, line, ...(heading !== undefined && { heading }) })
    this.gap = this.lists > 0 ? '\n' : '\n\n'
  }
}

/** A block without leading blank lines and trailing white space. */
function withoutEdges(text: string): string {
  let end = text.length
  while (end > 0 && isSpace(text[end - 1])) end--
  let start = 0
  for (let at = 0; at < end && isSpace(text[at]); at++) if (text[at] === '\n') start = at + 1
  return text.slice(start, end)
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r' || character === '\f'
}

/** `<section id="front"><h2>`: the section has the anchor of its first heading. */
function anchorAround(element: Element): string | undefined {
  const { parent } = element
  if (parent === null || !isTag(parent) || !/^(?:section|div|article)$/.test(parent.name)) return undefined
  return parent.children.find(isTag) === element ? parent.attribs.id || undefined : undefined
}
