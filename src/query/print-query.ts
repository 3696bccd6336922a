/** Prints a tree as text that the parser reads as the same tree. */
import { BOUND_NAMES } from '../columns/ranges.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Language } from '../language/language.ts'
import { checkTree } from './check-tree.ts'
import type { GroupNode, QueryNode, RangeNode } from './query-tree.ts'
import { type ReadingRule, ruleOf } from './reading-rule.ts'
import { type QuerySyntax, syntaxOf } from './syntax.ts'

const RANGE_SIGNS = { gte: '>=', gt: '>', lte: '<=', lt: '<' }

/**
 * Prints a tree in the syntax of a language, with the operators AND and OR, which every language reads. Parsing the text with the same fields returns the same
 * tree, except that adjacent words are one node, without surrounding spaces, and redundant parentheses are removed.
 *
 * @throws InvalidOptionError for an invalid tree, and for a field, a bound of a range or an optional phrase that cannot be typed
 */
export function print(tree: QueryNode, language: Language): string {
  checkTree(tree)
  const root: GroupNode = tree.type === 'group' ? tree : { type: 'group', of: [tree] }
  const write = (rule: ReadingRule, isInCapitals: boolean) =>
    new Printer(syntaxOf(language), rule).print(root, true, isInCapitals)
  const rule = ruleOf(root, write({ excludes: true, wishes: true }, false))
  const text = write(rule, false)
  // In a text in capitals AND is a word, unless it is in parentheses.
  return /\p{Ll}/u.test(text) ? text : write(rule, true)
}

class Printer {
  private readonly syntax: QuerySyntax

  /** How the text will be read. */
  private readonly rule: ReadingRule

  constructor(syntax: QuerySyntax, rule: ReadingRule) {
    this.syntax = syntax
    this.rule = rule
  }

  print(node: QueryNode, isRoot: boolean, isInCapitals: boolean): string {
    switch (node.type) {
      case 'words':
        return this.escapeWords(node.text.trim())
      case 'phrase':
        return `"${node.text.trim().replace(/[\\"]/g, '\\$&')}"${node.near === undefined ? '' : `~${node.near}`}`
      case 'prefix':
        return `${this.escapeWords(node.text)}*`
      case 'fuzzy':
        return `${this.escapeWords(node.text)}~${node.edits ?? ''}`
      case 'range':
        return `${this.typedField(node.field)}:${this.printRange(node)}`
      case 'field': {
        const of = this.printOperand(node.of)
        const isBare =
          (of.startsWith('(') || !/^(?:-|[<>]|\/\/)|\.\./.test(of)) &&
          node.of.type !== 'field' &&
          node.of.type !== 'range'
        return `${this.typedField(node.field)}:${isBare ? of : `(${of})`}`
      }
      case 'not': {
        const of = this.printOperand(node.of)
        const text = this.syntax.isExcludable(of, 0) ? `-${of}` : `-(${of})`
        return this.rule.excludes ? text : `(${text})`
      }
      case 'and':
      case 'or': {
        const operands = node.of.map(of =>
          node.type === 'or' && of.type === 'and' ? this.print(of, false, false) : this.printOperand(of),
        )
        const text = operands.join(` ${node.type.toUpperCase()} `)
        return isInCapitals && operands.length > 1 ? `(${text})` : text
      }
      case 'group': {
        const text = node.of.map(of => `${this.demandOf(of)}${this.print(of, false, isRoot && isInCapitals)}`).join(' ')
        return isRoot ? text : `(${text})`
      }
    }
  }

  /** The plus that requires a phrase that would otherwise be optional. */
  private demandOf(node: QueryNode): string {
    const { wishes } = this.rule
    if (node.type !== 'phrase' || (node.optional ?? false) === wishes) return ''
    if (wishes) return '+'
    throw new InvalidOptionError('query.optional', true, 'a phrase next to two or more words, without other operators')
  }

  /** Prints a node as one operand, in parentheses if needed. */
  private printOperand(node: QueryNode): string {
    const text = this.print(node, false, false)
    const isSeveral = node.type === 'and' || node.type === 'or' || (node.type === 'words' && /\s/.test(text))
    return isSeveral ? `(${text})` : text
  }

  private printRange({ type: _, field, start, end, ...ends }: RangeNode): string {
    const { gte, lte } = ends
    const given = BOUND_NAMES.filter(name => ends[name] !== undefined)
    for (const name of given) {
      const value = String(ends[name])
      if (!this.syntax.isTypableRangeEnd(value)) {
        throw new InvalidOptionError(`query.${name}`, value, 'text without spaces, quotes or parentheses')
      }
    }
    if (given.length === 1) return `${RANGE_SIGNS[given[0]]}${ends[given[0]]}`
    if (given.length === 2 && gte !== undefined && lte !== undefined) return `${gte}..${lte}`
    throw new InvalidOptionError(
      'query',
      given.join(', '),
      'gte and lte, or a single bound; join two ranges with and for other pairs',
    )
  }

  private typedField(field: string): string {
    if (this.syntax.isTypableField(field)) return field
    throw new InvalidOptionError('query.field', field, 'a name without spaces, colons, quotes or parentheses')
  }

  /** Adds a backslash before anything that would be read as more than words. */
  private escapeWords(text: string): string {
    return text
      .replace(this.syntax.quotesAndParentheses, '\\$&')
      .replace(/(\*|~[12]?)(?!\S)/g, '\\$1')
      .replace(/(^|\s)([^\s:]+):(?=[^\s/]|\/(?!\/))/g, (found, space, name) =>
        /^\d+$/.test(name) ? found : `${space}${name}\\:`,
      )
      .replace(this.syntax.beforeOperators, '$1\\')
      .replace(this.syntax.beforeSingleQuotes, '$1\\')
      .replace(/(^|\s)(?=-[\p{L}#@.\\'‘])/gu, '$1\\')
  }
}
