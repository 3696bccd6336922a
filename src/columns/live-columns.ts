/** The columns of a live segment: each document's values are appended as it is added. */

import type { Column, LiveColumn } from './column.ts'
import { type ColumnType, columnTypes } from './column-types.ts'

export class LiveColumns {
  private readonly columns: readonly LiveColumn[]

  constructor(fields: readonly { type: ColumnType }[]) {
    this.columns = fields.map(({ type }) => columnTypes[type].makeLive())
  }

  /** Adds the values of a document, by column. */
  push(values: readonly unknown[]): void {
    for (let place = 0; place < this.columns.length; place++) this.columns[place].push(values[place])
  }

  /** The current column with this index in the schema. */
  column(place: number): Column {
    return this.columns[place].view()
  }
}
