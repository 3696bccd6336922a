/** Compiles a tree for the executor: the terms that score, and the condition that documents must meet. Plain data; nothing here knows segments. */

import { columnTypes } from '../columns/column-types.ts'
import { filterByTypedBounds } from '../columns/ranges.ts'
import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import { TokenList } from '../text/token.ts'
import { TWO_EDITS_LENGTH } from '../weights.ts'
import { checkTree } from './check-tree.ts'
import { type Condition, combine, type PhraseCondition } from './condition.ts'
import { parse } from './parse-query.ts'
import {
  contentTokens,
  MAX_QUERY_LENGTH,
  type PhraseSlot,
  type Query,
  type QueryPhrase,
  QueryReader,
  type QueryWord,
  type TermWidening,
} from './query.ts'
import type {
  FieldNode,
  FuzzyNode,
  GroupNode,
  NotNode,
  OperatorNode,
  PhraseNode,
  PrefixNode,
  QueryNode,
  WordsNode,
} from './query-tree.ts'
import { partsOf, type QueryPart } from './reading-rule.ts'

/** A preferred quotation: documents that contain it and all other words come first. */
export interface Quotation {
  /** As typed. */
  text: string
  phrase: PhraseCondition
  /** Its words, as indices into the terms. */
  terms: readonly number[]
  /** The words outside optional quotations that a document must contain to match everything, as indices into the terms. */
  besides: readonly number[]
}

export interface CompiledQuery {
  question: Query
  condition: Condition | undefined
  /** The preferred quotations. */
  quotations: readonly Quotation[]
  /** How many of the query's terms a document must contain in addition. */
  required: (terms: number) => number
  /** How each part of the text was read; undefined for trees made by hand. */
  reading: readonly QueryPart[] | undefined
}

/** More words than are read of a query. */
const EVERY_WORD = 1000

/**
 * @param text the text of the tree; undefined for trees created by programs
 * @param required how many of the plain words of each group a document must contain, given their number
 */
export function compileTree(
  tree: QueryNode,
  language: Language,
  text: string | undefined,
  schema: Schema,
  required: (terms: number) => number,
): CompiledQuery {
  return new Compiler(language, text, schema, required).compile(tree)
}

class Compiler {
  private readonly language: Language
  private readonly text: string | undefined
  private readonly schema: Schema
  private readonly required: (terms: number) => number
  private readonly reader: QueryReader
  private readonly phrases: QueryPhrase[] = []
  private readonly quotations: Omit<Quotation, 'besides'>[] = []
  /** The terms of words outside optional phrases. */
  private readonly plain = new Set<number>()
  /** Documents must contain every word, and quotations as well. */
  private readonly areAllRequired: boolean
  private readonly tokens = new TokenList()

  constructor(language: Language, text: string | undefined, schema: Schema, required: (terms: number) => number) {
    this.language = language
    this.text = text
    this.schema = schema
    this.required = required
    this.areAllRequired = required(EVERY_WORD) >= EVERY_WORD
    this.reader = new QueryReader(language)
  }

  compile(tree: QueryNode): CompiledQuery {
    const { wishes, demands, limits } = this.sides(tree.type === 'group' ? tree.of : [tree], undefined)
    // Only words: the executor counts them while it scores. It counts all words equally, so not if some are optional.
    const needed = this.needed(wishes, demands.length)
    const areCounted = demands.length === 0 && wishes.size > 0 && (needed === wishes || this.required(wishes.size) <= 1)
    const condition = combine('and', [...demands, ...this.least(wishes, demands.length, areCounted), ...limits])
    const read = this.reader.question()
    const question = this.phrases.length === 0 ? read : { ...read, phrases: this.phrases }
    const besides = [...this.needed(this.plain)]
    return {
      question,
      condition,
      quotations: this.quotations.map(quotation => ({ ...quotation, besides })),
      required: areCounted || condition === undefined ? this.required : () => 0,
      reading:
        this.text === undefined ? undefined : partsOf(tree, name => this.textField(name) < 0, this.areAllRequired),
    }
  }

  /** Divides adjacent nodes into preferences (words), requirements, and limits, which only narrow the answer. */
  private sides(nodes: readonly QueryNode[], field: number | undefined) {
    const wishes = new Set<number>()
    const demands: Condition[] = []
    const limits: Condition[] = []
    const units = this.units(nodes)
    const isOptional = units.filter(([node]) => !this.isLimit(node)).length > 1
    for (const [node, ...others] of units) {
      if (others.length > 0) for (const term of this.readTogether([node, ...others], field)) wishes.add(term)
      else if (this.isWish(node)) for (const term of this.wished(node, field, isOptional)) wishes.add(term)
      else {
        const condition = this.condition(node, field)
        if (condition !== undefined) (this.isLimit(node) ? limits : demands).push(condition)
      }
    }
    return { wishes, demands, limits }
  }

  /** Groups nodes that are read together: words with optional phrases in between, in parentheses or not. Anything else is separate. */
  private units(nodes: readonly QueryNode[]): QueryNode[][] {
    const isPassage = (node: QueryNode): boolean =>
      node.type === 'words' ||
      (node.type === 'phrase' && this.isWish(node)) ||
      (node.type === 'group' && node.of.every(isPassage))
    const parts = (node: QueryNode): QueryNode[] => (node.type === 'group' ? node.of.flatMap(parts) : [node])
    if (!nodes.some(node => isPassage(node) && parts(node).some(({ type }) => type === 'phrase')))
      return nodes.map(node => [node])
    const units: QueryNode[][] = []
    nodes.forEach((node, i) => {
      if (!isPassage(node)) units.push([node])
      else if (i > 0 && isPassage(nodes[i - 1])) units[units.length - 1].push(...parts(node))
      else units.push(parts(node))
    })
    return units
  }

  /** The terms of words and optional phrases, read as if the phrases had no quotation marks. */
  private readTogether(nodes: readonly QueryNode[], field: number | undefined): number[] {
    const [{ start = -1 }, { end = -1 }] = [nodes[0], nodes[nodes.length - 1]]
    const text = this.text?.slice(start, end) ?? ''
    if (start < 0 || text === '' || text.includes('\\')) return nodes.flatMap(node => this.wished(node, field, true))
    const first = this.reader.sequence.length
    const terms = this.reader.read(text, { start, field })
    const phrases = nodes.filter(node => node.type === 'phrase')
    const words = this.reader.sequence.slice(first)
    const isIn = (word: QueryWord, { start = 0, end = 0 }: QueryNode) => word.start >= start && word.start < end
    for (const phrase of phrases) {
      this.wishFor(
        phrase,
        words.flatMap(word => (isIn(word, phrase) ? word.term : [])),
        field,
      )
    }
    for (const word of words) if (!phrases.some(phrase => isIn(word, phrase))) this.plain.add(word.term)
    return terms
  }

  private wishFor({ text }: PhraseNode, terms: readonly number[], field: number | undefined): void {
    const phrase = this.phrase(text, undefined, field)
    if (phrase !== undefined) this.quotations.push({ text, phrase, terms: [...new Set(terms)] })
  }

  /** Each requirement counts as a word that is present. */
  private least(wishes: ReadonlySet<number>, demands: number, areCounted = false): Condition[] {
    const needed = this.needed(wishes, demands)
    const least = areCounted ? 0 : this.required(needed.size + demands) - demands
    return least > 0 && needed.size > 0 ? [{ type: 'terms', terms: [...needed], least }] : []
  }

  /** The words that must be present: question words (`comment`, `faut-il`) are optional if there are other words. */
  private needed(wishes: ReadonlySet<number>, demands = 0): ReadonlySet<number> {
    const telling = new Set([...wishes].filter(term => this.reader.weightOf(term) === 1))
    return telling.size === wishes.size || telling.size + demands === 0 ? wishes : telling
  }

  /** The terms of a node that `isWish` accepts. */
  private wished(node: QueryNode, field: number | undefined, optional: boolean): number[] {
    if (node.type === 'field') return this.wished(node.of, this.textField(node.field), false)
    if (node.type === 'group') return node.of.flatMap(of => this.wished(of, field, optional || node.of.length > 1))
    if (!('text' in node)) return []
    const terms = this.read(node, field, optional)
    if (node.type === 'phrase') this.wishFor(node, terms, field)
    else for (const term of terms) this.plain.add(term)
    return terms
  }

  private read(node: TextNode, field: number | undefined, optional = false): number[] {
    const { text, start = -1, end = -1 } = node
    const place = this.text?.indexOf(text, start) ?? -1
    const isThere = start >= 0 && place >= 0 && place + text.length <= end
    const quoted = node.type === 'phrase' && !this.isWish(node)
    return this.reader.read(text, { start: isThere ? place : -1, field, optional, quoted, ...wideningOf(node) })
  }

  /** The condition of a node. Wanted words score; excluded ones do not. */
  private condition(node: QueryNode, field: number | undefined, isWanted = true): Condition | undefined {
    switch (node.type) {
      case 'words':
      case 'prefix':
      case 'fuzzy': {
        if (!isWanted) return this.forms(node, field)
        const terms = this.read(node, field)
        // All parts of what is typed as one word are required: cessez-le-feu.
        const needed = [...this.needed(new Set(terms))]
        const least = isSeveral(node) ? this.required(needed.length) : needed.length
        return needed.length === 0 ? undefined : { type: 'terms', terms: needed, least }
      }
      case 'phrase': {
        const phrase = this.phrase(node.text, node.near, field)
        const terms = isWanted ? this.read(node, field) : []
        if (phrase !== undefined && isWanted && node.near === undefined) this.phrases.push({ ...phrase, terms })
        return phrase
      }
      case 'field':
        return this.valued(node) ?? this.condition(node.of, this.textField(node.field), isWanted)
      case 'range': {
        const { columns } = this.schema
        const place = columns.findIndex(({ name }) => name === node.field)
        const type = columnTypes[columns[place].type]
        return { type: 'filter', filter: filterByTypedBounds(node, type, place, 'query', this.language.values) }
      }
      case 'group':
        if (isWanted) {
          const { wishes, demands, limits } = this.sides(node.of, field)
          return combine('and', [...demands, ...this.least(wishes, demands.length), ...limits])
        }
    }
    return this.composed(node, of => this.condition(of, field, isWanted && node.type !== 'not'))
  }

  /** In a group, any of its parts, without what the group excludes. */
  private composed(
    node: NotNode | OperatorNode | GroupNode,
    meet: (of: QueryNode) => Condition | undefined,
  ): Condition | undefined {
    const all = (nodes: readonly QueryNode[]) => nodes.flatMap(of => meet(of) ?? [])
    if (node.type === 'not') {
      const of = meet(node.of)
      return of && { type: 'not', of }
    }
    if (node.type !== 'group') return combine(node.type, all(node.of))
    const wanted = combine('or', all(node.of.filter(({ type }) => type !== 'not')))
    const limits = all(node.of.filter(({ type }) => type === 'not'))
    return combine('and', wanted === undefined ? limits : [wanted, ...limits])
  }

  /** The condition on a column; undefined if the field is not a column. It does not score. */
  private valued({ field, of }: FieldNode): Condition | undefined {
    const column = this.schema.columns.findIndex(({ name }) => name === field)
    const meet = (node: QueryNode): Condition | undefined => {
      if (node.type === 'range' || node.type === 'field') return this.condition(node, undefined, false)
      if (!('text' in node)) return this.composed(node, meet)
      const text = node.text.trim()
      const values = node.type === 'words' ? text.split(/\s+/) : [text]
      const type = columnTypes[this.schema.columns[column].type]
      return { type: 'filter', filter: type.filterByTyped(values, column, this.language.values) }
    }
    return column < 0 ? undefined : meet(of)
  }

  /** Whether a node has only plain words and optional phrases, in whatever field. */
  private isWish(node: QueryNode): boolean {
    if (node.type === 'phrase') return node.optional === true && !this.areAllRequired
    if (node.type === 'field') return this.textField(node.field) >= 0 && this.isWish(node.of)
    if (node.type === 'group') return node.of.every(of => this.isWish(of))
    return node.type === 'words' || node.type === 'prefix' || node.type === 'fuzzy'
  }

  /** Whether a node narrows the answer without any word: exclusions and conditions on columns. */
  private isLimit(node: QueryNode): boolean {
    if (node.type === 'field') return this.textField(node.field) < 0
    if ('of' in node && node.type !== 'not') return node.of.length > 0 && node.of.every(of => this.isLimit(of))
    return node.type === 'not' || node.type === 'range'
  }

  private textField(name: string): number {
    return this.schema.fields.findIndex(field => field.name === name)
  }

  private phrase(text: string, near: number | undefined, field: number | undefined): PhraseCondition | undefined {
    const { tokens, language } = this
    this.tokenize(text)
    const read = near === undefined ? [...Array(tokens.length).keys()] : contentTokens(tokens, language)
    const slots = near === undefined ? slotsOf(tokens, read) : read.map(i => ({ words: [tokens.words[i]], offset: 0 }))
    return slots.length === 0 ? undefined : { type: 'phrase', slots, near, field }
  }

  /** Documents that contain the words in any form: all parts of what is typed as one word, any of several words. */
  private forms(node: WordsNode | PrefixNode | FuzzyNode, field: number | undefined): Condition | undefined {
    const { tokens, language } = this
    this.tokenize(node.text)
    const content = new Set(contentTokens(tokens, language))
    const units: Condition[] = []
    let rest = content.size
    for (let i = 0, next = 0; i < tokens.length; i = next) {
      const end = tokens.positions[i] + tokens.spans[i]
      const inside: number[] = []
      for (next = i; next < tokens.length && tokens.positions[next] < end; next++) inside.push(next)
      const asked = inside.filter(k => content.has(k)).length
      if (asked === 0) continue
      rest -= asked
      const forms: Condition = { type: 'forms', word: tokens.words[i], field, ...(rest === 0 && wideningOf(node)) }
      const whole: Condition = { type: 'phrase', slots: slotsOf(tokens, inside), near: undefined, field }
      units.push(tokens.spans[i] === 1 ? forms : { type: 'or', of: [forms, whole] })
    }
    return combine(isSeveral(node) ? 'or' : 'and', units)
  }

  private tokenize(text: string): void {
    this.tokens.clear()
    this.language.tokenizeQuery(text.slice(0, MAX_QUERY_LENGTH), this.tokens)
  }
}

type TextNode = WordsNode | PhraseNode | PrefixNode | FuzzyNode

function isSeveral({ text }: TextNode): boolean {
  return /\s/.test(text.trim())
}

function wideningOf(node: TextNode): TermWidening {
  if (node.type === 'prefix') return { prefix: true }
  if (node.type !== 'fuzzy') return {}
  return { edits: node.edits ?? (node.text.length < TWO_EDITS_LENGTH ? 1 : 2) }
}

/** The words of a phrase with their offsets, wholes by their parts. Two words at one position are alternatives. */
function slotsOf(tokens: TokenList, indices: readonly number[]): PhraseSlot[] {
  const slots = new Map<number, string[]>()
  const parts = indices.filter(i => tokens.spans[i] === 1)
  for (const i of parts) {
    const offset = tokens.positions[i] - tokens.positions[parts[0]]
    const words = slots.get(offset)
    if (words === undefined) slots.set(offset, [tokens.words[i]])
    else words.push(tokens.words[i])
  }
  return [...slots].map(([offset, words]) => ({ offset, words }))
}

/**
 * @param required how many of the plain words of each group a document must contain, given their number
 * @param typed the text that determines how the signs of `question` are read. Default: `question`
 * @throws InvalidOptionError for a malformed tree
 */
export function compileQuery(
  question: string | QueryNode,
  language: Language,
  schema: Schema,
  required: (terms: number) => number,
  typed?: string,
): CompiledQuery {
  if (typeof question !== 'string') {
    checkTree(question, schema, language.values)
    return compileTree(question, language, undefined, schema, required)
  }
  const text = question.slice(0, MAX_QUERY_LENGTH)
  const fields = schema.fields.map(({ name }) => name)
  const columns = Object.fromEntries(schema.columns.map(({ name, type }) => [name, type]))
  return compileTree(parse(text, language, { fields, columns }, typed).tree, language, text, schema, required)
}
