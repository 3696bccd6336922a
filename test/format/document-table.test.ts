/** The table of documents against a list of blocks, short enough for the header and longer. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CorruptIndexError } from '../../src/errors.ts'
import { CheckedBytes } from '../../src/format/checked-bytes.ts'
import { DocumentTable, DocumentTableWriter } from '../../src/format/document-table.ts'
import { PAGE_CONTENT } from '../../src/format/layout.ts'
import { expectSame } from '../support/expect-same.ts'

interface Block {
  documents: number
  bytes: number
}

function makeTable(blocks: readonly Block[], change: (bytes: Uint8Array, root: number) => void = () => {}) {
  const writer = new DocumentTableWriter()
  for (const { documents, bytes } of blocks) writer.add(documents, bytes)
  const { section, root } = writer.finish()
  const bytes = Uint8Array.from([...section, ...root])
  change(bytes, section.length)
  const source = new CheckedBytes(bytes, { headerLength: bytes.length, fileLength: bytes.length, mark: 0 })
  source.ensure = () => {}
  const sum = (of: keyof Block) => blocks.reduce((sum, block) => sum + block[of], 0)
  const table = new DocumentTable(
    source,
    { start: 0, end: section.length },
    { start: section.length, end: bytes.length },
    { start: 1000, end: 1000 + sum('bytes') },
    sum('documents'),
  )
  return { table, section, root }
}

const block = fc.record({ documents: fc.integer({ min: 1, max: 256 }), bytes: fc.integer({ min: 1, max: 20_000 }) })

test.each([
  ['in the header', 1, 400],
  ['in pages', 1500, 2500],
])('each document is found in its block: %s', (_, minLength, maxLength) => {
  fc.assert(
    fc.property(fc.array(block, { minLength, maxLength }), blocks => {
      const { table } = makeTable(blocks)
      let [first, start] = [0, 1000]
      for (const { documents, bytes } of blocks) {
        const expected = { first, next: first + documents, start, end: start + bytes }
        expectSame(table.blockOf(first), expected)
        expectSame(table.blockOf(first + documents - 1), expected)
        first += documents
        start += bytes
      }
      expect([...table.all()].map(({ first, next, start, end }) => [next - first, end - start])).toEqual(
        blocks.map(({ documents, bytes }) => [documents, bytes]),
      )
    }),
    { numRuns: 30 },
  )
})

test('a long table takes a few bytes of the header, and whole pages', () => {
  const blocks = Array.from({ length: 20_000 }, (_, i) => ({ documents: 40 + (i % 7), bytes: 1200 + (i % 500) }))
  const { section, root } = makeTable(blocks)
  expect(root.length).toBeLessThan(1200)
  expect(section.length).toBeGreaterThan(100 * PAGE_CONTENT)
})

test('entries that come to other numbers are refused', () => {
  const blocks = Array.from({ length: 2000 }, () => ({ documents: 50, bytes: 1000 }))
  const inRoot = makeTable(blocks, (bytes, root) => (bytes[root + 2] ^= 1))
  expect(() => inRoot.table.blockOf(0)).toThrow(CorruptIndexError)
  const inPage = makeTable(blocks, bytes => (bytes[0] ^= 1))
  expect(() => inPage.table.blockOf(0)).toThrow(CorruptIndexError)
  expect(() => [...makeTable([], (bytes, root) => (bytes[root] = 2)).table.all()]).toThrow(CorruptIndexError)
})
