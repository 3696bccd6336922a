/** The first documents in the order of columns. Equal ones go by order of insertion, which is the same in any cut into segments. */

import type { Segment } from '../index/segment.ts'
import type { CheckedSortField } from '../schema/sort.ts'
import { fold } from '../text/fold.ts'
import type { RankedOrder, Ranking } from './top-documents.ts'

type Value = number | string | undefined

interface Entry extends RankedOrder {
  values: Value[]
}

export class SortedDocuments implements Ranking {
  /** Any score may be among the first. */
  readonly threshold = Number.NEGATIVE_INFINITY
  private readonly fields: readonly CheckedSortField[]
  private readonly capacity: number
  private entries: Entry[] = []
  /** The last of the first `capacity` when they were last sorted: what comes after it need not be kept. */
  private bound: Entry | undefined
  private readers: ((document: number, score: number) => Value)[] = []

  constructor(fields: readonly CheckedSortField[], capacity: number) {
    this.fields = fields
    this.capacity = capacity
  }

  enter(segment: Segment): void {
    this.readers = this.fields.map(field => readerOf(field, segment))
  }

  offer(score: number, order: number, document: number): void {
    const { bound, entries, fields, capacity } = this
    const [readFirst, ...others] = this.readers
    const first = readFirst(document, score)
    // Most documents go here, and cost no more than this.
    if (bound !== undefined && compareValues(first, bound.values[0], fields[0].descending) > 0) return
    const entry = { score, order, values: [first, ...others.map(read => read(document, score))] }
    if (bound !== undefined && this.compare(entry, bound) > 0) return
    entries.push(entry)
    // Sorting twice as many as are wanted, now and then, costs less than keeping them sorted.
    if (entries.length >= 2 * capacity + 64) this.entries = this.sorted()
  }

  sorted(): Entry[] {
    const { entries, capacity } = this
    entries.sort((a, b) => this.compare(a, b))
    this.bound = entries[capacity - 1]
    return entries.slice(0, capacity)
  }

  private compare(a: Entry, b: Entry): number {
    for (let i = 0; i < this.fields.length; i++) {
      const order = compareValues(a.values[i], b.values[i], this.fields[i].descending)
      if (order !== 0) return order
    }
    return a.order - b.order
  }
}

/** No value comes last, whichever the direction. */
function compareValues(a: Value, b: Value, descending: boolean): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1
  return a < b === descending ? 1 : -1
}

function readerOf(
  { column, isKeyword }: CheckedSortField,
  segment: Segment,
): (document: number, score: number) => Value {
  if (column === undefined) return (_, score) => score
  if (!isKeyword) {
    const numbers = segment.numbers(column)
    return document => (Number.isNaN(numbers[document]) ? undefined : numbers[document])
  }
  const { values, starts, ordinals } = segment.keywords(column)
  const texts = textsOf(values)
  return document => {
    if (starts[document] === starts[document + 1]) return undefined
    const ordinal = ordinals[starts[document]]
    return (texts[ordinal] ??= textToSortBy(values[ordinal]))
  }
}

/** By dictionary: what its values are sorted by, as far as it was asked for. A segment that goes takes its texts along. */
const sortTexts = new WeakMap<readonly string[], string[]>()

function textsOf(values: readonly string[]): string[] {
  const texts = sortTexts.get(values) ?? []
  sortTexts.set(values, texts)
  return texts
}

/** Accents and capitals decide where nothing else does, as in a French dictionary: Élysée comes before Enfance. The same on any machine, as ICU's orders are not. */
export function textToSortBy(value: string): string {
  return `${fold(value.toLowerCase())}\u0000${value}`
}
