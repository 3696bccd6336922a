/** The near keys of a table: those of a pass over all, in tables of one level and of several; and only leaves are read that may have some. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CheckedBytes } from '../../src/format/checked-bytes.ts'
import { nearEntries, nearLeaves } from '../../src/format/near-entries.ts'
import { NearSpelling } from '../../src/format/near-spelling.ts'
import { SortedTable, SortedTableWriter } from '../../src/format/sorted-table.ts'
import { pieceOf } from '../../src/text/fold.ts'
import { inOrderOfUtf8 } from '../../src/text/utf8.ts'
import { editsBetween } from '../support/edits-between.ts'
import { runs } from '../support/runs.ts'

const utf8 = new TextEncoder()
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** A table of small leaves, unchecked, with each key's length as its value. */
function tableOf(keys: readonly string[], rootLength: number): SortedTable {
  const writer = new SortedTableWriter({ leafLength: 32, rootLength })
  for (const key of inOrderOfUtf8([...keys])) writer.add(utf8.encode(key), Uint8Array.of(key.length))
  const { section, root } = writer.finish()
  const bytes = new Uint8Array(section.length + root.length)
  bytes.set(section)
  bytes.set(root, section.length)
  class Unchecked extends CheckedBytes {
    override ensure(): void {}
  }
  const source = new Unchecked(bytes, { headerLength: bytes.length, fileLength: bytes.length, mark: 0 })
  return new SortedTable(
    source,
    'lexicon',
    { start: 0, end: section.length },
    { start: section.length, end: bytes.length },
    32,
  )
}

const letter = fc.constantFrom('a', 'b', 'c', 'd', 'α', '𝒳', '-', "'", '1')
const key = fc.string({ unit: letter, minLength: 1, maxLength: 10 })

test('are those of a pass over all keys', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { maxLength: 120 }),
      fc.string({ unit: letter, maxLength: 10 }),
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom(16, 64, 4096),
      (keys, typed, most, rootLength) => {
        const piece = pieceOf(typed)
        const table = tableOf(keys, rootLength)
        const found = [...nearEntries(table, new NearSpelling(piece, most))].map(
          ({ key, edits, bytes, valueStart }) => {
            expect(bytes[valueStart]).toBe(decode(key).length)
            return [decode(key), edits]
          },
        )
        const expected = inOrderOfUtf8([...keys])
          .map((key): [string, number] => [key, editsBetween(pieceOf(key), piece)])
          .filter(([, edits]) => edits <= most)
        expect(found).toEqual(expected)
      },
    ),
    { numRuns: runs(2000) },
  )
})

test('one edit needs a sixth of the leaves of ten thousand words', () => {
  const consonants = 'bcdfglmnprst'
  const vowels = 'aeiou'
  const syllable = (n: number) => consonants[n % 12] + vowels[Math.floor(n / 12) % 5]
  const words = Array.from(
    { length: 10_000 },
    (_, i) =>
      syllable(i * 7) +
      syllable(i * 13 + 5) +
      syllable((i * i) % 97) +
      i.toString(5).replace(/\d/g, digit => 'xzvkj'[Number(digit)]),
  )
  const table = tableOf([...new Set(words)], 4096)
  const all = table.leavesWhere(() => true).length
  expect(nearLeaves(table, new NearSpelling(words[77].slice(1), 1)).length).toBeLessThan(all / 6)
})
