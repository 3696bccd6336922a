/** HTML pages: the main content is `body`, what the page says of itself are fields, its first `h1` is the title. */
import type { Element } from 'domhandler'
import { parseHtml, readBlocks } from './html-blocks.ts'
import { readHead } from './html-head.ts'
import { documentsOf } from './page.ts'
import { type PageOptions, type Reader, readPage, type SourceDocument, type SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

const FRAME = new Set(['header', 'footer', 'aside'])
const FRAME_ROLES = new Set(['banner', 'contentinfo', 'complementary', 'navigation', 'search'])

export const html: Reader = {
  extensions: ['.html', '.htm', '.xhtml'],
  /** What browsers look for in the first kilobyte (HTML standard, §13.2.3.2), and the XML declaration of XHTML. */
  declaredEncoding(head) {
    const [, xml] = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head) ?? []
    const [, meta] =
      /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head.replace(/<!--[\s\S]*?(?:-->|$)/g, '')) ?? []
    return meta ?? xml
  },
  async *read(file: SourceFile, options: PageOptions): AsyncGenerator<SourceDocument> {
    const source = await readPage(file)
    const { fields, title: headTitle, roots, isWholePage, isNoPage } = readHead(parseHtml(source))
    if (isNoPage) return
    const isLeftOut = (element: Element) => isWholePage && isFrame(element)
    const { blocks, time } = readBlocks(roots, source, { code: options.code ?? true, isLeftOut })
    const heading = blocks.find(block => block.heading?.level === 1)
    const title = heading?.text ?? headTitle
    const rest = blocks.filter(block => block !== heading)
    if (rest.length === 0 && title === undefined) throw new SourceError(file.name, 1, { kind: 'empty' })
    const own = { ...(time && { date: time }), ...(file.path !== undefined && { url: addressOf(file.path) }) }
    const all = { ...(title && { title }), ...own, ...fields }
    yield* documentsOf({ fields: all, blocks: rest, bodyLine: rest[0]?.line ?? 1, lineOf: () => 1 }, options)
  },
}

function isFrame({ name, attribs }: Element): boolean {
  return FRAME.has(name) || FRAME_ROLES.has(attribs.role)
}

/** Where servers of static sites show a file: `guide/index.html` at `/guide/`. */
function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.x?html?$/i, '$1')}`
}
