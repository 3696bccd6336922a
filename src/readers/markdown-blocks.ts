/** Markdown (CommonMark and tables) as the text that a reader of the page sees: no marks, no addresses, no tags. */
import MarkdownIt, { type Token } from 'markdown-it'
import { readHtmlText } from './html-blocks.ts'
import type { Block } from './page.ts'
import { Slugger } from './slug.ts'

const markdown = new MarkdownIt({ html: true })

/** `## Un front {#front}`: Pandoc, VitePress, Docusaurus, Hugo; kramdown writes `{: #front}`. */
const OWN_ANCHOR = /\s*\{:?\s*#([^\s{}]+)[^{}]*\}\s*$/

/**
 * Reads the blocks of a Markdown page. Headings get the anchors that GitHub would give them. Never throws: any text is Markdown.
 *
 * @param firstLine the line of the file that `source` starts on
 */
export function readMarkdownBlocks(source: string, firstLine: number, code: boolean): Block[] {
  const blocks: Block[] = []
  const slugger = new Slugger()
  /** How many lists and tables are open. */
  let depth = 0
  let gap: Block['gap'] = '\n\n'
  let before: Token | undefined
  for (const token of markdown.parse(source, {})) {
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
