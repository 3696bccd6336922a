/** Markdown (CommonMark and tables) with front matter: its keys are fields, `body` is the text that a reader of the page sees, and the page's heading is its title if no key is. */
import MarkdownIt, { type Token } from 'markdown-it'
import { readFrontMatter } from './front-matter.ts'
import { readHtmlText } from './html-blocks.ts'
import { type Block, documentsOf } from './page.ts'
import { type PageOptions, type Reader, readPage, type SourceDocument, type SourceFile } from './source.ts'

export const markdown: Reader = {
  extensions: ['.md', '.markdown'],
  async *read(file: SourceFile, options: PageOptions): AsyncGenerator<SourceDocument> {
    const { fields, body, bodyLine, lineOf } = readFrontMatter(await readPage(file), file.name)
    const blocks = readBlocks(body, bodyLine, options.code ?? true)
    const heading = blocks[0]?.heading?.level === 1 ? blocks[0].text : undefined
    const title = fields.title ?? heading
    // A heading other than the title is text like any other.
    const rest = heading !== undefined && heading === title ? blocks.slice(1) : blocks
    yield* documentsOf(
      { fields: title === undefined ? fields : { ...fields, title }, blocks: rest, bodyLine, lineOf },
      options,
    )
  },
}

const parser = new MarkdownIt({ html: true })

/** `## Un front {#front}`: Pandoc, VitePress, Docusaurus, Hugo; kramdown writes `{: #front}`. */
const OWN_ANCHOR = /\s*\{:?\s*#([^\s{}]+)[^{}]*\}\s*$/

/**
 * Reads the blocks of a Markdown page. Headings get the anchors that GitHub would give them. Never throws: any text is Markdown.
 *
 * @param firstLine the line of the file that `source` starts on
 */
function readBlocks(source: string, firstLine: number, code: boolean): Block[] {
  const blocks: Block[] = []
  const slugger = new Slugger()
  /** How many lists and tables are open. */
  let depth = 0
  let gap: Block['gap'] = '\n\n'
  let before: Token | undefined
  for (const token of parser.parse(source, {})) {
    if (/^(?:bullet_list|ordered_list|table)_/.test(token.type)) {
      depth += token.nesting
      if (depth === (token.nesting === 1 ? 1 : 0)) gap = '\n\n'
    }
    const line = firstLine + (token.map?.[0] ?? 0)
    for (const block of blocksOf(token, before, line, code, slugger)) {
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
  slugger: Slugger,
): Omit<Block, 'gap'>[] {
  if (token.type === 'html_block') return readHtmlText(token.content, { code, firstLine: line }).blocks
  const text = textOfBlock(token, code).trim()
  if (text === '') return []
  if (before?.type !== 'heading_open') return [{ text, line }]
  const own = OWN_ANCHOR.exec(text)
  const heading = own === null ? text : text.slice(0, own.index)
  const anchor = own === null ? slugger.slug(heading) : slugger.take(own[1])
  return [{ text: heading, line, heading: { level: Number(before.tag.slice(1)), anchor: anchor || undefined } }]
}

function textOfBlock(token: Token, code: boolean): string {
  if (token.type === 'inline') return textOfInline(token)
  return code && (token.type === 'fence' || token.type === 'code_block') ? token.content : ''
}

function textOfInline(token: Token): string {
  let text = ''
  for (const child of token.children ?? []) {
    if (child.type === 'text' || child.type === 'code_inline') text += child.content
    else if (child.type === 'softbreak') text += ' '
    else if (child.type === 'hardbreak') text += '\n'
    else if (child.type === 'image') text += textOfInline(child)
    else if (child.type === 'html_inline' && /^<br\b/i.test(child.content)) text += '\n'
  }
  return text
}

/** github-slugger keeps what is alphabetic, marks, decimal digits and connectors, hyphens and spaces; accents stay. */
const DROPPED = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu

/** Makes the anchors of a page's headings as GitHub and most site generators do (github-slugger). An anchor that the page has already gets a number. */
class Slugger {
  private readonly used = new Map<string, number>()

  slug(heading: string): string {
    const base = heading.toLowerCase().replace(DROPPED, '').replaceAll(' ', '-')
    let count = this.used.get(base) ?? -1
    let slug = base
    do {
      count++
      slug = count === 0 ? base : `${base}-${count}`
    } while (this.used.has(slug))
    this.used.set(base, count)
    this.used.set(slug, Math.max(this.used.get(slug) ?? 0, 0))
    return slug
  }

  /** Takes an anchor that a heading has of its own. */
  take(anchor: string): string {
    this.used.set(anchor, this.used.get(anchor) ?? 0)
    return anchor
  }
}
