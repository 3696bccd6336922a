/**
 * The code that site generators mix into the text of a page: shortcodes of Hugo, tags of Liquid, Jinja and Nunjucks, components, expressions and modules of
 * MDX. It is removed before the text is parsed. What readers of the page see of it remains: its content, titles and captions. Line ends remain, so that line
 * numbers stay the same.
 */

export interface PageCodeOptions {
  /** Whether the text is MDX: `{…}` is an expression, and `import` and `export` are code. */
  isMdx: boolean
}

/** The attributes of components and shortcodes that pages show. */
const SHOWN_ATTRIBUTE =
  /(?:^|\s)(?:title|titre|caption|legende|alt|summary|label|heading|description)\s*=\s*(?:\{\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)')/gis

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/

/** A line that starts a module's code. A sentence may start with `import` too. */
const MODULE =
  /^(?:import\s+(?:["']|[\w$*{][^"']*\bfrom\s*["']|(?:[\w$]+\s*,\s*)?\{[^}"']*$)|export\s+(?:const|let|var|default\b|function|async|class|\{|\*|type\s|interface\s))/

/** Whether a page uses MDX although its name does not say so, as the pages of React's documentation do. */
export function looksLikeMdx(text: string): boolean {
  return /^#{1,6} .*\{\/\*|^(?:import\s.+\sfrom\s+|export\s+(?:const|default|function)\s|<\/?[A-Z]\w*(?:\s[^\n]*)?>$)/m.test(
    text.replace(/^[ \t]*(`{3,}|~{3,})[\s\S]*?^[ \t]*\1/gm, ''),
  )
}

/** The text without code. Takes linear time and never throws: what is not closed is text. */
export function withoutPageCode(text: string, options: PageCodeOptions): string {
  // Most pages have none.
  if (!/[{<]|^(?:import|export)\s/m.test(text)) return text
  return new CodeScanner(text, options.isMdx).run()
}

/** How much of the recent output is examined, in UTF-16 units. */
const RECENT = 1000
const SPECIAL = /[`{<\\\n]/g
const SPECIAL_NOW = /[`{<\\]/
/** How many braces and tags may be unclosed before they are read as text. */
const MOST_OPEN = 100

class CodeScanner {
  private readonly text: string
  private readonly isMdx: boolean
  private readonly pieces: string[] = []
  private out = ''
  private at = 0
  /** Delimiters that do not occur from here to the end. */
  private readonly absent = new Set<string>()
  private open = 0

  constructor(text: string, isMdx: boolean) {
    this.text = text
    this.isMdx = isMdx
  }

  run(): string {
    const { text } = this
    let isLineStart = true
    /** Whether the previous line is blank, or a module's code. */
    let isParagraphStart = true
    while (this.at < text.length) {
      if (isLineStart) {
        if (this.fence() || (this.isMdx && isParagraphStart && this.moduleCode())) {
          isParagraphStart = true
          continue
        }
        isParagraphStart = this.isBlankLine()
      }
      if (!this.code()) this.plainText()
      isLineStart = text[this.at - 1] === '\n'
      if (this.out.length > 2 * RECENT) this.flush()
    }
    return this.pieces.join('') + this.out
  }

  /** Copies text up to where code may start, or to the next line. */
  private plainText(): void {
    SPECIAL.lastIndex = this.at + (SPECIAL_NOW.test(this.text[this.at]) ? 1 : 0)
    const next = SPECIAL.exec(this.text)?.index ?? this.text.length
    this.keep(this.text[next] === '\n' ? next + 1 : next)
  }

  /** Sets older output aside, because examining the end of a growing text copies it. */
  private flush(): void {
    this.pieces.push(this.out.slice(0, -RECENT))
    this.out = this.out.slice(-RECENT)
  }

  private isBlankLine(): boolean {
    return this.lineFrom(this.at).trim() === ''
  }

  private lineFrom(at: number): string {
    const end = this.text.indexOf('\n', at)
    return this.text.slice(at, end === -1 ? this.text.length : end)
  }

  /** A fenced block of code stays unchanged, with its last line end. */
  private fence(): boolean {
    const opened = FENCE.exec(this.lineFrom(this.at))
    if (opened === null) return false
    const [, mark] = opened
    const closing = new RegExp(`^[ \\t>]*${mark[0]}{${mark.length},}[ \\t]*\\r?$`)
    let end = this.at
    let isFirst = true
    while (end < this.text.length) {
      const line = this.lineFrom(end)
      end = Math.min(end + line.length + 1, this.text.length)
      if (!isFirst && closing.test(line)) break
      isFirst = false
    }
    this.out += this.text.slice(this.at, end)
    this.at = end
    return true
  }

  /** `import` and `export` of MDX extend to the next blank line outside braces. */
  private moduleCode(): boolean {
    if (!MODULE.test(this.lineFrom(this.at))) return false
    let depth = 0
    let end = this.at
    while (end < this.text.length) {
      const line = this.lineFrom(end)
      if (line.trim() === '' && depth <= 0) break
      for (const character of line) {
        if (character === '{' || character === '(' || character === '[') depth++
        else if (character === '}' || character === ')' || character === ']') depth--
      }
      end = Math.min(end + line.length + 1, this.text.length)
    }
    this.replace(end, '')
    return true
  }

  /** Removes the code at this position, if there is any. */
  private code(): boolean {
    const { text, at } = this
    const character = text[at]
    if (character === '`') return this.codeSpan()
    if (character === '\\' && /[`{<]/.test(text[at + 1] ?? '')) return this.keep(at + 2)
    if (character === '{') return this.template() || this.comment() || (this.isMdx && this.expression())
    if (character === '<') return text.startsWith('<!--', at) ? this.htmlComment() : this.component()
    return false
  }

  private keep(end: number): boolean {
    this.out += this.text.slice(this.at, end)
    this.at = end
    return true
  }

  /** Replaces the text up to `end` by `shown` and the line ends of the text. */
  private replace(end: number, shown: string): boolean {
    const lineEnds = this.text.slice(this.at, end).replace(/[^\n]+/g, '')
    const line = /(?:^|\n)([ \t]*)$/.exec(this.out.slice(-RECENT))
    // With its indentation in the code, it would be read as a block of code.
    if (shown !== '' && line !== null) this.out = this.out.slice(0, this.out.length - line[1].length)
    this.out += shown === '' ? lineEnds : `${shown}${lineEnds || '  '}`
    this.at = end
    return true
  }

  /** The next offset of `mark`, or -1. If it is missing, it is searched for only once, so that time stays linear. */
  private find(mark: string, from: number): number {
    if (this.absent.has(mark)) return -1
    const found = this.text.indexOf(mark, from)
    if (found === -1) this.absent.add(mark)
    return found
  }

  private codeSpan(): boolean {
    const [run] = /^`+/.exec(this.text.slice(this.at, this.at + 100)) ?? ['`']
    const body = this.at + run.length
    const paragraph = this.find('\n\n', body)
    let close = this.find(run, body)
    while (close !== -1 && this.text[close + run.length] === '`') {
      let next = close + run.length
      while (this.text[next] === '`') next++
      close = this.find(run, next)
    }
    return this.keep(close === -1 || (paragraph !== -1 && close > paragraph) ? body : close + run.length)
  }

  private htmlComment(): boolean {
    const end = this.find('-->', this.at + 4)
    return end === -1 ? false : this.replace(end + 3, '')
  }

  /** `{{< figure >}}`, `{% include x %}`, `{{ page.title }}`, `{# note #}`; a Liquid comment is removed with its content. */
  private template(): boolean {
    const { text, at } = this
    const pairs = [
      ['{{<', '>}}'],
      ['{{%', '%}}'],
      ['{%', '%}'],
      ['{{', '}}'],
      ['{# ', '#}'],
    ] as const
    const pair = pairs.find(([open]) => text.startsWith(open, at))
    if (pair === undefined) return false
    const [open, close] = pair
    const end = this.find(close, at + open.length)
    if (end === -1) return false
    const inner = text.slice(at + open.length, end)
    // Hugo shows a shortcode that is commented out.
    if (/^\/\*[\s\S]*\*\/$/.test(inner.trim())) return this.keep(end + close.length)
    const [, name = ''] = /^[-~]?\s*(\w+)/.exec(inner) ?? []
    const closing = open === '{%' && /^(?:comment|raw|verbatim)$/.test(name) ? `end${name}` : undefined
    if (closing !== undefined) {
      const pattern = new RegExp(`\\{%[-~]?\\s*${closing}\\s*[-~]?%\\}`, 'g')
      pattern.lastIndex = end
      const found = this.absent.has(closing) ? null : pattern.exec(text)
      if (found === null) this.absent.add(closing)
      else if (name === 'comment') return this.replace(pattern.lastIndex, '')
      else {
        this.replace(end + close.length, '')
        this.keep(found.index)
        return this.replace(pattern.lastIndex, '')
      }
    }
    const isShortcode = open === '{{<' || open === '{{%'
    return this.replace(end + close.length, isShortcode || name === 'include' ? shownOf(inner) : '')
  }

  /** `{/* … *\/}` of MDX. After a heading it is the anchor, which the parser of headings reads. */
  private comment(): boolean {
    const [opened] = /^\{\s*\/\*/.exec(this.text.slice(this.at, this.at + 50)) ?? []
    if (opened === undefined) return false
    const end = this.find('*/', this.at + opened.length)
    if (end === -1) return false
    const [closed = ''] = /^\*\/\s*\}/.exec(this.text.slice(end, end + 50)) ?? []
    if (closed === '') return false
    const isAnchor =
      /(?:^|\n)[ \t>]*#{1,6}[ \t][^\n]*$/.test(this.out.slice(-RECENT)) && !this.text.slice(this.at, end).includes('\n')
    return isAnchor ? this.keep(end + closed.length) : this.replace(end + closed.length, '')
  }

  /** `{count}`; for `{"texte"}` and `{' '}` the text is shown. An anchor, `{#id}`, is not an expression. */
  private expression(): boolean {
    if (/^\{[#:.]/.test(this.text.slice(this.at, this.at + 2))) return false
    const end = this.open < MOST_OPEN ? endOfBraces(this.text, this.at) : undefined
    if (end === undefined) this.open++
    if (end === undefined) return false
    const inner = this.text.slice(this.at + 1, end - 1).trim()
    const [, double, single, template] = /^(?:"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`)$/.exec(inner) ?? []
    const shown = double ?? single ?? template ?? ''
    this.out +=
      shown +
      this.text
        .slice(this.at, end)
        .replace(/[^\n]+/g, '')
        .slice(shown.split('\n').length - 1)
    this.at = end
    return true
  }

  /** `<Callout title="…">`, `</Callout>`, `<>`, `<Ui.Tabs items={[…]} />`; and elements with `markdown="1"`, whose text is Markdown. */
  private component(): boolean {
    const opened = /^<(?:\/?[A-Z][\w.]*(?=[\s/>])|\/?>)/.exec(this.text.slice(this.at, this.at + 100))
    const isElement =
      opened === null && /^<[a-z]\w*\s[^<>]*\bmarkdown\b[^<>]*>/.test(this.text.slice(this.at, this.at + 500))
    if (opened === null && !isElement) return false
    if (opened !== null && opened[0].length < 4 && !this.isMdx) return false
    const end = this.open < MOST_OPEN ? endOfTag(this.text, this.at + 1) : undefined
    if (end === undefined) this.open++
    if (end === undefined) return false
    return this.replace(end, isElement ? '' : shownOf(this.text.slice(this.at, end)))
  }
}

/** The attributes that the page shows, as Markdown. */
function shownOf(code: string): string {
  const shown = Array.from(code.matchAll(SHOWN_ATTRIBUTE), ([, double, single]) =>
    (double ?? single).replace(/\\(.)/g, '$1'),
  )
  return shown
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(text => text !== '')
    .join(' – ')
}

/** In UTF-16 units. Longer code was never closed. */
const LONGEST = 100_000

/** The end of the tag that starts before `from`, after its `>`; skips attributes in quotes and braces. */
function endOfTag(text: string, from: number): number | undefined {
  const last = Math.min(text.length, from + LONGEST)
  for (let at = from; at < last; at++) {
    const character = text[at]
    if (character === '>') return at + 1
    if (character === '<') return undefined
    if (character === '{') {
      const end = endOfBraces(text, at)
      if (end === undefined) return undefined
      at = end - 1
    } else if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1)
      if (end === -1 || end > last) return undefined
      at = end
    }
  }
  return undefined
}

/** The end of the braces that open at `from`. Skips strings and templates in them. */
function endOfBraces(text: string, from: number): number | undefined {
  let depth = 0
  const last = Math.min(text.length, from + LONGEST)
  for (let at = from; at < last; at++) {
    const character = text[at]
    if (character === '{') depth++
    else if (character === '}' && --depth === 0) return at + 1
    else if (character === '`' || character === '"' || (character === "'" && !/\w/.test(text[at - 1] ?? ''))) {
      const end = endOfString(text, at)
      if (end !== undefined) at = end
    }
  }
  return undefined
}

function endOfString(text: string, from: number): number | undefined {
  const quote = text[from]
  const last = Math.min(text.length, from + LONGEST)
  for (let at = from + 1; at < last; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === quote) return at
    else if (text[at] === '\n' && quote !== '`') return undefined
  }
  return undefined
}
