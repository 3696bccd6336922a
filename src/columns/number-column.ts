/**
 * A column of numbers or dates: exact, and as narrow as the numbers allow.
 *
 *     column = byte(0) float64{documents}                                       NaN (7FF8000000000000) for none
 *            | byte(1) float64(least) varint(step) byte(width) bits{documents}  0 for none, else (value − least) / step + 1
 *
 * The second form is for integers: days, prices in cents and years take some bits each.
 */
import { BitReader } from '../format/bit-reader.ts'
import { BitWriter, bitWidth } from '../format/bit-writer.ts'
import { ByteReader } from '../format/byte-reader.ts'
import type { ByteWriter } from '../format/byte-writer.ts'
import { GrowingFloat64Array } from '../format/growing-array.ts'
import { type Column, ConditionCache, type CountedRange, type LiveColumn, type SortKey } from './column.ts'
import { DocumentSet } from './document-set.ts'

/** The document's number is between `from` and `to`, inclusive. */
interface NumberRange {
  readonly from: number
  readonly to: number
}

export class NumberColumn implements Column<number> {
  /** By document; NaN if it has none. */
  readonly numbers: Float64Array
  private readonly cache = new ConditionCache()

  constructor(numbers: Float64Array) {
    this.numbers = numbers
  }

  value(document: number): number {
    return this.numbers[document]
  }

  countHolders(): number {
    return this.numbers.filter(number => !Number.isNaN(number)).length
  }

  select({ from, to }: NumberRange): DocumentSet {
    return this.cache.get(`${from} ${to}`, () => this.between(from, to))
  }

  private between(from: number, to: number): DocumentSet {
    const { numbers } = this
    const bits = new Uint32Array(Math.ceil(numbers.length / 32))
    for (let word = 0, document = 0; word < bits.length; word++) {
      const end = Math.min(document + 32, numbers.length)
      let held = 0
      for (let bit = 0; document < end; bit++, document++) {
        // NaN (no value) is in no range. Every bit is written, even 0, because an unpredictable branch costs more.
        const number = numbers[document]
        held |= ((number >= from ? 1 : 0) & (number <= to ? 1 : 0)) << bit
      }
      bits[word] = held
    }
    return new DocumentSet(numbers.length, bits)
  }

  count(documents: DocumentSet, counts: Map<string, number>, ranges: readonly CountedRange[] = []): void {
    const { numbers } = this
    const byRange = new Uint32Array(ranges.length)
    documents.forEach(document => {
      for (let r = 0; r < ranges.length; r++) {
        if (numbers[document] >= ranges[r].from && numbers[document] <= ranges[r].to) byRange[r]++
      }
    })
    ranges.forEach(({ value }, r) => {
      counts.set(value, (counts.get(value) ?? 0) + byRange[r])
    })
  }

  sortKeys(): (document: number) => SortKey {
    const { numbers } = this
    return document => (Number.isNaN(numbers[document]) ? undefined : numbers[document])
  }
}

/** By document, the numbers of a column with numbers. */
export function numbersOf(column: Column): Float64Array {
  if (column instanceof NumberColumn) return column.numbers
  throw new TypeError('The column does not hold numbers.')
}

export class LiveNumberColumn implements LiveColumn<number> {
  private readonly numbers = new GrowingFloat64Array()

  push(number: number): void {
    this.numbers.push(number)
  }

  view(): NumberColumn {
    const { values, length } = this.numbers
    return new NumberColumn(values.subarray(0, length))
  }
}

const FLOATS = 0
const STEPS = 1
const MAX_WIDTH = 53

/** Writes numbers by document, NaN for none. */
export function writeNumberColumn(writer: ByteWriter, numbers: Float64Array): void {
  const some = numbers.filter(number => !Number.isNaN(number))
  const least = some.reduce((a, b) => Math.min(a, b), some[0] ?? 0)
  const most = some.reduce((a, b) => Math.max(a, b), least)
  if (some.every(Number.isSafeInteger) && Number.isSafeInteger(most - least + 1)) {
    const step = some.reduce((divisor, number) => commonDivisor(number - least, divisor), 0) || 1
    writer.byte(STEPS)
    writeFloat64(writer, least)
    writer.varint(step)
    const width = some.length === 0 ? 0 : bitWidth((most - least) / step + 1)
    writer.byte(width)
    const bits = new BitWriter(writer)
    for (const number of numbers) bits.wide(Number.isNaN(number) ? 0 : (number - least) / step + 1, width)
    bits.end()
  } else {
    writer.byte(FLOATS)
    for (const number of numbers) writeFloat64(writer, number)
  }
}

function commonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b]
  return a
}

/** NaN has many forms, from which a machine may choose; the file has one. */
function writeFloat64(writer: ByteWriter, number: number): void {
  const bytes = new Uint8Array(8)
  if (Number.isNaN(number)) bytes.set([0xf8, 0x7f], 6)
  else new DataView(bytes.buffer).setFloat64(0, number, true)
  writer.bytes(bytes)
}

/** Reads the column between `start` and `end`, which the caller has checked. */
export function readNumberColumn(bytes: Uint8Array, start: number, end: number, documentCount: number): Float64Array {
  const reader = new ByteReader(bytes, start, end, 'columns')
  const form = reader.byte()
  if (form === FLOATS) return readFloats(reader, documentCount)
  if (form !== STEPS) throw reader.corrupt()
  const least = readFloat64(reader)
  const step = reader.varint()
  const width = reader.byte()
  if (width > MAX_WIDTH || Math.ceil((documentCount * width) / 8) !== end - reader.position) {
    throw reader.corrupt()
  }
  const bits = new BitReader('columns')
  bits.open(bytes, reader.position, end)
  const numbers = new Float64Array(documentCount)
  for (let document = 0; document < documentCount; document++) {
    const steps = bits.wide(width)
    const number = steps === 0 ? Number.NaN : least + (steps - 1) * step
    if (steps > 0 && !Number.isSafeInteger(number)) throw reader.corrupt()
    numbers[document] = number
  }
  return numbers
}

function readFloats(reader: ByteReader, documentCount: number): Float64Array {
  if (reader.end - reader.position !== documentCount * 8) throw reader.corrupt()
  return Float64Array.from({ length: documentCount }, () => readFloat64(reader))
}

function readFloat64(reader: ByteReader): number {
  const { buffer, byteOffset } = reader.take(8)
  const number = new DataView(buffer, byteOffset).getFloat64(0, true)
  if (Math.abs(number) === Number.POSITIVE_INFINITY) throw reader.corrupt()
  return number
}
