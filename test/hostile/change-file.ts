/** Changes a file as someone would who knows docs/format.md and means harm: sections, tables, lists and JSON, under checksums that fit. */
import { deflateSync } from 'fflate'
import { ByteReader } from '../../src/format/byte-reader.ts'
import { ByteWriter } from '../../src/format/byte-writer.ts'
import { inflateHere } from '../../src/format/inflate.ts'
import { FIXED_HEADER_LENGTH, SECTION_ENTRY_LENGTH, type SectionName } from '../../src/format/layout.ts'
import { PackedSegment } from '../../src/index/packed/packed-segment.ts'
import { reseal } from '../support/reseal.ts'
import { changeJson } from './change-json.ts'
import { type Draw, drawFrom, EDGES } from './draw.ts'
import {
  bytesOf,
  type FileParts,
  joinParts,
  jsonOf,
  type Part,
  partsOf,
  replaceJson,
  replacePart,
} from './file-parts.ts'
import { type LeafLies, leavesOf, writeTable } from './table-parts.ts'

type Change = (parts: FileParts, draw: Draw, file: Uint8Array) => void

/** The case of this number: a file that is made of `file`. */
export function changedFile(file: Uint8Array, seed: number): Uint8Array {
  const draw = drawFrom(seed)
  const parts = partsOf(file)
  const changes = draw.once(3) ? 1 + draw.below(4) : 1
  for (let i = 0; i < changes; i++) {
    try {
      draw.pick(CHANGES)(parts, draw, file)
    } catch (error) {
      // What an earlier change has left makes no sense any more.
      if (i === 0) throw error
    }
  }
  const changed = joinParts(parts)
  return draw.once(8) ? changeHeader(changed, draw) : changed
}

/** Any bytes anywhere. */
const scribble: Change = (parts, draw) => {
  const part = draw.pick([...parts.head, ...parts.body])
  for (let edits = 1 + draw.below(3); edits > 0; edits--) part.bytes = edited(part.bytes, draw)
}

function edited(bytes: Uint8Array, draw: Draw): Uint8Array {
  if (bytes.length === 0) return Uint8Array.from({ length: draw.below(20) }, () => draw.below(256))
  const at = draw.below(bytes.length)
  const end = Math.min(bytes.length, at + 1 + draw.below(draw.once(4) ? bytes.length : 8))
  const changed = bytes.slice()
  switch (draw.below(7)) {
    case 0:
      changed[at] ^= 1 << draw.below(8)
      return changed
    case 1:
      changed[at] = draw.pick([0, 1, 0x7f, 0x80, 0xff])
      return changed
    case 2:
      return joined(bytes.subarray(0, at), varintOf(draw.pick(EDGES)), bytes.subarray(at + 1))
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(end))
    case 4:
      return joined(bytes.subarray(0, end), bytes.subarray(at, end), bytes.subarray(end))
    case 5:
      return changed.fill(draw.pick([0, 0xff]), at, end)
    default:
      return bytes.slice(0, at)
  }
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  const writer = new ByteWriter()
  for (const piece of pieces) writer.bytes(piece)
  return writer.toBytes()
}

function varintOf(value: number): Uint8Array {
  const writer = new ByteWriter(8)
  writer.varint(value)
  return writer.toBytes()
}

/** One of the numbers that bytes are, if they are varints one after the other. */
function withOtherNumber(bytes: Uint8Array, draw: Draw): Uint8Array {
  const starts: number[] = []
  for (let at = 0; at < bytes.length; at++) if (at === 0 || bytes[at - 1] < 0x80) starts.push(at)
  if (starts.length === 0) return varintOf(draw.pick(EDGES))
  const which = draw.below(starts.length)
  const [start, end] = [starts[which], starts[which + 1] ?? bytes.length]
  const reader = new ByteReader(joined(bytes, new Uint8Array(8)), start, bytes.length + 8, '')
  const value = end - start > 7 ? 0 : reader.varint()
  const other = draw.pick([draw.pick(EDGES), value + 1, Math.max(0, value - 1), value * 2, value + 2 ** 31])
  return joined(bytes.subarray(0, start), varintOf(Math.min(other, 2 ** 53 - 1)), bytes.subarray(end))
}

const json =
  (name: SectionName): Change =>
  (parts, draw) =>
    replaceJson(parts, name, changeJson(jsonOf(parts, name), draw))

const METADATA_NUMBERS = ['documentCount', 'wordCount', 'postingCount', 'tokenCount', 'blockLength'] as const

const metadataNumber: Change = (parts, draw) => {
  const metadata = jsonOf(parts, 'metadata') as Record<string, unknown>
  metadata[draw.pick(METADATA_NUMBERS)] = draw.pick(EDGES)
  replaceJson(parts, 'metadata', JSON.stringify(metadata))
}

/** As many fields, columns or stored fields as one likes. */
const manyFields: Change = (parts, draw) => {
  const { schema, fieldTotals, ...metadata } = jsonOf(parts, 'metadata') as {
    schema: { fields: object[]; storeFields: string[] }
    fieldTotals: object[]
  }
  const count = draw.pick([2, 7, 63, 64, 65, 300, 2000])
  const named = (field: object, i: number) => (i === 0 || draw.once(9) ? field : { ...field, name: `f${i}` })
  const fields = Array.from({ length: count }, (_, i) => named(schema.fields[i % schema.fields.length], i))
  const totals = Array.from({ length: count }, (_, i) => fieldTotals[i % fieldTotals.length])
  replaceJson(parts, 'metadata', JSON.stringify({ ...metadata, schema: { ...schema, fields }, fieldTotals: totals }))
  if (draw.once(2)) replacePart(parts, 'norms', joined(...Array.from({ length: count }, () => oneNorm(parts))))
}

function oneNorm(parts: FileParts): Uint8Array {
  const norms = bytesOf(parts, 'norms')
  const reader = new ByteReader(norms, 0, norms.length, 'norms')
  const length = reader.varint()
  return norms.slice(0, reader.position + length)
}

const norms: Change = (parts, draw) => {
  const { documentCount } = jsonOf(parts, 'metadata') as { documentCount: number }
  const packed = bytesOf(parts, 'norms')
  const reader = new ByteReader(packed, 0, packed.length, 'norms')
  const writer = new ByteWriter()
  while (!reader.done) {
    const list = inflateHere(reader.take(reader.varint()), documentCount)
    if (list === undefined) return
    const value = draw.pick([0, 1, 24, 200, 255])
    const changed = draw.once(3) ? list.fill(value) : list.map(norm => (draw.once(8) ? value : norm))
    const again = deflateSync(draw.once(9) ? changed.subarray(1) : changed)
    writer.varint(again.length)
    writer.bytes(again)
  }
  replacePart(parts, 'norms', writer.toBytes())
}

const TABLES = [
  ['classes', 'classRoot'],
  ['lexicon', 'lexiconRoot'],
] as const

const table: Change = (parts, draw) => {
  const [name, rootName] = draw.pick(TABLES)
  const leaves = leavesOf(bytesOf(parts, name), bytesOf(parts, rootName))
  if (leaves.length === 0) return
  const leaf = draw.pick(leaves)
  const at = draw.below(Math.max(1, leaf.entries.length))
  const entry = leaf.entries[at]
  const lies: LeafLies = {}
  switch (entry === undefined ? 9 : draw.below(11)) {
    case 0:
    case 1:
    case 2:
    case 3:
      entry.value = withOtherNumber(entry.value, draw)
      break
    case 4:
      entry.value = edited(entry.value, draw)
      break
    case 5:
      entry.key = edited(entry.key, draw)
      break
    case 6:
      leaf.entries[at] = draw.pick(draw.pick(leaves).entries) ?? entry
      break
    case 7:
      lies.shared = shared => (draw.once(6) ? draw.pick(EDGES) : shared)
      break
    case 8:
      lies.rawLength = length => draw.pick([length + 1, length * 1000, ...EDGES])
      break
    case 9:
      leaf.preamble = withOtherNumber(leaf.preamble, draw)
      break
    default:
      leaf.entries.splice(at, 1)
  }
  const { section, root } = writeTable(leaves, lies)
  replacePart(parts, name, section)
  replacePart(parts, rootName, draw.once(6) ? withOtherNumber(root, draw) : root)
}

/** A list of postings or of positions, from its first byte on. */
const list: Change = (parts, draw, file) => {
  const segment = new PackedSegment(file)
  const lists = [...segment.classes()].flatMap(({ terms }) => terms.flatMap(({ fields }) => fields))
  const written = lists.filter(({ inline }) => inline === undefined)
  if (written.length === 0) return
  const { start, end, positionsStart, positionsEnd } = draw.pick(written)
  const { postings } = segment.file.sections
  const isPostings = draw.once(2)
  const from = (isPostings ? start : positionsStart) - postings.start
  const to = (isPostings ? end : positionsEnd) - postings.start
  const bytes = bytesOf(parts, 'postings').slice()
  if (to > bytes.length || from >= to) return
  for (let edits = 1 + draw.below(4); edits > 0; edits--) {
    const at = from + draw.below(draw.once(2) ? Math.min(4, to - from) : to - from)
    bytes[at] = draw.pick([0, 0xff, 0x80, bytes[at] ^ (1 << draw.below(8)), draw.below(256)])
  }
  // A frequency may go on for longer than the list was.
  replacePart(parts, 'postings', draw.once(5) ? bytes.fill(0, from, to) : bytes)
}

/** Stored fields and ids, written again in blocks with their table. */
const documents: Change = (parts, draw, file) => {
  const segment = new PackedSegment(file)
  const { storeFields } = segment.metadata.schema
  const blocks: { ids: Uint8Array; fields: string[] }[] = []
  const source = segment.file.source.bytes
  const { start } = segment.file.sections.documents
  const table = new ByteReader(
    bytesOf(partsOf(file), 'documentRoot'),
    0,
    bytesOf(partsOf(file), 'documentRoot').length,
    '',
  )
  if (table.varint() !== 0) return
  let first = 0
  let offset = start
  segment.verify()
  while (!table.done) {
    const count = table.varint()
    const reader = new ByteReader(source, offset, source.length, '')
    const ids = reader.take(reader.varint()).slice()
    offset += table.varint()
    blocks.push({ ids, fields: Array.from({ length: count }, (_, i) => segment.stored(first + i)) })
    first += count
  }
  if (blocks.length === 0) return
  const block = draw.pick(blocks)
  if (draw.once(3)) block.ids = draw.once(2) ? withOtherNumber(block.ids, draw) : edited(block.ids, draw)
  else {
    const at = draw.below(block.fields.length)
    block.fields[at] = changeJson(JSON.parse(block.fields[at]), draw)
  }
  const [written, root] = [new ByteWriter(), new ByteWriter()]
  root.varint(0)
  for (const { ids, fields } of blocks) {
    const raw = new ByteWriter()
    for (const text of fields) raw.string(text)
    const bytes = new ByteWriter()
    bytes.varint(ids.length)
    bytes.bytes(ids)
    if (storeFields.length > 0) {
      bytes.varint(draw.once(20) ? draw.pick(EDGES) : raw.length)
      bytes.bytes(deflateSync(raw.view(), { level: 6 }))
    }
    root.varint(draw.once(20) ? draw.pick(EDGES) : fields.length)
    root.varint(bytes.length)
    written.bytes(bytes.view())
  }
  replacePart(parts, 'documents', written.toBytes())
  replacePart(parts, 'documentRoot', root.toBytes())
}

const slots: Change = (parts, draw) => {
  const bytes = bytesOf(parts, 'identifierSlots').slice()
  const value = draw.pick([0, 1, 2, 255])
  replacePart(
    parts,
    'identifierSlots',
    draw.once(2) ? bytes.fill(value) : bytes.map(byte => (draw.once(3) ? draw.below(256) : byte)),
  )
}

const column: Change = (parts, draw) => {
  const metadata = jsonOf(parts, 'metadata') as { columns?: { bytes: number; type: string }[] }
  const { columns } = metadata
  if (columns === undefined || columns.length === 0) return
  const which = draw.below(columns.length)
  const start = columns.slice(0, which).reduce((sum, { bytes }) => sum + bytes, 0)
  const bytes = bytesOf(parts, 'columns')
  const end = start + columns[which].bytes
  const own = bytes.subarray(start, end)
  const head = own.subarray(0, 12)
  const changed = draw.once(2) ? joined(withOtherNumber(head, draw), own.subarray(head.length)) : edited(own, draw)
  replacePart(parts, 'columns', joined(bytes.subarray(0, start), changed, bytes.subarray(end)))
  columns[which].bytes = draw.once(9) ? draw.pick(EDGES) : changed.length
  if (draw.once(9)) columns[which].type = draw.pick(['keyword', 'number', 'date', '__proto__', 'constructor'])
  replaceJson(parts, 'metadata', JSON.stringify(metadata))
}

/** A section that is another's, twice as long, or none. */
const section: Change = (parts, draw) => {
  const all = [...parts.head, ...parts.body]
  const part = draw.pick(all)
  const other: Part = draw.pick(all)
  switch (draw.below(4)) {
    case 0:
      part.bytes = other.bytes
      break
    case 1:
      part.bytes = joined(part.bytes, part.bytes)
      break
    case 2:
      part.bytes = new Uint8Array(draw.below(3000))
      break
    default:
      for (const list of [parts.head, parts.body]) if (list.includes(part)) list.splice(list.indexOf(part), 1)
  }
}

/** What stands in the header and its table. */
function changeHeader(file: Uint8Array, draw: Draw): Uint8Array {
  const bytes = file.slice()
  const view = new DataView(bytes.buffer)
  const count = view.getUint32(36, true)
  if (draw.once(3)) view.setUint32(draw.pick([8, 12, 16, 20, 24, 32, 36, 44]), draw.pick(EDGES) % 2 ** 32, true)
  else {
    const entry = FIXED_HEADER_LENGTH + draw.below(count) * SECTION_ENTRY_LENGTH
    const at = entry + draw.pick([0, 4, 8, 12, 16, 20])
    if (at + 4 <= bytes.length) {
      const value = view.getUint32(at, true)
      view.setUint32(at, draw.pick([value + 1, value - 1, draw.pick(EDGES), draw.below(bytes.length)]) % 2 ** 32, true)
    }
  }
  const cut = draw.once(5) ? bytes.slice(0, draw.below(bytes.length)) : bytes
  return cut.length < FIXED_HEADER_LENGTH ? cut : reseal(cut)
}

const CHANGES: readonly Change[] = [
  scribble,
  scribble,
  json('metadata'),
  metadataNumber,
  manyFields,
  json('languages'),
  json('editorial'),
  norms,
  table,
  table,
  table,
  list,
  list,
  documents,
  documents,
  slots,
  column,
  section,
]
