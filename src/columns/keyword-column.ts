/**
 * A column of strings: a dictionary, and by document its values as indexes.
 *
 *     column   = varint(values) value{values} varint(least) varint(most) bits
 *     value    = string                                 front-coded with the value before it; ascending in code-unit order
 *     bits     = count{documents} ordinal…              count: how many values a document holds, less `least`
 */
import { BitReader } from '../format/bit-reader.ts'
import { BitWriter, bitWidth } from '../format/bit-writer.ts'
import { SpelledOut } from '../format/bounds.ts'
import { ByteReader, decodeUtf8 } from '../format/byte-reader.ts'
import type { ByteWriter } from '../format/byte-writer.ts'
import { FrontCodedWriter, readFrontCoded } from '../format/front-coding.ts'
import { GrowingUint32Array } from '../format/growing-array.ts'
import { escapeSurrogates, unescapeSurrogates } from '../format/lone-surrogates.ts'
import { fold } from '../text/fold.ts'
import { utf8Encoder } from '../text/utf8.ts'
import { type Column, ConditionCache, type FirstValues, type LiveColumn, type SortKey } from './column.ts'
import { DocumentSet } from './document-set.ts'

/** The document has any of the values. */
export interface KeywordValues {
  readonly values: readonly string[]
  /** Ignores accents, case and the kind of apostrophe. */
  readonly areFolded?: boolean
}

export class KeywordColumn implements Column<readonly string[]> {
  /** Each value once. */
  readonly values: readonly string[]
  /** Document `d` has `values[ordinals[i]]` for i from `starts[d]` to `starts[d + 1]` (exclusive), in its own order, without duplicates. */
  readonly starts: Uint32Array
  readonly ordinals: Uint32Array
  private readonly cache = new ConditionCache()

  constructor(values: readonly string[], starts: Uint32Array, ordinals: Uint32Array) {
    this.values = values
    this.starts = starts
    this.ordinals = ordinals
  }

  value(document: number): readonly string[] {
    const { values, starts, ordinals } = this
    return Array.from(ordinals.subarray(starts[document], starts[document + 1]), ordinal => values[ordinal])
  }

  countHolders(): number {
    const { starts } = this
    return starts.filter((start, document) => start < starts[document + 1]).length
  }

  select({ values, areFolded = false }: KeywordValues): DocumentSet {
    return this.cache.get(JSON.stringify([areFolded, values]), () =>
      this.holdersOf(areFolded ? values.flatMap(value => this.spellingsOf(value)) : values),
    )
  }

  /** The values that differ from `value` only in accents, case and apostrophes, including itself. */
  spellingsOf(value: string): readonly string[] {
    return spellingsIn(this.values).get(foldValue(value)) ?? []
  }

  private holdersOf(accepted: readonly string[]): DocumentSet {
    const { values, starts, ordinals } = this
    const isAccepted = new Uint8Array(values.length)
    for (const value of accepted) {
      const ordinal = values.indexOf(value)
      if (ordinal !== -1) isAccepted[ordinal] = 1
    }
    const documentCount = starts.length - 1
    const bits = new Uint32Array(Math.ceil(documentCount / 32))
    for (let document = 0, i = 0; document < documentCount; document++) {
      // Every bit is written, even 0, because an unpredictable branch costs more.
      let holds = 0
      for (const end = starts[document + 1]; i < end; i++) holds |= isAccepted[ordinals[i]]
      bits[document >>> 5] |= holds << (document & 31)
    }
    return new DocumentSet(documentCount, bits)
  }

  count(documents: DocumentSet, counts: Map<string, number>): void {
    const { values, starts, ordinals } = this
    const byOrdinal = new Uint32Array(values.length)
    documents.forEach(document => {
      for (let i = starts[document]; i < starts[document + 1]; i++) byOrdinal[ordinals[i]]++
    })
    byOrdinal.forEach((count, ordinal) => {
      if (count > 0) counts.set(values[ordinal], (counts.get(values[ordinal]) ?? 0) + count)
    })
  }

  firstValues(): FirstValues {
    const { values, starts, ordinals } = this
    return {
      values,
      placeOf: document => (starts[document] === starts[document + 1] ? -1 : ordinals[starts[document]]),
    }
  }

  /** The first value of a document counts. */
  sortKeys(): (document: number) => SortKey {
    const { values, starts, ordinals } = this
    const texts = sortTextsOf(values)
    return document => {
      if (starts[document] === starts[document + 1]) return undefined
      const ordinal = ordinals[starts[document]]
      return (texts[ordinal] ??= textToSortBy(values[ordinal]))
    }
  }
}

/** By dictionary: its values by their folded form. */
const spellings = new WeakMap<readonly string[], { size: number; byFolded: Map<string, string[]> }>()

function spellingsIn(values: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = spellings.get(values) ?? { size: 0, byFolded: new Map<string, string[]>() }
  spellings.set(values, known)
  // The dictionary of a live column grows.
  for (; known.size < values.length; known.size++) {
    const value = values[known.size]
    const folded = foldValue(value)
    const others = known.byFolded.get(folded)
    if (others === undefined) known.byFolded.set(folded, [value])
    else others.push(value)
  }
  return known.byFolded
}

/** A value without accents, case and the kind of apostrophe. */
export function foldValue(value: string): string {
  return fold(value.normalize('NFC').toLowerCase()).replaceAll('’', "'")
}

/** By dictionary: the sort keys of its values, computed on demand. All views of a live column share one dictionary. */
const sortTexts = new WeakMap<readonly string[], string[]>()

function sortTextsOf(values: readonly string[]): string[] {
  const texts = sortTexts.get(values) ?? []
  sortTexts.set(values, texts)
  return texts
}

/**
 * Accents, case and signs before the first letter or digit (« ", (…) decide only between texts that are otherwise equal, as in a French dictionary: Élysée
 * comes before Enfance. The order is the same on any machine, unlike ICU's.
 */
export function textToSortBy(value: string): string {
  const folded = fold(value.toLowerCase())
  return `${folded.replace(/^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u, '')}\u0000${value}`
}

/** Values in order of appearance. */
export class LiveKeywordColumn implements LiveColumn<readonly string[]> {
  private readonly values: string[] = []
  private readonly ordinalsByValue = new Map<string, number>()
  private readonly starts = new GrowingUint32Array()
  private readonly ordinals = new GrowingUint32Array()

  constructor() {
    this.starts.push(0)
  }

  push(values: readonly string[]): void {
    for (const value of values) {
      let ordinal = this.ordinalsByValue.get(value)
      if (ordinal === undefined) {
        ordinal = this.values.push(value) - 1
        this.ordinalsByValue.set(value, ordinal)
      }
      this.ordinals.push(ordinal)
    }
    this.starts.push(this.ordinals.length)
  }

  view(): KeywordColumn {
    const { values, starts, ordinals } = this
    return new KeywordColumn(
      values,
      starts.values.subarray(0, starts.length),
      ordinals.values.subarray(0, ordinals.length),
    )
  }
}

/** Writes the values of each document, without duplicates. */
export function writeKeywordColumn(writer: ByteWriter, documents: readonly (readonly string[])[]): void {
  const values = [...new Set(documents.flat())].sort()
  const frontCoded = new FrontCodedWriter(writer, writer.length)
  writer.varint(values.length)
  let previous = new Uint8Array(0)
  for (const value of values) {
    const bytes = utf8Encoder.encode(escapeSurrogates(value))
    frontCoded.add(previous, bytes)
    previous = bytes
  }
  const counts = documents.map(({ length }) => length)
  const least = counts.reduce((a, b) => Math.min(a, b), counts[0] ?? 0)
  const most = counts.reduce((a, b) => Math.max(a, b), 0)
  writer.varint(least)
  writer.varint(most)
  const bits = new BitWriter(writer)
  for (const count of counts) bits.wide(count - least, bitWidth(most - least))
  const ordinals = new Map(values.map((value, ordinal) => [value, ordinal]))
  const width = bitWidth(Math.max(0, values.length - 1))
  for (const value of documents.flat()) bits.wide(ordinals.get(value) ?? 0, width)
  bits.end()
}

/** Reads the column between `start` and `end`, which the caller has checked, for this many documents. */
export function readKeywordColumn(bytes: Uint8Array, start: number, end: number, documentCount: number): KeywordColumn {
  const reader = new ByteReader(bytes, start, end, 'columns')
  const values = readValues(reader)
  const most = () => reader.count(values.length)
  const [least, greatest] = [most(), most()]
  if (least > greatest) throw reader.corrupt()
  const bits = new BitReader('columns')
  bits.open(bytes, reader.position, end)
  const room = (end - reader.position) * 8
  const starts = new Uint32Array(documentCount + 1)
  const countWidth = bitWidth(greatest - least)
  let total = 0
  for (let document = 0; document < documentCount; document++) {
    const count = least + bits.wide(countWidth)
    if (count > greatest) throw reader.corrupt()
    total += count
    starts[document + 1] = total
  }
  const width = bitWidth(Math.max(0, values.length - 1))
  if (Math.ceil((documentCount * countWidth + total * width) / 8) * 8 !== room) {
    throw reader.corrupt()
  }
  const ordinals = new Uint32Array(total)
  for (let i = 0; i < total; i++) {
    const ordinal = bits.wide(width)
    if (ordinal >= values.length) throw reader.corrupt()
    ordinals[i] = ordinal
  }
  return new KeywordColumn(values, starts, ordinals)
}

function readValues(reader: ByteReader): string[] {
  // A value takes at least one byte.
  const spelledOut = new SpelledOut(reader.end - reader.position)
  const count = reader.count(reader.end - reader.position)
  const values: string[] = []
  let previous: Uint8Array = new Uint8Array(0)
  for (let i = 0; i < count; i++) {
    previous = readFrontCoded(reader, previous, spelledOut)
    const value = unescapeSurrogates(decodeUtf8(previous, () => reader.corrupt()))
    if (i > 0 && value <= values[i - 1]) throw reader.corrupt()
    values.push(value)
  }
  return values
}
