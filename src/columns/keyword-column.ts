/**
 * A column of strings: a dictionary, and by document which of its values it holds.
 *
 *     column   = varint(values) value{values} varint(least) varint(most) bits
 *     value    = string                                 front-coded with the value before it; ascending in code-unit order
 *     bits     = count{documents} ordinal…              count: how many values a document holds, less `least`
 */
import { BitReader } from '../format/bit-reader.ts'
import { BitWriter, bitWidth } from '../format/bit-writer.ts'
import { ByteReader, decodeUtf8 } from '../format/byte-reader.ts'
import type { ByteWriter } from '../format/byte-writer.ts'
import { readFrontCoded, writeFrontCoded } from '../format/front-coding.ts'
import { escapeSurrogates, unescapeSurrogates } from '../format/lone-surrogates.ts'
import type { KeywordColumn } from './column.ts'

const utf8 = new TextEncoder()

/** Writes what each document holds: no value twice. */
export function writeKeywordColumn(writer: ByteWriter, documents: readonly (readonly string[])[]): void {
  const values = [...new Set(documents.flat())].sort()
  writer.varint(values.length)
  let previous = new Uint8Array(0)
  for (const value of values) {
    const bytes = utf8.encode(escapeSurrogates(value))
    writeFrontCoded(writer, previous, bytes)
    previous = bytes
  }
  const counts = documents.map(({ length }) => length)
  const least = counts.reduce((a, b) => Math.min(a, b), counts[0] ?? 0)
  const most = counts.reduce((a, b) => Math.max(a, b), 0)
  writer.varint(least)
  writer.varint(most)
  const bits = new BitWriter(writer)
  for (const count of counts) bits.wide(count - least, bitWidth(most - least))
  const ordinals = new Map(values.map((value, ordinal) => [value, ordinal]))
  const width = bitWidth(Math.max(0, values.length - 1))
  for (const value of documents.flat()) bits.wide(ordinals.get(value) ?? 0, width)
  bits.end()
}

/** Reads the column between `start` and `end`, which the caller has checked, for so many documents. */
export function readKeywordColumn(bytes: Uint8Array, start: number, end: number, documentCount: number): KeywordColumn {
  const reader = new ByteReader(bytes, start, end, 'columns')
  const values = readValues(reader)
  const most = () => reader.count(values.length, 'the number of values of a document')
  const [least, greatest] = [most(), most()]
  if (least > greatest) throw reader.corrupt('a document has fewer values than the least')
  const bits = new BitReader('columns')
  bits.open(bytes, reader.position, end)
  const room = (end - reader.position) * 8
  const starts = new Uint32Array(documentCount + 1)
  const countWidth = bitWidth(greatest - least)
  let total = 0
  for (let document = 0; document < documentCount; document++) {
    const count = least + bits.wide(countWidth)
    if (count > greatest) throw reader.corrupt('a document has more values than the most')
    total += count
    starts[document + 1] = total
  }
  const width = bitWidth(Math.max(0, values.length - 1))
  if (Math.ceil((documentCount * countWidth + total * width) / 8) * 8 !== room) {
    throw reader.corrupt('a column has not the length it should')
  }
  const ordinals = new Uint32Array(total)
  for (let i = 0; i < total; i++) {
    const ordinal = bits.wide(width)
    if (ordinal >= values.length) throw reader.corrupt('a value is not in the dictionary')
    ordinals[i] = ordinal
  }
  return { values, starts, ordinals }
}

function readValues(reader: ByteReader): string[] {
  // A value takes a byte at the least.
  const count = reader.count(reader.end - reader.position, 'the number of values')
  const values: string[] = []
  let previous: Uint8Array = new Uint8Array(0)
  for (let i = 0; i < count; i++) {
    previous = readFrontCoded(reader, previous)
    const value = unescapeSurrogates(decodeUtf8(previous, () => reader.corrupt('a value is not UTF-8')))
    if (i > 0 && value <= values[i - 1]) throw reader.corrupt('values are not in order')
    values.push(value)
  }
  return values
}
