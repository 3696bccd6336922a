/** Validates query trees created by programs. */
import { columnTypes } from '../columns/column-types.ts'
import { BOUND_NAMES, filterByTypedBounds } from '../columns/ranges.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Schema } from '../schema/schema.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { QueryNode } from './query-tree.ts'

/** The maximum depth and number of nodes of a tree: more than anyone types, but few enough for a fast answer. */
const MAX_DEPTH = 128
const MAX_NODES = 1000
const MAX_NEAR = 999

/** A word that a sign may follow: letters or digits at its end, no space. */
const ONE_WORD = /^\S*[\p{L}\p{N}]$/u

/**
 * @param schema the existing fields; if omitted, any field is accepted
 * @throws InvalidOptionError that names the path, such as `query.of[1].text`
 */
export function checkTree(tree: unknown, schema?: Schema, values?: ValueReader): asserts tree is QueryNode {
  let nodes = 0
  const check = (node: unknown, path: string, depth: number): void => {
    const demand = (isRight: boolean, name: string, value: unknown, allowed: string) => {
      if (!isRight) throw new InvalidOptionError(path + name, value, allowed)
    }
    demand(
      ++nodes <= MAX_NODES && depth <= MAX_DEPTH,
      '',
      'larger',
      `at most ${MAX_NODES} nodes and ${MAX_DEPTH} levels`,
    )
    demand(typeof node === 'object' && node !== null, '', node, 'a string, or a node such as parseQuery() returns')
    const { type, text, near, optional = false, edits = 1, field, of, ...others } = node as Record<string, unknown>
    const demandField = (known: readonly { name: string }[] = []) => {
      const names = known.map(({ name }) => name)
      const isKnown = typeof field === 'string' && (schema === undefined ? field !== '' : names.includes(field))
      demand(
        isKnown,
        '.field',
        field,
        schema === undefined
          ? 'a field name'
          : names.length === 0
            ? 'no such node: the index has no such field'
            : `one of: ${names.join(', ')}`,
      )
    }
    switch (type) {
      case 'words':
      case 'phrase':
        demand(typeof text === 'string', '.text', text, 'a string')
        demand(isCount(near ?? 0), '.near', near, `a whole number from 0 to ${MAX_NEAR}`)
        demand(typeof optional === 'boolean', '.optional', optional, 'true or false')
        demand(!optional || near === undefined, '.optional', optional, 'false for a phrase with near')
        return
      case 'prefix':
      case 'fuzzy':
        demand(typeof text === 'string' && ONE_WORD.test(text), '.text', text, 'one word')
        demand(edits === 1 || edits === 2, '.edits', edits, '1 or 2')
        return
      case 'range': {
        const columns = schema?.columns.filter(({ type }) => columnTypes[type].hasRanges)
        demandField(columns)
        const ends = BOUND_NAMES.filter(end => others[end] !== undefined)
        demand(ends.length > 0, '', node, `a range with at least one of ${BOUND_NAMES.join(', ')}`)
        for (const end of ends) {
          demand(/^(string|number)$/.test(typeof others[end]), `.${end}`, others[end], 'a string or a number')
        }
        const column = columns?.find(({ name }) => name === field)
        if (column !== undefined) filterByTypedBounds(others, columnTypes[column.type], 0, path, values)
        return
      }
      case 'field':
        demandField(schema && [...schema.fields, ...schema.columns])
        check(of, `${path}.of`, depth + 1)
        return
      case 'not':
        check(of, `${path}.of`, depth + 1)
        return
      case 'and':
      case 'or':
      case 'group':
        demand(Array.isArray(of), '.of', of, 'an array of nodes')
        for (const [i, child] of (of as unknown[]).entries()) check(child, `${path}.of[${i}]`, depth + 1)
        return
      default:
        demand(false, '.type', type, 'words, phrase, prefix, fuzzy, range, field, not, and, or, group')
    }
  }
  check(tree, 'query', 0)
}

function isCount(near: unknown): boolean {
  return typeof near === 'number' && Number.isInteger(near) && near >= 0 && near <= MAX_NEAR
}
