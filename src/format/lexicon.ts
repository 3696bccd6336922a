/**
 * The dictionary: the words by their folded spelling, with their use. Completions, wildcards and corrections read it.
 *
 *     a sorted table: folded spelling → variant…      variant = varint(documents * 2 + same) [varint(bytes) word]
 *
 * `same`: the word is its folded spelling, and is not written again. Words whose folded spelling is the key of their class (names, numbers, many
 * nouns) are not here: the table of classes, in the same order, has them.
 */

import { ByteReader, decodeUtf8 } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CheckedBytes } from './checked-bytes.ts'
import { compareBytes, type SortedTable, SortedTableWriter } from './sorted-table.ts'
import type { LexiconEntry } from './word.ts'

const utf8 = new TextEncoder()

/** The root's share of the header. */
const ROOT_LENGTH = 3072

/** `entries` in any order; `fold` gives the folded spelling of a word. */
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
    .map(([folded, variants]) => ({ key: utf8.encode(folded), folded, variants }))
    .sort((a, b) => compareBytes(a.key, b.key))
  const table = new SortedTableWriter({ rootLength: ROOT_LENGTH })
  const value = new ByteWriter()
  for (const { key, folded, variants } of sorted) {
    value.clear()
    variants.sort((a, b) => (a.word < b.word ? -1 : 1))
    for (const { word, documentFrequency } of variants) {
      value.varint(documentFrequency * 2 + (word === folded ? 1 : 0))
      if (word !== folded) value.string(word)
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
  const from = utf8.encode(prefix)
  for (const leaf of table.leaves(from)) {
    for (const { key, bytes, valueStart, valueEnd } of leaf.entries()) {
      if (compareBytes(key, from) < 0) continue
      if (!startsWith(key, from)) return
      const folded = decodeUtf8(key, () => source.corrupt('lexicon', valueStart))
      const reader = new ByteReader(bytes, valueStart, valueEnd, 'lexicon')
      const words: LexiconEntry[] = []
      while (!reader.done) {
        const head = reader.varint()
        const word = head % 2 === 1 ? folded : reader.string()
        words.push({ word, documentFrequency: Math.floor(head / 2) })
      }
      yield { key, folded, words }
    }
  }
}

export function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte)
}
