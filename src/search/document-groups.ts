/** Groups of documents with the same value in a column, numbered over all segments of an index. A document without a value is a separate group. */
import type { FirstValues } from '../columns/column.ts'
import { columnTypes } from '../columns/column-types.ts'
import { DocumentSet } from '../columns/document-set.ts'
import type { Segment } from '../index/segment.ts'

/** The number of a group: 0 and above by value, below 0 for a document without one. */
export type GroupNumber = number

export class DocumentGroups {
  private readonly column: number
  private readonly numbers = new Map<string, GroupNumber>()
  private readonly values: string[] = []
  private current: { first: FirstValues; numbers: Int32Array } | undefined

  /** `column` is the place of the column in the schema; its type gives `firstValues`. */
  constructor(column: number) {
    this.column = column
  }

  /** From now on, documents are those of this segment. */
  enter(segment: Segment): void {
    const first = segment.column(this.column, columnTypes).firstValues?.()
    this.current = first && { first, numbers: new Int32Array(first.values.length).fill(-1) }
  }

  /** The group of a document of the segment, whose number over all segments is `order`. */
  of(document: number, order: number): GroupNumber {
    const { current } = this
    const place = current?.first.placeOf(document) ?? -1
    if (current === undefined || place === -1) return -1 - order
    const known = current.numbers[place]
    return known === -1 ? (current.numbers[place] = this.numberOf(current.first.values[place])) : known
  }

  /** The value of the documents of a group; undefined for a document without a value. */
  valueOf(group: GroupNumber): string | undefined {
    return this.values[group]
  }

  /** The documents of the segment whose value is that of one of some groups. Reads the column once. */
  documentsOf(chosen: { has(group: GroupNumber): boolean }, segment: Segment): DocumentSet {
    const documents = new DocumentSet(segment.documentCount)
    const { first, numbers } = this.current ?? {}
    for (
      let document = 0;
      first !== undefined && numbers !== undefined && document < segment.documentCount;
      document++
    ) {
      const place = first.placeOf(document)
      if (place !== -1 && chosen.has(this.of(document, 0))) documents.add(document)
    }
    return documents
  }

  private numberOf(value: string): GroupNumber {
    let number = this.numbers.get(value)
    if (number === undefined) {
      number = this.values.push(value) - 1
      this.numbers.set(value, number)
    }
    return number
  }
}
