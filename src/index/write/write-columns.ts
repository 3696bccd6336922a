/** Writes the columns of any segments as those of one file. The bytes do not depend on the segments. */

import { columnTypes } from '../../columns/column-types.ts'
import { ByteWriter } from '../../format/byte-writer.ts'
import type { ColumnField } from '../../schema/schema.ts'
import type { WrittenColumn } from '../packed/metadata.ts'
import type { Segment } from '../segment.ts'
import { originsOf, type Source } from './numbered-source.ts'

/** The source of columns. */
export type ColumnSource = Pick<Segment, 'column'>

/** The bytes of the columns, and their metadata. */
export interface WrittenColumns {
  bytes: Uint8Array
  written: WrittenColumn[]
}

/** The columns, concatenated in the schema's order. */
export function writeColumns(
  fields: readonly ColumnField[],
  sources: readonly Source<ColumnSource>[],
  origins = originsOf(sources),
): WrittenColumns {
  const writer = new ByteWriter()
  const written = fields.map(({ name, type }, place) => {
    const start = writer.length
    const columns = sources.map(({ segment }) => segment.column(place, columnTypes))
    const values = Array.from(origins.sources, (source, i) => columns[source].value(origins.documents[i]))
    columnTypes[type].write(writer, values)
    return { name, type, bytes: writer.length - start }
  })
  return { bytes: writer.toBytes(), written }
}
