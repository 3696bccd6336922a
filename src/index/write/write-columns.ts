/** Writes the columns of any segments as those of one file: the same bytes however the documents were cut. */

import { writeKeywordColumn } from '../../columns/keyword-column.ts'
import { writeNumberColumn } from '../../columns/number-column.ts'
import { ByteWriter } from '../../format/byte-writer.ts'
import type { ColumnField } from '../../schema/schema.ts'
import type { WrittenColumn } from '../packed/metadata.ts'
import type { Segment } from '../segment.ts'
import { type Origins, originsOf, type Source } from './numbered-source.ts'

/** What columns are read from. */
export type ColumnSource = Pick<Segment, 'keywords' | 'numbers'>

/** The columns as they stand in the file, and what the metadata says of them. */
export interface WrittenColumns {
  bytes: Uint8Array
  written: WrittenColumn[]
}

/** The columns side by side, in the schema's order. */
export function writeColumns(
  columns: readonly ColumnField[],
  sources: readonly Source<ColumnSource>[],
  origins = originsOf(sources),
): WrittenColumns {
  const writer = new ByteWriter()
  const written = columns.map(({ name, type }, column) => {
    const start = writer.length
    if (type === 'keyword') writeKeywordColumn(writer, mergeKeywords(sources, origins, column))
    else writeNumberColumn(writer, mergeNumbers(sources, origins, column))
    return { name, type, bytes: writer.length - start }
  })
  return { bytes: writer.toBytes(), written }
}

function mergeKeywords(sources: readonly Source<ColumnSource>[], origins: Origins, column: number): string[][] {
  return gather(sources, origins, segment => {
    const { values, starts, ordinals } = segment.keywords(column)
    return document => Array.from(ordinals.subarray(starts[document], starts[document + 1]), ordinal => values[ordinal])
  })
}

function mergeNumbers(sources: readonly Source<ColumnSource>[], origins: Origins, column: number): Float64Array {
  const numbers = gather(sources, origins, segment => {
    const numbers = segment.numbers(column)
    return document => numbers[document]
  })
  return Float64Array.from(numbers)
}

/** What each document has, in the order of the file. */
function gather<Value>(
  sources: readonly Source<ColumnSource>[],
  origins: Origins,
  readerOf: (segment: ColumnSource) => (document: number) => Value,
): Value[] {
  const readers = sources.map(({ segment }) => readerOf(segment))
  return Array.from(origins.sources, (source, i) => readers[source](origins.documents[i]))
}
