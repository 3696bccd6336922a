/** Columns come back as they were written, in as few bytes as docs/format.md says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readKeywordColumn, writeKeywordColumn } from '../../src/columns/keyword-column.ts'
import { readNumberColumn, writeNumberColumn } from '../../src/columns/number-column.ts'
import { ByteWriter } from '../../src/format/byte-writer.ts'

function written(write: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter()
  writer.bytes(Uint8Array.of(1, 2, 3))
  write(writer)
  return writer.toBytes()
}

function writtenNumbers(numbers: readonly number[]): Uint8Array {
  return written(writer => writeNumberColumn(writer, Float64Array.from(numbers)))
}

const lone = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)) })

test('keywords, whatever they are made of', () => {
  const values = fc.uniqueArray(fc.oneof(fc.constantFrom('a', 'ab', 'abc', 'b', 'é', '👑'), lone), { maxLength: 4 })
  fc.assert(
    fc.property(fc.array(values), documents => {
      const bytes = written(writer => writeKeywordColumn(writer, documents))
      const { values, starts, ordinals } = readKeywordColumn(bytes, 3, bytes.length, documents.length)
      expect(values).toEqual([...new Set(documents.flat())].sort())
      const held = documents.map((_, d) => [...ordinals.subarray(starts[d], starts[d + 1])].map(o => values[o]))
      expect(held).toEqual(documents)
    }),
  )
})

test('numbers, to the last bit', () => {
  const number = fc.oneof(
    fc.double({ noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.integer({ min: -9, max: 9 }).map(n => n * 86_400_000),
    fc.constant(Number.NaN),
  )
  const numbers = fc.oneof(fc.array(number), fc.array(fc.maxSafeInteger()), fc.array(fc.nat(5)))
  fc.assert(
    fc.property(numbers, numbers => {
      // The door has made 0 of −0.
      const expected = numbers.map(number => number + 0)
      const bytes = writtenNumbers(expected)
      expect([...readNumberColumn(bytes, 3, bytes.length, numbers.length)]).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('days, prices and years take some bits each', () => {
  const days = Array.from({ length: 800 }, (_, i) => Date.UTC(2019, 0, 1 + ((i * 7) % 365)))
  // 365 days and none: nine bits.
  expect(writtenNumbers(days).length - 3).toBeLessThanOrEqual(900 + 16)
  expect(writtenNumbers(days.map(() => 5)).length - 3).toBe(100 + 11)
})

test('the example of the format', () => {
  const keywords = [['monde'], [], ['culture', 'monde']]
  expect([...written(writer => writeKeywordColumn(writer, keywords))].slice(3)).toEqual([
    2, 0x70, ...Buffer.from('culture'), 0x50, ...Buffer.from('monde'), 0, 2, 0b01_10_00_01, 0b1,
  ]) // biome-ignore format: bytes
  expect([...writtenNumbers([20, Number.NaN, 10])].slice(3)).toEqual([
    1, 0, 0, 0, 0, 0, 0, 0x24, 0x40, 10, 2, 0b01_00_10,
  ])
})
