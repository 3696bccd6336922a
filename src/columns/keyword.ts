/** The type `keyword`: strings in NFC, otherwise unchanged. A document may have several. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { isRecord } from '../record.ts'
import { type ColumnTypeDefinition, type HeldColumn, WrongValue } from './column-type.ts'
import type { FilterNode } from './filter-node.ts'
import {
  type KeywordColumn,
  type KeywordValues,
  LiveKeywordColumn,
  readKeywordColumn,
  writeKeywordColumn,
} from './keyword-column.ts'

/**
 * A condition on a keyword column: a value, an array of values of which a document has at least one, or an object with `not` and `all`. A value that no document
 * has also finds those that differ from it only in accents, capitals or apostrophes.
 *
 * @example
 * index.search('', { filter: { section: ['monde', 'culture'] } })
 */
export type KeywordCondition<Value extends string = string> = Value | readonly Value[] | KeywordSets<Value>

/**
 * Which values a document has none of, and all of.
 *
 * @example
 * index.search('', { filter: { tags: { all: ['Libye'], not: 'sport' } } })
 */
export interface KeywordSets<Value extends string = string> {
  /** The document has none of these values. Documents without any value are admitted. */
  not?: Value | readonly Value[] | undefined
  /** The document has all of these values. */
  all?: readonly Value[] | undefined
}

const KEYWORD_SETS: OptionNames<KeywordSets> = { not: 1, all: 1 }

export const keyword: ColumnTypeDefinition<readonly string[]> = {
  hasRanges: false,
  hasGroups: true,
  isTime: false,
  parseCell: text => text,
  parseArgument: text => text.split(','),

  parse(value) {
    if (value === undefined || value === null) return []
    const values = Array.isArray(value) ? value.filter(item => item !== undefined && item !== null) : [value]
    return values.every(item => typeof item === 'string')
      ? [...new Set(values.map(item => (item as string).normalize('NFC')))]
      : new WrongValue('a string or an array of strings')
  },

  write: writeKeywordColumn,
  read: readKeywordColumn,
  makeLive: () => new LiveKeywordColumn(),

  checkCondition(condition, place, option) {
    if (!isRecord(condition)) return anyOf(condition, place, option)
    checkOptions(condition, KEYWORD_SETS, option)
    const filters = Object.entries(condition).flatMap(([name, values]): FilterNode[] => {
      const path = `${option}.${name}`
      if (values === undefined) return []
      if (name === 'not') return [{ kind: 'not', filter: anyOf(values, place, path) }]
      if (!Array.isArray(values)) throw new InvalidOptionError(path, values, 'an array of strings')
      return values.map(value => anyOf(value, place, path))
    })
    return { kind: 'and', filters }
  },

  checkFacetRanges(ranges, option) {
    if (ranges === undefined) return undefined
    throw new InvalidOptionError(option, ranges, 'no value, because keywords have no ranges')
  },

  parseTyped: text => text,
  filterByTyped: (values, place) => ({ kind: 'column', column: place, condition: { values, areFolded: true } }),

  /** A value that no document has matches those that differ from it only in accents, case and apostrophes. */
  settle(condition, columns) {
    const { values, areFolded } = condition as KeywordValues
    if (areFolded) return condition
    return {
      values: values.flatMap(value => {
        const spellings = [...new Set(columns.flatMap(({ column }) => (column as KeywordColumn).spellingsOf(value)))]
        const isExact = spellings.every(spelling => spelling === value) || columns.some(held => isHeld(value, held))
        return isExact ? value : spellings
      }),
    }
  },
}

function anyOf(values: unknown, place: number, option: string): FilterNode {
  const list = typeof values === 'string' ? [values] : values
  if (!Array.isArray(list) || !list.every(value => typeof value === 'string')) {
    throw new InvalidOptionError(option, values, 'a string, an array of strings, { not: … } or { all: […] }')
  }
  return holdsAny(list, place)
}

function isHeld(value: string, { column, isLeft }: HeldColumn): boolean {
  let held = false
  column.select({ values: [value] }).forEach(document => {
    held ||= isLeft(document)
  })
  return held
}

function holdsAny(values: readonly string[], place: number): FilterNode {
  return { kind: 'column', column: place, condition: { values: values.map(value => value.normalize('NFC')) } }
}
