/** Posting and position lists: what is written is read, whatever the block length, by stepping and by seeking. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CorruptIndexError } from '../../src/errors.ts'
import { ByteWriter } from '../../src/format/byte-writer.ts'
import { PositionListReader, writePositionList } from '../../src/format/position-list.ts'
import { PostingListReader, writePostingList } from '../../src/format/posting-list.ts'

const DOCUMENTS = 70_000

const posting = (gap: fc.Arbitrary<number>, mostPositions: number) =>
  fc.record({
    gap,
    positions: fc.uniqueArray(fc.oneof(fc.nat(20), fc.nat(3000)), { minLength: 1, maxLength: mostPositions }),
  })

/** Documents in clusters with long gaps between and frequencies with long tails, or in runs, once each. */
const postings = fc
  .oneof(
    fc.array(posting(fc.oneof(fc.nat(2), fc.nat(40), fc.nat(9000)), 12), { minLength: 1, maxLength: 300 }),
    fc.array(posting(fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, fc.nat(9000)), 1), {
      minLength: 1,
      maxLength: 300,
    }),
    fc.array(posting(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(90)), 2), {
      minLength: 1,
      maxLength: 300,
    }),
  )
  .map(list => {
    let document = -1
    return list
      .map(({ gap, positions }) => {
        document += gap + 1
        return { document, positions: positions.sort((a, b) => a - b) }
      })
      .filter(posting => posting.document < DOCUMENTS)
  })
  .filter(list => list.length > 0)

test('postings and positions come back', () => {
  fc.assert(
    fc.property(
      postings,
      fc.constantFrom(1, 2, 3, 32, 128, 256),
      fc.array(fc.nat(DOCUMENTS)),
      (list, blockLength, targets) => {
        const documents = Uint32Array.from(list, posting => posting.document)
        const frequencies = Uint32Array.from(list, posting => posting.positions.length)
        const positions = Uint32Array.from(list.flatMap(posting => posting.positions))
        const norms = Uint8Array.from({ length: DOCUMENTS }, (_, document) => (document * 7) % 40)
        const bounds = Float64Array.from({ length: 256 }, (_, norm) => norm * 2 + 1)
        const bytes = new ByteWriter()
        const scratch = new ByteWriter()
        const written = { count: list.length, documents, frequencies, positions, norms, bounds }
        const positionBytes = writePositionList(bytes, written, scratch, blockLength)
        const positionsEnd = bytes.length
        writePostingList(bytes, { ...written, positionBytes }, scratch, blockLength)
        const end = bytes.length
        bytes.uint32(0)

        const reader = new PostingListReader(blockLength)
        const places = new PositionListReader(blockLength, positions.length)
        reader.open(bytes.view(), positionsEnd, end, list.length, DOCUMENTS)
        const documentFrequency = list.length
        places.open(bytes.view(), {
          field: 0,
          documentFrequency,
          start: positionsEnd,
          end,
          positionsStart: 0,
          positionsEnd,
          hasPositions: true,
        })
        let n = 0
        for (let length = reader.nextBlock(); length > 0; length = reader.nextBlock()) {
          for (let i = 0; i < length; i++, n++) {
            expect(reader.documents[i]).toBe(list[n].document)
            expect(reader.frequencies[i]).toBe(list[n].positions.length)
            places.read(n, documents, frequencies, 0, norms, bounds)
            expect([...places.positions.subarray(0, places.length)]).toEqual(list[n].positions)
          }
        }
        expect(n).toBe(list.length)

        reader.open(bytes.view(), positionsEnd, end, list.length, DOCUMENTS)
        for (const target of targets.sort((a, b) => a - b)) {
          const length = reader.seekBlock(target)
          const expected = list.find(({ document }) => document >= target)
          const i = reader.documents.subarray(0, length).findIndex(document => document >= target)
          expect(i < 0 ? undefined : reader.documents[i]).toBe(expected?.document)
          if (i < 0) break
          const index = reader.block * blockLength + i
          places.read(index, documents, frequencies, 0, norms, bounds)
          expect([...places.positions.subarray(0, places.length)]).toEqual(list[index].positions)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['gaps', [0x02, 0xef, 0x04], [7, 11], [1, 3]],
  ['runs', [0xff, 0x21, 0x00, 0x53], [5, 6, 7, 8], [1, 1, 1, 1]],
])('reads the worked example of docs/format.md: %s', (_, bytes, documents, frequencies) => {
  const reader = new PostingListReader()
  reader.open(Uint8Array.of(...bytes, 0, 0, 0, 0), 0, bytes.length, documents.length, 12)
  expect(reader.nextBlock()).toBe(documents.length)
  expect([...reader.documents.subarray(0, documents.length)]).toEqual(documents)
  expect([...reader.frequencies.subarray(0, documents.length)]).toEqual(frequencies)
})

test('runs of more or fewer documents than there are, and more runs than documents, are refused', () => {
  const read = (bytes: number[], count: number) => {
    const reader = new PostingListReader()
    reader.open(Uint8Array.of(...bytes, 0, 0, 0, 0), 0, bytes.length, count, 12)
    return reader.nextBlock()
  }
  for (const count of [3, 5]) expect(() => read([0xff, 0x21, 0x00, 0x53], count)).toThrow(CorruptIndexError)
  expect(() => read([0xff, 0x21, 0x04, 0x53], 4)).toThrow(CorruptIndexError)
})

test('gaps that lead around 2³² and back are refused', () => {
  const reader = new PostingListReader()
  // In gaps of 2³² − 1 and 5: 12 zeros and 32 ones; five zeros and a one.
  const bytes = [0xe0, 0x00, 0xf0, 0xff, 0xff, 0xff, 0x0f, 0x02]
  reader.open(Uint8Array.of(...bytes, 0, 0, 0, 0), 0, bytes.length, 2, 12)
  expect(() => reader.nextBlock()).toThrow(CorruptIndexError)
})
