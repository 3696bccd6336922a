/**
 * A sorted map from byte strings to byte strings as a static B+ tree: found by reading one node a level, whatever the size.
 *
 *     node  = varint(preamble bytes) preamble entry…            to the node's end
 *     entry = front-coded key, varint(value bytes) value
 *
 * `shared` counts the bytes a key has in common with the one before it in its node. In a leaf the values are the table's. In an inner node the key is
 * the first one of a child, the preamble a varint with the offset of the first child in the section, the value a varint with the child's
 * length; children stand side by side. The root is kept apart, in the header, so that the first read of a file brings it.
 */

import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CheckedBytes, Extent } from './checked-bytes.ts'
import { joinPrefix, readFrontCoded, readFrontLength, writeFrontCoded } from './front-coding.ts'

const LEAF_LENGTH = 1024
const INNER_LENGTH = 4096
/** A level that fits in this many bytes is the root. */
const ROOT_LENGTH = 4096

interface Child {
  key: Uint8Array
  length: number
}

/** Takes entries in ascending order of key and builds the tree. */
export class SortedTableWriter {
  private readonly section = new ByteWriter(1 << 16)
  private readonly leaves: Child[] = []
  private readonly leafLength: number
  private leafStart = 0
  private previous: Uint8Array = new Uint8Array(0)

  constructor(leafLength = LEAF_LENGTH) {
    this.leafLength = leafLength
  }

  /** `preamble` is what a reader must know that starts at this entry; it is kept only where a leaf begins. */
  add(key: Uint8Array, value: Uint8Array, preamble: Uint8Array = new Uint8Array(0)): void {
    const { section } = this
    if (this.leaves.length === 0 || section.length - this.leafStart >= this.leafLength) {
      this.endLeaf()
      this.leafStart = section.length
      this.leaves.push({ key: key.slice(), length: 0 })
      section.varint(preamble.length)
      section.bytes(preamble)
      this.previous = new Uint8Array(0)
    }
    writeEntry(section, this.previous, key, value)
    this.previous = key.slice()
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
      levelStart = this.section.length
      for (const node of nodes) this.section.bytes(node.bytes)
      level = nodes.map(node => ({ key: node.key, length: node.bytes.length }))
    }
  }

  private innerNodes(children: readonly Child[], firstOffset: number): { key: Uint8Array; bytes: Uint8Array }[] {
    const whole = innerNode(children, firstOffset)
    if (children.length === 0) return []
    if (whole.length <= ROOT_LENGTH) return [{ key: children[0].key, bytes: whole }]
    const nodes = []
    let offset = firstOffset
    const perNode = Math.max(2, Math.floor((children.length * INNER_LENGTH) / whole.length))
    for (let first = 0; first < children.length; first += perNode) {
      const part = children.slice(first, first + perNode)
      nodes.push({ key: part[0].key, bytes: innerNode(part, offset) })
      for (const child of part) offset += child.length
    }
    return nodes
  }
}

function innerNode(children: readonly Child[], firstOffset: number): Uint8Array {
  const node = new ByteWriter()
  const value = new ByteWriter(8)
  value.varint(firstOffset)
  node.varint(value.length)
  node.bytes(value.view())
  let previous = new Uint8Array(0)
  for (const child of children) {
    value.clear()
    value.varint(child.length)
    writeEntry(node, previous, child.key, value.view())
    previous = child.key as Uint8Array<ArrayBuffer>
  }
  return node.toBytes()
}

function writeEntry(writer: ByteWriter, previous: Uint8Array, key: Uint8Array, value: Uint8Array): void {
  writeFrontCoded(writer, previous, key)
  writer.varint(value.length)
  writer.bytes(value)
}

interface InnerNode {
  keys: Uint8Array[]
  starts: number[]
  /** Where the last child ends. */
  end: number
}

/** An entry's key, and where its value stands in `bytes`. */
export interface TableEntry {
  key: Uint8Array
  bytes: Uint8Array
  valueStart: number
  valueEnd: number
}

/** Finds entries of a table written by `SortedTableWriter`. */
export class SortedTable {
  private readonly source: CheckedBytes
  private readonly name: string
  private readonly sectionStart: number
  private readonly sectionEnd: number
  private readonly height: number
  private readonly root: InnerNode
  /** Decoded inner nodes by offset; there are few, and every search needs them. */
  private readonly nodes = new Map<number, InnerNode>()

  constructor(
    source: CheckedBytes,
    name: string,
    section: { start: number; end: number },
    root: { start: number; end: number },
  ) {
    this.source = source
    this.name = name
    this.sectionStart = section.start
    this.sectionEnd = section.end
    const reader = new ByteReader(source.bytes, root.start, root.end, name)
    this.height = reader.count(16, 'the height of a table')
    this.root = reader.done ? { keys: [], starts: [], end: 0 } : readInnerNode(reader)
  }

  /** The leaf in which `key` is or would be. */
  leafFor(key: Uint8Array): Leaf | undefined {
    let node = this.root
    for (let height = this.height; ; height--) {
      const child = lastAtMost(node.keys, key)
      if (child < 0) return undefined
      const start = node.starts[child]
      const end = child + 1 < node.starts.length ? node.starts[child + 1] : node.end
      if (height <= 1) return this.leaf(start, end)
      node = this.innerNode(start, end)
    }
  }

  /** The entry with the greatest key that is ≤ `key`. */
  floor(key: Uint8Array): TableEntry | undefined {
    return this.leafFor(key)?.floor(key)
  }

  /** The leaves in order, from the one in which `from` is or would be. */
  *leaves(from: Uint8Array = new Uint8Array(0)): Generator<Leaf> {
    yield* this.leavesOf(this.root, this.height, from)
  }

  private *leavesOf(node: InnerNode, height: number, from: Uint8Array): Generator<Leaf> {
    for (let child = Math.max(0, lastAtMost(node.keys, from)); child < node.keys.length; child++) {
      const start = node.starts[child]
      const end = child + 1 < node.starts.length ? node.starts[child + 1] : node.end
      if (height > 1) yield* this.leavesOf(this.innerNode(start, end), height - 1, from)
      else yield this.leaf(start, end)
    }
  }

  /** Where the nodes between the root and the leaves stand, as far as the root tells: all of them in a table of two levels. */
  get innerExtent(): Extent {
    const { height, root } = this
    return height > 1 ? this.extent(root.starts[0], root.end) : this.extent(0, 0)
  }

  /** Where the leaves stand that may hold keys which start with `prefix`. */
  extentFrom(prefix: Uint8Array): Extent {
    if (prefix.length === 0) return { start: this.sectionStart, end: this.sectionEnd }
    const found = [...this.leafExtents(this.root, this.height, prefix)]
    return this.extent(found[0]?.start ?? 0, found.at(-1)?.end ?? 0)
  }

  private *leafExtents(node: InnerNode, height: number, prefix: Uint8Array): Generator<Extent> {
    for (let child = Math.max(0, lastAtMost(node.keys, prefix)); child < node.keys.length; child++) {
      const key = node.keys[child]
      if (compareBytes(key, prefix) > 0 && compareBytes(key.subarray(0, prefix.length), prefix) > 0) return
      const extent = { start: node.starts[child], end: node.starts[child + 1] ?? node.end }
      if (height > 1) yield* this.leafExtents(this.innerNode(extent.start, extent.end), height - 1, prefix)
      else yield extent
    }
  }

  private extent(start: number, end: number): Extent {
    return { start: this.sectionStart + start, end: this.sectionStart + end }
  }

  private leaf(start: number, end: number): Leaf {
    this.check(start, end)
    return new Leaf(new ByteReader(this.source.bytes, this.sectionStart + start, this.sectionStart + end, this.name))
  }

  private innerNode(start: number, end: number): InnerNode {
    const known = this.nodes.get(start)
    if (known !== undefined) return known
    this.check(start, end)
    const node = readInnerNode(
      new ByteReader(this.source.bytes, this.sectionStart + start, this.sectionStart + end, this.name),
    )
    this.nodes.set(start, node)
    return node
  }

  private check(start: number, end: number): void {
    if (this.sectionStart + end > this.sectionEnd)
      throw this.source.corrupt(this.name, start, 'a node is outside its section')
    this.source.ensure(this.sectionStart + start, this.sectionStart + end, this.name)
  }
}

/** One leaf of a table, read from its start. */
export class Leaf {
  readonly preamble: Uint8Array
  private readonly reader: ByteReader
  private readonly firstEntry: number

  constructor(reader: ByteReader) {
    this.reader = reader
    this.preamble = reader.take(reader.varint())
    this.firstEntry = reader.position
  }

  /** The entries in order. */
  *entries(): Generator<TableEntry> {
    const { reader } = this
    reader.position = this.firstEntry
    let key: Uint8Array = new Uint8Array(0)
    while (!reader.done) {
      key = readFrontCoded(reader, key)
      const length = reader.varint()
      const valueStart = reader.position
      reader.skip(length)
      yield { key, bytes: reader.bytes, valueStart, valueEnd: reader.position }
    }
  }

  /** The entry with the greatest key that is ≤ `target`. Made for short keys: those on the way become no objects. */
  floor(target: Uint8Array): TableEntry | undefined {
    const { reader } = this
    const { bytes } = reader
    reader.position = this.firstEntry
    let key: Uint8Array = new Uint8Array(32)
    let keyLength = 0
    let valueStart = 0
    let valueEnd = 0
    while (!reader.done) {
      const head = reader.byte()
      const shared = readFrontLength(reader, head & 15)
      const rest = readFrontLength(reader, head >>> 4)
      const restStart = reader.position
      reader.skip(rest)
      if (shared > keyLength) throw reader.corrupt('a string shares more than there is')
      if (isAbove(target, key, shared, bytes, restStart, rest)) break
      keyLength = shared + rest
      if (keyLength > key.length) key = joinPrefix(key, shared, new Uint8Array(2 * rest))
      for (let i = 0; i < rest; i++) key[shared + i] = bytes[restStart + i]
      const length = reader.varint()
      valueStart = reader.position
      reader.skip(length)
      valueEnd = reader.position
    }
    return valueEnd === 0 ? undefined : { key: key.subarray(0, keyLength), bytes, valueStart, valueEnd }
  }

  /**
   * The value of `target`; `pass` is called with the start of each value before it. No key is put together on the way: `matched` bytes of
   * the target are known to agree with the entry before, and that decides most entries by their `shared` alone.
   */
  seek(target: Uint8Array, pass?: (reader: ByteReader) => void): { start: number; end: number } | undefined {
    const { reader } = this
    const { bytes } = reader
    reader.position = this.firstEntry
    let matched = 0
    while (!reader.done) {
      const head = reader.byte()
      const shared = readFrontLength(reader, head & 15)
      const restLength = readFrontLength(reader, head >>> 4)
      const restStart = reader.position
      reader.skip(restLength)
      const length = reader.varint()
      const start = reader.position
      // Shares less with the entry before than that did with the target: it is beyond the target. Shares more: it is below, like that one.
      if (shared < matched) return undefined
      if (shared === matched) {
        let i = 0
        while (i < restLength && matched < target.length && bytes[restStart + i] === target[matched]) {
          i++
          matched++
        }
        if (i === restLength && matched === target.length) {
          reader.skip(length)
          return { start, end: reader.position }
        }
        if (i < restLength && (matched === target.length || bytes[restStart + i] > target[matched])) return undefined
      }
      pass?.(reader)
      reader.position = start
      reader.skip(length)
    }
    return undefined
  }
}

/** Whether a key, the first `shared` bytes of `previous` and `rest` bytes from `start` on, is above `target`. */
function isAbove(
  target: Uint8Array,
  previous: Uint8Array,
  shared: number,
  bytes: Uint8Array,
  start: number,
  rest: number,
): boolean {
  const length = Math.min(shared + rest, target.length)
  for (let i = 0; i < length; i++) {
    const byte = i < shared ? previous[i] : bytes[start + i - shared]
    if (byte !== target[i]) return byte > target[i]
  }
  return shared + rest > target.length
}

function readInnerNode(reader: ByteReader): InnerNode {
  const leaf = new Leaf(reader)
  const offset = new ByteReader(leaf.preamble, 0, leaf.preamble.length, 'table').varint()
  const node: InnerNode = { keys: [], starts: [], end: offset }
  for (const entry of leaf.entries()) {
    node.keys.push(entry.key)
    node.starts.push(node.end)
    node.end += new ByteReader(entry.bytes, entry.valueStart, entry.valueEnd, 'table').varint()
  }
  return node
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
