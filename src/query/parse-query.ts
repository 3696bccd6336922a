/**
 * Parses typed text into a tree. Anything malformed is read as words: no text throws, and time is linear in the length of the text.
 *
 * A text is read in one pass into *items*: words between spaces, finished nodes, and AND or OR until it is clear that they join something.
 */
import { type ColumnType, columnTypes } from '../columns/column-types.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Language } from '../language/language.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { ParsedQuery, QueryFields } from './parsed-query.ts'
import type { QueryProblem, QueryProblemCode } from './query-problem.ts'
import type { GroupNode, QueryNode, WordsNode } from './query-tree.ts'
import { EVERY_SIGN, partsOf, type ReadingRule, ruleOf, withWishes } from './reading-rule.ts'
import { type QuerySyntax, syntaxOf } from './syntax.ts'
import { boundsOf } from './typed-bounds.ts'

/** The maximum depth of parentheses, and the maximum number of operators: a text with more was pasted. */
const MAX_DEPTH = 20
const MAX_OPERATORS = 64
const MAX_PROBLEMS = 100
/** The maximum number of spaces in a value: a range of two written dates has four. */
const MOST_SPACES = 6

/** What is between two spaces, or in parentheses. */
interface Item {
  start: number
  end: number
  /** Absent for plain words. */
  node?: QueryNode
  /** Still plain words: in parentheses that join nothing. */
  isPlain?: boolean
  operator?: 'and' | 'or'
}

/** An open parenthesis. */
interface Frame {
  /** Its offset, or that of the `-` or `title:` before it. */
  start: number
  /** The start of its content. */
  inner: number
  items: Item[]
  /** The type of the column before it. */
  type?: ColumnType
  /** Undefined if nothing precedes it. */
  wrap: ((node: QueryNode) => QueryNode) | undefined
}

const WORD = /[\p{L}\p{N}]/u
/** What may precede an opening straight quotation mark; other marks have a direction. */
const BEFORE_QUOTE = /^[\s(:'’+-]?$/
const NEAR = /~(\d{1,3})(?![\p{L}\p{N}])/uy
const SUFFIXED = /^(.*[\p{L}\p{N}])(?:(\*)|~([12])?)$/su

/**
 * Reads a text in the syntax of a language.
 *
 * @param typed the text that determines how signs are read, if `text` was derived from it
 * @throws InvalidOptionError for anything but a string
 */
export function parse(text: string, language: Language, fields: QueryFields = {}, typed = text): ParsedQuery {
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'a string')
  const read = (text: string, rule: ReadingRule) => new Parser(text, language, fields, rule).parse()
  const literal = read(typed, EVERY_SIGN)
  const rule = ruleOf(literal.tree, typed)
  return typed === text && rule.excludes && !rule.wishes ? literal : read(text, rule)
}

class Parser {
  private readonly text: string
  private readonly syntax: QuerySyntax
  private readonly fields: readonly string[]
  private readonly columns: ReadonlyMap<string, ColumnType>
  private readonly rule: ReadingRule
  private readonly values: ValueReader | undefined
  /** Phrases after a plus, which no rule makes optional. */
  private readonly demanded = new Set<QueryNode>()
  private readonly problems: QueryProblem[] = []
  private readonly frames: Frame[] = [{ start: 0, inner: 0, items: [], wrap: undefined }]
  private at = 0
  private operators = 0
  /** By opening quotation mark: the offset after which there is no closing one. */
  private readonly unclosed = new Map<string, number>()
  private capitals: boolean | undefined

  constructor(text: string, language: Language, { fields = [], columns = {} }: QueryFields, rule: ReadingRule) {
    this.rule = rule
    this.values = language.values
    this.text = text
    this.syntax = syntaxOf(language)
    this.columns = new Map(Object.entries(columns))
    this.fields = [...fields, ...this.columns.keys()]
  }

  parse(): ParsedQuery {
    const { text, frames, problems } = this
    for (this.skipSpaces(); this.at < text.length; this.skipSpaces()) {
      if (text[this.at] === ')' && frames.length > 1) this.closeParenthesis()
      else this.readItem()
    }
    while (frames.length > 1) this.giveUpParenthesis()
    const nodes = this.build(frames[0].items, false)
    const of = this.rule.wishes ? nodes.map(node => withWishes(node, this.demanded)) : nodes
    problems.sort((a, b) => a.start - b.start)
    const tree: GroupNode = { type: 'group', of, start: 0, end: text.length }
    return { tree, reading: partsOf(tree, field => this.columns.has(field)), problems }
  }

  private skipSpaces(): void {
    while (/\s/.test(this.text.charAt(this.at))) this.at++
  }

  private report(code: QueryProblemCode, start: number, end: number): void {
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push({ start, end, code, message: code.replaceAll('-', ' ') })
  }

  /** Whether one more operator may be read. */
  private spend(): boolean {
    if (this.operators++ === MAX_OPERATORS) this.report('too-many', this.at, this.text.length)
    return this.operators <= MAX_OPERATORS
  }

  /** Moves past `pattern` if it is next. */
  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found !== null) this.at = pattern.lastIndex
    return found
  }

  /** Reads an exclusion, a field, a phrase, an opening parenthesis, or the text up to the next space. */
  private readItem(): void {
    const { text, frames } = this
    const { items } = frames[frames.length - 1]
    const start = this.at
    const isExclusion = this.takeMinus()
    const named = this.at
    const field = this.takeField()
    const inner = this.at
    const wrap = (node: QueryNode): QueryNode => {
      const ofField: QueryNode =
        field === undefined || node.start === named
          ? node
          : { type: 'field', field, of: node, start: named, end: this.at }
      return isExclusion ? { type: 'not', of: ofField, start, end: this.at } : ofField
    }
    if (text[inner] === '(' && this.opensParenthesis()) {
      const type = field === undefined ? undefined : this.columns.get(field)
      frames.push({ start, inner: this.at, items: [], type, wrap: inner === start ? undefined : wrap })
      return
    }
    const phrase = this.takeDemandedPhrase() ?? this.takePhrase()
    if (phrase !== undefined) {
      items.push({ node: wrap(phrase), start, end: this.at })
      return
    }
    const type = field === undefined ? undefined : this.columns.get(field)
    this.passChunk()
    if (type !== undefined) this.passSpacedValue(inner, type)
    const end = this.at
    const typed = text.slice(inner, end)
    const operator = inner === start ? this.syntax.operators.get(typed) : undefined
    const node =
      field === undefined || type === undefined
        ? this.readSuffixed(typed, inner)
        : this.readValue(typed, field, type, named)
    if (node !== undefined) items.push({ node: wrap(node), start, end })
    else if (operator !== undefined && this.spend()) items.push({ operator, start, end })
    else if (type === undefined && inner > start) items.push({ node: wrap(this.words(inner, end)), start, end })
    // Not a value of the column: words, including the colon.
    else if (isExclusion) items.push({ node: wrap(this.words(named, end)), start, end })
    else items.push({ isPlain: true, start, end })
  }

  private takeMinus(): boolean {
    const { text, at } = this
    if (text[at] !== '-' || !/^[\s(]?$/.test(text.charAt(at - 1))) return false
    if (!this.syntax.isExcludable(text, at + 1)) return false
    // In separate parentheses, a minus excludes in any text.
    if (!this.rule.excludes && text[at - 1] !== '(') {
      this.report('no-exclusion', at, at + text.slice(at).search(/\s|$/))
      return false
    }
    if (!this.spend()) return false
    this.at++
    return true
  }

  /** Moves past `title:`. Returns the field. */
  private takeField(): string | undefined {
    const start = this.at
    const name = this.take(this.syntax.field)?.[1]
    if (name === undefined) return undefined
    if (!/^\d+$/.test(name) && this.fields.includes(name) && this.spend()) return name
    if (this.fields.length > 0 && /^\p{L}\w*$/u.test(name)) this.report('unknown-field', start, this.at - 1)
    this.at = start
    return undefined
  }

  private opensParenthesis(): boolean {
    const isTooDeep = this.frames.length > MAX_DEPTH
    if (isTooDeep) this.report('too-deep', this.at, this.at + 1)
    if (isTooDeep || !this.spend()) return false
    this.at++
    return true
  }

  /** A plus before a phrase requires it, whatever the other words. */
  private takeDemandedPhrase(): QueryNode | undefined {
    const start = this.at
    if (this.text[start] !== '+') return undefined
    this.at++
    const phrase = this.closingQuote(this.at) === undefined ? undefined : this.takePhrase()
    if (phrase === undefined) this.at = start
    else this.demanded.add(phrase)
    return phrase
  }

  private takePhrase(): QueryNode | undefined {
    const start = this.at
    const close = this.closingQuote(start)
    if (close === undefined) {
      const isQuote = !/['‘]/.test(this.text.charAt(start))
      if (isQuote && this.unclosed.get(this.text.charAt(start)) === start)
        this.report('unclosed-quote', start, start + 1)
      return undefined
    }
    if (!this.spend()) return undefined
    this.at = close + 1
    const near = this.take(NEAR)
    const text = this.syntax.unescape(this.text.slice(start + 1, close)).trim()
    return { type: 'phrase', text, ...(near && { near: Number(near[1]) }), start, end: this.at }
  }

  /** Where the quotation mark at `at` is closed; undefined if it is not, if it contains nothing, or if it is part of a word (5"). */
  private closingQuote(at: number): number | undefined {
    const { text, unclosed } = this
    const quote = text.charAt(at)
    const closers = this.syntax.closers.get(quote)
    if (closers === undefined || (quote === '"' && !BEFORE_QUOTE.test(text.charAt(at - 1)))) return undefined
    if (this.operators > MAX_OPERATORS || at >= (unclosed.get(quote) ?? text.length)) return undefined
    closers.lastIndex = at + 1
    let found = closers.exec(text)
    while (found !== null && found[0].length > 1) found = closers.exec(text)
    if (found === null) unclosed.set(quote, at)
    return found === null || text.slice(at + 1, found.index).trim() === '' ? undefined : found.index
  }

  /** Moves to the next space, the next phrase, or the end of the group. Parentheses inside a word are part of it: étudiant(e)s. */
  private passChunk(): void {
    const { text, frames } = this
    const start = this.at
    let open = 0
    let unopened = -1
    for (;;) {
      this.take(this.syntax.plain)
      const next = text.charAt(this.at)
      if (next === '' || /\s/.test(next)) break
      if (next === '(') open++
      else if (next === ')') {
        if (open === 0 && frames.length > 1) break
        if (open-- === 0) {
          unopened = this.at
          open = 0
        }
      } else if (this.at > start && this.closingQuote(this.at) !== undefined) break
      this.at++
    }
    if (unopened >= 0 && WORD.test(text.slice(start, this.at)))
      this.report('unopened-parenthesis', unopened, unopened + 1)
  }

  /** A value or a range of a column; undefined if it is neither, and therefore words. */
  private readValue(typed: string, field: string, type: ColumnType, start: number): QueryNode | undefined {
    const bounds = boundsOf(typed, type, this.syntax, this.values)
    if (bounds === undefined) {
      this.report('unreadable-value', start, this.at)
      return undefined
    }
    if (bounds !== 'value') return { type: 'range', field, ...bounds, start, end: this.at }
    const valueStart = start + field.length + 1
    // Words separated by spaces are several values.
    return /\s/.test(typed)
      ? { type: 'phrase', text: this.syntax.unescape(typed), start: valueStart, end: this.at }
      : this.words(valueStart, this.at)
  }

  /** Moves to the end of a value, or a range, with spaces in it: `1 250,00`, `14 novembre 2019`. */
  private passSpacedValue(start: number, type: ColumnType): void {
    if (!columnTypes[type].hasRanges) return
    const { problems, text } = this
    const reported = problems.length
    let end = this.at
    for (let i = 0; i < MOST_SPACES && /^\s\S/.test(text.slice(this.at, this.at + 2)); i++) {
      this.at++
      this.passChunk()
      if (boundsOf(text.slice(start, this.at), type, this.syntax, this.values) !== undefined) end = this.at
    }
    this.at = end
    problems.length = reported
  }

  private readSuffixed(typed: string, start: number): QueryNode | undefined {
    const found = SUFFIXED.exec(typed)
    if (found === null || !this.spend()) return undefined
    const text = this.syntax.unescape(found[1])
    const place = { start, end: this.at }
    if (found[2] !== undefined) return { type: 'prefix', text, ...place }
    return { type: 'fuzzy', text, ...(found[3] && { edits: found[3] === '1' ? 1 : 2 }), ...place }
  }

  private closeParenthesis(): void {
    const { frames } = this
    const { start, inner, items, type, wrap } = frames[frames.length - 1]
    frames.length--
    const parent = frames[frames.length - 1].items
    const of = this.build(items, true)
    this.at++
    const end = this.at
    const isUnread =
      type !== undefined &&
      of[0]?.type === 'words' &&
      !of[0].text.split(/\s+/).every(value => columnTypes[type].parseTyped(value, this.values) !== undefined)
    if (isUnread) this.report('unreadable-value', start, end)
    if (of.length === 0 || isUnread) {
      parent.push({ isPlain: true, start, end })
      return
    }
    const node: QueryNode = of.length === 1 ? of[0] : { type: 'group', of, start: inner - 1, end }
    if (wrap !== undefined) parent.push({ node: wrap(node), start, end })
    else parent.push({ node, isPlain: node.type === 'words', start, end })
  }

  /** An unclosed parenthesis is a sign among words. */
  private giveUpParenthesis(): void {
    const { frames } = this
    const { start, inner, items } = frames[frames.length - 1]
    frames.length--
    const parent = frames[frames.length - 1].items
    parent.push({ isPlain: true, start, end: inner })
    for (const item of items) parent.push(item)
    this.report('unclosed-parenthesis', inner - 1, inner)
  }

  /** Combines the items of a group: consecutive words, then AND, then OR. */
  private build(items: readonly Item[], isInside: boolean): QueryNode[] {
    const nodes: QueryNode[] = []
    let run: { start: number; end: number } | undefined
    for (let i = 0; i < items.length; i++) {
      const first = items[i]
      if (first.operator !== undefined && !this.isInCapitals()) this.report('lone-operator', first.start, first.end)
      const alternatives = [[first]]
      for (; this.joins(items, i + 1, isInside); i += 2) {
        if (items[i + 1].operator === 'or') alternatives.push([items[i + 2]])
        else alternatives[alternatives.length - 1].push(items[i + 2])
      }
      const isWords = items[i] === first && (first.isPlain || first.operator !== undefined)
      if (isWords && run !== undefined) run.end = first.end
      if (isWords) run ??= { start: first.start, end: first.end }
      if (isWords && i < items.length - 1) continue
      if (run !== undefined) nodes.push(this.words(run.start, run.end))
      run = undefined
      if (!isWords) {
        const joined = alternatives.map(operands =>
          join(
            'and',
            operands.map(item => item.node ?? this.words(item.start, item.end)),
          ),
        )
        nodes.push(join('or', joined))
      }
    }
    return nodes
  }

  /** Whether the item at `i` is an operator between two operands. In a text in capitals, AND is a word, unless it is in parentheses. */
  private joins(items: readonly Item[], i: number, isInside: boolean): boolean {
    const isOperand = (item: Item | undefined) => item !== undefined && item.operator === undefined
    return (
      items[i]?.operator !== undefined &&
      isOperand(items[i - 1]) &&
      isOperand(items[i + 1]) &&
      (isInside || !this.isInCapitals())
    )
  }

  private isInCapitals(): boolean {
    this.capitals ??= !/\p{Ll}/u.test(this.text)
    return this.capitals
  }

  private words(start: number, end: number): WordsNode {
    return { type: 'words', text: this.syntax.unescape(this.text.slice(start, end)), start, end }
  }
}

function join(type: 'and' | 'or', of: readonly QueryNode[]): QueryNode {
  return of.length === 1 ? of[0] : { type, of, start: of[0].start, end: of[of.length - 1].end }
}
