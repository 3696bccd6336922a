/**
 * A sorted map from byte strings to byte strings as a static B+ tree: found by reading one node a level, whatever the size.
 *
 *     leaf  = varint(raw bytes) raw DEFLATE (RFC 1951) of: varint(preamble bytes) preamble (front-coded key, varint(value bytes) value)…
 *     inner = varint(offset of the first child) (front-coded key, varint(child bytes))…         to the node's end
 *
 * A key is front-coded with the one before it in its node. In an inner node it is the shortest start of a child's first key that is above all keys before
 * the child (or that key itself). Each node but the root starts on a multiple of 1,024 bytes, counted from the start of the section, so that a leaf is read with few pages. The root is kept
 * apart, in the header, so that the first read of a file brings it.
 */

import { deflateSync } from 'fflate'
import { MOST_FOR_A_BYTE, mostOfLeaf, SpelledOut } from './bounds.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { readAscending, sharedPrefixLength, writeFrontCoded } from './front-coding.ts'
import { inflate } from './inflate.ts'
import { NODE_LENGTH } from './layout.ts'
import { Leaf } from './table-leaf.ts'

const INNER_LENGTH = 4 * NODE_LENGTH
/** So many bytes of unpacked leaves are kept, of about 1.5 kB each, and so many bytes of inner nodes. */
const KEPT_LEAF_BYTES = 1 << 20
const KEPT_NODE_BYTES = 1 << 22

/** How to write a table. */
export interface SortedTableOptions {
  /** Default: `NODE_LENGTH`. */
  leafLength?: number
  /** A level that fits in this many bytes is the root. */
  rootLength?: number
}

interface Child {
  key: Uint8Array
  length: number
}

interface Entry {
  key: Uint8Array
  value: Uint8Array
  /** Where it ends among the entries that are kept, each front-coded with the one before. */
  end: number
  /** How many bytes the keys have so far, this one included. */
  keyBytes: number
  preamble: Uint8Array
}

/** So many raw bytes are kept before a leaf is cut, as a multiple of its length. */
const KEPT = 3
/** A leaf that is as full as this is not tried longer. */
const FULL = 0.97

/** Takes entries in ascending order of key and builds the tree. */
export class SortedTableWriter {
  private readonly section = new ByteWriter(1 << 16)
  private readonly leaves: Child[] = []
  private readonly leafLength: number
  private readonly rootLength: number
  /** Entries of which there is no leaf yet. */
  private entries: Entry[] = []
  private readonly kept = new ByteWriter()
  private readonly raw = new ByteWriter()
  /** The last key of the leaf before. */
  private keyBefore: Uint8Array = new Uint8Array(0)
  /** How many times longer than packed the last leaf was. */
  private ratio = 1.4

  constructor({ leafLength = NODE_LENGTH, rootLength = INNER_LENGTH }: SortedTableOptions = {}) {
    this.leafLength = leafLength
    this.rootLength = rootLength
  }

  /** `preamble` is what a reader must know that starts at this entry; it is kept only where a leaf begins. */
  add(key: Uint8Array, value: Uint8Array, preamble: Uint8Array = new Uint8Array(0)): void {
    const { entries, kept } = this
    const before = entries.at(-1)
    writeEntry(kept, before?.key ?? key.subarray(0, 0), key, value)
    const keyBytes = (before?.keyBytes ?? 0) + key.length
    entries.push({ key: key.slice(), value: value.slice(), end: kept.length, keyBytes, preamble: preamble.slice() })
    if (kept.length >= KEPT * this.leafLength) this.writeLeaf()
  }

  /** Writes a leaf of as many of the kept entries as it has room for. */
  private writeLeaf(): void {
    const { section, entries, leafLength } = this
    let best: { count: number; packed: Uint8Array } = { count: 0, packed: new Uint8Array(0) }
    let high = entries.length + 1
    let count = this.countFor(leafLength * this.ratio)
    while (best.count + 1 < high) {
      const packed = this.pack(count)
      // A reader spells the keys out: a single one never comes to too much.
      const isSpeakable = entries[count - 1].keyBytes <= MOST_FOR_A_BYTE * this.rawLength(count)
      const fits = packed.length <= leafLength && isSpeakable
      if (fits || count === 1) best = { count, packed }
      else high = count
      if (fits && packed.length >= FULL * leafLength) break
      const guess = this.countFor((this.rawLength(count) * leafLength * 0.99) / packed.length)
      count = Math.min(Math.max(guess, best.count + 1), high - 1)
    }
    section.align(leafLength)
    const [{ key }] = entries
    const length = sharedPrefixLength(this.keyBefore, key) + 1
    this.leaves.push({ key: key.slice(0, length), length: best.packed.length })
    section.bytes(best.packed)
    this.ratio = this.rawLength(best.count) / best.packed.length
    this.keyBefore = entries[best.count - 1].key
    const rest = entries.slice(best.count)
    this.entries = []
    this.kept.clear()
    for (const { key, value, preamble } of rest) this.add(key, value, preamble)
  }

  /** How many entries come to about `length` bytes, one at least. */
  private countFor(length: number): number {
    const first = this.entries.findIndex(({ end }) => end > length)
    return first === -1 ? this.entries.length : Math.max(1, first)
  }

  private rawLength(count: number): number {
    return this.entries[count - 1].end
  }

  /** A leaf of the first `count` entries. */
  private pack(count: number): Uint8Array {
    const { raw, entries } = this
    raw.clear()
    raw.varint(entries[0].preamble.length)
    raw.bytes(entries[0].preamble)
    raw.bytes(this.kept.view().subarray(0, this.rawLength(count)))
    const leaf = this.leafOf(9)
    return raw.length > mostOfLeaf(leaf.length) ? this.leafOf(0) : leaf
  }

  private leafOf(level: 0 | 9): Uint8Array {
    const leaf = new ByteWriter(this.leafLength)
    leaf.varint(this.raw.length)
    leaf.bytes(deflateSync(this.raw.view(), { level }))
    return leaf.toBytes()
  }

  /** The section's bytes, and the root's: `varint(height)`, then the root node. An empty table has an empty root. */
  finish(): { section: Uint8Array; root: Uint8Array } {
    while (this.entries.length > 0) this.writeLeaf()
    let level = this.leaves
    let levelStart = 0
    let height = 0
    for (;;) {
      const nodes = this.innerNodes(level, levelStart)
      height++
      if (nodes.length <= 1) {
        const root = new ByteWriter()
        root.varint(height)
        for (const node of nodes) root.bytes(node.bytes)
        return { section: this.section.toBytes(), root: root.toBytes() }
      }
      this.section.align(this.leafLength)
      levelStart = this.section.length
      for (const node of nodes) {
        this.section.align(this.leafLength)
        this.section.bytes(node.bytes)
      }
      level = nodes.map(node => ({ key: node.key, length: node.bytes.length }))
    }
  }

  private innerNodes(children: readonly Child[], firstOffset: number): { key: Uint8Array; bytes: Uint8Array }[] {
    const whole = innerNode(children, firstOffset)
    if (children.length === 0) return []
    if (whole.length <= this.rootLength && areFew(children, whole)) return [{ key: children[0].key, bytes: whole }]
    const nodes = []
    let offset = firstOffset
    const perNode = Math.max(2, Math.floor((children.length * INNER_LENGTH) / whole.length))
    for (let first = 0; first < children.length; ) {
      let part = children.slice(first, first + perNode)
      let bytes = innerNode(part, offset)
      if (!areFew(part, bytes)) {
        part = part.slice(0, MOST_FOR_A_BYTE)
        bytes = innerNode(part, offset)
      }
      nodes.push({ key: part[0].key, bytes })
      for (const child of part) offset = startAfter(offset + child.length, this.leafLength)
      first += part.length
    }
    return nodes
  }
}

/** Whether the keys of a node's children come to no more than a reader spells out; `MOST_FOR_A_BYTE` keys always do. */
function areFew(children: readonly Child[], node: Uint8Array): boolean {
  return children.reduce((sum, { key }) => sum + key.length, 0) <= MOST_FOR_A_BYTE * node.length
}

function writeEntry(writer: ByteWriter, previous: Uint8Array, key: Uint8Array, value: Uint8Array): void {
  writeFrontCoded(writer, previous, key)
  writer.varint(value.length)
  writer.bytes(value)
}

function innerNode(children: readonly Child[], firstOffset: number): Uint8Array {
  const node = new ByteWriter()
  node.varint(firstOffset)
  let previous: Uint8Array = new Uint8Array(0)
  for (const child of children) {
    writeFrontCoded(node, previous, child.key)
    node.varint(child.length)
    previous = child.key
  }
  return node.toBytes()
}

/** Where the node starts that follows one which ends at `end`. */
function startAfter(end: number, nodeLength: number): number {
  return Math.ceil(end / nodeLength) * nodeLength
}

interface InnerNode {
  keys: Uint8Array[]
  /** Where each child starts and ends. */
  starts: number[]
  ends: number[]
}

/** Finds entries of a table written by `SortedTableWriter`. */
export class SortedTable {
  private readonly source: CheckedBytes
  private readonly name: string
  private readonly section: ByteRange
  private readonly rootExtent: ByteRange
  private readonly nodeLength: number
  /** Read when first asked for: opening a file costs nothing. */
  private knownTop: { root: InnerNode; height: number } | undefined
  /** The leaves read last, by offset. */
  private readonly unpacked = new Map<number, Uint8Array>()
  private unpackedBytes = 0
  /** Decoded inner nodes by offset; there are few, and every search needs them. */
  private readonly nodes = new Map<number, InnerNode>()
  private nodeBytes = 0
  /** Kept so that there is always a leaf and a reader: else V8 drops the code it compiled for them (search-scratch.ts). */
  protected lastLeaf: Leaf | undefined

  constructor(source: CheckedBytes, name: string, section: ByteRange, root: ByteRange, nodeLength = NODE_LENGTH) {
    this.source = source
    this.name = name
    this.section = section
    this.rootExtent = root
    this.nodeLength = nodeLength
  }

  private get top(): { root: InnerNode; height: number } {
    if (this.knownTop === undefined) {
      const reader = new ByteReader(this.source.bytes, this.rootExtent.start, this.rootExtent.end, this.name)
      const height = reader.count(16)
      const root = reader.done ? { keys: [], starts: [], ends: [] } : this.readInnerNode(reader)
      this.knownTop = { root, height }
    }
    return this.knownTop
  }

  /** The leaf in which `key` is or would be. */
  leafFor(key: Uint8Array): Leaf | undefined {
    let { root: node, height } = this.top
    for (; ; height--) {
      const child = lastAtMost(node.keys, key)
      if (child < 0) return undefined
      if (height <= 1) return this.leaf(node.starts[child], node.ends[child])
      node = this.innerNode(node.starts[child], node.ends[child])
    }
  }

  /** The leaves in order, from the one in which `from` is or would be. */
  *leaves(from: Uint8Array = new Uint8Array(0)): Generator<Leaf> {
    const { root, height } = this.top
    yield* this.leavesOf(root, height, from, new Walk(this.source, this.name))
  }

  private *leavesOf({ keys, starts, ends }: InnerNode, height: number, from: Uint8Array, walk: Walk): Generator<Leaf> {
    for (let child = Math.max(0, lastAtMost(keys, from)); child < keys.length; child++) {
      walk.visit(height, starts[child], ends[child])
      if (height > 1) yield* this.leavesOf(this.innerNode(starts[child], ends[child]), height - 1, from, walk)
      else yield this.leaf(starts[child], ends[child])
    }
  }

  /** Where the nodes between the root and the leaves stand, as far as the root tells: all of them in a table of two levels. */
  get innerExtent(): ByteRange {
    const { root, height } = this.top
    return height > 1 ? this.extent(root.starts[0], root.ends[root.ends.length - 1]) : this.extent(0, 0)
  }

  /** Where the leaves stand that may hold keys which start with `prefix`. */
  extentFrom(prefix: Uint8Array): ByteRange {
    if (prefix.length === 0) return this.section
    const { root, height } = this.top
    const leaves = [...this.leafExtents(root, height, prefix, new Walk(this.source, this.name))]
    return this.extent(leaves[0]?.start ?? 0, leaves.at(-1)?.end ?? 0)
  }

  private *leafExtents(
    { keys, starts, ends }: InnerNode,
    height: number,
    prefix: Uint8Array,
    walk: Walk,
  ): Generator<ByteRange> {
    for (let child = Math.max(0, lastAtMost(keys, prefix)); child < keys.length; child++) {
      const key = keys[child]
      if (compareBytes(key, prefix) > 0 && compareBytes(key.subarray(0, prefix.length), prefix) > 0) return
      walk.visit(height, starts[child], ends[child])
      if (height > 1) yield* this.leafExtents(this.innerNode(starts[child], ends[child]), height - 1, prefix, walk)
      else yield { start: starts[child], end: ends[child] }
    }
  }

  /** Where the leaves stand that may hold wanted keys: `mayHold` tells it of the keys from `low` on, up to those before `high` (undefined: to the last). */
  leavesWhere(mayHold: (low: Uint8Array, high: Uint8Array | undefined) => boolean): ByteRange[] {
    const { root, height } = this.top
    const leaves: ByteRange[] = []
    this.addLeaves(root, height, undefined, mayHold, leaves, new Walk(this.source, this.name))
    return leaves
  }

  private addLeaves(
    { keys, starts, ends }: InnerNode,
    height: number,
    end: Uint8Array | undefined,
    mayHold: (low: Uint8Array, high: Uint8Array | undefined) => boolean,
    leaves: ByteRange[],
    walk: Walk,
  ): void {
    keys.forEach((low, child) => {
      const high = child + 1 < keys.length ? keys[child + 1] : end
      if (!mayHold(low, high)) return
      walk.visit(height, starts[child], ends[child])
      if (height > 1) this.addLeaves(this.innerNode(starts[child], ends[child]), height - 1, high, mayHold, leaves, walk)
      else leaves.push(this.extent(starts[child], ends[child]))
    })
  }

  /** A leaf that stands there. */
  leafAt({ start, end }: ByteRange): Leaf {
    return this.leaf(start - this.section.start, end - this.section.start)
  }

  private extent(start: number, end: number): ByteRange {
    return { start: this.section.start + start, end: this.section.start + end }
  }

  private leaf(start: number, end: number): Leaf {
    let raw = this.unpacked.get(start)
    if (raw === undefined) {
      const reader = this.reader(start, end)
      const length = reader.count(mostOfLeaf(end - start))
      raw = inflate(reader.take(reader.end - reader.position), length, reader)
      if (this.unpackedBytes > KEPT_LEAF_BYTES) {
        this.unpacked.clear()
        this.unpackedBytes = 0
      }
      this.unpacked.set(start, raw)
      this.unpackedBytes += raw.length
    }
    this.lastLeaf = new Leaf(new ByteReader(raw, 0, raw.length, this.name))
    return this.lastLeaf
  }

  private innerNode(start: number, end: number): InnerNode {
    const cached = this.nodes.get(start)
    if (cached !== undefined) return cached
    const node = this.readInnerNode(this.reader(start, end))
    if (this.nodeBytes > KEPT_NODE_BYTES) {
      this.nodes.clear()
      this.nodeBytes = 0
    }
    this.nodes.set(start, node)
    this.nodeBytes += end - start
    return node
  }

  /** On a node, which is checked first. */
  private reader(from: number, to: number): ByteReader {
    const { start, end } = this.extent(from, to)
    if (end > this.section.end) throw this.source.corrupt(this.name, start)
    this.source.ensure(start, end, this.name)
    return new ByteReader(this.source.bytes, start, end, this.name)
  }

  private readInnerNode(reader: ByteReader): InnerNode {
    const node: InnerNode = { keys: [], starts: [], ends: [] }
    const spelledOut = new SpelledOut(reader.end - reader.position)
    const sectionLength = this.section.end - this.section.start
    let start = reader.varint()
    let key: Uint8Array | undefined
    do {
      key = readAscending(reader, key, spelledOut)
      const end = start + reader.varint()
      if (end > sectionLength || end === start) throw reader.corrupt()
      node.keys.push(key)
      node.starts.push(start)
      node.ends.push(end)
      start = startAfter(end, this.nodeLength)
    } while (!reader.done)
    return node
  }
}

/** A way through a table: at each height, nodes come one behind the other. So none is read twice, whatever the inner nodes say. */
class Walk {
  private readonly source: CheckedBytes
  private readonly name: string
  /** By height, where the node read last ends. */
  private readonly ends: number[] = []

  constructor(source: CheckedBytes, name: string) {
    this.source = source
    this.name = name
  }

  visit(height: number, start: number, end: number): void {
    if (start < (this.ends[height] ?? 0)) throw this.source.corrupt(this.name, start, 'nodes of a table overlap')
    this.ends[height] = end
  }
}

/** The last of `keys` (ascending) that is ≤ `key`, or -1. */
function lastAtMost(keys: readonly Uint8Array[], key: Uint8Array): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareBytes(keys[middle], key) <= 0) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Unsigned lexicographic order. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] - b[i]
  return a.length - b.length
}
