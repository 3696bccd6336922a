/**
 * A sorted map from byte strings to byte strings as a static B+ tree. A look-up reads one node per level, whatever the size.
 *
 *     leaf  = varint(raw bytes) raw DEFLATE (RFC 1951) of: varint(preamble bytes) preamble (front-coded key, varint(value bytes) value)…
 *     inner = varint(offset of the first child) (front-coded key, varint(child bytes))…         to the node's end
 *
 * A key is front-coded with the previous one in its node. In an inner node it is the shortest prefix of a child's first key that is above all keys before the
 * child (or that key itself). Each node but the root starts on a multiple of `NODE_LENGTH`, counted from the start of the section, so that a leaf takes few
 * pages. The root is separate, in the header, so that the first read of a file contains it.
 */

import { mostOfLeaf, SpelledOut } from './bounds.ts'
import { ByteReader } from './byte-reader.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { readAscending } from './front-coding.ts'
import { inflate } from './inflate.ts'
import { NODE_LENGTH } from './layout.ts'
import { startAfter } from './sorted-table-writer.ts'
import { Leaf } from './table-leaf.ts'
import { TableWalk } from './table-walk.ts'

export { type SortedTableOptions, SortedTableWriter } from './sorted-table-writer.ts'

/** The size of the caches of unpacked leaves, of about 1.5 kB each, and of inner nodes, in bytes. */
const KEPT_LEAF_BYTES = 1 << 21
const KEPT_NODE_BYTES = 1 << 22

interface InnerNode {
  keys: Uint8Array[]
  /** The start and end of each child. */
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
  /** Read on first use, so opening a file costs nothing. */
  private knownTop: { root: InnerNode; height: number } | undefined
  /** The most recently read leaves, by offset. */
  private readonly unpacked = new Map<number, Uint8Array>()
  private unpackedBytes = 0
  /** Decoded inner nodes by offset. There are few, and every search needs them. */
  private readonly nodes = new Map<number, InnerNode>()
  private nodeBytes = 0
  /** Kept so that there is always a leaf and a reader; otherwise V8 drops the code it compiled for them (search-scratch.ts). */
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
    yield* this.leavesOf(root, height, from, new TableWalk(this.source, this.name))
  }

  private *leavesOf(
    { keys, starts, ends }: InnerNode,
    height: number,
    from: Uint8Array,
    walk: TableWalk,
  ): Generator<Leaf> {
    for (let child = Math.max(0, lastAtMost(keys, from)); child < keys.length; child++) {
      walk.visit(height, starts[child], ends[child])
      if (height > 1) yield* this.leavesOf(this.innerNode(starts[child], ends[child]), height - 1, from, walk)
      else yield this.leaf(starts[child], ends[child])
    }
  }

  /** The range of the nodes between the root and the leaves, as far as the root shows it: all of them in a table of two levels. */
  get innerExtent(): ByteRange {
    const { root, height } = this.top
    return height > 1 ? this.extent(root.starts[0], root.ends[root.ends.length - 1]) : this.extent(0, 0)
  }

  /** The range of the leaves that may contain keys with this prefix. */
  extentFrom(prefix: Uint8Array): ByteRange {
    if (prefix.length === 0) return this.section
    const { root, height } = this.top
    const leaves = [...this.leafExtents(root, height, prefix, new TableWalk(this.source, this.name))]
    return this.extent(leaves[0]?.start ?? 0, leaves.at(-1)?.end ?? 0)
  }

  private *leafExtents(
    { keys, starts, ends }: InnerNode,
    height: number,
    prefix: Uint8Array,
    walk: TableWalk,
  ): Generator<ByteRange> {
    for (let child = Math.max(0, lastAtMost(keys, prefix)); child < keys.length; child++) {
      const key = keys[child]
      if (compareBytes(key, prefix) > 0 && compareBytes(key.subarray(0, prefix.length), prefix) > 0) return
      walk.visit(height, starts[child], ends[child])
      if (height > 1) yield* this.leafExtents(this.innerNode(starts[child], ends[child]), height - 1, prefix, walk)
      else yield { start: starts[child], end: ends[child] }
    }
  }

  /** The ranges of the leaves that may contain wanted keys. `mayHold` decides for the keys from `low` on and before `high` (undefined: to the last). */
  leavesWhere(mayHold: (low: Uint8Array, high: Uint8Array | undefined) => boolean): ByteRange[] {
    const { root, height } = this.top
    const leaves: ByteRange[] = []
    this.addLeaves(root, height, undefined, mayHold, leaves, new TableWalk(this.source, this.name))
    return leaves
  }

  private addLeaves(
    { keys, starts, ends }: InnerNode,
    height: number,
    end: Uint8Array | undefined,
    mayHold: (low: Uint8Array, high: Uint8Array | undefined) => boolean,
    leaves: ByteRange[],
    walk: TableWalk,
  ): void {
    keys.forEach((low, child) => {
      const high = child + 1 < keys.length ? keys[child + 1] : end
      if (!mayHold(low, high)) return
      walk.visit(height, starts[child], ends[child])
      if (height > 1)
        this.addLeaves(this.innerNode(starts[child], ends[child]), height - 1, high, mayHold, leaves, walk)
      else leaves.push(this.extent(starts[child], ends[child]))
    })
  }

  /** The leaf at this range. */
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

  /** A reader of a node, which is verified first. */
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
