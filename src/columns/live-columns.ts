/** The columns of a live segment: values pushed behind one another as documents come. */

import { GrowingFloat64Array, GrowingUint32Array } from '../format/growing-array.ts'
import type { KeywordColumn, NumberColumn } from '../index/segment.ts'
import type { ColumnField } from '../schema/schema.ts'
import type { ColumnValue } from './column-value.ts'

export class LiveColumns {
  private readonly columns: readonly (LiveKeywords | GrowingFloat64Array)[]

  constructor(fields: readonly ColumnField[]) {
    this.columns = fields.map(({ type }) => (type === 'keyword' ? new LiveKeywords() : new GrowingFloat64Array()))
  }

  /** Takes the values of a document, by column. */
  push(values: readonly ColumnValue[]): void {
    this.columns.forEach((column, i) => {
      const value = values[i]
      if (column instanceof LiveKeywords) column.push(value as readonly string[])
      else column.push(value as number)
    })
  }

  keywords(column: number): KeywordColumn {
    return (this.columns[column] as LiveKeywords).view()
  }

  numbers(column: number): NumberColumn {
    const { values, length } = this.columns[column] as GrowingFloat64Array
    return values.subarray(0, length)
  }
}

/** Values in order of appearance. */
class LiveKeywords {
  private readonly values: string[] = []
  private readonly known = new Map<string, number>()
  private readonly starts = new GrowingUint32Array()
  private readonly ordinals = new GrowingUint32Array()

  constructor() {
    this.starts.push(0)
  }

  push(values: readonly string[]): void {
    for (const value of values) {
      let ordinal = this.known.get(value)
      if (ordinal === undefined) {
        ordinal = this.values.push(value) - 1
        this.known.set(value, ordinal)
      }
      this.ordinals.push(ordinal)
    }
    this.starts.push(this.ordinals.length)
  }

  view(): KeywordColumn {
    const { values, starts, ordinals } = this
    return {
      values,
      starts: starts.values.subarray(0, starts.length),
      ordinals: ordinals.values.subarray(0, ordinals.length),
    }
  }
}
