/** The sorted table against a `Map`: found, not found, scanned, at any size of leaf. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CheckedBytes } from '../../src/format/checked-bytes.ts'
import { compareBytes, SortedTable, SortedTableWriter } from '../../src/format/sorted-table.ts'

const utf8 = new TextEncoder()
const key = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), maxLength: 8 }),
)

function makeTable(entries: Map<string, string>, leafLength: number, wholeKeys = false) {
  const writer = new SortedTableWriter({ leafLength, wholeKeys })
  const sorted = [...entries]
    .map(([k, v]) => [utf8.encode(k), utf8.encode(v)] as const)
    .sort(([a], [b]) => compareBytes(a, b))
  for (const [k, v] of sorted) writer.add(k, v)
  const { section, root } = writer.finish()
  const bytes = Uint8Array.from(Buffer.concat([section, root]))
  const source = new CheckedBytes(bytes, { headerLength: bytes.length, fileLength: bytes.length, mark: 0 })
  source.ensure = () => {}
  const rootStart = section.length
  const table = new SortedTable(
    source,
    'test',
    { start: 0, end: rootStart },
    { start: rootStart, end: bytes.length },
    leafLength,
  )
  const read = (start: number, end: number) => new TextDecoder().decode(bytes.subarray(start, end))
  return { table, read, sorted }
}

test('finds each key and no other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { maxLength: 400 }),
      fc.array(key),
      fc.integer({ min: 1, max: 200 }),
      fc.boolean(),
      (keys, others, length, wholeKeys) => {
        const entries = new Map(keys.map((k, i) => [k, `value ${i}`]))
        const { table, read, sorted } = makeTable(entries, length, wholeKeys)
        for (const k of [...keys, ...others]) {
          const found = table.leafFor(utf8.encode(k))?.seek(utf8.encode(k))
          expect(found && read(found.start, found.end)).toBe(entries.get(k))
          if (!wholeKeys) continue
          const floor = table.leafFor(utf8.encode(k))?.floor(utf8.encode(k))
          const below = sorted.findLast(([other]) => compareBytes(other, utf8.encode(k)) <= 0)
          expect(floor && [...floor.key]).toEqual(below && [...below[0]])
        }
      },
    ),
  )
})

test('passes the entries before a key, each once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key, { minLength: 1, maxLength: 60 }), keys => {
      const { table, sorted } = makeTable(new Map(keys.map(k => [k, k])), 1e9)
      sorted.forEach(([bytes], i) => {
        let passed = 0
        expect(table.leafFor(bytes)?.seek(bytes, () => passed++)).toBeDefined()
        expect(passed).toBe(i)
      })
    }),
  )
})

test('scans in order from any key on', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 300 }), key, (keys, from) => {
      const { table, sorted } = makeTable(new Map(keys.map(k => [k, k])), 64)
      const start = utf8.encode(from)
      const found = [...table.leaves(start)].flatMap(leaf => [...leaf.entries()].map(entry => [...entry.key]))
      const atLeast = found.filter(k => compareBytes(Uint8Array.from(k), start) >= 0)
      expect(atLeast).toEqual(sorted.filter(([k]) => compareBytes(k, start) >= 0).map(([k]) => [...k]))
    }),
  )
})

test('a table of 20,000 keys has inner nodes, and finds them all', () => {
  const { table, read } = makeTable(new Map(Array.from({ length: 20_000 }, (_, i) => [`mot${i * 7}`, `${i}`])), 300)
  for (let i = 0; i < 20_000; i += 13) {
    const found = table.leafFor(utf8.encode(`mot${i * 7}`))?.seek(utf8.encode(`mot${i * 7}`))
    expect(found && read(found.start, found.end)).toBe(`${i}`)
  }
  expect(table.leafFor(utf8.encode('mot3'))?.seek(utf8.encode('mot3'))).toBeUndefined()
})
