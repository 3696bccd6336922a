/** The sorted table against a `Map`: found, not found, scanned, at any size of leaf. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CheckedBytes } from '../../src/format/checked-bytes.ts'
import { compareBytes, SortedTable, SortedTableWriter } from '../../src/format/sorted-table.ts'
import { expectSame } from '../support/expect-same.ts'

const utf8 = new TextEncoder()
const key = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), maxLength: 8 }),
)

function makeTable(entries: Map<string, string>, leafLength: number) {
  const writer = new SortedTableWriter({ leafLength })
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
  const find = (key: string) => {
    const leaf = table.leafFor(utf8.encode(key))
    const found = leaf?.seek(utf8.encode(key))
    return found && new TextDecoder().decode(leaf?.bytes.subarray(found.start, found.end))
  }
  return { table, find, sorted }
}

test('finds each key and no other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { maxLength: 400 }),
      fc.array(key),
      fc.integer({ min: 1, max: 200 }),
      (keys, others, length) => {
        const entries = new Map(keys.map((k, i) => [k, `value ${i}`]))
        const { find } = makeTable(entries, length)
        for (const k of [...keys, ...others]) expect(find(k)).toBe(entries.get(k))
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
        const found = table.leafFor(bytes)?.seek(bytes, () => passed++)
        expectSame([found !== undefined, passed], [true, i])
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
  const { find } = makeTable(new Map(Array.from({ length: 20_000 }, (_, i) => [`mot${i * 7}`, `${i}`])), 300)
  for (let i = 0; i < 20_000; i += 13) expect(find(`mot${i * 7}`)).toBe(`${i}`)
  expect(find('mot3')).toBeUndefined()
})
