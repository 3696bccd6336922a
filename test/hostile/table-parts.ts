/** Sorted tables as entries, and written again from entries by a writer that keeps no rule unless it is asked to. */
import { deflateSync } from 'fflate'
import { ByteReader } from '../../src/format/byte-reader.ts'
import { ByteWriter } from '../../src/format/byte-writer.ts'
import { readFrontLength, sharedPrefixLength, writeLengths } from '../../src/format/front-coding.ts'
import { inflateHere } from '../../src/format/inflate.ts'
import { NODE_LENGTH } from '../../src/format/layout.ts'

export interface Entry {
  key: Uint8Array
  value: Uint8Array
}

export interface LeafParts {
  preamble: Uint8Array
  entries: Entry[]
}

/** The leaves of a table of one level, as the files that are fuzzed have them. */
export function leavesOf(section: Uint8Array, root: Uint8Array): LeafParts[] {
  const reader = new ByteReader(root, 0, root.length, 'root')
  reader.varint()
  if (reader.done) return []
  let start = reader.varint()
  const leaves: LeafParts[] = []
  let key: Uint8Array = new Uint8Array(0)
  while (!reader.done) {
    key = nextKey(reader, key)
    const end = start + reader.varint()
    leaves.push(leafOf(section.subarray(start, end)))
    start = Math.ceil(end / NODE_LENGTH) * NODE_LENGTH
  }
  return leaves
}

function nextKey(reader: ByteReader, previous: Uint8Array): Uint8Array {
  const head = reader.byte()
  const shared = readFrontLength(reader, head & 15)
  return Uint8Array.of(...previous.subarray(0, shared), ...reader.take(readFrontLength(reader, head >>> 4)))
}

function leafOf(bytes: Uint8Array): LeafParts {
  const packed = new ByteReader(bytes, 0, bytes.length, 'leaf')
  const length = packed.varint()
  const raw = inflateHere(bytes.subarray(packed.position), length) ?? new Uint8Array(0)
  const reader = new ByteReader(raw, 0, raw.length, 'leaf')
  const preamble = reader.take(reader.varint())
  const entries: Entry[] = []
  let key: Uint8Array = new Uint8Array(0)
  while (!reader.done) {
    key = nextKey(reader, key)
    entries.push({ key, value: reader.take(reader.varint()).slice() })
  }
  return { preamble, entries }
}

/** What a leaf may say that is not so. */
export interface LeafLies {
  /** Of the number of bytes that it unpacks to. */
  rawLength?: (length: number) => number
  /** Of what a key shares with the one before. */
  shared?: (shared: number) => number
  level?: 0 | 9
}

export function writeLeaf({ preamble, entries }: LeafParts, lies: LeafLies = {}): Uint8Array {
  const raw = new ByteWriter()
  raw.varint(preamble.length)
  raw.bytes(preamble)
  let previous: Uint8Array = new Uint8Array(0)
  for (const { key, value } of entries) {
    const shared = sharedPrefixLength(previous, key)
    writeLengths(raw, lies.shared?.(shared) ?? shared, key.length - shared)
    raw.bytes(key.subarray(shared))
    raw.varint(value.length)
    raw.bytes(value)
    previous = key
  }
  return packedLeaf(raw.view(), lies)
}

export function packedLeaf(raw: Uint8Array, lies: LeafLies = {}): Uint8Array {
  const leaf = new ByteWriter()
  leaf.varint(lies.rawLength?.(raw.length) ?? raw.length)
  // What comes to megabytes is not packed: the reader is to take time, not who attacks it.
  leaf.bytes(deflateSync(raw, { level: raw.length > 2 ** 20 ? 0 : (lies.level ?? 9) }))
  return leaf.toBytes()
}

/** A section of nodes, each on a multiple of `NODE_LENGTH`, and where they are. */
export function placeNodes(nodes: readonly Uint8Array[], start = 0): { section: Uint8Array; starts: number[] } {
  const writer = new ByteWriter()
  const starts = nodes.map(node => {
    writer.align(NODE_LENGTH)
    writer.bytes(node)
    return start + writer.length - node.length
  })
  return { section: writer.toBytes(), starts }
}

export interface ChildParts {
  key: Uint8Array
  length: number
}

export function innerNode(first: number, children: readonly ChildParts[]): Uint8Array {
  const node = new ByteWriter()
  node.varint(first)
  let previous: Uint8Array = new Uint8Array(0)
  for (const { key, length } of children) {
    const shared = sharedPrefixLength(previous, key)
    writeLengths(node, shared, key.length - shared)
    node.bytes(key.subarray(shared))
    node.varint(length)
    previous = key
  }
  return node.toBytes()
}

export function rootOf(height: number, node: Uint8Array): Uint8Array {
  const root = new ByteWriter()
  root.varint(height)
  root.bytes(node)
  return root.toBytes()
}

/** A table of one level. */
export function writeTable(
  leaves: readonly LeafParts[],
  lies: LeafLies = {},
): { section: Uint8Array; root: Uint8Array } {
  const nodes = leaves.map(leaf => writeLeaf(leaf, lies))
  const { section } = placeNodes(nodes)
  const children = leaves.map(({ entries }, i) => ({
    key: entries[0]?.key ?? new Uint8Array(0),
    length: nodes[i].length,
  }))
  return { section, root: rootOf(1, children.length === 0 ? new Uint8Array(0) : innerNode(0, children)) }
}
