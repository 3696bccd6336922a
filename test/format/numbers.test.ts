/** The ways in which the format writes numbers: what is written is read, at every edge. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CorruptIndexError } from '../../src/errors.ts'
import { BitReader } from '../../src/format/bit-reader.ts'
import { BitWriter } from '../../src/format/bit-writer.ts'
import { ByteReader } from '../../src/format/byte-reader.ts'
import { ByteWriter } from '../../src/format/byte-writer.ts'
import { crc32 } from '../../src/format/crc32.ts'
import { encodeLength, lengthOfNorm } from '../../src/index/length-norm.ts'

describe('varints', () => {
  test.each([
    [0, [0]],
    [127, [127]],
    [128, [128, 1]],
    [300, [172, 2]],
    [2 ** 32, [128, 128, 128, 128, 16]],
  ])('%d is written as %j', (value, bytes) => {
    const writer = new ByteWriter(1)
    writer.varint(value)
    expect([...writer.view()]).toEqual(bytes)
  })

  test('every number below 2^53 comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), values => {
        const writer = new ByteWriter(1)
        for (const value of values) writer.varint(value)
        const bytes = writer.toBytes()
        const reader = new ByteReader(bytes, 0, bytes.length, 'test')
        expect(values.map(() => reader.varint())).toEqual(values)
        expect(() => reader.varint()).toThrow(CorruptIndexError)
      }),
    )
  })

  test('one that does not end, or is too long, is refused', () => {
    for (const bytes of [[128], [255, 255, 255, 255, 255, 255, 255, 255, 1]]) {
      expect(() => new ByteReader(Uint8Array.from(bytes), 0, bytes.length, 'test').varint()).toThrow(CorruptIndexError)
    }
  })
})

test('truncated binary gives back every value of every range', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 2 ** 30 }), fc.nat(2 ** 30))), pairs => {
      const writer = new ByteWriter()
      const bits = new BitWriter(writer)
      for (const [range, value] of pairs) bits.oneOf(value % range, range)
      bits.end()
      const reader = new BitReader('test')
      reader.open(writer.view(), 0, writer.length)
      for (const [range, value] of pairs) expect(reader.oneOf(range)).toBe(value % range)
    }),
  )
})

test('the CRC of "123456789" is the one that every CRC-32 gives', () => {
  const bytes = new TextEncoder().encode('123456789')
  expect(crc32(bytes)).toBe(0xcbf43926)
  expect(crc32(bytes, 4, 9, crc32(bytes, 0, 4)), 'in two parts').toBe(0xcbf43926)
})

describe('lengths in a byte', () => {
  test('are exact up to 40, and never grow when read', () => {
    for (let length = 0; length <= 40; length++) expect(lengthOfNorm[encodeLength(length)]).toBe(length)
    fc.assert(
      fc.property(fc.nat(2 ** 31), length => {
        const read = lengthOfNorm[encodeLength(length)]
        expect(read).toBeLessThanOrEqual(length)
        expect(read).toBeGreaterThan(length * 0.88 - 1)
      }),
    )
  })

  test('keep the order of lengths', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        if (a <= b) expect(encodeLength(a)).toBeLessThanOrEqual(encodeLength(b))
      }),
    )
  })
})
