/**
 * Generators' extensions of CommonMark as rules of markdown-it: admonitions, containers, tabs, footnotes, wikilinks, attributes, mathematics, emoji codes.
 * Their text is kept, their marks are removed.
 */
import MarkdownIt, { type StateBlock, type StateCore, type StateInline } from 'markdown-it'
import { NestingError } from './nesting.ts'

/** Creates a parser. MDX has no indented code, so that components can be nested. */
export function markdownParser(isMdx: boolean): InstanceType<typeof MarkdownIt> {
  const parser = new MarkdownIt({ html: true })
  if (isMdx) parser.disable('code')
  const alt = ['paragraph', 'reference', 'blockquote', 'list']
  parser.block.ruler.before('code', 'admonition', admonition, { alt })
  parser.block.ruler.before('fence', 'container', container, { alt })
  parser.block.ruler.before('reference', 'footnote', footnote, { alt })
  parser.block.ruler.before('paragraph', 'sign', sign, { alt })
  parser.block.ruler.before('fence', 'mathematics', displayedMathematics, { alt })
  parser.inline.ruler.before('escape', 'formula', formula)
  parser.inline.ruler.before('link', 'footnote_mark', footnoteMark)
  parser.inline.ruler.before('link', 'wikilink', wikilink)
  parser.inline.ruler.before('link', 'span', span)
  parser.inline.ruler.push('attributes', attributes)
  parser.inline.ruler.push('emoji', emojiCode)
  parser.core.ruler.before('inline', 'heading_anchors', headingAnchors)
  refuseDepth(parser)
  return parser
}

/** The parser silently drops what is nested too deeply, and everything after it. */
function refuseDepth({ block, options }: InstanceType<typeof MarkdownIt>): void {
  const tokenize = block.tokenize.bind(block)
  const { maxNesting = 100 } = options as { maxNesting?: number }
  block.tokenize = (state, startLine, endLine, ...others) => {
    if (state.level >= maxNesting) throw new NestingError(maxNesting)
    tokenize(state, startLine, endLine, ...others)
  }
}

/** `## Un front {#front}`: Pandoc, VitePress, Docusaurus, Hugo; kramdown writes `{: #front}`, React's documentation `{/*front*\/}`. */
const OWN_ANCHOR =
  /[ \t]*(?:\{(?=:|[ \t]*[#.-]|[ \t]*[\w-]+=)(?:[^{}]*#([^\s{}]+))?[^{}]*\}|\{\/\*[ \t]*([^\s*]+)[ \t]*\*\/\})[ \t]*$/

/** Removes anchors and attributes from the ends of headings before they are parsed, because stars in them would be emphasis. */
function headingAnchors({ tokens }: StateCore): void {
  tokens.forEach((token, i) => {
    const heading = tokens[i - 1]
    if (token.type !== 'inline' || heading?.type !== 'heading_open') return
    const found = OWN_ANCHOR.exec(token.content)
    if (found === null) return
    token.content = token.content.slice(0, found.index)
    const anchor = found[1] ?? found[2]
    if (anchor !== undefined) heading.attrSet('id', anchor)
  })
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line])
}

/** Adds a paragraph for a rule. */
function pushParagraph(state: StateBlock, text: string, line: number): void {
  if (text.trim() === '') return
  const map: [number, number] = [line, line + 1]
  state.push('paragraph_open', 'p', 1).map = map
  const inline = state.push('inline', '', 0)
  inline.content = text.trim()
  inline.map = map
  inline.children = []
  state.push('paragraph_close', 'p', -1)
}

/**
 * `:::tip Titre`, `::: {.callout-note title="Titre"}`, `:::tip[Titre]{.x}` and the `:::` that ends it: Docusaurus, VitePress, Pandoc, Quarto. Sites use other
 * marks too, such as `??? Titre`. What is in between is ordinary Markdown.
 */
function container(state: StateBlock, start: number, _end: number, silent: boolean): boolean {
  const found = /^(:|\?)\1{2,}[ \t]*(.*?)[ \t]*:*$/.exec(lineOf(state, start))
  if (found === null || state.sCount[start] - state.blkIndent >= 4) return false
  const [, mark, head] = found
  // A sentence that starts with such marks has no space after them.
  if (mark === ':' ? !/^(?:$|[\w{.-])/.test(head) : !/^\?+(?:[ \t]|$)/.test(lineOf(state, start))) return false
  if (silent) return true
  pushParagraph(state, mark === ':' ? titleOf(head) : head, start)
  state.line = start + 1
  return true
}

/** The title of a container, after its kind; in Quarto it is an attribute. */
function titleOf(head: string): string {
  const [, inAttributes] = /\{[^}]*\btitle="([^"]*)"[^}]*\}/.exec(head) ?? []
  if (inAttributes !== undefined) return inAttributes
  const rest = head
    .replace(/^[\w.-]+/, '')
    .replace(/\{[^{}]*\}[ \t]*$/, '')
    .trim()
  return /^\[(.*)\]$/s.exec(rest)?.[1] ?? rest
}

/** `!!! note "Titre"`, `??? info`, `=== "Onglet"` of MkDocs, and what is indented below. */
function admonition(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.sCount[start] - state.blkIndent >= 4) return false
  const line = lineOf(state, start)
  const found =
    /^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w -]+?)?(?:[ \t]+"(.*)")?[ \t]*$/.exec(line) ??
    /^===[!+]?[ \t]+"(.*)"[ \t]*$/.exec(line)
  if (found === null || !isIndentedBelow(state, start + 1, end)) return false
  if (silent) return true
  const [, title = ''] = found
  pushParagraph(state, title, start)
  readIndented(state, start + 1, end, 4)
  return true
}

function isIndentedBelow(state: StateBlock, start: number, end: number): boolean {
  let line = start
  while (line < end && state.isEmpty(line)) line++
  return line < end && state.sCount[line] >= state.blkIndent + 4
}

/** Reads the lines that are indented by this many columns more than their context. */
function readIndented(state: StateBlock, start: number, end: number, by: number): void {
  const indent = state.blkIndent + by
  let last = start
  for (let line = start; line < end; line++) {
    if (state.isEmpty(line)) continue
    if (state.sCount[line] < indent) break
    last = line + 1
  }
  const { blkIndent, lineMax, parentType } = state
  state.blkIndent = indent
  state.lineMax = last
  state.parentType = 'blockquote'
  if (last > start) state.md.block.tokenize(state, start, last)
  state.blkIndent = blkIndent
  state.lineMax = lineMax
  state.parentType = parentType
  state.line = Math.max(last, start)
}

/** `[^1]: Le texte de la note.` is a paragraph, with what is indented below. */
function footnote(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.sCount[start] - state.blkIndent >= 4) return false
  const found = /^\[\^[^\]\s]+\]:[ \t]*(.*)$/.exec(lineOf(state, start))
  if (found === null) return false
  if (silent) return true
  let text = found[1]
  let line = start + 1
  while (line < end && !state.isEmpty(line) && !/^\[\^[^\]\s]+\]:/.test(lineOf(state, line)))
    text += `\n${lineOf(state, line++)}`
  pushParagraph(state, text, start)
  readIndented(state, line, end, 4)
  return true
}

/** Lines with instructions for generators: `[[toc]]`, `[TOC]`, `{:toc}`, `{: .class}`, `\newpage`, `[comment]: #`. */
const SIGN =
  /^(?:\[\[_?toc_?\]\]|\[toc\]|\$\{toc\}|\{::?[^{}]*\}|\{[.#][\w-][^{}]*\}|\\(?:newpage|pagebreak|tableofcontents|toc)|<!-- .* -->)[ \t]*$/i

function sign(state: StateBlock, start: number, _end: number, silent: boolean): boolean {
  const line = lineOf(state, start)
  if (!SIGN.test(line)) return false
  if (silent) return true
  const [, anchor] = /^\{:?[^{}]*#([^\s{}]+)/.exec(line) ?? []
  if (anchor !== undefined && state.tokens.at(-1)?.type === 'heading_close') state.tokens.at(-3)?.attrSet('id', anchor)
  state.line = start + 1
  return true
}

/** `$$…$$` and `\[…\]` on separate lines. */
function displayedMathematics(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const first = lineOf(state, start)
  const [open] = /^(?:\$\$|\\\[)/.exec(first) ?? []
  if (open === undefined) return false
  const close = open === '$$' ? '$$' : '\\]'
  let text = first.slice(2)
  let line = start
  while (!text.includes(close)) {
    line++
    if (line >= end || state.sCount[line] < state.blkIndent) return false
    text += `\n${lineOf(state, line)}`
  }
  if (
    text
      .slice(text.indexOf(close) + 2)
      .replace(/\{[^{}]*\}/, '')
      .trim() !== ''
  )
    return false
  if (silent) return true
  pushParagraph(state, escaped(textOfFormula(text.slice(0, text.indexOf(close)))), start)
  state.line = line + 1
  return true
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>{}$:&]/g, '\\$&')
}

/** `$x^2$` by Pandoc's rules: no space inside, no digit after it. `\(…\)` too. */
function formula(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  const character = src[pos]
  if (character !== '$' && !(character === '\\' && (src[pos + 1] === '(' || src[pos + 1] === '['))) return false
  const rest = src.slice(pos, pos + 2000)
  const found =
    /^\$\$([^$]+)\$\$/.exec(rest) ??
    /^\$(?![\s$])((?:\\.|[^$\\\n]|\n(?!\n))*?[^\s\\])\$(?!\d)/.exec(rest) ??
    (character === '\\'
      ? (/^\\\(([\s\S]*?\\[a-z][\s\S]*?|[^()]*?)\\\)/.exec(rest) ?? /^\\\[([\s\S]*?\\[a-z][\s\S]*?)\\\]/.exec(rest))
      : null)
  if (found === null) return false
  if (character === '$' && !rest.startsWith('$$') && !/[\\^_={}+<>]|^[\p{L}\d]{1,2}$/u.test(found[1])) return false
  if (!silent) pushText(state, textOfFormula(found[1]))
  state.pos += found[0].length
  return true
}

/** The words and letters of a formula; TeX has commands for everything else. */
function textOfFormula(tex: string): string {
  return tex
    .replace(/\\(?:begin|end)\s*\{[^{}]*\}(?:\{[^{}]*\})?/g, ' ')
    .replace(/\\(?:text|mathrm|textbf|textit|operatorname|mathbf)\s*\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\[a-zA-Z]+|\\./g, ' ')
    .replace(/[{}^_&$]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function pushText(state: StateInline, text: string): void {
  if (text !== '') state.push('text', '', 0).content = text
}

/** `[^1]` is a mark; the text of `^[une note]` is text. */
function footnoteMark(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src.startsWith('[^', pos)) {
    const [mark] = /^\[\^[^\]\s[]+\]/.exec(src.slice(pos, pos + 200)) ?? []
    if (mark === undefined) return false
    state.pos += mark.length
    return true
  }
  if (!src.startsWith('^[', pos)) return false
  const close = src.indexOf(']', pos)
  if (close === -1) return false
  if (!silent) {
    pushText(state, ' (')
    const { posMax } = state
    state.pos = pos + 2
    state.posMax = close
    state.md.inline.tokenize(state)
    state.posMax = posMax
    pushText(state, ')')
  }
  state.pos = close + 1
  return true
}

const WIKILINK = /^(!?)\[\[([^[\]\n|]+)(?:\\?\|([^[\]\n]*))?\]\]/

/** `[[Page|texte]]`, `[[Page#Titre]]`, `![[image.png]]`: Obsidian, Gollum, Foam. `[[toc]]` is a table of contents. */
function wikilink(state: StateInline, silent: boolean): boolean {
  const rest = state.src.slice(state.pos, state.pos + 500)
  const found = WIKILINK.exec(rest)
  if (found === null) return false
  const [whole, embeds, page, shown] = found
  const isFile = embeds === '!' && /\.\w{2,4}$/.test(page)
  const isSign = /^_?toc_?$/i.test(page)
  const text = isSign || isFile ? '' : (shown ?? page.replace(/#\^?/g, ' '))
  if (!silent) pushText(state, text.trim())
  state.pos += whole.length
  return true
}

/** `[texte]{.classe}` of Pandoc: the brackets are a mark, the text is text. */
function span(state: StateInline, silent: boolean): boolean {
  const found = /^\[([^[\]]+)\](?=\{[.#][^{}]*\})/.exec(state.src.slice(state.pos, state.pos + 500))
  if (found === null) return false
  if (!silent) pushText(state, found[1])
  state.pos += found[0].length
  // The attributes follow.
  const [braces = ''] = /^\{[^{}]*\}/.exec(state.src.slice(state.pos)) ?? []
  state.pos += braces.length
  return true
}

const ATTRIBUTES = /^\{(?::[^{}\n]*|[.#][\w-][^{}\n]*|[\w-]+=[^{}\n]*)\}/

/** `{: .classe}` of kramdown anywhere, `{.classe}` and `{width=50%}` after a link, an image, emphasis or code. */
function attributes(state: StateInline): boolean {
  const { src, pos } = state
  if (src[pos] !== '{') return false
  const [found] = ATTRIBUTES.exec(src.slice(pos, pos + 500)) ?? []
  if (found === undefined) return false
  const isKramdown = found[1] === ':'
  const isBehindMark = state.pending === '' && state.tokens.length > 0 && state.tokens.at(-1)?.type !== 'text'
  if (!isKramdown && !isBehindMark) return false
  state.pos += found.length
  return true
}

/** `:tada:`, `:material-account:`. French has a space before a colon, and never writes a word between two. */
function emojiCode(state: StateInline): boolean {
  const { src, pos } = state
  if (src[pos] !== ':' || /[\p{L}\p{N}:]/u.test(src[pos - 1] ?? '')) return false
  const [code] =
    /^:(?:[a-z][a-z0-9_+-]*|[+-]1|100):(?![\p{L}\p{N}:])(?:\{[^{}]*\})?/u.exec(src.slice(pos, pos + 100)) ?? []
  if (code === undefined) return false
  state.pos += code.length
  return true
}
