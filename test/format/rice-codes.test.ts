/** Rice codes: what is written is read, wherever it starts, and nothing beyond the limit is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BitWriter } from '../../src/format/bit-writer.ts'
import { ByteWriter } from '../../src/format/byte-writer.ts'
import { readRice, readUnary, writeQuotient } from '../../src/format/rice-codes.ts'

/** Most values are short; some are so long that they are written in 32 bits. */
const value = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat(15) },
  fc.nat(3000),
  fc.nat(2 ** 31 - 2),
)

const coded = fc.record({
  values: fc.array(value, { minLength: 1, maxLength: 150 }),
  width: fc.nat(24),
  /** Bytes before the base, and bits from the base to the first quotient. */
  base: fc.nat(9),
  gap: fc.nat(40),
})

/** Low bits from the base on, then `gap` bits, then quotients, then bytes of ones that are none of it. */
function write({ values, width, base, gap }: { values: number[]; width: number; base: number; gap: number }) {
  const writer = new ByteWriter()
  for (let i = 0; i < base; i++) writer.byte(0xff)
  const bits = new BitWriter(writer)
  for (const one of values) bits.bits(one & ((1 << width) - 1), width)
  for (let i = 0; i < gap; i++) bits.bits(1, 1)
  let end = values.length * width + gap
  for (const one of values) {
    writeQuotient(bits, one, width)
    end += one >>> width < 12 ? (one >>> width) + 1 : 12 + 32
  }
  bits.end()
  for (let i = 0; i < 8; i++) writer.byte(0xff)
  const bytes = writer.view()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { view, high: values.length * width + gap, end }
}

test('values come back, alone or added up', () => {
  fc.assert(
    fc.property(coded, fc.boolean(), (given, isAddedUp) => {
      const { values, width, base } = given
      const { view, high, end } = write(given)
      const out = new Uint32Array(values.length + 2).fill(7)
      const sums: number[] = []
      for (const one of values) sums.push((isAddedUp ? (sums.at(-1) ?? -1) : 0) + one + 1)
      fc.pre((sums.at(-1) ?? 0) < 2 ** 31)
      const [before, kept] = isAddedUp ? [-1, -1] : [0, 0]
      const read = readRice(view, base, 0, width, high, end, out, 1, values.length, before, kept)
      expect([read, ...out]).toEqual([end, 7, ...sums, 7])
      expect(readRice(view, base, 0, width, high, end - 1, out, 1, values.length, before, kept)).toBe(-1)
    }),
  )
})

test('values without low bits come back by their zeros', () => {
  fc.assert(
    fc.property(coded, given => {
      const { values, base } = given
      const { view, high, end } = write({ ...given, width: 0 })
      const out = new Uint32Array(values.length + 2).fill(7)
      const read = readUnary(view, base, high, end, out, 1, values.length)
      expect([read, ...out]).toEqual([end, 7, ...values.map(one => one + 1), 7])
      expect(readUnary(view, base, high, end - 1, out, 1, values.length)).toBe(-1)
    }),
  )
})

test('any bits are values or refused, and what lies outside stays', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 24, maxLength: 80 }),
      fc.integer({ min: 1, max: 100 }),
      fc.nat(64),
      (bytes, length, limit) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        const [a, b] = [0, 0].map(() => new Uint32Array(length + 2).fill(7))
        const unary = readUnary(view, 0, 0, limit, a, 1, length)
        const rice = readRice(view, 0, 0, 0, 0, limit, b, 1, length, 0, 0)
        expect(unary).toBe(rice)
        expect([a[0], a[length + 1]]).toEqual([7, 7])
        if (rice >= 0) expect(a).toEqual(b)
      },
    ),
  )
})
