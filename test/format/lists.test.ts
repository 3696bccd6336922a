/** Posting and position lists: what is written is read, whatever the block length, by stepping and by seeking. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteWriter } from '../../src/format/byte-writer.ts'
import { encodeExtent } from '../../src/format/extent.ts'
import { PositionListReader, positionBlockLength, writePositionList } from '../../src/format/position-list.ts'
import { PostingListReader, writePostingList } from '../../src/format/posting-list.ts'

const DOCUMENTS = 70_000

/** Documents in clusters with long gaps between, and frequencies with long tails. */
const postings = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.nat(2), fc.nat(40), fc.nat(9000)),
      positions: fc.uniqueArray(fc.oneof(fc.nat(20), fc.nat(3000)), { minLength: 1, maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 300 },
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
        const extents = new Uint8Array(DOCUMENTS)
        for (const posting of list) extents[posting.document] = encodeExtent((posting.positions.at(-1) ?? 0) + 1)
        const bytes = new ByteWriter()
        const scratch = new ByteWriter()
        writePostingList(bytes, documents, frequencies, list.length, new Uint8Array(DOCUMENTS), scratch, blockLength)
        const postingsEnd = bytes.length
        const written = { count: list.length, documents, frequencies, positions, extents }
        writePositionList(bytes, written, scratch, positionBlockLength(blockLength))
        const positionsEnd = bytes.length
        bytes.uint32(0)

        const reader = new PostingListReader(blockLength)
        const places = new PositionListReader(positionBlockLength(blockLength))
        reader.open(bytes.view(), 0, postingsEnd, list.length, DOCUMENTS)
        places.open(bytes.view(), postingsEnd, positionsEnd, list.length)
        let n = 0
        for (let length = reader.nextBlock(); length > 0; length = reader.nextBlock()) {
          for (let i = 0; i < length; i++, n++) {
            expect(reader.documents[i]).toBe(list[n].document)
            expect(reader.frequencies[i]).toBe(list[n].positions.length)
            places.read(n, documents, frequencies, 0, extents)
            expect([...places.positions.subarray(0, places.length)]).toEqual(list[n].positions)
          }
        }
        expect(n).toBe(list.length)

        reader.open(bytes.view(), 0, postingsEnd, list.length, DOCUMENTS)
        for (const target of targets.sort((a, b) => a - b)) {
          const length = reader.seekBlock(target)
          const expected = list.find(({ document }) => document >= target)
          const i = reader.documents.subarray(0, length).findIndex(document => document >= target)
          expect(i < 0 ? undefined : reader.documents[i]).toBe(expected?.document)
          if (i < 0) break
          const index = reader.block * blockLength + i
          places.read(index, documents, frequencies, 0, extents)
          expect([...places.positions.subarray(0, places.length)]).toEqual(list[index].positions)
        }
      },
    ),
    { numRuns: 300 },
  )
})
