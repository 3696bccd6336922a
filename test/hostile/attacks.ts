/** Files that are made to hang, kill or fill whoever reads them: one for each way that was found. All have checksums that fit. */
import { deflateSync } from 'fflate'
import { goldenSources } from '../../scripts/golden/sources.ts'
import { ByteWriter } from '../../src/format/byte-writer.ts'
import { NODE_LENGTH, type SectionName } from '../../src/format/layout.ts'
import { type GoldenSource, writeGolden } from '../support/golden.ts'
import { bytesOf, type FileParts, joinParts, jsonOf, partsOf, replaceJson, replacePart } from './file-parts.ts'
import { innerNode, leavesOf, packedLeaf, placeNodes, rootOf, writeLeaf, writeTable } from './table-parts.ts'

const utf8 = new TextEncoder()

export interface Attack {
  file: Uint8Array
  /** Whether the file is refused at once. */
  isRefused?: boolean
}

/** By what they do. */
export const ATTACKS: Readonly<Record<string, () => Attack>> = {
  'a frequency of 2^30': () => highFrequency(2 ** 30 - 1, 2 ** 30),
  'a frequency of 2^30 that no token count allows': () => highFrequency(2 ** 30 - 1, 1000),
  'a posting in the dictionary with 2^30 positions': () =>
    withClass(inField(0, varints(2 * 2 ** 30 + 1, 0), new Uint8Array(200))),
  'a list of 2^31 documents in ten bytes': () => withClass(inField(0, varints(2 * (2 ** 31 - 1), 10, 0))),
  'documents without end, and no bytes of theirs': () =>
    changed(parts => changeMetadata(parts, { documentCount: 2 ** 31 - 1 })),
  'a leaf whose keys come to 10 GB': () => withLeaf('classes', 'classRoot', longKeys(200_000, 50_000)),
  'the same in the lexicon': () => withLeaf('lexicon', 'lexiconRoot', longKeys(200_000, 50_000)),
  'keys of a root that come to 40 MB': () => withRoot(longChildren(20_000, 2000)),
  'a class whose words come to 10 GB': () => withClass(longWords()),
  'accents that come to 10 GB': () => withVariants(),
  'values of a column that come to 10 GB': () => longValues(),
  'a leaf that unpacks a thousandfold': () => withLeaf('lexicon', 'lexiconRoot', thousandfold(20_000_000)),
  'inner nodes that share their children': () => sharedNodes(4),
  'inner nodes that come back to themselves': () => sharedNodes(1),
  'postings that all leaves share': () => sharedPostings(),
  '2,000 fields': () => ({ ...changed(manyFields), isRefused: true }),
  'a stored block that unpacks a thousandfold': () => withStored(`{"title":"${'x'.repeat(10_000_000)}"}`),
  'stored fields nested 50,000 deep': () => withStored(`{"title":${nested(50_000)}}`),
  'stored fields that are a list': () => withStored('["roi"]'),
  'stored titles of another type': () => withStored('{"title":{"roi":["roi"]}}'),
  'a stored prototype': () => withStored('{"__proto__":{"title":"roi"},"title":"roi"}'),
  'a title of 60,000 words': () => withStored(`{"title":"${'roi reine ville '.repeat(20_000)}"}`, 0),
  'metadata nested 50,000 deep': () => ({ ...withJson('metadata', { x: 0 }, nested(50_000)), isRefused: true }),
  'metadata that are no object': () => ({
    ...changed(parts => replaceJson(parts, 'metadata', '[]')),
    isRefused: true,
  }),
  'options of the language nested 50,000 deep': () => ({ ...withOptions(nested(50_000)), isRefused: true }),
  'a group of 20,000 variants': () => withOptions(`{"variants":[${JSON.stringify(words(20_000))}]}`),
  'a group of 20,000 synonyms': () => withOptions(`{"synonyms":[${JSON.stringify(words(20_000))}]}`),
  '6,000 synonyms of one word': () =>
    withOptions(`{"synonyms":${JSON.stringify(words(6000).map(word => ['roi', word]))}}`),
  'a column of a type that is none': () => ({ ...changed(unknownColumnType), isRefused: true }),
  'editors who promote 3,000 documents one by one': () =>
    changed(parts =>
      replaceJson(
        parts,
        'editorial',
        JSON.stringify({ promote: words(3000).map(id => ({ query: ['roi'], ids: [id] })), hide: words(3000) }),
      ),
    ),
  'editors nested 50,000 deep': () => ({
    ...changed(parts => replaceJson(parts, 'editorial', `{"hide":${nested(50_000)}}`)),
    isRefused: true,
  }),
  'slots that are all taken': () =>
    changed(parts => replacePart(parts, 'identifierSlots', bytesOf(parts, 'identifierSlots').fill(1))),
  'all texts as long as can be': () => changed(longNorms),
} // biome-ignore format: one attack a line, where it fits

function source(): GoldenSource {
  const { plain } = goldenSources()
  return { ...plain, language: 'french' }
}

function changed(change: (parts: FileParts) => void, made: GoldenSource = source()): Attack {
  const parts = partsOf(writeGolden(made))
  change(parts)
  return { file: joinParts(parts) }
}

function changeMetadata(parts: FileParts, change: object): void {
  replaceJson(parts, 'metadata', JSON.stringify({ ...(jsonOf(parts, 'metadata') as object), ...change }))
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth)
}

function words(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `mot${i.toString(36)}`)
}

function varints(...values: number[]): Uint8Array {
  const writer = new ByteWriter()
  for (const value of values) writer.varint(value)
  return writer.toBytes()
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  const writer = new ByteWriter()
  for (const piece of pieces) writer.bytes(piece)
  return writer.toBytes()
}

/** The value of a class of one word, which is its key, in one field. */
function inField(field: number, ...ofField: Uint8Array[]): Uint8Array {
  return joined(varints(2 * (1 + 2 * (field + 1))), ...ofField)
}

function thousandfold(length: number): Uint8Array {
  return joined(varints(length), deflateSync(new Uint8Array(length)))
}

/** The dictionary has the word `roi` alone, with this value. */
function withClass(value: Uint8Array, change: (parts: FileParts) => void = () => {}): Attack {
  return changed(parts => {
    const leaf = { preamble: varints(0), entries: [{ key: utf8.encode('roi'), value }] }
    const { section, root } = writeTable([leaf], { level: 0 })
    replacePart(parts, 'classes', section)
    replacePart(parts, 'classRoot', root)
    change(parts)
  })
}

/** Two documents, of which the first has the word at each of its places. */
function highFrequency(frequency: number, tokenCount: number): Attack {
  // Gaps 0 and 0 and frequencies in no low bits: two ones; twelve zeros and 32 bits, then a one.
  const bits = `11${'0'.repeat(12)}${[...(frequency - 1).toString(2).padStart(32, '0')].reverse().join('')}1`
  const list = [0, ...(bits.match(/.{1,8}/g) ?? []).map(byte => Number.parseInt([...byte].reverse().join(''), 2))]
  const positions = Uint8Array.of(0, 0, 0)
  return withClass(inField(1, varints(2 * 2, list.length, positions.length)), parts => {
    replacePart(parts, 'postings', Uint8Array.from([...list, ...positions, 0, 0, 0, 0]))
    longNorms(parts)
    changeMetadata(parts, { tokenCount })
  })
}

function unknownColumnType(parts: FileParts): void {
  changeMetadata(parts, { columns: [{ name: 'section', type: 'toString', bytes: 0 }] })
}

function longNorms(parts: FileParts): void {
  const { documentCount, schema } = jsonOf(parts, 'metadata') as { documentCount: number; schema: { fields: [] } }
  const packed = deflateSync(new Uint8Array(documentCount).fill(255))
  replacePart(parts, 'norms', joined(...schema.fields.flatMap(() => [varints(packed.length), packed])))
}

/** Keys that share all that the first one has. */
function longKeys(length: number, count: number): Uint8Array {
  const key = (i: number) => utf8.encode('a'.repeat(length) + String(i).padStart(6, '0'))
  const raw = new ByteWriter()
  raw.bytes(Uint8Array.of(1, 0))
  const first = key(0)
  raw.byte(0xf0)
  raw.varint(first.length - 15)
  raw.bytes(first)
  raw.bytes(Uint8Array.of(1, 3))
  for (let i = 1; i < count; i++) {
    raw.byte(0x6f)
    raw.varint(length - 15)
    raw.bytes(utf8.encode(String(i).padStart(6, '0')))
    raw.bytes(Uint8Array.of(1, 3))
  }
  return packedLeaf(raw.view(), { level: 0 })
}

/** A table of this one leaf. */
function withLeaf(name: SectionName, rootName: SectionName, leaf: Uint8Array): Attack {
  return changed(parts => {
    replacePart(parts, name, leaf)
    replacePart(parts, rootName, rootOf(1, innerNode(0, [{ key: utf8.encode('a'), length: leaf.length }])))
  })
}

function withRoot(root: Uint8Array): Attack {
  return changed(parts => {
    replacePart(parts, 'lexicon', new Uint8Array(2000 * NODE_LENGTH))
    replacePart(parts, 'lexiconRoot', root)
  })
}

function longChildren(length: number, count: number): Uint8Array {
  const node = new ByteWriter()
  node.varint(1)
  node.varint(0)
  node.byte(0xf0)
  node.varint(length - 15)
  node.bytes(new Uint8Array(length).fill(97))
  node.varint(5)
  for (let i = 1; i < count; i++) {
    node.byte(0x3f)
    node.varint(length - 15)
    node.bytes(utf8.encode(i.toString(36).padStart(3, '0')))
    node.varint(5)
  }
  return node.toBytes()
}

function longWords(): Uint8Array {
  const [length, count] = [200_000, 50_000]
  const value = new ByteWriter()
  // Several words, none of which is the key, in field 0.
  value.varint(2 * 2 + 1)
  value.varint(count)
  value.varint(1)
  for (let i = 0; i < count; i++) {
    if (i > 0) value.varint(2)
    value.bytes(Uint8Array.of(3, 0, 0))
  }
  for (let i = 0; i < count; i++) {
    value.byte(i === 0 ? 0xf0 : 0x6f)
    value.varint(i === 0 ? length + 6 - 15 : length - 15)
    value.bytes(utf8.encode((i === 0 ? 'a'.repeat(length) : '') + String(i).padStart(6, '0')))
  }
  return value.toBytes()
}

function withVariants(): Attack {
  const [length, count] = [200_000, 50_000]
  const value = new ByteWriter()
  for (let i = 0; i < count; i++) {
    value.byte(2)
    value.byte(0x0f)
    value.varint(length - 15)
    value.bytes(Uint8Array.of(2, 0xc3, 0xa9))
  }
  const entries = [{ key: new Uint8Array(length).fill(97), value: value.toBytes() }]
  return withLeaf('lexicon', 'lexiconRoot', writeLeaf({ preamble: new Uint8Array(0), entries }, { level: 0 }))
}

function longValues(): Attack {
  const { columns } = goldenSources()
  const [length, count] = [200_000, 50_000]
  return changed(
    parts => {
      const column = new ByteWriter()
      column.varint(count)
      for (let i = 0; i < count; i++) {
        column.byte(i === 0 ? 0xf0 : 0x6f)
        column.varint(i === 0 ? length + 6 - 15 : length - 15)
        column.bytes(utf8.encode((i === 0 ? 'a'.repeat(length) : '') + String(i).padStart(6, '0')))
      }
      column.bytes(Uint8Array.of(0, 0))
      replacePart(parts, 'columns', column.toBytes())
      changeMetadata(parts, { columns: [{ name: 'section', type: 'keyword', bytes: column.length }] })
    },
    { ...columns, language: 'french' },
  )
}

/** Sixteen levels of nodes; each has the same `children` nodes of the level below, and so on. */
function sharedNodes(children: number): Attack {
  const keys = ['a', 'b', 'c', 'd'].slice(0, children)
  const leaf = writeLeaf({ preamble: varints(0), entries: [{ key: utf8.encode('a'), value: varints(3) }] })
  const levels = 15
  const nodes = Array.from({ length: children }, () => leaf)
  for (let level = 1; level < levels; level++) {
    const below = children === 1 && level > 1 ? 1 : (level - 1) * children
    const ofLevel = keys.map(() => {
      const lengths = keys.map((_, k) => nodes[below + k].length)
      return innerNode(
        below * NODE_LENGTH,
        lengths.map((length, k) => ({ key: utf8.encode(keys[k]), length })),
      )
    })
    nodes.push(...ofLevel)
  }
  return changed(parts => {
    for (const [name, rootName] of [
      ['classes', 'classRoot'],
      ['lexicon', 'lexiconRoot'],
    ] as const) {
      replacePart(parts, name, placeNodes(nodes).section)
      const last = nodes.slice(-children).map(({ length }, k) => ({ key: utf8.encode(keys[k]), length }))
      replacePart(parts, rootName, rootOf(levels, innerNode((nodes.length - children) * NODE_LENGTH, last)))
    }
  })
}

/** Each of many leaves has a word that stands in all of the postings there are. */
function sharedPostings(): Attack {
  return changed(parts => {
    const [leaf] = leavesOf(bytesOf(parts, 'classes'), bytesOf(parts, 'classRoot'))
    const leaves = Array.from({ length: 200 }, (_, i) => ({
      preamble: leaf.preamble,
      entries: leaf.entries.slice(0, 40).map(({ key, value }) => ({
        key: joined(utf8.encode(`m${String(i).padStart(3, '0')}`), key),
        value,
      })),
    }))
    const { section, root } = writeTable(leaves)
    replacePart(parts, 'classes', section)
    replacePart(parts, 'classRoot', root)
  })
}

function manyFields(parts: FileParts): void {
  const { schema } = jsonOf(parts, 'metadata') as { schema: { fields: object[] } }
  const fields = Array.from({ length: 2000 }, (_, i) => ({ ...schema.fields[0], name: `f${i}` }))
  changeMetadata(parts, { schema: { ...schema, fields }, fieldTotals: fields.map(() => ({ length: 1, documents: 1 })) })
}

/** All documents are in one block, with these stored fields each. */
function withStored(json: string, level: 0 | 6 = 6): Attack {
  return changed(
    parts => {
      const { documentCount } = jsonOf(parts, 'metadata') as { documentCount: number }
      const raw = new ByteWriter()
      for (let i = 0; i < documentCount; i++) raw.string(json)
      const ids = new ByteWriter()
      for (let i = 0; i < documentCount; i++) ids.bytes(joined(varints(0, 3), utf8.encode(`d${i}`.padEnd(3))))
      const block = joined(varints(ids.length), ids.view(), varints(raw.length), deflateSync(raw.view(), { level }))
      replacePart(parts, 'documents', block)
      replacePart(parts, 'documentRoot', varints(0, documentCount, block.length))
    },
    { ...source(), documents: source().documents.slice(0, 3) },
  )
}

function withJson(name: SectionName, value: object, json: string): Attack {
  const text = JSON.stringify({ ...value, deep: '@' }).replace('"@"', json)
  return changed(parts => {
    const own = JSON.stringify(jsonOf(parts, name)).slice(1)
    replaceJson(parts, name, `${text.slice(0, -1)},${own}`)
  })
}

function withOptions(options: string): Attack {
  return changed(parts => {
    const [definition] = jsonOf(parts, 'languages') as object[]
    const own = JSON.stringify(definition).slice(0, -1)
    replaceJson(parts, 'languages', `[${own},"options":${options}}]`)
  })
}
