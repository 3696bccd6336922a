/**
 * A sorted map from byte strings to byte strings as a static B+ tree: found by reading one node a level, whatever the size.
 *
 *     leaf  = varint(preamble bytes) preamble (front-coded key, varint(value bytes) value)…     to the leaf's end
 *     inner = varint(offset of the first child) (front-coded key, varint(child bytes))…         to the node's end
 *
 * A key is front-coded with the one before it in its node. In an inner node it is the shortest start of a child's first key that is above all keys before
 * the child (or that key itself). Each node but the root starts on a multiple of 1,024 bytes, counted from the start of the section, so that a leaf is read with few pages. The root is kept
 * apart, in the header, so that the first read of a file brings it.
 */

import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { readFrontCoded, sharedPrefixLength, writeFrontCoded } from './front-coding.ts'
import { NODE_LENGTH } from './layout.ts'
import { Leaf } from './table-leaf.ts'

const INNER_LENGTH = 4 * NODE_LENGTH

/** How to write a table. */
export interface SortedTableOptions {
  /** Default: `NODE_LENGTH`. */
  leafLength?: number
  /** A level that fits in this many bytes is the root. */
  rootLength?: number
  /** Inner nodes hold first keys whole: `Leaf.floor` needs them. Default: no. */
  wholeKeys?: boolean
}

interface Child {
  key: Uint8Array
  length: number
}

/** Takes entries in ascending order of key and builds the tree. */
export class SortedTableWriter {
  private readonly section = new ByteWriter(1 << 16)
  private readonly entry = new ByteWriter()
  private readonly leaves: Child[] = []
  private readonly leafLength: number
  private readonly rootLength: number
  private readonly wholeKeys: boolean
  private leafStart = 0
  private previous: Uint8Array = new Uint8Array(0)

  constructor({ leafLength = NODE_LENGTH, rootLength = INNER_LENGTH, wholeKeys = false }: SortedTableOptions = {}) {
    this.leafLength = leafLength
    this.rootLength = rootLength
    this.wholeKeys = wholeKeys
  }

  /** `preamble` is what a reader must know that starts at this entry; it is kept only where a leaf begins. */
  add(key: Uint8Array, value: Uint8Array, preamble: Uint8Array = new Uint8Array(0)): void {
    this.writeEntry(key, value)
    const { section, entry } = this
    if (this.leaves.length === 0 || section.length - this.leafStart + entry.length > this.leafLength) {
      this.startLeaf(key, preamble)
      this.previous = new Uint8Array(0)
      this.writeEntry(key, value)
    }
    section.bytes(entry.view())
    this.previous = key.slice()
  }

  private writeEntry(key: Uint8Array, value: Uint8Array): void {
    const { entry } = this
    entry.clear()
    writeFrontCoded(entry, this.previous, key)
    entry.varint(value.length)
    entry.bytes(value)
  }

  private startLeaf(key: Uint8Array, preamble: Uint8Array): void {
    const { section } = this
    this.endLeaf()
    section.align(this.leafLength)
    this.leafStart = section.length
    const length = this.wholeKeys ? key.length : sharedPrefixLength(this.previous, key) + 1
    this.leaves.push({ key: key.slice(0, length), length: 0 })
    section.varint(preamble.length)
    section.bytes(preamble)
  }

  private endLeaf(): void {
    const last = this.leaves.at(-1)
    if (last !== undefined) last.length = this.section.length - this.leafStart
  }

  /** The section's bytes, and the root's: `varint(height)`, then the root node. An empty table has an empty root. */
  finish(): { section: Uint8Array; root: Uint8Array } {
    this.endLeaf()
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
    if (whole.length <= this.rootLength) return [{ key: children[0].key, bytes: whole }]
    const nodes = []
    let offset = firstOffset
    const perNode = Math.max(2, Math.floor((children.length * INNER_LENGTH) / whole.length))
    for (let first = 0; first < children.length; first += perNode) {
      const part = children.slice(first, first + perNode)
      nodes.push({ key: part[0].key, bytes: innerNode(part, offset) })
      for (const child of part) offset = startAfter(offset + child.length, this.leafLength)
    }
    return nodes
  }
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
  /** Decoded inner nodes by offset; there are few, and every search needs them. */
  private readonly nodes = new Map<number, InnerNode>()
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
    yield* this.leavesOf(root, height, from)
  }

  private *leavesOf({ keys, starts, ends }: InnerNode, height: number, from: Uint8Array): Generator<Leaf> {
    for (let child = Math.max(0, lastAtMost(keys, from)); child < keys.length; child++) {
      if (height > 1) yield* this.leavesOf(this.innerNode(starts[child], ends[child]), height - 1, from)
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
    const leaves = [...this.leafExtents(root, height, prefix)]
    return this.extent(leaves[0]?.start ?? 0, leaves.at(-1)?.end ?? 0)
  }

  private *leafExtents({ keys, starts, ends }: InnerNode, height: number, prefix: Uint8Array): Generator<ByteRange> {
    for (let child = Math.max(0, lastAtMost(keys, prefix)); child < keys.length; child++) {
      const key = keys[child]
      if (compareBytes(key, prefix) > 0 && compareBytes(key.subarray(0, prefix.length), prefix) > 0) return
      if (height > 1) yield* this.leafExtents(this.innerNode(starts[child], ends[child]), height - 1, prefix)
      else yield { start: starts[child], end: ends[child] }
    }
  }

  /** Where the leaves stand that may hold wanted keys: `mayHold` tells it of the keys from `low` on, up to those before `high` (undefined: to the last). */
  leavesWhere(mayHold: (low: Uint8Array, high: Uint8Array | undefined) => boolean): ByteRange[] {
    const { root, height } = this.top
    const leaves: ByteRange[] = []
    this.addLeaves(root, height, undefined, mayHold, leaves)
    return leaves
  }

  private addLeaves(
    { keys, starts, ends }: InnerNode,
    height: number,
    end: Uint8Array | undefined,
    mayHold: (low: Uint8Array, high: Uint8Array | undefined) => boolean,
    leaves: ByteRange[],
  ): void {
    keys.forEach((low, child) => {
      const high = child + 1 < keys.length ? keys[child + 1] : end
      if (!mayHold(low, high)) return
      if (height > 1) this.addLeaves(this.innerNode(starts[child], ends[child]), height - 1, high, mayHold, leaves)
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
    this.lastLeaf = new Leaf(this.reader(start, end))
    return this.lastLeaf
  }

  private innerNode(start: number, end: number): InnerNode {
    const cached = this.nodes.get(start)
    if (cached !== undefined) return cached
    const node = this.readInnerNode(this.reader(start, end))
    this.nodes.set(start, node)
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
    let start = reader.varint()
    let key: Uint8Array = new Uint8Array(0)
    while (!reader.done) {
      key = readFrontCoded(reader, key)
      const end = start + reader.varint()
      node.keys.push(key)
      node.starts.push(start)
      node.ends.push(end)
      start = startAfter(end, this.nodeLength)
    }
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
