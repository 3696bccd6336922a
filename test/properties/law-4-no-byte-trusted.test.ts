/** Law 4: a damaged file gives a `CorruptIndexError` or the right answer: never another error, a wrong answer or a hang. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnTypes } from '../../src/columns/column-types.ts'
import { CorruptIndexError, TrouvailleError } from '../../src/errors.ts'
import { GrowingSegmentList } from '../../src/index/growing-segment-list.ts'
import { PackedSegment } from '../../src/index/packed/packed-segment.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { columnCollection, columnSchema } from '../support/columns.ts'
import { expectSame } from '../support/expect-same.ts'
import { answer, buildSegments } from '../support/index-cuts.ts'
import { openRanges } from '../support/open-ranges.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { reseal } from '../support/reseal.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
/** With what makes every form of column: several sections in a document, and numbers that are no integers. */
const documents = fc
  .sample(columnCollection(), { seed: 7, numRuns: 8 })
  .flat()
  .slice(0, 60)
  .map((document, i) => ({ ...document, id: `d${i}` }))
const intact = buildSegments([{ documents, packed: true }], language, 3, columnSchema).toBytes()
const QUESTIONS = ['roi pêche', 'week-end comment', 'le', 'absent rare œuvre ville']

/** All that one can ask of a file. */
function useWhole(bytes: Uint8Array) {
  const list = new GrowingSegmentList(columnSchema, language)
  list.appendPacked(new PackedSegment(bytes))
  const found = documents.map(({ id }) => list.find(id)?.document)
  const stored = documents.map((_, i) => list.parts[0].segment.stored(i))
  const words: string[] = []
  list.parts[0].segment.scanWords('', folded => words.push(folded) > 0)
  const [{ segment }] = list.parts
  const columns = [0, 1, 2].map(place => documents.map((_, i) => segment.column(place, columnTypes).value(i)))
  return { answers: QUESTIONS.map(asked => answer(list, asked)), found, stored, words, columns }
}

function readColumns(bytes: Uint8Array) {
  const segment = new PackedSegment(bytes)
  return {
    keywords: () => segment.column(0, columnTypes),
    numbers: () => [segment.column(1, columnTypes), segment.column(2, columnTypes)],
  }
}

const right = useWhole(intact)

function expectRightOrCorrupt(bytes: Uint8Array): void {
  let got: ReturnType<typeof useWhole>
  try {
    got = useWhole(bytes)
  } catch (error) {
    if (error instanceof CorruptIndexError) return
    throw error
  }
  expectSame(got, right)
}

describe(`a file of ${documents.length} documents`, () => {
  test('each byte changed in turn: verify() finds it, and no answer is wrong', () => {
    for (let offset = 0; offset < intact.length; offset++) {
      const bytes = intact.slice()
      bytes[offset] ^= 1 << (offset % 8)
      expect(() => new PackedSegment(bytes).verify(), `byte ${offset}`).toThrow(CorruptIndexError)
      expectRightOrCorrupt(bytes)
    }
  })

  test('no damage leaves under fresh checksums: bytes are written whole and right, or not at all', () => {
    const written = (bytes: Uint8Array, change: (list: GrowingSegmentList) => void) => {
      const list = new GrowingSegmentList(columnSchema, language)
      list.appendPacked(new PackedSegment(bytes))
      change(list)
      return list.toBytes()
    }
    const changes = [
      () => {},
      (list: GrowingSegmentList) => list.remove('d3'),
      (list: GrowingSegmentList) => list.compact(),
    ]
    for (const change of changes) {
      const whole = written(intact, change)
      let refused = 0
      for (let offset = 0; offset < intact.length; offset += 7) {
        const bytes = intact.slice()
        bytes[offset] ^= 1 << (offset % 8)
        try {
          expect(Buffer.compare(written(bytes, change), whole), `byte ${offset}`).toBe(0)
        } catch (error) {
          if (!(error instanceof CorruptIndexError)) throw error
          refused++
        }
      }
      expect(refused).toBeGreaterThan(intact.length / 7 / 2)
    }
  })

  test('cut off anywhere, it is refused at once', () => {
    for (let length = 0; length < intact.length; length += 1 + (length % 13)) {
      expect(() => new PackedSegment(intact.slice(0, length)), `${length} bytes`).toThrow(CorruptIndexError)
    }
  })

  test('a missing byte or one too many anywhere is refused or does no harm', () => {
    fc.assert(
      fc.property(fc.nat(intact.length - 1), fc.boolean(), (offset, missing) => {
        const before = intact.subarray(0, offset)
        const after = intact.subarray(missing ? offset + 1 : offset)
        expectRightOrCorrupt(Uint8Array.of(...before, ...(missing ? [] : [0]), ...after))
      }),
    )
  })

  test('a file of another program is refused', () => {
    for (const text of [
      '',
      'PK\u0003\u0004 something else',
      '{"documentCount":3}',
      '\u0089PNG\r\n\u001a\n'.repeat(20),
    ]) {
      expect(() => new PackedSegment(Buffer.from(text, 'latin1'))).toThrow(CorruptIndexError)
    }
  })

  test('pages whose checksums were made to fit give no other error and no hang', () => {
    fc.assert(
      fc.property(fc.nat(intact.length - 1), fc.integer({ min: 1, max: 255 }), (offset, change) => {
        const bytes = intact.slice()
        bytes[offset] ^= change
        try {
          useWhole(reseal(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(TrouvailleError)
        }
      }),
      { numRuns: runs(1500) },
    )
  })

  test('the same for the columns, byte by byte', () => {
    const { start, end } = new PackedSegment(intact).file.sections.columns ?? { start: 0, end: 0 }
    expect(end - start).toBeGreaterThan(300)
    for (let offset = start; offset < end; offset++) {
      for (const change of [1, 0x80, 0xff]) {
        const bytes = intact.slice()
        bytes[offset] ^= change
        const { keywords, numbers } = readColumns(reseal(bytes))
        for (const read of [keywords, numbers]) {
          try {
            read()
          } catch (error) {
            expect(error).toBeInstanceOf(CorruptIndexError)
          }
        }
      }
    }
  })

  test('columns that the section has no room for are missed when they are read', () => {
    const bytes = intact.slice()
    const said = '"type":"number","bytes":'
    bytes[Buffer.from(bytes.buffer).indexOf(said) + said.length] = '9'.charCodeAt(0)
    expect(readColumns(reseal(bytes)).numbers).toThrow(CorruptIndexError)
  })

  test('the same of a file that is read in parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(intact.length - 1), fc.integer({ min: 1, max: 255 }), async (offset, change) => {
        const bytes = intact.slice()
        bytes[offset] ^= change
        try {
          const index = await openRanges(memorySource(reseal(bytes)), { language, cache: { bytes: 0 } })
          for (const question of QUESTIONS) await index.search(question, { prefix: true })
          for (const { id } of documents) await index.get(id)
        } catch (error) {
          expect(error).toBeInstanceOf(TrouvailleError)
        }
      }),
      { numRuns: runs(300) },
    )
  })
})
