/** Reads HTML pages: the main content is `body`, metadata are fields, and the first `h1` is the title. */
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { parseHtml, readBlocks } from './html-blocks.ts'
import { findContent } from './html-content.ts'
import { readHead } from './html-head.ts'
import { documentsOf } from './page.ts'
import { Skip } from './skip.ts'
import {
  CONTAINED_PAGE,
  type PageOptions,
  type Reader,
  readPage,
  type SourceDocument,
  type SourceFile,
} from './source.ts'
import { SourceError } from './source-error.ts'

export const html: Reader = {
  extensions: ['.html', '.htm', '.xhtml'],
  containedFrom: CONTAINED_PAGE,
  /** The declarations that browsers look for in the first kilobyte (HTML standard, §13.2.3.2), and the XML declaration of XHTML. */
  declaredEncoding(head) {
    const [, xml] = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head) ?? []
    const [, meta] =
      /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head.replace(/<!--[\s\S]*?(?:-->|$)/g, '')) ?? []
    return meta ?? xml
  },
  async *read(file: SourceFile, options: PageOptions): AsyncGenerator<SourceDocument | Skip> {
    const { fields: front, written, source, lineOf } = readTemplate(await readPage(file), file.name)
    const document = parseHtml(source)
    const { fields, title: headTitle, skip } = readHead(document)
    if (skip !== undefined) {
      yield new Skip(file.name, skip)
      return
    }
    const { roots, isLeftOut } = findContent(document)
    const { blocks, time } = readBlocks(roots, source, { code: options.code ?? true, isLeftOut })
    const heading = blocks.find(block => block.heading?.level === 1)
    const title = heading?.text ?? headTitle
    const rest = blocks.filter(block => block !== heading)
    if (rest.length === 0 && title === undefined && front.title === undefined)
      throw new SourceError(file.name, 1, { kind: 'empty' })
    const own = { ...(time && { date: time }), ...addressOf(file) }
    const all = { ...(title && { title }), ...own, ...fields, ...front }
    yield* documentsOf(
      { fields: all, written, blocks: rest, bodyLine: rest[0]?.line ?? 1, lineOf: field => lineOf(field) ?? 1 },
      options,
    )
  },
}

/** For site generators, HTML may have front matter, and tags of a template language, which are not text. Line numbers stay the same. */
function readTemplate(
  text: string,
  file: string,
): Pick<FrontMatter, 'fields' | 'written' | 'lineOf'> & { source: string } {
  if (!/^(?:---|\+\+\+)[ \t]*\r?\n/.test(text))
    return { fields: {}, written: {}, lineOf: () => undefined, source: text }
  const { fields, written, body, bodyLine, lineOf } = readFrontMatter(text, file)
  return { fields, written, lineOf, source: '\n'.repeat(bodyLine - 1) + withoutTags(body) }
}

/** A text without `{{ … }}` and `{% … %}`, but with their line ends. The search for a missing end mark happens only once. */
function withoutTags(text: string): string {
  const closing: Record<string, string> = { '{{': '}}', '{%': '%}' }
  const isMissing = new Set<string>()
  let kept = ''
  let at = 0
  for (const { index, 0: opening } of text.matchAll(/\{[{%]/g)) {
    const close = closing[opening]
    if (index < at || isMissing.has(close)) continue
    const end = text.indexOf(close, index + 2)
    if (end === -1) {
      isMissing.add(close)
      continue
    }
    kept += text.slice(at, index) + text.slice(index, end).replace(/[^\n]+/g, '')
    at = end + 2
  }
  return kept + text.slice(at)
}

/** The address of a file on static servers: `guide/index.html` at `/guide/`. */
function addressOf({ url, path }: SourceFile): { url?: string } {
  if (url !== undefined) return { url }
  return path === undefined ? {} : { url: `/${path.replace(/(^|\/)index\.x?html?$/i, '$1')}` }
}
