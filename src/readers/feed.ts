/** RSS (2.0 and 1.0) and Atom: each entry is a document. */
import { type Element, isTag, isText } from 'domhandler'
import { isoDate } from '../columns/date.ts'
import { readBlocks, readHtmlText } from './html-blocks.ts'
import { elementsOf } from './html-head.ts'
import { LineCounter } from './line-counter.ts'
import { asSourceError, parseElements } from './nesting.ts'
import { joinBlocks } from './page.ts'
import {
  CONTAINED_PAGE,
  type PageOptions,
  type Reader,
  readText,
  type SourceDocument,
  type SourceFile,
} from './source.ts'
import { SourceError } from './source-error.ts'

/** In UTF-16 units: a feed is read whole. */
const MOST = 64 * 2 ** 20
const ROOTS = new Set(['rss', 'feed', 'rdf:RDF'])

export const feed: Reader = {
  extensions: ['.xml', '.rss', '.atom'],
  containedFrom: CONTAINED_PAGE,
  declaredEncoding: head => /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1],
  async *read(file: SourceFile, options: PageOptions): AsyncGenerator<SourceDocument | SourceError> {
    const source = await readText(file, MOST)
    const document = parseElements(source, { xmlMode: true, withEndIndices: true })
    const lines = new LineCounter(source)
    const root = document.children.find(isTag)
    if (root === undefined || !ROOTS.has(root.name)) throw new SourceError(file.name, 1, { kind: 'no-feed' })
    const entries: Element[] = []
    for (const element of elementsOf(document)) {
      const line = lines.lineAt(element.startIndex ?? 0)
      if (!isClosed(element, source)) throw new SourceError(file.name, line, { kind: 'xml-open', name: element.name })
      if (element.name === 'item' || element.name === 'entry') entries.push(element)
    }
    for (const entry of entries) {
      const line = lines.lineAt(entry.startIndex ?? 0)
      const fields = fieldsOrProblem(entry, options.code ?? true, file.name, line)
      yield fields instanceof SourceError ? fields : { fields, isWholeFile: false, line, lineOf: () => line }
    }
  },
}

function fieldsOrProblem(
  entry: Element,
  code: boolean,
  file: string,
  line: number,
): Record<string, unknown> | SourceError {
  try {
    return fieldsOf(entry, code)
  } catch (error) {
    const problem = asSourceError(error, file, line)
    if (problem instanceof SourceError) return problem
    throw problem
  }
}

/** The parser closes open elements at the end of their parents. */
function isClosed({ name, startIndex, endIndex }: Element, source: string): boolean {
  const end = source.slice(startIndex ?? 0, (endIndex ?? 0) + 1)
  return end.endsWith('/>') || end.slice(end.lastIndexOf('<')).replace(/\s+>$/, '>') === `</${name}>`
}

function fieldsOf(entry: Element, code: boolean): Record<string, unknown> {
  const children = entry.children.filter(isTag)
  const first = (...names: string[]) => names.flatMap(name => children.filter(child => child.name === name))[0]
  const text = (...names: string[]) => readMarkup(first(...names), code)
  const url = linkOf(children)
  const summary = text('description', 'summary')
  const content = text('content:encoded', 'content')
  const tags = children.filter(({ name }) => name === 'category').map(tag => tag.attribs.term ?? rawText(tag).trim())
  const author = first('author', 'dc:creator')
  const fields = {
    id: rawText(first('guid', 'id')).trim() || url,
    title: text('title'),
    description: content === '' ? '' : summary,
    body: content || summary,
    author: rawText(author?.children.filter(isTag).find(({ name }) => name === 'name') ?? author).trim(),
    date: isoDateOf(rawText(first('pubDate', 'published', 'dc:date')) || rawText(first('updated'))),
    updated: isoDateOf(rawText(first('updated'))),
    url,
    tags: tags.filter(tag => tag !== ''),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0))
}

/** Atom has several kinds of links; the page is the one without a kind, or the alternate. */
function linkOf(children: readonly Element[]): string {
  const links = children.filter(({ name }) => name === 'link')
  const link = links.find(({ attribs }) => (attribs.rel ?? 'alternate') === 'alternate') ?? links[0]
  if (link !== undefined) return (link.attribs.href ?? rawText(link)).trim()
  const id = children.find(({ name, attribs }) => name === 'guid' && attribs.isPermaLink !== 'false')
  return /^https?:/.test(rawText(id).trim()) ? rawText(id).trim() : ''
}

/** RSS and Atom's `html` contain HTML as text, Atom's `xhtml` contains it as XML, and Atom's default, `text`, contains none. */
function readMarkup(element: Element | undefined, code: boolean): string {
  if (element === undefined) return ''
  const { type } = element.attribs
  const isAtom = element.parent !== null && isTag(element.parent) && element.parent.name === 'entry'
  if (isAtom && type === 'xhtml') return joinBlocks(readBlocks([element], '', { code }).blocks)
  const text = rawText(element)
  if (isAtom && (type === undefined || type === 'text')) return text.replace(/\s+/g, ' ').trim()
  return joinBlocks(readHtmlText(text, { code }).blocks)
}

/** All text below an element, CDATA included. */
function rawText(element: Element | undefined): string {
  let text = ''
  const stack = [...(element?.children ?? [])].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.data
    else if ('children' in node) for (const child of [...node.children].reverse()) stack.push(child)
  }
  return text
}

/** RSS writes dates like e-mail (RFC 2822). Anything else is returned unchanged. */
function isoDateOf(text: string): string {
  return isoDate(text) ?? text.trim()
}
