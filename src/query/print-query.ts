/** Writes a tree as text that reads as the same tree. */
import { BOUND_NAMES } from '../columns/ranges.ts'
import { InvalidOptionError } from '../errors.ts'
import { checkTree } from './check-tree.ts'
import { EXCLUDABLE, isTypableEnd, type QueryNode, type RangeNode } from './query-tree.ts'

const RANGE_SIGNS = { gte: '>=', gt: '>', lte: '<=', lt: '<' }

/**
 * Writes a question as someone would type it. `parseQuery` of the text, with the same fields, gives the same tree, once words side by side are one
 * run, without spaces around it, and parentheses that do nothing are gone.
 *
 * @example
 * printQuery({ type: 'and', of: [{ type: 'words', text: 'trêve' }, { type: 'phrase', text: 'Khalifa Haftar' }] }) // 'trêve AND "Khalifa Haftar"'
 *
 * @throws InvalidOptionError for what is no tree, and for a field or the end of a range that can't be typed
 */
export function printQuery(tree: QueryNode): string {
  checkTree(tree)
  const text = print(tree, true, false)
  // In a text in capitals AND is a word, unless it stands in parentheses.
  return /\p{Ll}/u.test(text) ? text : print(tree, true, true)
}

function print(node: QueryNode, isRoot: boolean, isInCapitals: boolean): string {
  switch (node.type) {
    case 'words':
      return escapeWords(node.text.trim())
    case 'phrase':
      return `"${node.text.trim().replace(/[\\"]/g, '\\$&')}"${node.near === undefined ? '' : `~${node.near}`}`
    case 'prefix':
      return `${escapeWords(node.text)}*`
    case 'fuzzy':
      return `${escapeWords(node.text)}~${node.slips ?? ''}`
    case 'range':
      return `${typedField(node.field)}:${printRange(node)}`
    case 'field': {
      const of = printOperand(node.of)
      const isBare =
        (of.startsWith('(') || !/^(?:-|[<>]|\/\/)|\.\./.test(of)) &&
        node.of.type !== 'field' &&
        node.of.type !== 'range'
      return `${typedField(node.field)}:${isBare ? of : `(${of})`}`
    }
    case 'not': {
      const of = printOperand(node.of)
      return EXCLUDABLE.test(of) ? `-${of}` : `-(${of})`
    }
    case 'and':
    case 'or': {
      const operands = node.of.map(of =>
        node.type === 'or' && of.type === 'and' ? print(of, false, false) : printOperand(of),
      )
      const text = operands.join(` ${node.type.toUpperCase()} `)
      return isInCapitals && operands.length > 1 ? `(${text})` : text
    }
    case 'group': {
      const text = node.of.map(of => print(of, false, isRoot && isInCapitals)).join(' ')
      return isRoot ? text : `(${text})`
    }
  }
}

/** As one thing: in parentheses where it is several. */
function printOperand(node: QueryNode): string {
  const text = print(node, false, false)
  const isSeveral = node.type === 'and' || node.type === 'or' || (node.type === 'words' && /\s/.test(text))
  return isSeveral ? `(${text})` : text
}

function printRange({ type: _, field, start, end, ...ends }: RangeNode): string {
  const { gte, lte } = ends
  const given = BOUND_NAMES.filter(name => ends[name] !== undefined)
  for (const name of given) {
    const value = String(ends[name])
    if (!isTypableEnd(value)) {
      throw new InvalidOptionError(`question.${name}`, value, 'what can be typed: no spaces, quotes or parentheses')
    }
  }
  if (given.length === 1) return `${RANGE_SIGNS[given[0]]}${ends[given[0]]}`
  if (given.length === 2 && gte !== undefined && lte !== undefined) return `${gte}..${lte}`
  throw new InvalidOptionError(
    'question',
    given.join(', '),
    'gte and lte, or one end: other pairs are two ranges joined with and',
  )
}

function typedField(field: string): string {
  if (/^(?!-|\d+$)[^\s:"«“„()\\]+$/.test(field)) return field
  throw new InvalidOptionError(
    'question.field',
    field,
    'a name that can be typed: no spaces, colons, quotes or parentheses',
  )
}

/** Puts a backslash before whatever would be read as more than words. */
function escapeWords(text: string): string {
  return text
    .replace(/[\\"«“„()]/g, '\\$&')
    .replace(/(\*|~[12]?)(?!\S)/g, '\\$1')
    .replace(/(^|\s)([^\s:]+):(?=[^\s/]|\/(?!\/))/g, (found, space, name) =>
      /^\d+$/.test(name) ? found : `${space}${name}\\:`,
    )
    .replace(/(^|\s)(?=(?:AND|ET|OR|OU)(?!\S))/g, '$1\\')
    .replace(/(^|\s)(?=-[\p{L}#@.\\])/gu, '$1\\')
}
