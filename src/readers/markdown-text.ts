/** Markdown (CommonMark and tables) as the text that a reader of the page sees: no marks, no addresses, no tags. */
import MarkdownIt, { type Token } from 'markdown-it'

export interface MarkdownText {
  /** The first-level heading that the text opens with, if any; it is not in `body`. */
  heading: string | undefined
  /** Paragraphs and headings are parted by a blank line, list items and table cells by a line end. */
  body: string
}

const markdown = new MarkdownIt({ html: true })
/** As HTML writes characters: `&eacute;`, `&#233;`, `&#xe9;`. */
const ENTITY = /&#?\w+;/g

/** Reads the text of a Markdown page. Never throws: any text is Markdown. */
export function readMarkdown(source: string): MarkdownText {
  const tokens = markdown.parse(source, {})
  const opensWithHeading = tokens[0]?.type === 'heading_open' && tokens[0].tag === 'h1'
  const heading = opensWithHeading ? textOfInline(tokens[1]).trim() : ''
  return {
    heading: heading === '' ? undefined : heading,
    body: textOfBlocks(opensWithHeading ? tokens.slice(3) : tokens),
  }
}

function textOfBlocks(tokens: readonly Token[]): string {
  let text = ''
  /** How many lists and tables are open. */
  let depth = 0
  let separator = ''
  for (const token of tokens) {
    if (/^(?:bullet_list|ordered_list|table)_/.test(token.type)) {
      depth += token.nesting
      if (text !== '' && depth === (token.nesting === 1 ? 1 : 0)) separator = '\n\n'
    }
    const block = textOfBlock(token).trim()
    if (block === '') continue
    text += separator + block
    separator = depth > 0 ? '\n' : '\n\n'
  }
  return text
}

function textOfBlock(token: Token): string {
  if (token.type === 'inline') return textOfInline(token)
  if (token.type === 'fence' || token.type === 'code_block') return token.content
  if (token.type === 'html_block') return textOfHtml(token.content)
  return ''
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

/** HTML inside Markdown is rarely more than a wrapper; what is not to be read is left out, and tags become spaces. */
function textOfHtml(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
  return text
    .replace(ENTITY, entity => markdown.utils.unescapeAll(entity))
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}
