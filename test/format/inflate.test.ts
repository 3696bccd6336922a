import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CorruptIndexError } from '../../src/errors.ts'
import { inflate, inflateHere } from '../../src/format/inflate.ts'

const place = { corrupt: (problem: string) => new CorruptIndexError('stored', 0, problem) }

/** Bytes of all kinds: texts that repeat themselves, noise, and one byte over and over. */
const contents = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 200 }).map(text => new TextEncoder().encode(text)),
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(fc.integer({ min: 0, max: 255 }), fc.nat({ max: 70_000 }))
        .map(([byte, n]) => new Uint8Array(n).fill(byte)),
      fc.lorem({ maxCount: 200 }).map(text => new TextEncoder().encode(text)),
    ),
    { maxLength: 6 },
  )
  .map(parts => new Uint8Array(Buffer.concat(parts)))
const strategy = fc.constantFrom(
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FILTERED,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
  constants.Z_FIXED,
)
const level = fc.integer({ min: 0, max: 9 })

describe('inflate', () => {
  test('gives what zlib packed, at each level and by each strategy', () => {
    fc.assert(
      fc.property(contents, level, strategy, (bytes, level, strategy) => {
        const unpacked = inflate(deflateRawSync(bytes, { level, strategy }), bytes.length, place)
        expect(Buffer.compare(unpacked, bytes)).toBe(0)
        const here = inflateHere(deflateRawSync(bytes, { level, strategy }), bytes.length)
        expect(here && Buffer.compare(here, bytes)).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  test.each([-1, 1])('throws if the length is wrong by %i', by => {
    fc.assert(
      fc.property(contents, level, (bytes, level) => {
        fc.pre(bytes.length + by >= 0)
        expect(() => inflate(deflateRawSync(bytes, { level }), bytes.length + by, place)).toThrow(CorruptIndexError)
      }),
    )
  })

  test('throws for what is cut off', () => {
    fc.assert(
      fc.property(contents, level, fc.nat(), (bytes, level, cut) => {
        const packed = deflateRawSync(bytes, { level })
        fc.pre(bytes.length > 0)
        expect(() => inflate(packed.subarray(0, cut % (packed.length - 1)), bytes.length, place)).toThrow(
          CorruptIndexError,
        )
      }),
    )
  })

  test('gives as many bytes as were promised or throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat({ max: 40_000 }), (packed, length) => {
        try {
          expect(inflate(packed, length, place).length).toBe(length)
        } catch (error) {
          expect(error).toBeInstanceOf(CorruptIndexError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('refuses a promise that no bytes can keep, before any memory is taken for it', () => {
    expect(() => inflate(new Uint8Array(10), 2 ** 40, place)).toThrow('promises too much')
  })
})
