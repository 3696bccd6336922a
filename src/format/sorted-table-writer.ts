/** Writes sorted tables (sorted-table.ts): divides the entries into leaves that are as full as possible, and builds the inner nodes above them. */

import { deflateSync } from 'fflate'
import { MOST_FOR_A_BYTE, mostOfLeaf } from './bounds.ts'
import { ByteWriter } from './byte-writer.ts'
import { sharedPrefixLength, writeFrontCoded } from './front-coding.ts'
import { NODE_LENGTH } from './layout.ts'

const INNER_LENGTH = 4 * NODE_LENGTH
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
  /** Where it ends among the buffered entries, each front-coded with the previous one. */
  end: number
  /** The number of bytes of the keys so far, including this one. */
  keyBytes: number
  preamble: Uint8Array
}

/** How many raw bytes are buffered before a leaf is written, as a multiple of its length. */
const KEPT = 3
/** A leaf that is this full is not extended further. */
const FULL = 0.97

/** Takes entries in ascending order of key and builds the tree. */
export class SortedTableWriter {
  private readonly section = new ByteWriter(1 << 16)
  private readonly leaves: Child[] = []
  private readonly leafLength: number
  private readonly rootLength: number
  /** Entries that are not in a leaf yet. */
  private entries: Entry[] = []
  private readonly kept = new ByteWriter()
  private readonly raw = new ByteWriter()
  /** The last key of the previous leaf. */
  private keyBefore: Uint8Array = new Uint8Array(0)
  /** The compression ratio of the last leaf. */
  private ratio = 1.4

  constructor({ leafLength = NODE_LENGTH, rootLength = INNER_LENGTH }: SortedTableOptions = {}) {
    this.leafLength = leafLength
    this.rootLength = rootLength
  }

  /** `preamble` is what a reader that starts at this entry must know. It is kept only if a leaf starts here. */
  add(key: Uint8Array, value: Uint8Array, preamble: Uint8Array = new Uint8Array(0)): void {
    const { entries, kept } = this
    const before = entries.at(-1)
    writeEntry(kept, before?.key ?? key.subarray(0, 0), key, value)
    const keyBytes = (before?.keyBytes ?? 0) + key.length
    entries.push({ key: key.slice(), value: value.slice(), end: kept.length, keyBytes, preamble: preamble.slice() })
    if (kept.length >= KEPT * this.leafLength) this.writeLeaf()
  }

  /** Writes a leaf with as many of the buffered entries as fit. */
  private writeLeaf(): void {
    const { section, entries, leafLength } = this
    let best: { count: number; packed: Uint8Array } = { count: 0, packed: new Uint8Array(0) }
    let high = entries.length + 1
    let count = this.countFor(leafLength * this.ratio)
    while (best.count + 1 < high) {
      const packed = this.pack(count)
      // A reader expands the keys, within a limit; a single key never exceeds it.
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

  /** How many entries have about `length` bytes, at least one. */
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

/** Whether the keys of a node's children stay within the limit of a reader; `MOST_FOR_A_BYTE` keys always do. */
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

/** The start of the node after one that ends at `end`. */
export function startAfter(end: number, nodeLength: number): number {
  return Math.ceil(end / nodeLength) * nodeLength
}
