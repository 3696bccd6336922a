/** Which documents of a segment a filter admits. Reads columns, never stored documents; each condition passes over its column once. */

import type { KeywordColumn, NumberColumn, Segment } from '../index/segment.ts'
import type { FilterNode } from '../schema/filter.ts'
import { DocumentSet } from './document-set.ts'

/** The columns that a filter reads. */
export function columnsOf(filter: FilterNode): number[] {
  if ('column' in filter) return [filter.column]
  return filter.kind === 'not' ? columnsOf(filter.filter) : filter.filters.flatMap(columnsOf)
}

/** A set of the caller's own. Removed documents may be in it. */
export function admittedBy(filter: FilterNode, segment: Segment): DocumentSet {
  const { documentCount } = segment
  switch (filter.kind) {
    case 'and':
      return filter.filters.reduce(
        (set, part) => set.and(admittedBy(part, segment)),
        new DocumentSet(documentCount).not(),
      )
    case 'or':
      return filter.filters.reduce((set, part) => set.or(admittedBy(part, segment)), new DocumentSet(documentCount))
    case 'not':
      return admittedBy(filter.filter, segment).not()
    case 'keyword': {
      const column = segment.keywords(filter.column)
      return kept(column, JSON.stringify(filter.values), () => holding(filter.values, column, documentCount))
    }
    case 'range': {
      const { from, to } = filter
      const numbers = segment.numbers(filter.column)
      return kept(numbers, `${from} ${to}`, () => between(from, to, numbers))
    }
  }
}

/** Filters are asked again and again: while someone types, and page after page. A live segment's columns are new ones at every call, and keep nothing. */
const sets = new WeakMap<KeywordColumn | NumberColumn, Map<string, DocumentSet>>()
const KEPT_CONDITIONS = 32

function kept(column: KeywordColumn | NumberColumn, condition: string, find: () => DocumentSet): DocumentSet {
  let known = sets.get(column)
  if (known === undefined || known.size >= KEPT_CONDITIONS) sets.set(column, (known = new Map()))
  let set = known.get(condition)
  if (set === undefined) known.set(condition, (set = find()))
  return set.copy()
}

// The loops below set every bit, if to 0: a branch that can't be foreseen costs more. They are no callbacks, which would not be inlined in both.

function holding(wanted: readonly string[], { values, starts, ordinals }: KeywordColumn, documentCount: number) {
  const isWanted = new Uint8Array(values.length)
  for (const value of wanted) {
    const ordinal = values.indexOf(value)
    if (ordinal !== -1) isWanted[ordinal] = 1
  }
  const bits = new Uint32Array(Math.ceil(documentCount / 32))
  for (let document = 0, i = 0; document < documentCount; document++) {
    let holds = 0
    for (const end = starts[document + 1]; i < end; i++) holds |= isWanted[ordinals[i]]
    bits[document >>> 5] |= holds << (document & 31)
  }
  return new DocumentSet(documentCount, bits)
}

function between(from: number, to: number, numbers: NumberColumn): DocumentSet {
  const bits = new Uint32Array(Math.ceil(numbers.length / 32))
  for (let document = 0; document < numbers.length; document++) {
    // No value is NaN, which is in no range.
    bits[document >>> 5] |= (numbers[document] >= from && numbers[document] <= to ? 1 : 0) << (document & 31)
  }
  return new DocumentSet(numbers.length, bits)
}
