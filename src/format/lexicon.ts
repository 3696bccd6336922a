/**
 * The dictionary: the words by folded spelling, with document counts, for completions, wildcards and corrections.
 *
 *     a sorted table: folded spelling → variant…      variant = varint(documents * 2 + same) [accents]
 *     accents = byte(s + 16e) [varint(start − 15)] [varint(end − 15)] varint(bytes) bytes
 *
 * `same`: the word equals its folded spelling. If not, both have the first `start` and the last `end` bytes in common, and `accents` has the bytes in between;
 * s and e are these numbers, at most 15. Words with many digits whose folded spelling is their class key (numbers of articles, dates) are omitted: the table of
 * classes has them in the same order. All others are here, so corrections read no other table.
 */

import { utf8Encoder } from '../text/utf8.ts'
import { SpelledOut } from './bounds.ts'
import { ByteReader, decodeUtf8 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CheckedBytes } from './checked-bytes.ts'
import { FrontCodedWriter, readFrontLength, sharedPrefixLength, writeLengths } from './front-coding.ts'
import { nearEntries } from './near-entries.ts'
import type { NearSpelling } from './near-spelling.ts'
import { compareBytes, type SortedTable, SortedTableWriter } from './sorted-table.ts'
import type { TableEntry } from './table-leaf.ts'
import type { LexiconEntry } from './word.ts'

/** The root's share of the header. */
const ROOT_LENGTH = 3072

/** Three: such a word is never a correction of a word without digits, because corrections are at most two edits away. */
const MANY_DIGITS = /\d\D*\d\D*\d/

/** Whether the lexicon leaves a word to the table of classes. */
export function isLeftToClasses(folded: string, key: string): boolean {
  return folded === key && MANY_DIGITS.test(key)
}

/** Whether words near a typed one may be left to the table of classes. */
export function mayBeLeftToClasses(typed: string): boolean {
  return /\d/.test(typed)
}

/** `entries` may be in any order; `fold` returns the folded spelling of a word. */
export function writeLexicon(
  entries: readonly LexiconEntry[],
  fold: (word: string) => string,
): { section: Uint8Array; root: Uint8Array } {
  const byFolded = new Map<string, LexiconEntry[]>()
  for (const entry of entries) {
    const folded = fold(entry.word)
    const variants = byFolded.get(folded)
    if (variants === undefined) byFolded.set(folded, [entry])
    else variants.push(entry)
  }
  const sorted = [...byFolded]
    .map(([folded, variants]) => ({ key: utf8Encoder.encode(folded), folded, variants }))
    .sort((a, b) => compareBytes(a.key, b.key))
  const table = new SortedTableWriter({ rootLength: ROOT_LENGTH })
  const value = new ByteWriter()
  for (const { key, folded, variants } of sorted) {
    value.clear()
    const written = new FrontCodedWriter(value, 0)
    variants.sort((a, b) => (a.word < b.word ? -1 : 1))
    for (const { word, documentFrequency } of variants) {
      value.varint(documentFrequency * 2 + (word === folded ? 1 : 0))
      if (word !== folded) writeAccents(value, key, utf8Encoder.encode(word), written)
    }
    table.add(key, value.view())
  }
  return table.finish()
}

/** The words of one folded spelling. */
export interface LexiconGroup {
  /** The folded spelling in UTF-8. */
  key: Uint8Array
  folded: string
  words: readonly LexiconEntry[]
}

/** The words whose folded spelling starts with `prefix`, in order of its UTF-8. */
export function* lexiconFrom(source: CheckedBytes, table: SortedTable, prefix: string): Generator<LexiconGroup> {
  const from = utf8Encoder.encode(prefix)
  let last: Uint8Array | undefined
  for (const leaf of table.leaves(from)) {
    for (const { key, bytes, valueStart, valueEnd } of leaf.entries(last)) {
      last = key
      if (compareBytes(key, from) < 0) continue
      if (!startsWith(key, from)) return
      yield readGroup(source, { key, bytes, valueStart, valueEnd })
    }
  }
}

/** The words whose folded spelling is near, in order of its UTF-8, with the edits. */
export function* nearInLexicon(
  source: CheckedBytes,
  table: SortedTable,
  spelling: NearSpelling,
): Generator<LexiconGroup & { edits: number }> {
  for (const entry of nearEntries(table, spelling)) yield { ...readGroup(source, entry), edits: entry.edits }
}

function readGroup(source: CheckedBytes, { key, bytes, valueStart, valueEnd }: TableEntry): LexiconGroup {
  const folded = decodeUtf8(key, () => source.corrupt('lexicon', valueStart))
  const reader = new ByteReader(bytes, valueStart, valueEnd, 'lexicon')
  const spelledOut = new SpelledOut(valueEnd - valueStart)
  const words: LexiconEntry[] = []
  while (!reader.done) {
    const head = reader.varint()
    const word = head % 2 === 1 ? folded : decodeUtf8(readAccents(reader, key, spelledOut), () => reader.corrupt())
    words.push({ word, documentFrequency: Math.floor(head / 2) })
  }
  return { key, folded, words }
}

function writeAccents(writer: ByteWriter, folded: Uint8Array, word: Uint8Array, written: FrontCodedWriter): void {
  const isTooMuch = written.isTooMuch(word.length)
  written.count(word.length)
  const start = isTooMuch ? 0 : sharedPrefixLength(folded, word)
  const most = isTooMuch ? 0 : Math.min(folded.length, word.length) - start
  let end = 0
  while (end < most && folded[folded.length - 1 - end] === word[word.length - 1 - end]) end++
  writeLengths(writer, start, end)
  writer.varint(word.length - start - end)
  writer.bytes(word.subarray(start, word.length - end))
}

function readAccents(reader: ByteReader, folded: Uint8Array, spelledOut: SpelledOut): Uint8Array {
  const head = reader.byte()
  const start = readFrontLength(reader, head & 15)
  const end = readFrontLength(reader, head >>> 4)
  if (start + end > folded.length) throw reader.corrupt()
  const accents = reader.take(reader.varint())
  spelledOut.add(start + accents.length + end, reader)
  const word = new Uint8Array(start + accents.length + end)
  word.set(folded.subarray(0, start))
  word.set(accents, start)
  word.set(folded.subarray(folded.length - end), start + accents.length)
  return word
}

export function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte)
}
