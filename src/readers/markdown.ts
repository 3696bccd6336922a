/**
 * Reads Markdown of GitHub, site generators and note-taking programs, with front matter. Its keys are fields, `body` is the text that a reader of the page
 * sees, and the first heading is the title if no key is.
 */
import MarkdownIt, { type Token } from 'markdown-it'
import { readFrontMatter } from './front-matter.ts'
import { type AnchorStyle, HeadingAnchors } from './heading-anchors.ts'
import { readHtmlText } from './html-blocks.ts'
import { markdownParser } from './markdown-rules.ts'
import { readMetadataLines } from './metadata-lines.ts'
import { type Block, documentsOf } from './page.ts'
import { looksLikeMdx, withoutPageCode } from './page-code.ts'
import {
  CONTAINED_PAGE,
  type PageOptions,
  type Reader,
  readPage,
  type SourceDocument,
  type SourceFile,
} from './source.ts'
import { superscript } from './superscript.ts'

export const markdown: Reader = {
  extensions: ['.md', '.markdown', '.mdx', '.mdown', '.mkd', '.qmd', '.rmd'],
  containedFrom: CONTAINED_PAGE,
  async *read(file: SourceFile, options: PageOptions): AsyncGenerator<SourceDocument> {
    const text = await readPage(file)
    const { fields, written, body, bodyLine, lineOf } = readMetadataLines(text) ?? readFrontMatter(text, file.name)
    const blocks = readBlocks(body, {
      firstLine: bodyLine,
      code: options.code ?? true,
      anchors: options.anchors ?? 'github',
      isMdx: /\.mdx$/i.test(file.name) || looksLikeMdx(body),
    })
    const { title = fields.title, rest } = titleOf(fields.title, blocks)
    const all = title === undefined ? fields : { ...fields, title }
    yield* documentsOf({ fields: all, written, blocks: rest, bodyLine, lineOf }, options)
  },
}

/** The page's title, and the blocks without the heading of that title. */
function titleOf(key: unknown, blocks: readonly Block[]): { title: string | undefined; rest: readonly Block[] } {
  const first = blocks.find(({ heading }) => heading?.level === 1)
  const said = typeof key === 'string' && key.trim() !== '' ? plainText(key) : undefined
  const title =
    said ??
    (key === undefined || key === null || key === ''
      ? (first ?? blocks.find(({ heading }) => heading))?.text
      : undefined)
  // A heading other than the title is ordinary text.
  return { title, rest: first !== undefined && first.text === title ? blocks.filter(block => block !== first) : blocks }
}

/** Titles in front matter may contain emphasis and code. What looks like a tag (`<Suspense>`) is text in them. */
function plainText(title: string): string {
  if (!/[*_`[\\]/.test(title)) return title
  const [token] = titleParser.parseInline(title, {})
  return textOfInline(token).trim() || title
}

const titleParser = new MarkdownIt()
const parsers = { markdown: markdownParser(false), mdx: markdownParser(true) }

interface BlockOptions {
  /** The line of the file that the text starts on. */
  firstLine: number
  code: boolean
  anchors: AnchorStyle
  isMdx: boolean
}

/** Reads the blocks of a Markdown page. Never throws: any text is Markdown. */
function readBlocks(source: string, options: BlockOptions): Block[] {
  const { isMdx, firstLine, anchors: style } = options
  const blocks: Block[] = []
  const anchors = new HeadingAnchors(style)
  /** The number of open lists and tables. */
  let depth = 0
  let gap: Block['gap'] = '\n\n'
  let before: Token | undefined
  const text = withoutPageCode(source.replaceAll('\r\n', '\n'), { isMdx })
  for (const token of parsers[isMdx ? 'mdx' : 'markdown'].parse(text, {})) {
    if (/^(?:bullet_list|ordered_list|table)_/.test(token.type)) {
      depth += token.nesting
      if (depth === (token.nesting === 1 ? 1 : 0)) gap = '\n\n'
    }
    const line = firstLine + (token.map?.[0] ?? 0)
    for (const block of blocksOf(token, before, line, options.code, anchors)) {
      blocks.push({ ...block, gap })
      gap = depth > 0 ? '\n' : '\n\n'
    }
    before = token
  }
  return blocks
}

function blocksOf(
  token: Token,
  before: Token | undefined,
  line: number,
  code: boolean,
  anchors: HeadingAnchors,
): Omit<Block, 'gap'>[] {
  if (token.type === 'html_block') return readHtmlText(token.content, { code, firstLine: line }).blocks
  const text = textOfBlock(token, code).trim()
  if (text === '') return []
  if (before?.type !== 'heading_open') return [{ text, line }]
  const own = before.attrGet('id')
  const anchor = own === null ? anchors.make(text) : anchors.take(String(own))
  return [{ text, line, heading: { level: Number(before.tag.slice(1)), anchor: anchor || undefined } }]
}

/** The mark before the text of a task (`[x]`) or of an alert (`> [!NOTE]`). */
const MARK = /^\s*(?:\[[ xX]\]\s|\[![\w-]+\][+-]?(?:\s|$))/

function textOfBlock(token: Token, code: boolean): string {
  if (token.type === 'inline') return textOfInline(token).replace(MARK, '')
  return code && (token.type === 'fence' || token.type === 'code_block') ? token.content : ''
}

/** More than `superscript()` examines. */
const TAIL = 32

function textOfInline(token: Token): string {
  /** The text before `text`, which is examined only from the last superscript on, because repeated examination of a long text would take too long. */
  let before = ''
  let text = ''
  let isRaised = false
  /** The end of `before`. */
  let tail = ''
  for (const child of token.children ?? []) {
    if (child.type === 'text' || child.type === 'code_inline' || child.type === 'text_special') text += child.content
    else if (child.type === 'softbreak') text += ' '
    else if (child.type === 'hardbreak') text += '\n'
    else if (child.type === 'image') text += textOfInline(child)
    else if (child.type === 'html_inline' && /^<br\b/i.test(child.content)) text += '\n'
    else if (child.type === 'html_inline' && /^<sup\b/i.test(child.content)) {
      isRaised = true
      before += text
      tail = (tail + text).slice(-TAIL)
      text = ''
    } else if (child.type === 'html_inline' && /^<\/sup\b/i.test(child.content) && isRaised) {
      text = superscript(tail, text)
      isRaised = false
    }
  }
  return (before + text).replace(/ {2,}/g, ' ')
}
